/** The provider's groups, kept by its lead, and the week that they are shown in. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTown, type TownAtWork } from '../../../test/support/case-pages.ts'
import { type Begun, placeSomebody } from '../../../test/support/placement.ts'
import { asSystem, vejen } from '../../../test/support/scopes.ts'
import { isConflict, perform } from '../../casework/perform.ts'
import { recordAttendance } from '../../casework/record-attendance.ts'
import { recordOfferDays } from '../../casework/record-offer-days.ts'
import { PlannedActivity } from '../../domain/activity-plan.ts'
import { NewAttendance } from '../../domain/attendance/fact.ts'
import { ProviderId, type UserId } from '../../domain/identity.ts'
import { isRefusal } from '../../domain/refusal.ts'
import { addDays, getDay } from '../../domain/time/calendar-day.ts'
import { activityKinds } from '../../domain/vocabulary/ffb.ts'
import { looksOnDay } from '../../store/access-log.ts'
import { saveActivity } from '../../store/activities.ts'
import { read, write } from '../../store/connection.ts'
import { groupsOfProvider } from '../../store/schedules.ts'

let work: TownAtWork
/** A Wednesday. */
const noon = new Date('2026-11-25T11:00:00Z')
const today = getDay('2026-11-25')
const kaerhoej = ProviderId.parse('kaerhoej')

beforeAll(async () => {
  work = await openTown(() => noon)
})
afterAll(() => work.database.drop())

async function at(userId: UserId) {
  const { cookie, csrf } = await work.test.logIn(userId)
  const told = async (answer: Response) => ({ status: answer.status, text: await answer.text() })
  return {
    get: async (path: string) => told(await work.test.get(path, cookie)),
    post: async (path: string, fields: Record<string, string>) =>
      told(await work.test.post(path, { _csrf: csrf, _command: randomUUID(), ...fields }, cookie)),
  }
}
const known = () => read(work.test.house.db, asSystem(vejen), (tx) => groupsOfProvider(tx, kaerhoej))
const asking = () => ({
  municipality: vejen,
  today,
  subject: { roles: ['providerStaff' as const], userId: work.town.provider, provider: kaerhoej },
  actor: { kind: 'staff' as const, userId: work.town.provider, role: 'providerStaff' },
})
const lastDay = (d: string, m = '11') => ({ 'activeTo-d': d, 'activeTo-m': m, 'activeTo-y': '2026' })

describe('groups', () => {
  test('are added by the lead, each once, and are nobody else’s to change', async () => {
    const lead = await at(work.town.lead)
    expect((await lead.get('/tilbud/grupper')).text).toContain('Ingen grupper endnu')
    const form = { name: 'Haven', _command: randomUUID() }
    expect((await lead.post('/tilbud/grupper', form)).status).toBe(303)
    expect((await lead.post('/tilbud/grupper', form)).status).toBe(303)
    expect(await known()).toMatchObject([{ name: 'Haven', activeFrom: today, activeTo: null }])
    for (const userId of [work.town.provider, work.town.manager]) {
      const other = await at(userId)
      expect((await other.get('/tilbud/grupper')).status).toBe(403)
      expect((await other.post('/tilbud/grupper', { name: 'Vores' })).status).toBe(403)
    }
    expect(await known()).toHaveLength(1)
  })

  test('need a name that is not another’s, and what was typed is kept', async () => {
    const lead = await at(work.town.lead)
    const same = await lead.post('/tilbud/grupper', { name: ' haven ' })
    expect([same.status, same.text]).toEqual([422, expect.stringContaining('allerede én med det navn')])
    expect(same.text).toMatch(/value=" ?haven ?"/)
    const none = await lead.post('/tilbud/grupper', { name: '' })
    expect([none.status, none.text]).toEqual([422, expect.stringContaining('href="#f-name"')])
    expect(await known()).toHaveLength(1)
  })

  test('are offered in the schedule for as long as they are there', async () => {
    const { orderId, provider } = work.town
    const done = await perform(work.test.house, asking(), {
      caseId: (await orderCase()) ?? work.town.caseId,
      commandId: randomUUID(),
      command: {
        type: 'acceptOrder',
        input: { orderId, startOn: addDays(today, 30), contactPerson: provider },
      },
    })
    if (isRefusal(done) || isConflict(done)) throw new Error(JSON.stringify(done))
    const lead = await at(work.town.lead)
    const schedule = `/tilbud/borgere/${orderId}/ugeskema`
    expect((await lead.get(schedule)).text).toMatch(/<option[^>]*>Haven<\/option>/)
    await lead.post('/tilbud/grupper', { name: 'Taget' })
    const [, roof] = await known()
    const path = `/tilbud/grupper/${roof?.groupId}`
    expect((await lead.post(path, { name: 'Taget', ...lastDay('24') })).status).toBe(422)
    expect((await lead.post(path, { name: 'Taget', ...lastDay('x') })).text).toContain('Skriv en dag')
    expect((await lead.post(path, { name: 'Tagterrassen', ...lastDay('25') })).status).toBe(303)
    expect((await known()).map((g) => [g.name, g.activeTo])).toEqual([
      ['Haven', null],
      ['Tagterrassen', today],
    ])
    expect((await lead.get(path)).text).toContain('value="Tagterrassen"')
    expect((await lead.get(`/tilbud/grupper/${randomUUID()}`)).status).toBe(404)
  })
})

