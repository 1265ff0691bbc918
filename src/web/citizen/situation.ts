/**
 * What happens now, in one sentence, with one thing to do at most; a delay is told beside it. A pure presenter: the same history gives
 * the same sentence, whoever looks and whenever.
 */

import { versionOn } from '../../casework/house.ts'
import {
  type CaseFile,
  currentOrder,
  currentProceeding,
  type Hearing,
  type Letter,
} from '../../domain/case/case-file.ts'
import { hearingAnswerBy, isHeard } from '../../domain/case/decision/gate.ts'
import { answerOf } from '../../domain/case/hearing/answer.ts'
import { currentMove, settledAs } from '../../domain/case/moving/about.ts'
import { findLetter, processingDeadline } from '../../domain/case/processing.ts'
import { openReassessmentOf } from '../../domain/case/reassessment/standing.ts'
import { awaitsConfirmation } from '../../domain/case/recipients.ts'
import type { MunicipalityCode } from '../../domain/identity.ts'
import type { CalendarDay } from '../../domain/time/calendar-day.ts'
import type { DerivationStep } from '../../domain/time/deadline.ts'
import { municipalityName } from '../../domain/vocabulary/municipality.ts'
import type { Municipality } from '../../standards/municipality.ts'
import { longDay } from '../i18n/dates.ts'
import type { Language } from '../i18n/messages.ts'
import type { Step } from '../ui/parts.tsx'
import { caseMessages } from './case-messages.ts'

export type Situation = {
  readonly sentence: string
  /** Beside the one thing to do: the decision comes later than was promised. */
  readonly also?: string
  readonly date: CalendarDay | undefined
  readonly derivation: readonly DerivationStep[]
  readonly action: { readonly href: string; readonly text: string } | undefined
  readonly steps: readonly Step[]
  readonly over: boolean
}

type View = {
  readonly file: CaseFile
  readonly municipality: Municipality
  readonly today: CalendarDay
  readonly language: Language
  /** What whoever looks may do: they are asked for nothing else. Everything, when left out. */
  readonly may?: (action: 'confirmApplication' | 'answerHearing') => boolean
}

/** The hearing that the citizen has not answered themselves. */
export const openHearing = (file: CaseFile): Hearing | undefined =>
  currentProceeding(file).decision === undefined
    ? currentProceeding(file).hearings.find((h) => answerOf(h, 'citizen') === undefined)
    : undefined

/** The newest decision, whichever run it ended. */
export const lastDecision = (file: CaseFile) => file.proceedings.filter((p) => p.decision).at(-1)

export const caseHref = (file: CaseFile): string => `/borger/sag/${file.caseNumber}`

