/** What a case obliges to on a day, with the ground for each: who owes what to whom, by when, and how it stands. */
import { z } from 'zod'
import type { RecordedCaseEvent } from '../domain/case/events.ts'
import { obligationsOf } from '../domain/standard/engine.ts'
import { actors, obligationStatuses, statusOn, tasks, voidReasons } from '../domain/standard/obligation.ts'
import { CalendarDay } from '../domain/time/calendar-day.ts'
import { DerivationStep } from '../domain/time/deadline.ts'
import { findClause, type Municipality } from '../standards/municipality.ts'

export const ExplainedObligation = z.object({
  /** Unique in the case: the clause and what it is about. */
  key: z.string(),
  clause: z.string(),
  /** What the standard, the law or the house has promised. */
  quote: z.string(),
  actor: z.enum(actors),
  towards: z.enum(actors),
  status: z.enum(obligationStatuses),
  arisesOn: CalendarDay,
  dueOn: CalendarDay.nullable(),
  metOn: CalendarDay.nullable(),
  voidOn: CalendarDay.nullable(),
  voidReason: z.enum(voidReasons).nullable(),
  /** What somebody does to meet it, where that is one thing. */
  task: z.enum(tasks).nullable(),
  derivation: z.array(DerivationStep).readonly(),
  /** The events, by number, that it rests on and that met it. */
  evidence: z.array(z.int()).readonly(),
})
export type ExplainedObligation = z.infer<typeof ExplainedObligation>

export const Explanation = z.object({
  municipality: z.string(),
  caseNumber: z.string(),
  on: CalendarDay,
  /** In order of due date, those without one last. */
  obligations: z.array(ExplainedObligation).readonly(),
})
export type Explanation = z.infer<typeof Explanation>

/**
 * Every obligation that the history gives rise to, with its status on the day. The day only looks: what happened after
 * it is known, and counts as not yet so.
 */
export function explain(
  municipality: Municipality,
  { caseNumber, history }: { readonly caseNumber: string; readonly history: readonly RecordedCaseEvent[] },
  on: CalendarDay,
): Explanation {
  const obligations = obligationsOf(history, municipality.versions)
    .map(
      (o): ExplainedObligation => ({
        key: o.key,
        clause: o.clause,
        quote: findClause(municipality, o.clause)?.quote ?? '',
        actor: o.actor,
        towards: o.towards,
        status: statusOn(o, on),
        arisesOn: o.arisesOn,
        dueOn: o.dueOn ?? null,
        metOn: o.metOn ?? null,
        voidOn: o.voidOn ?? null,
        voidReason: o.voidReason ?? null,
        task: o.task ?? null,
        derivation: o.derivation,
        evidence: o.evidence,
      }),
    )
    .sort((a, b) => inOrder(a.dueOn ?? 'never', b.dueOn ?? 'never') || inOrder(a.key, b.key))
  return { municipality: municipality.code, caseNumber, on, obligations }
}

const inOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
