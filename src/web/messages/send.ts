/** From the form under a thread to the command: what is wrong stands at its field, and what was typed stays. */
import { isConflict, perform } from '../../casework/perform.ts'
import { longestMessage, Side } from '../../domain/case/message/events.ts'
import { type CaseId, PartId } from '../../domain/identity.ts'
import { isRefusal } from '../../domain/refusal.ts'
import { refusalInWords } from '../i18n/refusals.ts'
import type { PageContext } from '../platform/context.ts'
import { seeOther } from '../platform/respond.tsx'
import type { Errors } from '../ui/fields.tsx'
import { type QuickAnswer, quickAnswers, threadMessages } from './words.ts'

/** As it was typed; a form sends its line breaks as two characters. */
export const typedText = (c: PageContext): string => (c.form.values.text?.[0] ?? '').replaceAll('\r\n', '\n')

const isQuick = (value: string | undefined): value is QuickAnswer =>
  value !== undefined && value in quickAnswers

type Written = { readonly text: string; readonly to: Side; readonly answer: boolean }

/** What the form asks to be sent, or what is wrong with it. */
export function messageIn(c: PageContext): Written | { readonly errors: Errors } {
  const t = threadMessages(c.language)
  const to = Side.safeParse(c.form.text('to'))
  const quick = c.form.text('svar')
  if (isQuick(quick))
    return to.success ? { ...quickAnswers[quick], to: to.data } : { errors: { to: t.choose } }
  const text = typedText(c)
  const wrong =
    text.trim() === ''
      ? t.empty
      : text.length > longestMessage
        ? t.tooLong(longestMessage, text.length)
        : undefined
  if (wrong !== undefined || !to.success)
    return { errors: { ...(!to.success && { to: t.choose }), ...(wrong !== undefined && { text: wrong }) } }
  return { text, to: to.data, answer: to.data !== 'citizen' && c.form.text('intetSvar') === undefined }
}

/** Sends, and looks at the thread again. */
export async function sendMessage(
  c: PageContext,
  at: { readonly caseId: CaseId; readonly orderId: PartId },
  { again, to }: { readonly again: (errors: Errors) => Promise<Response>; readonly to: string },
): Promise<Response> {
  const written = messageIn(c)
  if ('errors' in written) return again(written.errors)
  const messageId = PartId.parse(c.house.newId())
  const done = await perform(c.house, c.asking, {
    caseId: at.caseId,
    command: { type: 'sendMessage', input: { messageId, orderId: at.orderId, ...written } },
    commandId: c.form.commandId ?? c.house.newId(),
  })
  if (isConflict(done)) throw new Error('a message is never in conflict')
  if (isRefusal(done)) return again({ [done.field ?? 'text']: refusalInWords(done, c.language) })
  return seeOther(`${to}?sendt=1`)
}

/** Whoever looks at the thread has read it. What refuses it (read already) needs no record. */
export async function recordReading(
  c: PageContext,
  at: { readonly caseId: CaseId; readonly orderId: PartId },
  upTo: PartId,
): Promise<void> {
  await perform(c.house, c.asking, {
    caseId: at.caseId,
    command: { type: 'readThread', input: { orderId: at.orderId, upTo } },
    commandId: c.house.newId(),
  })
}