export function situationOf({ file, municipality, today, language, may = () => true }: View): Situation {
  const t = caseMessages(language)
  const { terms } = versionOn(municipality, file.received.on)
  const proceeding = currentProceeding(file)
  const also = moveInWords(file, language)
  const base = {
    ...(also && { also }),
    date: undefined,
    derivation: [],
    action: undefined,
    steps: stepsOf(file, language),
    over: false,
  }
  const over = (sentence: string): Situation => {
    const { also: _, ...rest } = base
    return { ...rest, sentence, over: true }
  }
  if (file.died) return over(t.died)
  if (file.withdrawn) return over(t.withdrawn)
  if (file.movedAway) return over(t.moved)
  if (file.closed) return over(t.closed)
  const href = caseHref(file)
  if (awaitsConfirmation(file))
    return {
      ...base,
      sentence: t.confirm,
      action: may('confirmApplication') ? { href: `${href}/bekraeft`, text: t.seeApplication } : undefined,
    }
  const order = currentOrder(file)
  const { decision } = proceeding
  if (decision) {
    const place = order?.content.provider && municipality.providerName(order.content.provider)
    const read = { href: `${href}/brev/${decision.letterId}`, text: t.readDecision }
    if (order && place && order.seq > decision.seq) {
      if (order.started) return { ...base, sentence: t.running(place), action: read }
      if (order.accepted)
        return {
          ...base,
          sentence: t.starting(place, longDay(order.accepted.startOn, language)),
          date: order.accepted.startOn,
          action: read,
        }
      return { ...base, sentence: t.ordered(place), action: read }
    }
    return { ...base, sentence: t.decided, action: read }
  }
  if (proceeding.trigger.kind === 'anotherPlace') return { ...base, sentence: t.another }
  const notice = proceeding.delayNotices.at(-1)
  const delayed = notice && notice.newDate >= today ? notice : undefined
  const hearing = openHearing(file)
  const answer = hearing && {
    href: `${href}/hoering/${hearing.hearingId}`,
    text: may('answerHearing') ? t.answerHearing : t.readHearing,
  }
  if (hearing && !isHeard(file, hearing, terms, today)) {
    const by = hearingAnswerBy(file, hearing, terms)
    const later = delayed && { also: t.delayed(longDay(delayed.newDate, language), delayed.reason) }
    return { ...base, sentence: t.hearing(longDay(by, language)), date: by, action: answer, ...later }
  }
  // The time to answer has run out: the date that counts is the municipality's again. An answer is still taken.
  const waiting = { ...base, action: answer }
  if (delayed)
    return {
      ...waiting,
      sentence: t.delayed(longDay(delayed.newDate, language), delayed.reason),
      date: delayed.newDate,
      derivation: [{ step: 'named', day: delayed.newDate }],
    }
  const deadline = processingDeadline(proceeding, terms.parameters)
  const due = notice?.newDate ?? deadline.due
  const sentence =
    due < today
      ? t.overdue(longDay(due, language))
      : openReassessmentOf(file)
        ? t.lookingAnew(longDay(due, language))
        : t.examining(longDay(due, language))
  // The last working day is the municipality's own matter; the citizen is promised the date in law.
  const derivation = deadline.derivation.filter((s) => s.step !== 'lastWorkingDay')
  return { ...waiting, sentence, date: due, derivation: notice ? [{ step: 'named', day: due }] : derivation }
}

/** Who helps while somebody moves: said beside whatever else happens, for it is what people worry about. */
function moveInWords(file: CaseFile, language: Language): string | undefined {
  const t = caseMessages(language)
  const named = (code: MunicipalityCode): string =>
    `${municipalityName(code)} ${language === 'en' ? 'Municipality' : 'Kommune'}`
  const move = currentMove(file)
  if (move === undefined) {
    const here = file.movedHere.at(-1)
    return here && lastDecision(file) === undefined ? t.movedHere(named(here.from)) : undefined
  }
  const settled = settledAs(move)
  if (settled === undefined) return t.moving(named(move.to))
  if (settled.takeoverOn) return t.takeover(named(move.to), longDay(settled.takeoverOn, language))
  return settled.outcome === 'disputed' ? t.disputed(named(move.to)) : t.stays(named(move.to))
}

function stepsOf(file: CaseFile, language: Language): readonly Step[] {
  const { steps } = caseMessages(language)
  const { decision, hearings } = currentProceeding(file)
  const order = currentOrder(file)
  const started = decision !== undefined && order?.started !== undefined
  const refused = decision?.record.outcome === 'REFUSED'
  // Past the last step of their own everything is done: the decision of a refusal, the start of a grant.
  const now = started ? 5 : decision ? 4 : hearings.some((h) => answerOf(h, 'citizen') === undefined) ? 2 : 1
  const names = [
    steps.received,
    steps.examining,
    steps.reading,
    steps.decision,
    ...(refused ? [] : [steps.start]),
  ]
  return names.map((text, index) => ({ text, state: index < now ? 'done' : index === now ? 'now' : 'later' }))
}

/** The letters that have reached this person, newest first. A letter still on its way is not shown: it has not arrived. */
export const lettersFor = (file: CaseFile, recipients: readonly string[]): readonly Letter[] =>
  [...file.letters]
    .filter((l) =>
      l.copies.some((copy) => recipients.includes(copy.recipient) && (copy.delivered || copy.dispatched)),
    )
    .reverse()

export const findOwnLetter = (
  file: CaseFile,
  letterId: string,
  recipients: readonly string[],
): Letter | undefined => {
  const letter = file.letters.find((l) => l.letterId === letterId)
  return letter && lettersFor(file, recipients).includes(letter)
    ? findLetter(file, letter.letterId)
    : undefined
}
