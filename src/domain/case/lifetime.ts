/** Whether anything can still be done in a case. A closed case takes notes and letters' receipts, and no decisions. */
import { type Refusal, refuse } from '../refusal.ts'
import type { CaseFile } from './case-file.ts'

/** Casework towards a decision has stopped: withdrawn, dead, moved or closed. */
export function refuseIfOver(file: CaseFile): Refusal | undefined {
  if (file.withdrawn) return refuse('caseWithdrawn')
  return refuseIfFinished(file)
}

/** The case as such is finished: death, change of acting municipality or closing. */
export function refuseIfFinished(file: CaseFile): Refusal | undefined {
  if (file.died) return refuse('personDied')
  if (file.closed || file.movedAway) return refuse('caseIsClosed')
  return undefined
}
