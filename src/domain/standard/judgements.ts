/**
 * What only a person can judge: for each such rule, what the person is asked to do (which is also the screen it is done on)
 * and the event that records the answer. A clause that needs judgement names one of these rules and who judges.
 */
import type { CaseEventType } from '../case/events.ts'
import type { Task } from './obligation.ts'
import type { RuleName } from './registry.ts'

export type Judgement = { readonly task: Task; readonly event: CaseEventType }

const judgements: Partial<Record<RuleName, Judgement>> = {
  'content-judged': { task: 'judgeContent', event: 'contentJudged' },
}

export const findJudgement = (rule: RuleName | undefined): Judgement | undefined =>
  rule === undefined ? undefined : judgements[rule]
