import { z } from 'zod'
import { caseRule, dueInWorkingDays, firstOf, metBy } from '../../standard/rule.ts'
import { latest } from '../../time/calendar-day.ts'
import type { CaseFile, Fact, Move } from '../case-file.ts'
import { dispatchOf } from '../processing.ts'

const none = z.object({})

const after = <F extends Fact>(facts: readonly F[], { seq }: Pick<Fact, 'seq'>): F | undefined =>
  facts.find((fact) => fact.seq > seq)

/** The move came to nothing: what was owed because of it is not needed. */
const calledOff = ({ calledOff: off }: Move) => off && { voidOn: off.on, voidReason: 'notNeeded' as const }

/** Each settlement of a move, with the one that took its place. */
const settlements = (file: CaseFile) =>
  file.moves.flatMap((move) =>
    move.settled.map((settled, index) => ({ move, settled, next: move.settled[index + 1] })),
  )

/** When somebody moves it is settled who is acting municipality (RSL § 9). Also a disagreement is an answer: then we go on. */
export const moveSettled = caseRule(none, (file, _, { parameters }) =>
  file.moves.map((move) => ({
    about: `move-${move.seq}`,
    triggeredOn: move.on,
    arisesOn: move.on,
    ...dueInWorkingDays(move.on, parameters.moveSettleWorkingDays),
    ...metBy(move.settled[0], move.seq),
    ...calledOff(move),
    task: 'settleMove' as const,
  })),
)

/** Who helped somebody to a residence elsewhere is still the one that helps and pays (RSL § 9), and has it recorded. */
export const payerKept = caseRule(none, (file, _, { parameters, municipality }) =>
  file.moves
    .filter((move) => move.why === 'placedByUs')
    .map((move) => ({
      about: `payer-${move.seq}`,
      triggeredOn: move.on,
      arisesOn: move.on,
      ...dueInWorkingDays(move.on, parameters.moveSettleWorkingDays),
      ...metBy(
        after(
          file.municipalities.filter((m) => m.acting === municipality && m.paying === municipality),
          move,
        ),
        move.seq,
      ),
      ...calledOff(move),
      task: 'settleMove' as const,
    })),
)

/** A disagreement does not stop the help, and is not left lying: it is settled, or looked at again (RSL § 9 a). */
export const disputeSettled = caseRule(none, (file, _, { parameters }) =>
  settlements(file)
    .filter(({ settled }) => settled.outcome === 'disputed')
    .map(({ move, settled, next }) => ({
      about: `dispute-${settled.seq}`,
      triggeredOn: settled.on,
      arisesOn: settled.on,
      ...dueInWorkingDays(settled.on, parameters.moveSettleWorkingDays),
      ...metBy(next, move.seq, settled.seq),
      ...calledOff(move),
      task: 'settleMove' as const,
    })),
)

/** The citizen is told who helps, from when, and that nothing stops meanwhile (FVL § 7). */
export const moveTold = caseRule(none, (file, _, { parameters }) =>
  settlements(file).map(({ move, settled, next }) => ({
    about: `told-${settled.seq}`,
    triggeredOn: settled.on,
    arisesOn: settled.on,
    ...dueInWorkingDays(settled.on, parameters.moveToldWorkingDays),
    ...metBy(dispatchOf(file, settled.letterId), settled.seq),
    ...calledOff(move),
    ...(next && { voidOn: next.on, voidReason: 'superseded' as const }),
    task: 'tellOfMove' as const,
  })),
)

/** The other municipality has the papers when it takes over (FVL §§ 27–32): owed also when the case here has ended. */
export const papersHandedOver = caseRule(none, (file) =>
  settlements(file).flatMap(({ move, settled, next }) =>
    settled.takeoverOn === undefined
      ? []
      : [
          {
            about: `papers-${settled.seq}`,
            triggeredOn: settled.on,
            arisesOn: settled.on,
            dueOn: latest(settled.takeoverOn, settled.on),
            derivation: [{ step: 'named' as const, day: settled.takeoverOn }],
            ...metBy(move.handedOver, settled.seq),
            ...calledOff(move),
            ...(next && { voidOn: next.on, voidReason: 'superseded' as const }),
            survives: file.died === undefined,
            task: 'handOverPapers' as const,
          },
        ],
  ),
)

/** The help goes on until somebody has written down that the other municipality took over: nothing ends by a date (RSL § 9). */
export const takenOver = caseRule(none, (file) =>
  settlements(file).flatMap(({ move, settled, next }) =>
    settled.takeoverOn === undefined
      ? []
      : [
          {
            about: `takeover-${settled.seq}`,
            triggeredOn: settled.on,
            arisesOn: latest(settled.takeoverOn, settled.on),
            dueOn: latest(settled.takeoverOn, settled.on),
            derivation: [{ step: 'named' as const, day: settled.takeoverOn }],
            ...metBy(file.movedAway && { ...file.movedAway, on: file.movedAway.effectiveOn }, settled.seq),
            ...calledOff(move),
            ...(next && { voidOn: next.on, voidReason: 'superseded' as const }),
            task: 'recordTakeover' as const,
          },
        ],
  ),
)

/** Who moves to us is not left between two municipalities: the earlier one is asked, or the citizen has said no to it. */
export const earlierMunicipalityAsked = caseRule(none, (file, _, { parameters }) =>
  file.movedHere.map((moved) => ({
    about: `earlier-${moved.seq}`,
    triggeredOn: moved.on,
    arisesOn: moved.on,
    ...dueInWorkingDays(moved.on, parameters.guidanceWorkingDays),
    ...metBy(
      firstOf(
        ...[file.requests, file.information, file.consentRefusals].map((facts) =>
          after<Fact & { readonly source: string }>(
            facts.filter(({ source }) => source === 'otherAuthority'),
            moved,
          ),
        ),
      ),
      moved.seq,
    ),
    task: 'askEarlierMunicipality' as const,
  })),
)
