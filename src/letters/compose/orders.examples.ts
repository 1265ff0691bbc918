/** One order of each kind, for tests. */
import type { LetterOrder } from '../../domain/case/letter/order.ts'
import { LetterId, MunicipalityCode, PersonId, ProviderId } from '../../domain/identity.ts'
import { getDay } from '../../domain/time/calendar-day.ts'
import { fullGrant, partRefusal, refusal } from './decisions.examples.ts'

const to = {
  letterId: LetterId.parse('00000000-0000-4000-8000-000000000021'),
  recipients: [PersonId.parse('00000000-0000-4000-8000-000000000001')],
}
const from = getDay('2026-11-13')
const due = getDay('2026-12-25')

const decided = (record: typeof fullGrant): LetterOrder => ({
  ...to,
  kind: 'decision',
  issued: { letterId: to.letterId, record, recipients: to.recipients } as never,
})

const reassessed = {
  outcome: 'notUpheld',
  reasons: 'Vi har set dine papirer igennem igen. Der er ikke kommet noget nyt frem.',
  decidedOn: getDay('2026-12-14'),
  receivedOn: getDay('2026-12-28'),
  considerations: 'Du har mange aftaler i forvejen, og du klarer dem selv.',
} as const

export const exampleOrders = {
  receipt: {
    ...to,
    kind: 'receipt',
    channel: 'phone',
    needsConfirmation: false,
    deadline: {
      kind: 'DECISION_DUE',
      from,
      due,
      lastWorkingDay: getDay('2026-12-23'),
      derivation: [
        { step: 'from', day: from },
        { step: 'add', amount: 6, unit: 'week', day: due },
      ],
    },
  },
  delayNotice: {
    ...to,
    kind: 'delayNotice',
    formerDate: due,
    newDate: getDay('2027-01-15'),
    reason: 'Vi venter på svar fra din læge. Vi har skrevet til lægen igen.',
  },
  partyHearing: {
    ...to,
    kind: 'partyHearing',
    paragraphs: ['Lægen skriver, at du kan klare dig selv.', 'Dit bosted skriver, at du har nok at lave.'],
    hearingDays: 14,
  },
  informationRequest: {
    ...to,
    kind: 'informationRequest',
    what: 'Hvordan går en almindelig dag for dig? Hvad er let, og hvad er svært?',
    answerBy: getDay('2026-12-04'),
  },
  otherSourcesNotice: {
    ...to,
    kind: 'otherSourcesNotice',
    source: 'doctor',
    what: 'Vi spørger, hvad du har brug for hjælp til i hverdagen.',
  },
  actionPlanOffer: { ...to, kind: 'actionPlanOffer' },
  guidance: {
    ...to,
    kind: 'guidance',
    about: 'Du har spurgt om en ny bolig. Det er en anden kommune, der kan hjælpe dig med det.',
    forwardedTo: 'Kolding Kommune',
  },
  moveNotice: {
    ...to,
    kind: 'moveNotice',
    outcome: 'theyTakeOver',
    to: MunicipalityCode.parse('0621'),
    movesOn: getDay('2027-03-01'),
    takeoverOn: getDay('2027-04-01'),
    provider: ProviderId.parse('kaerhoej'),
  },
  moveDisputed: {
    ...to,
    kind: 'moveNotice',
    outcome: 'disputed',
    to: MunicipalityCode.parse('0621'),
    movesOn: getDay('2027-03-01'),
  },
  moveStaying: {
    ...to,
    kind: 'moveNotice',
    outcome: 'weStay',
    to: MunicipalityCode.parse('0621'),
    movesOn: getDay('2027-03-01'),
    provider: ProviderId.parse('kaerhoej'),
  },
  meetingInvitation: {
    ...to,
    kind: 'meetingInvitation',
    appointment: { day: getDay('2027-11-10'), starts: '10:00', ends: '11:00', place: 'Kærhøj, mødelokalet' },
    provider: ProviderId.parse('kaerhoej'),
    participants: ['citizen', 'companion', 'contactPerson', 'caseworker'],
    others: 'Din søster, hvis du vil',
    moved: {
      from: { day: getDay('2027-11-03'), starts: '10:00', ends: '11:00', place: 'Kærhøj, mødelokalet' },
      because: 'Din sagsbehandler kan ikke den dag.',
    },
  },
  meetingCancelled: {
    ...to,
    kind: 'meetingCancelled',
    appointment: { day: getDay('2027-11-10'), starts: '10:00', ends: '11:00', place: 'Kærhøj, mødelokalet' },
    because: 'Du har bedt om at vente til efter nytår.',
  },
  complaintReceipt: {
    ...to,
    kind: 'complaintReceipt',
    channel: 'phone',
    receivedOn: getDay('2026-12-28'),
    decidedOn: getDay('2026-12-14'),
    answerBy: getDay('2027-01-25'),
    late: false,
    needsConfirmation: false,
    callBack: true,
  },
  complaintOfAnother: {
    ...to,
    kind: 'complaintReceipt',
    channel: 'letter',
    receivedOn: getDay('2027-03-01'),
    decidedOn: getDay('2026-12-14'),
    answerBy: getDay('2027-03-29'),
    late: true,
    needsConfirmation: true,
    callBack: false,
  },
  complaintDelay: {
    ...to,
    kind: 'complaintDelay',
    formerDate: getDay('2027-01-25'),
    newDate: getDay('2027-02-08'),
    reason: 'Vi venter på svar fra dit bosted.',
  },
  reassessment: { ...to, kind: 'reassessment', reassessed },
  upheldInPart: {
    ...to,
    kind: 'reassessment',
    reassessed: { ...reassessed, outcome: 'part', upheldIn: 'Du får kørsel til og fra tilbuddet.' },
  },
  complaintForwarded: { ...to, kind: 'complaintForwarded', reassessed },
  accessDelay: {
    ...to,
    kind: 'accessDelay',
    because: 'Der er mange papirer, og nogle af dem handler også om andre.',
    expectedOn: getDay('2026-12-04'),
  },
  accessAnswer: {
    ...to,
    kind: 'accessAnswer',
    given: 12,
    left: [
      {
        key: 'note-9',
        title: 'Notat den 16. november 2026',
        ground: 'otherPersons',
        because: 'Notatet handler om din nabo, som skal være i fred.',
        openness: 'Vi har set på, om du kunne få en del af det. Det kan ikke skilles ad.',
      },
    ],
    asData: true,
  },
  fullGrant: decided(fullGrant),
  partRefusal: decided(partRefusal),
  refusal: decided(refusal),
} as const satisfies Record<string, LetterOrder>
