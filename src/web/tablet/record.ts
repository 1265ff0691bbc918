/** The list's form, posted without script: who one is and one press. Nothing is recorded as somebody with a wrong code. */
import { tryPersonalCode } from '../../casework/personal-code.ts'
import { recordAttendance } from '../../casework/record-attendance.ts'
import { NewAttendance } from '../../domain/attendance/fact.ts'
import { confirms } from '../../domain/device/passkey.ts'
import { againstArrival, choicesOf, kindsOnTablet } from '../../domain/device/press.ts'
import { UserId } from '../../domain/identity.ts'
import { read } from '../../store/connection.ts'
import { findPasskeyUses } from '../../store/passkeys.ts'
import { staffOfProvider } from '../../store/users.ts'
import { refusalInWords } from '../i18n/refusals.ts'
import type { PageContext } from '../platform/context.ts'
import { idFrom } from '../platform/id-from.ts'
import { seeOther } from '../platform/respond.tsx'
import { dayWords } from '../provider/day/words.ts'
import { showDay } from './day-page.tsx'
import { isExpected, readTabletDay } from './read-day.ts'
import { tabletOf } from './tablet.ts'
import { tabletWords } from './words.ts'

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

type Said = Readonly<Record<string, unknown>>

/** What one press comes to: facts of which only kind, person and what they refer to are known. */
async function pressed(c: PageContext): Promise<readonly Said[]> {
  const [kind = '', orderId, refersTo] = (c.form.text('act') ?? '').split(':')
  const fact = (of: string, more: Said = {}): Said => ({ kind: of, orderId, ...more })
  if (kind === 'who') return []
  if (kind === 'undone') return [fact('undone', { refersTo })]
  if (kind === 'cancelled')
    return [
      fact('cancelled', {
        reason: c.form.text(`reason-${orderId}`),
        saidBy: c.form.text(`saidBy-${orderId}`),
      }),
    ]
  if (kind !== 'allArrived' && kind !== 'arrived' && kind !== 'settled')
    return [fact(kindsOnTablet.find((known) => known === kind) ?? '')]
  const { rows } = await readTabletDay(c, 'tablet.home')
  if (kind === 'allArrived')
    return rows.filter(isExpected).map((row) => fact('arrived', { orderId: row.orderId }))
  const row = rows.find((one) => one.orderId === orderId)
  if (kind === 'arrived') {
    const [arrived, setsAside] = [fact('arrived'), row ? againstArrival(row.day) : []]
    if (setsAside.length === 0) return [arrived]
    return [arrived, fact('settled', { refersTo: factIdOf(c, arrived), setsAside: [...setsAside] })]
  }
  const choice = row && choicesOf(row.day).find((one) => one.fact.factId === refersTo)
  if (choice === undefined) return []
  return [
    ...choice.takesBack.map((former) => fact('undone', { refersTo: former })),
    fact('settled', { refersTo, setsAside: [...choice.setsAside] }),
  ]
}

/** The same press posted twice is the same fact: its id comes from the form's own. */
const factIdOf = (c: PageContext, { kind, orderId, refersTo }: Said): string =>
  idFrom(c.form.commandId ?? c.requestId, [kind, orderId, refersTo].join(':'))

export async function recordByForm(c: PageContext): Promise<Response> {
  const acting = await whoIs(c)
  if ('field' in acting) return showDay(c, { [acting.field]: acting.sentence })
  const tablet = tabletOf(c)
  const said = await pressed(c)
  const facts = said.flatMap((one) => {
    const fact = NewAttendance.safeParse({
      ...one,
      factId: factIdOf(c, one),
      day: c.today,
      at: c.house.now().toISOString(),
      actor: { kind: 'staff', userId: acting.userId, role: 'providerStaff' },
      confirmed: acting.confirmed,
    })
    return fact.success ? [fact.data] : []
  })
  const [first] = said
  if (facts.length < said.length && first?.kind === 'cancelled')
    return showDay(c, { [`reason-${first.orderId}`]: dayWords(c.language).needChoice })
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
