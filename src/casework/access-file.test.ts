import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTown, type TownAtWork } from '../../test/support/case-pages.ts'
import { type Placed, placeCitizen } from '../../test/support/placed.ts'
import { vejen } from '../../test/support/scopes.ts'
import type { AccessRequest } from '../domain/case/case-file.ts'
import { ProviderId } from '../domain/identity.ts'
import { isRefusal } from '../domain/refusal.ts'
import { addDays, type CalendarDay, copenhagenDay } from '../domain/time/calendar-day.ts'
import { readingText, readPdf } from '../letters/pdf/read-pdf.ts'
import { read } from '../store/connection.ts'
import { writeAccessFile } from './access-file.ts'
import { findCase } from './load-case.ts'
import { type Asking, perform } from './perform.ts'
import { recordAttendance } from './record-attendance.ts'

const daysAgo = (days: number): CalendarDay => addDays(copenhagenDay(new Date()), -days)
let now = new Date(`${daysAgo(40)}T08:05:00Z`)
let t: TownAtWork
let placed: Placed

const asPlace = (): Asking => ({
  municipality: vejen,
  today: copenhagenDay(now),
  subject: { roles: ['providerStaff'], userId: t.town.provider, provider: ProviderId.parse('kaerhoej') },
  actor: { kind: 'staff', userId: t.town.provider, role: 'providerStaff' },
})

beforeAll(async () => {
  t = await openTown(() => now)
  placed = await placeCitizen(t.test.house, { caseworker: t.town.caseworker })
  const { orderId } = placed
  const told = async (command: Parameters<typeof perform>[2]['command']) => {
    const request = { caseId: placed.caseId, commandId: randomUUID(), command }
    const done = await perform(t.test.house, asPlace(), request)
    if (isRefusal(done)) throw new Error(JSON.stringify(done))
  }
  const contactPerson = t.town.provider
  await told({
    type: 'acceptOrder',
    input: { orderId, startOn: daysAgo(26), contactPerson },
  })
  now = new Date(`${daysAgo(26)}T08:05:00Z`)
  await told({ type: 'startPlacement', input: { orderId, startedOn: copenhagenDay(now) } })
  now = new Date(`${daysAgo(9)}T08:05:00Z`)
  const fact = { orderId, at: now.toISOString(), confirmed: true } as const
  const arrived = { ...fact, factId: randomUUID(), day: daysAgo(10), kind: 'arrived' } as const
  const later = new Date(now.getTime() + 60_000).toISOString()
  const ill = { kind: 'cancelled', reason: 'illness', saidBy: 'residence' } as const
  await recordAttendance(t.test.house, asPlace(), [
    arrived,
    { ...fact, at: later, factId: randomUUID(), day: daysAgo(10), kind: 'undone', refersTo: arrived.factId },
    { ...fact, factId: randomUUID(), day: daysAgo(9), ...ill },
  ])
})
afterAll(() => t.database.drop())

async function made(days: boolean) {
  const scope = { municipality: vejen, viewer: { kind: 'system' } } as const
  const loaded = await read(t.test.house.db, scope, (tx) => findCase(tx, placed.caseId))
  if (loaded === undefined) throw new Error('no case')
  const request: AccessRequest = {
    ...loaded.file.received,
    requestId: placed.orderId,
    rights: ['fileAccess', 'dataProtection'],
    whole: days,
    channel: 'web',
    delays: [],
  }
  const asking = { ...asPlace(), subject: { roles: ['caseworker'], userId: t.town.caseworker } } as const
  const key = `application-${loaded.file.received.seq}`
  const { file, data } = await writeAccessFile(t.test.house, asking, loaded, { request, given: [key], days })
  return {
    words: readingText(await readPdf(file.bytes)).replaceAll(/\s+/g, ' '),
    data: JSON.parse(new TextDecoder().decode(data?.bytes)) as Record<string, unknown>,
  }
}

test('the days at a place go with it as they were written down, also what was taken back', async () => {
  const { words, data } = await made(true)
  expect(words).toContain('Fremmøde, dag for dag')
  for (const line of ['Kom', 'Taget tilbage', 'Afbud, sygdom, sagt af bostedet'])
    expect(words).toContain(line)
  expect(data.attendance).toMatchObject([
    { day: daysAgo(10), kind: 'arrived' },
    { day: daysAgo(10), kind: 'undone' },
    { day: daysAgo(9), kind: 'cancelled', reason: 'illness', saidBy: 'residence' },
  ])
  // Who at the place wrote it is not the citizen's own data.
  expect(JSON.stringify(data.attendance)).not.toContain(t.town.provider)
})

test('where only parts were asked for, they stay out', async () => {
  const { words, data } = await made(false)
  expect(words).not.toContain('Fremmøde')
  expect(data).not.toHaveProperty('attendance')
})
