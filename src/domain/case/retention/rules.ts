import { z } from 'zod'
import { caseRule, metBy, type ObligationDraft } from '../../standard/rule.ts'
import { addDays, addMonths, type CalendarDay, latest } from '../../time/calendar-day.ts'
import type { DerivationStep } from '../../time/deadline.ts'
import type { CaseFile, Closing, Delivery, Fact } from '../case-file.ts'

type Kept = { readonly until: CalendarDay; readonly derivation: readonly DerivationStep[] }

/** From the closing, so many months: what the date rests on goes along. */
function keptAfter({ on }: Closing, months: number): Kept {
  const until = addMonths(on, months)
  return {
    until,
    derivation: [
      { step: 'from', day: on },
      { step: 'add', amount: months, unit: 'month', day: until },
    ],
  }
}

const deliveriesOf = ({ retention }: CaseFile, { seq, reopened }: Closing): readonly Delivery[] =>
  retention.deliveries.filter((d) => d.seq > seq && (reopened === undefined || d.seq < reopened.seq))

/** The case is open again: what was owed of the closed one is not owed any more. */
const reopening = ({ reopened }: Closing) =>
  reopened && { voidOn: reopened.on, voidReason: 'notNeeded' as const }

const daysAfter = (kept: Kept, from: CalendarDay, days: number) => {
  const dueOn = addDays(from, days)
  return {
    dueOn,
    derivation: [
      ...kept.derivation,
      { step: 'add' as const, amount: days, unit: 'day' as const, day: dueOn },
    ],
  }
}

/**
 * A closed case lies in the archive when the time for keeping it is over, and nothing is erased before. It comes up so
 * many days ahead; what is added to the case after the delivery makes it owed once more.
 */
export const archivedBeforeErased = caseRule(
  z.object({ aheadDays: z.int().positive() }),
  (file, { aheadDays }, { parameters }) =>
    file.closings.flatMap((closing) => {
      const kept = keptAfter(closing, parameters.retentionMonths)
      const ahead = addDays(kept.until, -aheadDays)
      const deliveries = deliveriesOf(file, closing)
      const base = {
        triggeredOn: closing.on,
        actor: 'management' as const,
        survives: true,
        ...reopening(closing),
        task: 'deliverToArchive' as const,
      }
      const first: ObligationDraft = {
        ...base,
        about: `archive-${closing.seq}`,
        arisesOn: latest(closing.on, ahead),
        dueOn: kept.until,
        derivation: kept.derivation,
        ...metBy(deliveries[0], closing.seq),
      }
      const again = deliveries.flatMap(({ outdatedBy, seq }, index): readonly ObligationDraft[] => {
        if (outdatedBy === undefined || outdatedBy.seq === closing.reopened?.seq) return []
        const arisesOn = latest(outdatedBy.on, ahead)
        return [
          {
            ...base,
            about: `archive-again-${seq}`,
            arisesOn,
            ...(arisesOn > kept.until
              ? daysAfter(kept, arisesOn, aheadDays)
              : { dueOn: kept.until, derivation: kept.derivation }),
            ...metBy(deliveries[index + 1], closing.seq, seq, outdatedBy.seq),
          },
        ]
      })
      return [first, ...again]
    }),
)

/**
 * What is delivered and has been kept long enough is approved for erasure by a named person, within so many days. A hold
 * takes the duty away; its release brings it back.
 */
export const erasedWhenDue = caseRule(
  z.object({ days: z.int().positive() }),
  (file, { days }, { parameters }) =>
    file.closings.flatMap((closing) => {
      const kept = keptAfter(closing, parameters.retentionMonths)
      return deliveriesOf(file, closing).flatMap((delivery, index, deliveries) => {
        const ends = [delivery.outdatedBy, deliveries[index + 1], closing.reopened]
        return startsOf(file, delivery, firstAfter(delivery.seq, ends)).map((start): ObligationDraft => {
          const stop = firstAfter(start.seq, [...ends, ...file.retention.holds])
          const arisesOn = latest(kept.until, start.on)
          return {
            about: `erase-${start.seq}`,
            triggeredOn: closing.on,
            actor: 'management',
            survives: true,
            arisesOn,
            ...daysAfter(kept, arisesOn, days),
            ...metBy(
              file.retention.approvals.find((a) => a.seq > start.seq && (!stop || a.seq < stop.seq)),
              closing.seq,
              start.seq,
            ),
            ...(stop && { voidOn: latest(stop.on, arisesOn), voidReason: 'notNeeded' as const }),
            task: 'approveErasure',
          }
        })
      })
    }),
)

const firstAfter = (seq: number, facts: readonly (Fact | undefined)[]): Fact | undefined =>
  facts
    .flatMap((fact) => fact ?? [])
    .sort((a, b) => a.seq - b.seq)
    .find((fact) => fact.seq > seq)

/** From when nothing stands in the way: the delivery, and each release after it that leaves no other hold. */
function startsOf({ retention }: CaseFile, delivery: Delivery, end: Fact | undefined): readonly Fact[] {
  const releases = retention.holds.flatMap((hold) => hold.released ?? [])
  return [delivery, ...releases]
    .filter((start) => start.seq >= delivery.seq && (end === undefined || start.seq < end.seq))
    .filter(
      (start) =>
        !retention.holds.some(
          (hold) => hold.seq < start.seq && (hold.released === undefined || hold.released.seq > start.seq),
        ),
    )
    .sort((a, b) => a.seq - b.seq)
}
