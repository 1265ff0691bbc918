/**
 * Histories in a few words, for tests of the rules: what happened, on which day, to people with names. Karen Holm applies
 * in Vejen on Friday 13 November 2026; Sanne Friis is her caseworker, Mads Bruun reads along, Lone is her guardian.
 * `told` gives the events their place in the history; everything is read through the schemas, as from the journal.
 */
import type { z } from 'zod'
import type { Applied } from '../../src/domain/case/application/wishes.ts'
import { compare, outcomeOf } from '../../src/domain/case/decision/comparison.ts'
import type { EventActor } from '../../src/domain/case/envelope.ts'
import {
  type CaseEventType,
  type caseEventSchemas,
  type RecordedCaseEvent,
  readCaseEvent,
} from '../../src/domain/case/events.ts'
import type { LetterKind } from '../../src/domain/case/letter/events.ts'
import { DocumentHash, LetterId, PartId, PersonId, ProviderId, UserId } from '../../src/domain/identity.ts'
import { addDays, getDay } from '../../src/domain/time/calendar-day.ts'

const uuid = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`

export const karen = PersonId.parse(uuid(1))
export const lone = PersonId.parse(uuid(2))
/** Somebody beside Lone, so that two powers can stand side by side. */
export const ida = PersonId.parse(uuid(3))
export const sanne = UserId.parse(uuid(11))
export const mads = UserId.parse(uuid(12))
export const pia = UserId.parse(uuid(13))
export const noerrevang = ProviderId.parse('noerrevang')

/** An identifier by what it is called in the story: the same name is the same thing. */
export const part = (name: string): PartId => PartId.parse(uuid(numberOf(name)))
export const letterId = (name: string): LetterId => LetterId.parse(uuid(numberOf(name)))
export const document = (name: string): DocumentHash =>
  DocumentHash.parse(numberOf(name).toString(16).padStart(64, '0'))
const numberOf = (name: string): number =>
  [...name].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 999_999_937, 1_000)

export const asSanne: EventActor = { kind: 'staff', userId: sanne, role: 'caseworker' }
export const asMads: EventActor = { kind: 'staff', userId: mads, role: 'caseworker' }
export const asLeader: EventActor = { kind: 'staff', userId: mads, role: 'manager' }
export const asPia: EventActor = { kind: 'staff', userId: pia, role: 'providerStaff' }
export const asKaren: EventActor = { kind: 'citizen', personId: karen }
/** Karen's guardian, writing and reading for herself. */
export const asLone: EventActor = { kind: 'citizen', personId: lone }
export const asPost: EventActor = { kind: 'system', name: 'post' }
export const asSystem: EventActor = { kind: 'system', name: 'attendance' }

type Payload<T extends CaseEventType> = z.input<(typeof caseEventSchemas)[T]>

/** One thing that happened, before it has its place. */
export type Happening = {
  readonly type: CaseEventType
  readonly payload: unknown
  readonly on: string
  readonly recordedOn?: string
  readonly by?: EventActor
  /** Stands in the history as another system left it, though no command here would: not read through the schema. */
  readonly asFound?: true
}
export type Told = Happening | readonly Told[]

export const happened = <T extends CaseEventType>(
  type: T,
  on: string,
  payload: Payload<T>,
  more: Pick<Happening, 'recordedOn' | 'by'> = {},
): Happening => ({ type, on, payload, ...more })

const flat = (told: Told): readonly Happening[] => (isMany(told) ? told.flatMap(flat) : [told])
const isMany = (told: Told): told is readonly Told[] => Array.isArray(told)

/** The happenings as a recorded history, in the order they are told. */
export function told(...story: readonly Told[]): readonly RecordedCaseEvent[] {
  return flat(story).map(({ type, payload, on, recordedOn = on, by = asSanne, asFound }, index) => {
    const envelope = {
      seq: index + 1,
      eventId: uuid(100_000 + index),
      typeVersion: 1,
      occurredOn: getDay(on),
      recordedOn: getDay(recordedOn),
      recordedAt: `${recordedOn}T09:00:00.000Z`,
      actor: by,
      standard: 'vejen-104@1',
    }
    return asFound
      ? ({ ...envelope, type, payload } as RecordedCaseEvent)
      : readCaseEvent({ ...envelope, type, payload })
  })
}

export const standardApplied: Applied = { transport: 'transport', start: { kind: 'soonest' } }

/** Karen's application, and that it lies with Voksenteamet. */
export const applied = (
  on: string,
  more: Partial<Payload<'applicationReceived'>> = {},
  recorded: Pick<Happening, 'recordedOn'> = {},
): Told => [
  happened(
    'applicationReceived',
    on,
    {
      personId: karen,
      caseNumber: '2026-0042',
      channel: 'web',
      applicant: { kind: 'self' },
      applied: standardApplied,
      answers: { difficultiesInWords: 'Jeg bliver hurtigt træt og glemmer, hvad jeg skal.' },
      bornOn: '1980-04-12',
      ...more,
    },
    { by: asKaren, ...recorded },
  ),
  happened('caseAssigned', recorded.recordedOn ?? on, { unit: 'voksenteamet' }),
]

export const assignedToSanne = (on: string): Told =>
  happened('caseAssigned', on, { unit: 'voksenteamet', userId: sanne })

/** A letter that exists; what becomes of it is told by `posted`, `failedInPost`, `handled`. */
export const letter = (kind: LetterKind, on: string, recipients = [karen], name: string = kind): Told =>
  happened('letterIssued', on, {
    letterId: letterId(name),
    kind,
    recipients,
    inputs: document(`${name}-inputs`),
    document: document(`${name}-pdf`),
    renderer: 'typst',
  })

const copyOf = (name: string, recipient: PersonId) => ({ letterId: letterId(name), recipient })

export const dispatched = (name: string, on: string, recipient = karen): Told =>
  happened(
    'letterDispatched',
    on,
    { ...copyOf(name, recipient), channel: 'digitalPost', messageId: `${name}-1` },
    { by: asPost },
  )
export const delivered = (name: string, on: string, recipient = karen): Told =>
  happened(
    'letterDelivered',
    on,
    { ...copyOf(name, recipient), channel: 'digitalPost', deliveredOn: on, proof: 'receipt' },
    { by: asPost },
  )
/** Sent and received on the same day. */
export const posted = (name: string, on: string, recipient = karen): Told => [
  dispatched(name, on, recipient),
  delivered(name, on, recipient),
]
export const failedInPost = (name: string, on: string, recipient = karen): Told =>
  happened(
    'letterFailed',
    on,
    { ...copyOf(name, recipient), channel: 'digitalPost', code: 'unknownRecipient', reason: 'Ikke tilmeldt' },
    { by: asPost },
  )
export const handled = (
  name: string,
  on: string,
  how: Payload<'letterFailureHandled'>['how'],
  recipient = karen,
): Told => happened('letterFailureHandled', on, { ...copyOf(name, recipient), how })

export const receipt = (on: string): Told => [
  letter('receipt', on),
  happened('privacyNoticeGiven', on, { article: '13', how: 'receipt', letterId: letterId('receipt') }),
]

export type Ground = 'physical' | 'mental' | 'social'
/** Criterion A by its grounds (none = no) and criterion B. */
export const assessed = (
  on: string,
  { grounds = ['mental'], b = true }: { grounds?: readonly Ground[]; b?: boolean } = {},
  by: EventActor = asSanne,
): Happening =>
  happened(
    'targetGroupAssessed',
    on,
    {
      ...targetGroup(grounds, b),
      evidenceA: [{ text: 'Lægens statusattest' }],
      evidenceB: [{ text: 'Samtale med Karen' }],
    },
    { by },
  )

const targetGroup = (grounds: readonly Ground[], b: boolean) => ({
  criterionA: {
    answer: grounds.length > 0,
    grounds: [...grounds],
    reasons: 'Karen har følger efter en blodprop og skal have hjælp til at strukturere dagen.',
  },
  criterionB: { answer: b, reasons: 'Uden faste rammer isolerer Karen sig.' },
})

const omittedHearing = { kind: 'omitted', because: 'Karen kender alle oplysningerne; de er hendes egne.' }

/** What a decision states, before a test takes something from it. */
const stated = (wishes: unknown, grounds: readonly Ground[], b: boolean) => ({
  decisionId: part('decision'),
  applied: wishes,
  targetGroup: targetGroup(grounds, b),
  legalBasis: ['SEL-104'],
  facts: [{ text: 'Karen bliver træt efter to timer.', source: 'samtale den 20. november', documents: [] }],
  effectiveOn: '2027-01-04',
  contact: sanne,
})

const reasoned = {
  considerations: 'Vi har lagt vægt på, at du bliver udtrættet.',
  citizensView: 'Du vil gerne af sted hver dag.',
  citizensViewWeighed: 'Dit ønske er vejet mod lægens vurdering.',
  hearing: omittedHearing,
  otherPossibilities: { kind: 'considered', items: [{ paragraph: 'SEL § 85', result: 'Fortsætter' }] },
  alternatives: 'Aktiviteter i Huset to formiddage om ugen.',
  complaintGuidance: true,
  purpose: 'En fast hverdag sammen med andre.',
  intervention: 'Plads i en lille værkstedsgruppe.',
}

export type Place = Readonly<Record<string, unknown>>
const defaultPlace = {
  daysPerWeek: 5,
  extentAssessment: 'Karen har kræfter til fem korte dage.',
  provider: 'kaerhoej',
  serviceArea: 'handicap',
  providersConsidered: [{ provider: 'kaerhoej', why: 'Små grupper' }],
  providerReason: 'Kærhøj har små grupper.',
  transport: true,
  transportBasis: 'right',
  startOn: '2027-01-04',
  purpose: reasoned.purpose,
  intervention: reasoned.intervention,
  changeDuty: true,
}

type Record_ = Readonly<Record<string, unknown>>
type Wanted = {
  /** What was applied for. */
  readonly wishes?: Applied
  readonly grounds?: readonly Ground[]
  readonly place?: Place
  /** Changes to the record's own fields; `undefined` takes one out. */
  readonly record?: Record_
}

/** The record of a granted place; whether it is a full grant or a part refusal follows from the comparison. */
export function grant({
  wishes = standardApplied,
  grounds = ['mental'],
  place,
  record,
}: Wanted = {}): Record_ {
  const given = { ...defaultPlace, ...place }
  const comparison = compare(
    wishes,
    {
      daysPerWeek: Number(given.daysPerWeek),
      provider: ProviderId.parse(given.provider),
      transport: given.transport === true,
      startOn: getDay(given.startOn),
    },
    { defaultDays: 5, agreedToMore: false },
  )
  const outcome = outcomeOf(comparison)
  return {
    ...stated(wishes, grounds, true),
    ...(outcome === 'PARTIALLY_REFUSED' && reasoned),
    comparison,
    outcome,
    place: given,
    ...record,
  }
}

/** The record of a refusal. */
export const refusal = ({ wishes = standardApplied, grounds = [], record }: Wanted = {}): Record_ => ({
  ...stated(wishes, grounds, grounds.length === 0),
  ...reasoned,
  comparison: compare(wishes, undefined, { defaultDays: 5, agreedToMore: false }),
  outcome: 'REFUSED',
  ...record,
})

/** The decision, made and its letter written; `posted('decision', …)` sends it. */
export const decidedUnsent = (on: string, record: Record_, name = 'decision'): Told => [
  { type: 'decisionMade', on, payload: { letterId: letterId(name), record }, asFound: true },
  letter('decision', on, [karen], name),
]
/** Decided, sent and received on one day. */
export const decided = (on: string, record: Record_ = grant(), name = 'decision'): Told => [
  decidedUnsent(on, record, name),
  posted(name, on),
]

export const delayNotice = (on: string, newDate: string, name = 'delayNotice'): Told => [
  happened('delayNoticeIssued', on, {
    letterId: letterId(name),
    formerDate: '2026-12-25',
    newDate,
    reason: 'Vi venter på lægens svar.',
  }),
  letter('delayNotice', on, [karen], name),
]

export const hearingSent = (on: string, name = 'hearing'): Told => [
  happened('hearingSent', on, {
    hearingId: part(name),
    letterId: letterId(name),
    paragraphs: ['Lægen skriver, at du højst kan klare tre dage.'],
    answerBy: '2026-12-15',
  }),
  letter('partyHearing', on, [karen], name),
]
export const hearingAnswered = (
  on: string,
  channel: Payload<'hearingAnswered'>['channel'] = 'web',
  name = 'hearing',
  by: Payload<'hearingAnswered'>['by'] = 'citizen',
): Told =>
  happened(
    'hearingAnswered',
    on,
    {
      hearingId: part(name),
      by,
      channel,
      answers: [{ paragraph: 0, agrees: false, inWords: 'Jeg kan godt klare fem.' }],
    },
    { by: asKaren },
  )

export const consented = (on: string, more: Partial<Payload<'consentGiven'>> = {}): Told =>
  happened(
    'consentGiven',
    on,
    {
      consentId: part('consent'),
      source: 'doctor',
      purpose: 'Helbred og funktionsevne',
      form: 'web',
      by: 'citizen',
      ...more,
    },
    { by: asKaren },
  )

export const asked = (on: string, more: Partial<Payload<'informationRequested'>> = {}): Told =>
  happened('informationRequested', on, {
    requestId: part('request'),
    source: 'doctor',
    topic: 'functioning',
    what: 'Statusattest',
    answerBy: '2026-11-30',
    consentId: part('consent'),
    letterId: letterId('otherSources'),
    ...more,
  })
/** The letter to the doctor, written when they were asked and sent by Sanne. */
export const writtenToSource = (on: string, more: Partial<Payload<'sourceLetterWritten'>> = {}): Told =>
  happened('sourceLetterWritten', on, {
    letterId: letterId('toDoctor'),
    requestId: part('request'),
    kind: 'sourceRequest',
    inputs: document('toDoctor-inputs'),
    document: document('toDoctor-pdf'),
    renderer: 'typst',
    ...more,
  })
export const sentToSource = (on: string): Told =>
  happened('sourceLetterSent', on, { letterId: letterId('toDoctor'), how: 'paper' })
export const answeredBySource = (on: string, more: Partial<Payload<'informationReceived'>> = {}): Told =>
  happened('informationReceived', on, {
    requestId: part('request'),
    source: 'doctor',
    summary: 'Statusattest: højst tre dage om ugen.',
    ...more,
  })

const goal = {
  goalId: part('goal'),
  text: 'At komme ud blandt andre to gange om ugen.',
  aim: 'maintain',
  towards: 'livingConditions',
}
/** The order to Kærhøj; `content` changes what it says. */
export const ordered = (on: string, content: Record_ = {}, name = 'order'): Told => ({
  type: 'orderSent',
  on,
  asFound: true,
  payload: {
    orderId: part(name),
    content: {
      provider: 'kaerhoej',
      daysPerWeek: 5,
      transport: true,
      startOn: '2027-01-04',
      purpose: reasoned.purpose,
      intervention: reasoned.intervention,
      needs: 'Hjælp til overblik',
      resources: 'Glad for at bage',
      goals: [goal],
      ...content,
    },
  },
})
export const orderAccepted = (on: string, startOn = '2027-01-04', name = 'order'): Told =>
  happened('orderAccepted', on, { orderId: part(name), startOn }, { by: asPia })
export const orderDeclined = (on: string, name = 'order'): Told =>
  happened('orderDeclined', on, { orderId: part(name), reason: 'Holdet er fuldt' }, { by: asPia })
export const contentJudged = (on: string, aimed: boolean, name = 'order'): Told =>
  happened('contentJudged', on, {
    orderId: part(name),
    aimed,
    because: 'Målene handler om at lave mad og om at komme ud blandt andre.',
  })
export const started = (on: string, name = 'order'): Told =>
  happened('placementStarted', on, { orderId: part(name) }, { by: asPia })

export const rikke = UserId.parse(uuid(14))
export const jens = UserId.parse(uuid(15))
export const contactAppointed = (on: string, contactPerson: UserId, because?: string): Told =>
  happened(
    'contactPersonAppointed',
    on,
    { orderId: part('order'), contactPerson, ...(because !== undefined && { because }) },
    { by: asPia },
  )

const planPart = {
  goalId: part('goal'),
  subGoal: 'Karen siger selv til, når hun vil med.',
  method: 'Hun spørges hver morgen, og der er en plads til hende ved bordet.',
  responsible: { kind: 'staff', userId: pia },
} as const
/** Kærhøj's plan for Karen; `more` changes what it says. */
export const planMade = (
  on: string,
  more: Partial<Payload<'interventionPlanMade'>> = {},
  name = `plan-${on}`,
): Told =>
  happened(
    'interventionPlanMade',
    on,
    { planId: part(name), orderId: part('order'), parts: [planPart], ...more },
    { by: asPia },
  )
/** Her goal followed: by Kærhøj with her voice beside, or by herself. */
export const followed = (
  on: string,
  by: EventActor = asPia,
  more: Partial<Payload<'goalFollowed'>> = {},
): Told =>
  happened(
    'goalFollowed',
    on,
    {
      goalId: part('goal'),
      orderId: part('order'),
      voice: { kind: 'said', mood: 'good' },
      ...(by.kind === 'staff' && { level: 1 }),
      ...more,
    },
    { by },
  )

/** A message in the thread of the placement; `answer`: whether one is asked for. */
export const messaged = (
  on: string,
  by: EventActor,
  to: Payload<'messageSent'>['to'],
  name: string,
  { answer = true, order = 'order' }: { readonly answer?: boolean; readonly order?: string } = {},
): Told =>
  happened(
    'messageSent',
    on,
    { messageId: part(name), orderId: part(order), to, text: 'Kan vi tales ved?', answer },
    { by },
  )
export const readUpTo = (on: string, by: EventActor, name: string): Told =>
  happened('messageRead', on, { messageId: part(name) }, { by })

/** Karen's week from a day on: whole days on these weekdays. */
export const scheduled = (
  on: string,
  more: { readonly weekdays?: readonly number[]; readonly from?: string; readonly because?: string } = {},
): Told => {
  const { weekdays = [1, 2, 3, 4, 5], from = '2027-01-04', because } = more
  const days = weekdays.map((weekday) => ({
    weekday,
    part: 'full' as const,
    starts: '08:30',
    ends: '14:30',
  }))
  return happened(
    'weeklyScheduleSet',
    on,
    { orderId: part('order'), from, days, ...(because !== undefined && { because }) },
    { by: asPia },
  )
}

/** Karen's ride, ordered with whoever drives for the place. */
export const rideArranged = (
  on: string,
  needs: Partial<Payload<'transportArranged'>> = {},
  name = 'order',
): Told =>
  happened('transportArranged', on, {
    orderId: part(name),
    wheelchair: false,
    companion: false,
    ...needs,
  })

/** Karen's yes to a trip on the 22nd of January, or to a material. */
export const agreed = (
  on: string,
  more: Partial<Payload<'purchaseAgreed'>> = {},
  by: EventActor = asKaren,
): Told =>
  happened(
    'purchaseAgreed',
    on,
    {
      purchaseId: part('trip'),
      orderId: part('order'),
      provider: 'kaerhoej',
      item: { itemId: 'tur', kind: 'trip', name: 'Tur', priceOere: 7500 },
      priceListFrom: '2027-01-01',
      outing: { outingId: part('beach'), name: 'Til stranden', day: '2027-01-22', answerBy: '2027-01-20' },
      said: { how: 'web' },
      ...more,
    },
    { by },
  )
export const material = {
  purchaseId: part('yarn'),
  item: { itemId: 'garn', kind: 'material', name: 'Garn', priceOere: 4500 },
  outing: undefined,
  said: { how: 'spoken', inWords: 'Jeg vil have det blå garn' },
} as const
export const tookBack = (on: string): Told =>
  happened('purchaseWithdrawn', on, { purchaseId: part('trip'), said: { how: 'web' } }, { by: asKaren })
export const calledOff = (on: string): Told =>
  happened('purchaseCalledOff', on, { purchaseId: part('trip') }, { by: asPia })
export const settledUp = (on: string, amountOere: number, name = 'trip'): Told =>
  happened(
    'purchaseSettled',
    on,
    { purchaseId: part(name), tookPart: amountOere > 0, amountOere },
    { by: asPia },
  )
/** Three cancellations in four weeks, the last of them on the day it was found. */
export const repeatedAbsence = (on: string, name = 'pattern', order = 'order'): Told =>
  happened(
    'absencePatternFound',
    on,
    {
      patternId: part(name),
      orderId: part(order),
      from: addDays(getDay(on), -27),
      to: on,
      basis: 'count',
      expected: 12,
      came: 9,
      absences: [-12, -5, 0].map((days) => ({
        day: addDays(getDay(on), days),
        kind: 'cancelled' as const,
        reason: 'unwilling' as const,
      })),
    },
    { by: asSystem },
  )
export const talkedWith = (party: 'citizen' | 'provider', on: string, name = 'pattern'): Told =>
  happened('absenceDialogueHeld', on, {
    patternId: part(name),
    with: party,
    how: 'phone',
    cause: 'days',
    words: 'Onsdag er svær, for der er fysioterapi om morgenen.',
  })
export const continued = (
  outcome: Payload<'continuationAssessed'>['outcome'],
  on: string,
  name = 'pattern',
): Told =>
  happened('continuationAssessed', on, {
    patternId: part(name),
    outcome,
    because: 'Onsdag bliver flyttet til torsdag, og resten passer.',
  })

export const providerReported = (
  on: string,
  more: Partial<Payload<'providerReported'>> = {},
  name = 'report',
): Told =>
  happened(
    'providerReported',
    on,
    {
      reportId: part(name),
      orderId: part('order'),
      kind: 'deviation',
      since: getDay('2027-02-08'),
      what: 'Karen kommer ikke om onsdagen.',
      done: 'Vi har talt med hende om det.',
      proposed: 'Fire dage i stedet for fem.',
      hints: ['longAbsence'],
      ...more,
    },
    { by: asPia },
  )
export const reportAnswered = (
  on: string,
  more: Partial<Payload<'reportAnswered'>> = {},
  name = 'report',
): Told =>
  happened('reportAnswered', on, {
    reportId: part(name),
    reaction: 'contact',
    words: 'Vi ringer til Karen på mandag.',
    ...more,
  })

/** Looked at anew, because of what a follow-up showed unless something else is said. */
export const lookedAtAnew = (on: string, more: Partial<Payload<'reassessmentOpened'>> = {}): Told =>
  happened('reassessmentOpened', on, { cause: 'followUp', because: 'Hun kan holde til færre dage.', ...more })
export const nothingChanges = (on: string, more: Partial<Payload<'reassessmentConcluded'>> = {}): Told =>
  happened('reassessmentConcluded', on, {
    conclusion: 'unchanged',
    because: 'Dagene passer til hende.',
    ...more,
  })
/** Somebody asks for a follow-up now. */
export const followUpAskedFor = (on: string, by: EventActor = asPia): Told =>
  happened(
    'followUpAskedFor',
    on,
    {
      orderId: part('order'),
      askedBy: by.kind === 'citizen' ? 'citizen' : 'provider',
      trigger: 'wellbeing',
      words: 'Karen sover dårligt og siger, at dagene er for lange.',
    },
    { by },
  )
/** A status meeting called for a day at ten, at Kærhøj. */
export const meetingCalled = (on: string, day: string, name = 'meeting', order = 'order'): Told =>
  happened('statusMeetingCalled', on, {
    meetingId: part(name),
    orderId: part(order),
    ...meetingTime,
    day,
    participants: ['citizen', 'contactPerson', 'caseworker'],
    letterId: letterId(name),
  })
const meetingTime = { starts: '10:00', ends: '11:00', place: 'Kærhøj, mødelokalet' }
export const meetingMoved = (on: string, day: string, name = 'meeting'): Told =>
  happened('statusMeetingMoved', on, {
    meetingId: part(name),
    ...meetingTime,
    day,
    because: 'Karen skal til lægen den dag.',
    letterId: letterId(`${name}-moved-${on}`),
  })
export const meetingCancelled = (on: string, name = 'meeting'): Told =>
  happened('statusMeetingCancelled', on, {
    meetingId: part(name),
    because: 'Karen vil vente til efter ferien.',
    letterId: letterId(`${name}-cancelled`),
  })
export const otherTimeAskedFor = (on: string, name = 'meeting'): Told =>
  happened(
    'anotherTimeAskedFor',
    on,
    { meetingId: part(name), words: 'Jeg kan ikke om morgenen.' },
    { by: asKaren },
  )
export const meetingTimeKept = (on: string, name = 'meeting'): Told =>
  happened('meetingTimeKept', on, { meetingId: part(name), because: 'Det er det eneste ledige lokale.' })
/** Kærhøj's report before the meeting, with what Karen says herself. */
export const reported = (on: string, name = 'meeting'): Told =>
  happened(
    'statusReportSent',
    on,
    {
      meetingId: part(name),
      orderId: part('order'),
      from: '2027-01-04',
      to: on,
      days: [{ outcome: 'came', count: 40 }],
      absences: [],
      goals: [{ goalId: part('goal'), text: goal.text, followed: [] }],
      notes: [],
      voice: { kind: 'said', words: 'Jeg kan godt lide at bage.', how: 'words' },
      assessment: 'Karen er med i køkkenet hver dag.',
    },
    { by: asPia },
  )
/** The follow-up concluded, of the meeting on that day. */
export const followedUp = (
  on: string,
  more: Partial<Payload<'followUpConcluded'>> = {},
  recorded: Pick<Happening, 'recordedOn'> = {},
): Told =>
  happened(
    'followUpConcluded',
    on,
    {
      meetingId: part('meeting'),
      orderId: part('order'),
      citizen: { kind: 'yes', said: 'Jeg vil gerne blive ved.' },
      minutes: 'Vi talte om dagene, om køkkenet og om vejen hjem.',
      goals: [{ goalId: part('goal'), text: goal.text, result: 'partly', level: 2 }],
      onward: 'asIs',
      because: 'Fem dage passer til hende, og målet er det samme.',
      result: 'continue',
      supervision: { getsDecided: 'yes', towardsGoals: 'yes', asItShouldBe: 'yes' },
      ...more,
    },
    recorded,
  )
/** Karen complains over the decision, and gets her receipt the same day unless `receiptOn` says otherwise. */
export const complained = (
  on: string,
  more: Partial<Payload<'complaintReceived'>> = {},
  {
    name = 'complaint',
    receiptOn = on,
  }: { readonly name?: string; readonly receiptOn?: string | undefined } = {},
): Told => [
  happened(
    'complaintReceived',
    on,
    {
      complaintId: part(name),
      decisionId: part('decision'),
      channel: 'web',
      by: { kind: 'citizen' },
      words: 'Jeg kan godt klare fem dage.',
      letterId: letterId(`receipt-${name}`),
      ...more,
    },
    { by: asKaren },
  ),
  letter('complaintReceipt', on, [karen], `receipt-${name}`),
  receiptOn === 'never' ? [] : dispatched(`receipt-${name}`, receiptOn),
]
export const toldMore = (
  on: string,
  channel: Payload<'complaintSupplemented'>['channel'] = 'phone',
  name = 'complaint',
): Told =>
  happened('complaintSupplemented', on, {
    complaintId: part(name),
    channel,
    by: { kind: 'citizen' },
    words: 'Det er onsdagen, der er for lang.',
  })
export const stoodByComplaint = (on: string): Told =>
  happened('complaintConfirmed', on, { complaintId: part('complaint'), how: 'telefon' })
export const complaintTakenBack = (on: string): Told =>
  happened(
    'complaintWithdrawn',
    on,
    { complaintId: part('complaint'), by: { kind: 'citizen' }, how: 'web' },
    { by: asKaren },
  )
export const lookedAgain = (
  outcome: Payload<'complaintReassessed'>['outcome'],
  on: string,
  failed: Pick<Payload<'complaintReassessed'>, 'cause' | 'clause'> = {},
): Told => [
  happened('complaintReassessed', on, {
    complaintId: part('complaint'),
    outcome,
    reasons: 'Vi har talt med lægen igen og lagt vægt på, at dagene er korte.',
    letterId: letterId('reassessment'),
    ...(outcome === 'part' && { upheldIn: 'Der bliver kørsel.' }),
    ...failed,
  }),
  letter('reassessment', on),
]
export const complaintDelayed = (on: string, newDate: string, name = 'complaintDelay'): Told => [
  happened('complaintDelayTold', on, {
    complaintId: part('complaint'),
    letterId: letterId(name),
    newDate,
    reason: 'Vi venter på lægen.',
  }),
  letter('complaintDelay', on, [karen], name),
  dispatched(name, on),
]
/** Written for the Appeals Board, and handed over on the same day. */
export const sentToBoard = (on: string): Told => [
  happened('complaintForwarded', on, { complaintId: part('complaint'), letterId: letterId('forwarded') }),
  letter('complaintForwarded', on, [karen], 'forwarded'),
  happened('complaintSent', on, { complaintId: part('complaint'), how: 'digitalPost' }),
]
export const boardAnswered = (
  result: Payload<'complaintResultReceived'>['result'],
  on: string,
  cause?: Payload<'complaintResultReceived'>['cause'],
): Told => [
  happened('complaintResultReceived', on, {
    complaintId: part('complaint'),
    result,
    ...(cause && { cause }),
    reference: 'AST 27-1234',
    words: 'Sagen er ikke oplyst godt nok om, hvad Karen kan klare.',
  }),
  result === 'remanded'
    ? happened('remandReceived', on, { reference: 'AST 27-1234', whatToInform: 'Hvad Karen kan klare.' })
    : [],
]
export const boardCarriedOut = (on: string): Told =>
  happened('complaintResultCarriedOut', on, { complaintId: part('complaint'), how: 'Kørslen er bestilt.' })

export const withdrawn = (on: string): Told =>
  happened('applicationWithdrawn', on, { by: 'citizen', how: 'telefon' }, { by: asKaren })
export const died = (on: string, recordedOn = on): Told =>
  happened('deathRegistered', on, { diedOn: on }, { recordedOn, by: { kind: 'system', name: 'cpr' } })
export const remanded = (on: string): Told =>
  happened('remandReceived', on, { reference: 'AST 26-1234', whatToInform: 'Lægelige oplysninger' })
export const represented = (on: string, more: Partial<Payload<'representativeRegistered'>> = {}): Told =>
  happened('representativeRegistered', on, {
    representationId: part('guardian'),
    personId: lone,
    type: 'guardianPersonal',
    scopes: ['read', 'write', 'receiveLetters'],
    from: on,
    verified: 'Beskikkelsen er set',
    ...more,
  })
export const noted = (on: string, more: Partial<Payload<'noteRecorded'>> = {}, recordedOn = on): Told =>
  happened(
    'noteRecorded',
    on,
    { kind: 'phoneCall', text: 'Karen ringede om transport.', with: 'citizen', ...more },
    { recordedOn },
  )

type Activity = Payload<'activityJoined'>['activity']
const pottery: Activity = {
  activityId: part('pottery'),
  name: 'Keramik',
  sharing: 'shared',
  kind: 'be5d5058-ef06-42a9-b894-51e44513e717',
  domains: ['motor'],
  health: false,
}

/** What Kærhøj writes about a day, on the day or later. */
export const dailyNote = (
  on: string,
  more: Partial<Payload<'dailyNoteRecorded'>> = {},
  recordedOn = on,
): Told =>
  happened(
    'dailyNoteRecorded',
    on,
    { noteId: part(`note-${on}`), orderId: part('order'), text: 'Karen bagte boller med holdet.', ...more },
    { by: asPia, recordedOn },
  )
export const joined = (on: string, activity: Partial<Activity> = {}, name = 'pottery'): Told =>
  happened(
    'activityJoined',
    on,
    {
      participationId: part(`in-${name}`),
      orderId: part('order'),
      activity: { ...pottery, activityId: part(name), ...activity },
    },
    { by: asPia },
  )
export const left = (on: string, name = 'pottery'): Told =>
  happened('activityLeft', on, { participationId: part(`in-${name}`) }, { by: asPia })
export const saidNoTo = (on: string, activity: Partial<Activity> = {}): Told =>
  happened(
    'activityDeclined',
    on,
    { orderId: part('order'), activity: { ...pottery, ...activity } },
    { by: asPia },
  )
export const noSharedPossible = (on: string): Told =>
  happened(
    'sharedActivityImpossible',
    on,
    { orderId: part('order'), because: 'Karen kan for tiden kun være sammen med én.' },
    { by: asPia },
  )
export const setAside = (on: string, domain: Payload<'skillDomainSetAside'>['domain']): Told =>
  happened(
    'skillDomainSetAside',
    on,
    { orderId: part('order'), domain, because: 'Karen klarer det selv derhjemme.' },
    { by: asPia },
  )

/** Karen asks to see her papers; the caseworker tells of a delay, and answers. */
export const accessAsked = (
  on: string,
  rights: Payload<'accessRequested'>['rights'] = ['fileAccess'],
  name = 'access',
): Told =>
  happened(
    'accessRequested',
    on,
    { requestId: part(name), rights, whole: true, channel: 'web' },
    { by: asKaren },
  )
export const accessDelayed = (on: string, expectedOn: string, name = 'access'): Told => [
  happened('accessDelayTold', on, {
    requestId: part(name),
    letterId: letterId(`${name}-delay-${on}`),
    because: 'Der er mange papirer.',
    expectedOn,
  }),
  letter('accessDelay', on, [karen], `${name}-delay-${on}`),
  posted(`${name}-delay-${on}`, on),
]
export const accessGiven = (on: string, name = 'access'): Told => [
  happened('accessAnswered', on, {
    requestId: part(name),
    letterId: letterId(`${name}-answer`),
    given: ['application-1'],
    left: [],
    file: document(`${name}-file`),
    data: document(`${name}-data`),
  }),
  letter('accessAnswer', on, [karen], `${name}-answer`),
  posted(`${name}-answer`, on),
]
export const saidWrong = (on: string): Told =>
  happened(
    'correctionRequested',
    on,
    { correctionId: part('wrong'), wrong: 'Jeg bor ikke alene.' },
    { by: asKaren },
  )
export const wrongAnswered = (on: string): Told =>
  happened('correctionAnswered', on, {
    correctionId: part('wrong'),
    outcome: 'agreed',
    answer: 'Du har ret. Det er skrevet ved siden af.',
  })
export const lookAsked = (on: string): Told =>
  happened(
    'lookQuestioned',
    on,
    { questionId: part('look'), look: 'Sagsbehandler, 20. november', words: 'Hvorfor så hun min sag?' },
    { by: asKaren },
  )
export const lookAnswered = (on: string): Told =>
  happened(
    'lookQuestionAnswered',
    on,
    { questionId: part('look'), justified: true, answer: 'Hun afløste Sanne den dag.' },
    { by: asLeader },
  )

export const moveAnnounced = (on: string, more: Partial<Payload<'moveAnnounced'>> = {}): Told =>
  happened('moveAnnounced', on, {
    to: '0621',
    movesOn: '2027-05-01',
    why: 'ownWish',
    how: 'Karen ringede',
    ...more,
  })
export const moveCalledOff = (on: string): Told =>
  happened('moveCalledOff', on, { because: 'Hun fik ikke lejligheden' })
/** Settled, with the letter; whether it is sent is told by `dispatched(name, …)`. */
export const moveSettled = (
  outcome: Payload<'moveSettled'>['outcome'],
  on: string,
  takeoverOn?: string,
  name = `move-${on}`,
): Told => [
  happened('moveSettled', on, {
    outcome,
    ...(takeoverOn && { takeoverOn }),
    basis: 'Aftalt på telefon',
    letterId: letterId(name),
  }),
  happened('municipalityRecorded', on, {
    resident: '0575',
    acting: '0575',
    paying: '0575',
    basis: 'Aftalt på telefon',
    disputed: outcome === 'disputed',
  }),
  letter('moveNotice', on, [karen], name),
]
export const papersHandedOver = (on: string): Told =>
  happened('papersHandedOver', on, { ground: 'necessary', papers: 'Afgørelsen', how: 'sikker mail' })
export const takenOver = (on: string, recordedOn = on): Told =>
  happened(
    'actingMunicipalityChanged',
    on,
    { to: '0621', effectiveOn: on, basis: 'Kolding har overtaget' },
    { recordedOn },
  )
export const movedHere = (on: string): Told =>
  happened('movedHereRecorded', on, { from: '0621', movedOn: on, helpThere: 'En plads tre dage om ugen' })
/** The package that the archive has of a case: its hash is as good as any. */
const packaged = document('archive-package')
/** Karen's closed case lies in the archive. */
export const archived = (on: string, more: Partial<Payload<'archiveDelivered'>> = {}): Told =>
  happened(
    'archiveDelivered',
    on,
    { reference: 'AV-1042', receiver: 'Rigsarkivet', package: packaged, through: 1, ...more },
    { by: asLeader },
  )
export const held = (on: string, name = 'hold'): Told =>
  happened(
    'erasureHeld',
    on,
    { holdId: part(name), ground: 'disposalBan', because: 'Rigsarkivet vil se sagerne fra det år.' },
    { by: asLeader },
  )
export const released = (on: string, name = 'hold'): Told =>
  happened('erasureReleased', on, { holdId: part(name), because: 'Forbuddet er ophævet.' }, { by: asLeader })
export const erasureApproved = (on: string): Told =>
  happened('erasureApproved', on, { package: packaged }, { by: asLeader })
export const closed = (on: string, reason: Payload<'caseClosed'>['reason'] = 'withdrawn'): Told =>
  happened('caseClosed', on, { reason })
