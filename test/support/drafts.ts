/** Decision drafts that are complete for a case as it stands: the gate lets them through, whichever outcome they amount to. */
import { type CaseFile, currentProceeding } from '../../src/domain/case/case-file.ts'
import { hasTransportRight, isHeard } from '../../src/domain/case/decision/gate.ts'
import { DecisionDraft } from '../../src/domain/case/decision/record.ts'
import { openReassessmentOf } from '../../src/domain/case/reassessment/standing.ts'
import type { StandardTerms } from '../../src/domain/standard/terms.ts'
import { addDays, addMonths, type CalendarDay, latest } from '../../src/domain/time/calendar-day.ts'
import { sanne } from './case-story.ts'

/** In which ways less than, or something else than, what was applied for is given. All false is as much as can be given. */
export type Departures = {
  readonly fewerDays: boolean
  readonly moreDays: boolean
  readonly otherPlace: boolean
  readonly withoutTransport: boolean
  readonly later: boolean
  readonly timeLimited: boolean
}
export const noDepartures: Departures = {
  fewerDays: false,
  moreDays: false,
  otherPlace: false,
  withoutTransport: false,
  later: false,
  timeLimited: false,
}

/** A place for whoever is in the target group, a refusal for everybody else. Every text is written, needed or not. */
export function completeDraft(
  file: CaseFile,
  terms: StandardTerms,
  today: CalendarDay,
  departures: Departures = noDepartures,
): DecisionDraft {
  const { assessment } = currentProceeding(file)
  const granted = assessment?.criterionA.answer === true && assessment.criterionB.answer
  return DecisionDraft.parse({
    ...reasons(file, terms, today),
    effectiveOn: effectOf(file, terms, today),
    ...(granted ? place(file, terms, today, departures) : { place: 'refused' }),
  })
}

/** A change can take effect when its notice is over; a first place at once. */
const effectOf = (file: CaseFile, { parameters }: StandardTerms, today: CalendarDay): CalendarDay =>
  openReassessmentOf(file) ? addDays(today, parameters.changeNoticeDays) : today

function reasons(file: CaseFile, terms: StandardTerms, today: CalendarDay) {
  const heard = currentProceeding(file).hearings.find((h) => isHeard(file, h, terms, today))
  return {
    legalBasis: ['SEL-104'],
    purpose: 'At have en fast hverdag sammen med andre.',
    intervention: 'En plads i en lille gruppe med værksted.',
    considerations: 'Vi har lagt vægt på lægens vurdering af, hvad du kan klare.',
    facts: [{ text: 'Du bliver træt efter to timer.', source: 'samtale med dig' }],
    citizensView: 'Du vil helst af sted hver dag.',
    citizensViewWeighed: 'Vi har vejet dit ønske mod lægens vurdering.',
    hearing: heard
      ? { kind: 'heard', hearingId: heard.hearingId }
      : { kind: 'omitted', because: 'Du kender alle oplysningerne.' },
    otherPossibilities: { kind: 'considered', items: [{ paragraph: 'SEL § 85', result: 'Fortsætter' }] },
    alternatives: 'Huset holder åbent to formiddage om ugen.',
    contact: sanne,
  }
}

function place(file: CaseFile, terms: StandardTerms, today: CalendarDay, d: Departures) {
  const { applied } = file
  const full = terms.parameters.defaultDaysPerWeek
  const asked = applied.daysPerWeek ?? full
  const days = d.fewerDays ? Math.max(0.5, asked - 1) : d.moreDays ? Math.min(7, asked + 1) : asked
  const [first, second] = terms.providers.map((p) => p.id)
  const wished = applied.place ?? first
  const provider = d.otherPlace ? (wished === first ? second : first) : wished
  const mustHave = hasTransportRight(currentProceeding(file)) && applied.transport !== 'none'
  const wantsIt = applied.transport === 'transport' || (applied.transport === 'unknown' && mustHave)
  const transport = wantsIt && !(d.withoutTransport && !hasTransportRight(currentProceeding(file)))
  const oldEnough = addMonths(file.bornOn, terms.parameters.minimumAge * 12)
  const soonest = latest(
    latest(effectOf(file, terms, today), oldEnough),
    applied.start.kind === 'from' ? applied.start.day : today,
  )
  const startOn = d.later ? addDays(soonest, 20) : soonest
  return {
    place: 'granted',
    daysPerWeek: days,
    hoursPerWeek: applied.hoursPerWeek,
    reducedExtentReason: days < full ? 'healthOrFatigue' : undefined,
    extentAssessment: 'Så meget har du kræfter til.',
    provider,
    providersConsidered: terms.providers.map((p) => ({ provider: p.id, why: 'Ligger i kommunen' })),
    providerReason: 'Grupperne er små.',
    wishAnswer: 'Der er ikke frit valg, og her er grupperne mindre.',
    transport,
    transportReason: transport ? undefined : 'Der går en bus til døren.',
    startOn,
    endOn: d.timeLimited ? addMonths(startOn, 6) : undefined,
  }
}
