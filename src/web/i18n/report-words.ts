/** The kinds of report from a provider, what may make one material, and the answers, in words for staff. */
import type { Reaction, ReportHint, ReportKind } from '../../domain/case/report/events.ts'
import { defineMessages } from './messages.ts'

export const reportKindNames = defineMessages({
  da: {
    deviation: 'Afvigelse fra planen',
    deliveryProblem: 'Problem med at levere',
    changeRequest: 'Behov for ændring',
  } satisfies Record<ReportKind, string>,
  en: {
    deviation: 'Deviation from the plan',
    deliveryProblem: 'Problem delivering',
    changeRequest: 'Need for change',
  },
})

export const reportHintNames = defineMessages({
  da: {
    longAbsence: 'Fravær i to uger eller mere',
    goalNotWorkedWith: 'Et mål er ikke arbejdet med i fire uger',
    changedBehaviour: 'Ændret adfærd eller funktion',
    hospital: 'Indlæggelse eller sygdom',
    moving: 'Borgeren flytter',
    staff: 'Vi mangler personale',
    closedDays: 'Lukkedage eller aflyste dage',
    other: 'Andet',
  } satisfies Record<ReportHint, string>,
  en: {
    longAbsence: 'Absent for two weeks or more',
    goalNotWorkedWith: 'A goal has not been worked with for four weeks',
    changedBehaviour: 'Changed behaviour or functioning',
    hospital: 'In hospital or ill',
    moving: 'The citizen moves',
    staff: 'We are short of staff',
    closedDays: 'Closed or cancelled days',
    other: 'Something else',
  },
})

export const reactionNames = defineMessages({
  da: {
    contact: 'Kontakt',
    noChange: 'Ingen ændring',
    reassessment: 'Revurdering begyndt',
    followUp: 'Tages op ved opfølgning',
  } satisfies Record<Reaction, string>,
  en: {
    contact: 'Contact',
    noChange: 'No change',
    reassessment: 'Reassessment begun',
    followUp: 'Taken up at follow-up',
  },
})
