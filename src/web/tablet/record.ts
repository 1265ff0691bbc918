/** The list's form, posted without script: who one is and one press. Nothing is recorded as somebody with a wrong code. */
import { createHash } from 'node:crypto'
import { tryPersonalCode } from '../../casework/personal-code.ts'
import { recordAttendance } from '../../casework/record-attendance.ts'
import { NewAttendance } from '../../domain/attendance/fact.ts'
import { confirms } from '../../domain/device/passkey.ts'
import { kindsOnTablet } from '../../domain/device/press.ts'
import { UserId } from '../../domain/identity.ts'
import { read } from '../../store/connection.ts'
import { findPasskeyUses } from '../../store/passkeys.ts'
import { staffOfProvider } from '../../store/users.ts'
import { refusalInWords } from '../i18n/refusals.ts'
import type { PageContext } from '../platform/context.ts'
import { seeOther } from '../platform/respond.tsx'
import { showDay } from './day-page.tsx'
import { isExpected, readTabletDay } from './read-day.ts'
import { tabletOf } from './tablet.ts'
import { tabletWords } from './words.ts'

/** The same press posted twice is the same fact: its id comes from the form's own. */
export function factIdOf(command: string, act: string): string {
  const hex = createHash('sha256').update(`${command} ${act}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** Who says they are it, and whether their passkey or their code says so too; a sentence where they cannot go on like that. */
export async function whoIs(
  c: PageContext,
): Promise<
  | { readonly userId: UserId; readonly confirmed: boolean }
  | { readonly field: 'userId' | 'code'; readonly sentence: string }
> {
  const t = tabletWords(c.language)
  const { deviceId, provider } = tabletOf(c)
  const userId = UserId.safeParse(c.form.text('userId'))
  const proof = c.form.text('proof')
  const scope = { municipality: c.municipality.code, viewer: { kind: 'system' } } as const
  const { staff, uses } = await read(c.house.db, scope, async (tx) => ({
    staff: await staffOfProvider(tx, provider),
    uses: await findPasskeyUses(tx, proof === undefined ? [] : [proof]),
  }))
  if (!userId.success || !staff.some((user) => user.userId === userId.data))
    return { field: 'userId', sentence: t.whoMissing }
  const now = { userId: userId.data, deviceId, at: c.house.now().toISOString(), skewSeconds: 0 }
  if (proof !== undefined && confirms(uses.get(proof), now)) return { userId: userId.data, confirmed: true }
  const code = c.form.text('code')
  if (code === undefined) return { userId: userId.data, confirmed: false }
  const answer = await tryPersonalCode(c.house, c.municipality.code, userId.data, code)
  if (answer === 'right') return { userId: userId.data, confirmed: true }
  const sentence = { wrong: t.codeWrong, blocked: t.codeBlocked, none: t.codeNone }[answer]
  return { field: 'code', sentence }
}

async function factsOf(c: PageContext, acting: { userId: UserId; confirmed: boolean }) {
  const act = c.form.text('act') ?? ''
  if (act === 'who') return []
  const command = c.form.commandId ?? c.house.newId()
  const one = ([kind, orderId, refersTo]: readonly (string | undefined)[]) =>
    NewAttendance.safeParse({
      factId: factIdOf(command, [kind, orderId, refersTo].join(':')),
      orderId,
      kind: kindsOnTablet.find((known) => known === kind),
      day: c.today,
      at: c.house.now().toISOString(),
      ...(refersTo && { refersTo }),
      actor: { kind: 'staff', userId: acting.userId, role: 'providerStaff' },
      confirmed: acting.confirmed,
    }).data
  if (act !== 'allArrived') return [one(act.split(':'))]
  const { rows } = await readTabletDay(c, 'tablet.home')
  return rows.filter(isExpected).map(({ orderId }) => one(['arrived', orderId]))
}

export async function recordByForm(c: PageContext): Promise<Response> {
  const acting = await whoIs(c)
  if ('field' in acting) return showDay(c, { [acting.field]: acting.sentence })
  const tablet = tabletOf(c)
  const facts = (await factsOf(c, acting)).filter((fact) => fact !== undefined)
  const answers = await recordAttendance(
    c.house,
    { ...c.asking, subject: { roles: ['providerStaff'], provider: tablet.provider } },
    facts,
    { deviceId: tablet.deviceId, clock: c.house.now() },
  )
  const refused = answers.find((answer) => answer.outcome === 'refused')
  if (refused?.outcome === 'refused')
    return showDay(c, { userId: refusalInWords(refused.refusal, c.language) })
  if (facts.length === 0) return seeOther(`/tablet?som=${acting.userId}`)
  return seeOther(`/tablet?gemt=${acting.confirmed ? 'ja' : 'ubekraeftet'}&som=${acting.userId}`)
}