/** Of the town's order. */
const orderCase = async () => {
  const { rows } = await work.database.admin.pool.query(
    'select case_id from service_order where order_id = $1',
    [work.town.orderId],
  )
  return rows[0]?.case_id
}

describe('the week', () => {
  let asta: Begun
  beforeAll(async () => {
    const groupId = (await known()).find((g) => g.name === 'Haven')?.groupId ?? ''
    asta = await placeSomebody(work.database.app, { givenName: 'Asta', weekdays: [1, 3], groupId })
    await placeSomebody(work.database.app, { givenName: 'Bo', weekdays: [6] })
    await placeSomebody(work.database.app, { givenName: 'Carl', weekdays: [] })
    await placeSomebody(work.database.app, { givenName: 'Dorte', provider: 'noerrevang' })
    const scope = { municipality: vejen, viewer: { kind: 'command' } } as const
    await write(work.database.app, scope, (tx) =>
      saveActivity(
        tx,
        kaerhoej,
        PlannedActivity.parse({
          activityId: randomUUID(),
          name: 'Keramik',
          sharing: 'shared',
          kind: activityKinds[0]?.code,
          domains: ['motor'],
          health: false,
          activeFrom: '2026-11-01',
          activeTo: null,
          slots: [{ weekday: 2, starts: '10:00', ends: '12:00', place: 'Værkstedet' }],
        }),
      ),
    )
  })
  /** The cells of the line that begins with this, by their day. */
  const line = (html: string, first: string) => {
    const row = html.split('<tr>').find((part) => part.replace(/<[^>]+>/g, '').startsWith(first)) ?? ''
    return Object.fromEntries(
      [...row.matchAll(/<td data-title="([^"]*)">(.*?)<\/td>/gs)].map(([, day = '', cell = '']) => [
        day.slice(0, 8),
        cell
          .replace(/<[^>]+>/g, ' ')
          .replace(/\s+/g, ' ')
          .trim(),
      ]),
    )
  }

  test('shows each group’s people on their days, what goes on, and who lacks a schedule', async () => {
    const { status, text } = await (await at(work.town.provider)).get('/tilbud/uge')
    expect(status).toBe(200)
    expect(line(text, 'Haven')).toMatchObject({
      'man. 23.': 'Asta Eng 09:00–15:00',
      'tirs. 24': 'Ingen',
      'ons. 25.': 'Asta Eng 09:00–15:00',
    })
    expect(Object.values(line(text, 'Uden gruppe')).at(-1)).toBe('Bo Eng 09:00–15:00')
    expect(line(text, 'Aktiviteter')).toMatchObject({ 'tirs. 24': '10:00–12:00 Keramik, Værkstedet' })
    expect(text).toMatch(/Mangler ugeskema<\/h2><ul><li>Carl Eng/)
    expect(text).not.toContain('Dorte')
    const looks = await read(work.test.house.db, asSystem(vejen), (tx) => looksOnDay(tx, today))
    expect(looks.filter((l) => l.route === 'provider.week' && l.personId === asta.personId)).toHaveLength(1)
  })

  test('shows a cancellation, and instead of the people why a day is closed', async () => {
    const cancelled = NewAttendance.parse({
      factId: randomUUID(),
      orderId: asta.orderId,
      day: addDays(today, 5),
      kind: 'cancelled',
      reason: 'holiday',
      saidBy: 'relative',
      at: noon.toISOString(),
    })
    await recordAttendance(work.test.house, asking(), [cancelled])
    await recordOfferDays(work.test.house, asking(), [
      {
        factId: randomUUID(),
        day: addDays(today, 7),
        kind: 'closed',
        reason: 'Vandskade',
        at: noon.toISOString(),
      },
    ])
    const provider = await at(work.town.provider)
    expect((await provider.get('/tilbud/uge')).text).toContain('href="/tilbud/uge?fra=2026-11-30"')
    const { text } = await provider.get('/tilbud/uge?fra=2026-12-01')
    expect(text).toContain('<h1>Ugen fra 30. november 2026</h1>')
    expect(line(text, 'Haven')).toMatchObject({
      'man. 30.': 'Asta Eng 09:00–15:00 (afbud)',
      'ons. 02.': 'Lukket: Vandskade',
    })
    const christmas = await provider.get('/tilbud/uge?fra=2026-12-21')
    expect(line(christmas.text, 'Haven')).toMatchObject({ 'fre. 25.': 'Lukket: helligdag' })
    expect((await provider.get('/tilbud/uge?fra=uge48')).status).toBe(404)
    expect((await provider.get('/tilbud/dag/2026-12-01')).text).toContain('/tilbud/uge?fra=2026-11-30')
  })
})
