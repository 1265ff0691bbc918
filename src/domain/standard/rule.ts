/** A rule is a pure function from a history to what is owed because of it. A clause names it and gives its parameters. */
import type { z } from 'zod'
import type { CaseFile, Fact } from '../case/case-file.ts'
import type { CalendarDay } from '../time/calendar-day.ts'
import type { Deadline, DerivationStep } from '../time/deadline.ts'
import { addWorkingDays } from '../time/working-days.ts'
import type { MunicipalityFile } from './municipality.ts'
import type { Actor, Obligation } from './obligation.ts'
import type { StandardTerms } from './terms.ts'

export type ObligationDraft = Pick<Obligation, 'arisesOn' | 'evidence'> &
  Partial<Pick<Obligation, 'dueOn' | 'metOn' | 'voidOn' | 'voidReason' | 'derivation' | 'task'>> & {
    /** What in the case it is about; with the clause's id it is the obligation's key. */
    readonly about: string
    /** The day of the event that raised it: the standard in force on that day is the one that applies. */
    readonly triggeredOn: CalendarDay
    readonly actor?: Actor
    readonly towards?: Actor
    /** Owed also after the case has been withdrawn, closed or moved: writing down, registering, failed post. */
    readonly survives?: boolean
  }

type RuleOf<File, S extends z.ZodType> = {
  readonly parameters: S
  readonly evaluate: (file: File, parameters: z.infer<S>, terms: StandardTerms) => readonly ObligationDraft[]
}
export type CaseRule = RuleOf<CaseFile, z.ZodType> & { readonly stream: 'case' }
export type MunicipalityRule = RuleOf<MunicipalityFile, z.ZodType> & { readonly stream: 'municipality' }
export type Rule = CaseRule | MunicipalityRule

// Parameters are checked by the rule's own schema before `evaluate` sees them, so that widening them here is safe.
export const caseRule = <S extends z.ZodType>(
  parameters: S,
  evaluate: RuleOf<CaseFile, S>['evaluate'],
): CaseRule => ({ stream: 'case', parameters, evaluate: evaluate as CaseRule['evaluate'] })

export const municipalityRule = <S extends z.ZodType>(
  parameters: S,
  evaluate: RuleOf<MunicipalityFile, S>['evaluate'],
): MunicipalityRule => ({
  stream: 'municipality',
  parameters,
  evaluate: evaluate as MunicipalityRule['evaluate'],
})

type Due = { readonly dueOn: CalendarDay; readonly derivation: readonly DerivationStep[] }

/** Due by a deadline, whose derivation goes along. */
export const dueBy = (deadline: Deadline): Due => ({
  dueOn: deadline.due,
  derivation: deadline.derivation,
})

/** Due some working days after a day. */
export function dueInWorkingDays(from: CalendarDay, amount: number): Due {
  const day = addWorkingDays(from, amount)
  return {
    dueOn: day,
    derivation: [
      { step: 'from', day: from },
      { step: 'add', amount, unit: 'workingDay', day },
    ],
  }
}

/** Met by a fact, which becomes evidence; with no fact, not met. */
export const metBy = (
  fact: Pick<Fact, 'on' | 'seq'> | undefined,
  ...evidence: readonly number[]
): Pick<ObligationDraft, 'metOn' | 'evidence'> =>
  fact === undefined ? { evidence } : { metOn: fact.on, evidence: [...evidence, fact.seq] }

/**
 * The stretches of a list of successive statements in which something holds, each with the statement that began it and
 * the one that ended it. What was owed in an earlier stretch is told as fallen away, not forgotten.
 */
export function spansOf<F extends Fact>(
  statements: readonly F[],
  holds: (statement: F) => boolean,
): readonly { readonly from: F; readonly until: F | undefined }[] {
  return statements.flatMap((statement, index) => {
    const before = statements[index - 1]
    if (!holds(statement) || (before !== undefined && holds(before))) return []
    return [{ from: statement, until: statements.slice(index + 1).find((later) => !holds(later)) }]
  })
}

/** The one that was recorded first, of those that are there. */
export const firstOf = (...facts: readonly (Fact | undefined)[]): Fact | undefined =>
  facts.flatMap((fact) => fact ?? []).sort((a, b) => a.seq - b.seq)[0]

/** Must be so at the very moment of the fact: met on its day or broken from the next. */
export const statedBy = (
  fact: Fact,
  about: string,
  holds: boolean,
  ...evidence: readonly number[]
): ObligationDraft => ({
  about,
  triggeredOn: fact.on,
  arisesOn: fact.on,
  dueOn: fact.on,
  derivation: [{ step: 'from', day: fact.on }],
  evidence: [...evidence, fact.seq],
  ...(holds && { metOn: fact.on }),
})
