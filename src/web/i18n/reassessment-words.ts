/** Why a running placement is looked at anew, and how that ended, in words for staff. */
import type { ReassessmentCause } from '../../domain/case/reassessment/events.ts'
import { defineMessages } from './messages.ts'

export const causesOfReassessment = defineMessages({
  da: {
    citizen: 'Borgeren søger om noget andet',
    followUp: 'Opfølgningen viser et ændret behov',
    deviation: 'Indsatsen afviger fra planen',
    deliveryProblem: 'Tilbuddet har problemer med at levere',
    changeRequest: 'Tilbuddet melder om ændret behov',
    absence: 'Gentagne afbud',
    complaint: 'En klage',
    movedMunicipality: 'Borgeren flytter',
    authority: 'Andet, vi er blevet klar over',
  } satisfies Record<ReassessmentCause, string>,
  en: {
    citizen: 'The citizen applies for something else',
    followUp: 'The follow-up shows a changed need',
    deviation: 'The support departs from the plan',
    deliveryProblem: 'The provider has problems delivering',
    changeRequest: 'The provider reports a changed need',
    absence: 'Repeated absence',
    complaint: 'A complaint',
    movedMunicipality: 'The citizen moves',
    authority: 'Something else that we have become aware of',
  },
})
