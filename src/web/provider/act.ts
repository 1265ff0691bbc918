/** From a posted form to what the provider does about an order: a "no" goes back to its field, nothing typed is lost. */
import { isConflict, perform } from '../../casework/perform.ts'
import type { CaseCommand } from '../../domain/case/commands.ts'
import { isRefusal, type RefusalCode } from '../../domain/refusal.ts'
import { refusalInWords } from '../i18n/refusals.ts'
import type { OrderContext } from '../platform/context.ts'
import { seeOther } from '../platform/respond.tsx'
import type { Errors } from '../ui/fields.tsx'

/** Why a form is shown again: fields to correct, or what others did meanwhile. */
export type Problem = { readonly errors: Errors; readonly changed?: boolean }
export const noProblem: Problem = { errors: {} }

export const statusOf = ({ errors, changed }: Problem): number =>
  changed ? 409 : Object.keys(errors).length > 0 ? 422 : 200

/** Refused because somebody else was quicker: the order is shown as it stands now, beside what was typed. */
const overtaken: readonly RefusalCode[] = [
  'orderNotOpen',
  'orderNotAccepted',
  'alreadyDone',
  'notAllowed',
  'notFound',
  'caseIsClosed',
  'caseWithdrawn',
  'personDied',
]

export async function act(
  c: OrderContext,
  command: CaseCommand,
  { again, to }: { readonly again: (problem: Problem) => Promise<Response>; readonly to: string },
): Promise<Response> {
  const done = await perform(c.house, c.asking, {
    caseId: c.order.caseId,
    command,
    commandId: c.form.commandId ?? c.house.newId(),
  })
  if (isConflict(done)) return again({ errors: {}, changed: true })
  if (!isRefusal(done)) return seeOther(to)
  if (done.field === undefined && overtaken.includes(done.code)) return again({ errors: {}, changed: true })
  return again({ errors: { [done.field ?? 'form']: refusalInWords(done, c.language) } })
}
