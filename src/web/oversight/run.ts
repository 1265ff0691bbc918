/** A command on the municipality's own stream from a form: done and looked at again, or said no to at its field. */
import { performForMunicipality } from '../../casework/municipality.ts'
import {
  type OversightCommand,
  type OversightCommandType,
  oversightCommandSchemas,
} from '../../domain/oversight/decide.ts'
import { isRefusal } from '../../domain/refusal.ts'
import { refusalInWords } from '../i18n/refusals.ts'
import type { PageContext } from '../platform/context.ts'
import { seeOther } from '../platform/respond.tsx'
import type { Errors } from '../ui/fields.tsx'
import { oversightWords } from './words.ts'

export async function runOversight(
  c: PageContext,
  type: OversightCommandType,
  input: unknown,
  to: string,
  again: (errors: Errors) => Response | Promise<Response>,
): Promise<Response> {
  const t = oversightWords(c.language)
  const parsed = oversightCommandSchemas[type].safeParse(input)
  if (!parsed.success)
    return again(
      Object.fromEntries(
        parsed.error.issues.map((issue) => [
          issue.path.map(String).join('.') || 'form',
          issue.code === 'invalid_value' ? t.choose : t.need,
        ]),
      ),
    )
  // The schema is the command's own: what it lets through is that command's input.
  const command = { type, input: parsed.data } as OversightCommand
  const commandId = c.form.commandId ?? c.house.newId()
  const done = await performForMunicipality(c.house, c.asking, { command, commandId })
  if (!isRefusal(done)) return seeOther(to)
  return again({ [done.field ?? 'form']: refusalInWords(done, c.language) })
}
