/** Repeated absence from the recordings at the provider to the assessment, at each one's pages. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  type Answer,
  dayFields,
  errorsIn,
  openTown,
  type TownAtWork,
} from '../../../../test/support/case-pages.ts'
import { type Placed, placeCitizen } from '../../../../test/support/placed.ts'
import { lookForAbsencePattern, lookForAbsencePatterns } from '../../../casework/absence-pattern.ts'
import { type Asking, isConflict, perform } from '../../../casework/perform.ts'
import { recordAttendance } from '../../../casework/record-attendance.ts'
import type { NewAttendance } from '../../../domain/attendance/fact.ts'
import type { CaseCommand } from '../../../domain/case/commands.ts'
import { phaseOf } from '../../../domain/case/phase.ts'
import { ProviderId } from '../../../domain/identity.ts'
import { isRefusal } from '../../../domain/refusal.ts'
import { addDays, type CalendarDay, copenhagenDay } from '../../../domain/time/calendar-day.ts'

let t: TownAtWork
let placed: Placed
let now = new Date('2027-01-04T09:00:00Z')
const today = (): CalendarDay => copenhagenDay(now)
const asPia = (): Asking => ({
  municipality: t.test.house.municipalities.keys().next().value ?? fail(),
  today: today(),
  subject: { roles: ['providerStaff'], userId: t.town.provider, provider: ProviderId.parse('kaerhoej') },
  actor: { kind: 'staff', userId: t.town.provider, role: 'providerStaff' },
})
const fail = (): never => {
  throw new Error('Vejen is not there')
}
const providerDoes = async (command: CaseCommand) => {
  const done = await perform(t.test.house, asPia(), {
    caseId: placed.caseId,
    commandId: randomUUID(),
    command,
  })
  if (isRefusal(done) || isConflict(done)) throw new Error(`${command.type}: ${JSON.stringify(done)}`)
}
const moveTo = (day: string) => {
  now = new Date(`${day}T09:00:00Z`)
}
type Said = Pick<NewAttendance, 'kind' | 'reason' | 'saidBy'>
const noShow: Said = { kind: 'noShow' }
const recorded = (day: CalendarDay, said: Said) =>
  recordAttendance(t.test.house, asPia(), [
    { factId: randomUUID(), orderId: placed.orderId, day, at: now.toISOString(), confirmed: true, ...said },
  ])
const file = () => t.file(placed.caseId)
const at = async (rest = '') => `/myndighed/sager/${(await file()).caseNumber}/fravaer${rest}`
const page = async (): Promise<Answer> => (await t.desk()).get(await at())

beforeAll(async () => {
  t = await openTown(() => now)
  placed = await placeCitizen(t.test.house, { caseworker: t.town.caseworker })
  await providerDoes({
    type: 'acceptOrder',
    input: { orderId: placed.orderId, startOn: addDays(today(), 14), contactPerson: t.town.provider },
  })
  moveTo('2027-01-18')
  await providerDoes({ type: 'startPlacement', input: { orderId: placed.orderId, startedOn: today() } })
})
afterAll(() => t.database.drop())

describe('absence at the offer', () => {
  it('is no pattern while there is none', async () => {
    expect((await page()).text).toContain('Ingen mønstre.')
    moveTo('2027-01-20')
    await recorded(today(), { kind: 'arrived' })
    for (const day of ['2027-01-21', '2027-01-22']) {
      moveTo(day)
      await recorded(today(), noShow)
    }
    expect((await file()).repeatedAbsence).toEqual([])
    expect((await page()).text).toMatch(/1 af 3/)
  })
  it('told ahead counts on its day, which the sweep sees, and only once', async () => {
    await recorded(addDays(today(), 3), { kind: 'cancelled', reason: 'unwilling', saidBy: 'relative' })
    expect((await file()).repeatedAbsence).toEqual([])
    moveTo('2027-01-25')
    const { municipality } = asPia()
    expect(await lookForAbsencePatterns(t.test.house, { municipality, today: today() })).toBe(1)
    expect(await lookForAbsencePatterns(t.test.house, { municipality, today: today() })).toBe(0)
    const [pattern] = (await file()).repeatedAbsence
    expect(pattern).toMatchObject({
      basis: 'count',
      expected: 4,
      came: 1,
      actor: { kind: 'system', name: 'attendance' },
    })
    expect(pattern?.absences.map(({ day, kind }) => [day, kind])).toEqual([
      ['2027-01-21', 'noShow'],
      ['2027-01-22', 'noShow'],
      ['2027-01-25', 'cancelled'],
    ])
  })
  it('is not found again while it is talked about', async () => {
    moveTo('2027-01-26')
    await recorded(today(), noShow)
    expect(await lookForAbsencePattern(t.test.house, asPia(), placed.caseId)).toBe(0)
    expect((await file()).repeatedAbsence).toHaveLength(1)
  })
  it('gives the caseworker two talks to hold, with a date', async () => {
    const { text } = await page()
    expect(text).toContain('Tal med borgeren om fraværet')
    expect(text).toContain('Tal med tilbuddet om fraværet')
    expect(text).toContain('8. februar 2027')
    expect(text).toContain('De fører aldrig af sig selv til')
    const case_ = await (await t.desk()).get((await at()).replace('/fravaer', ''))
    expect(case_.text).toMatch(/Næste skridt[\s\S]*Tal med borgeren om fraværet/)
  })
  it('asks the provider kindly to take part, and lets it owe nothing', async () => {
    const desk = await t.desk(t.town.provider)
    const { text } = await desk.get(`/tilbud/bestillinger/${placed.orderId}`)
    expect(text).toContain('Sagsbehandleren kontakter jer.')
    expect((await desk.get('/tilbud')).text).not.toContain('fravær')
  })
})

describe('the caseworker', () => {
  it('cannot assess before both are talked with', async () => {
    const answer = await (await t.desk()).send(await at('/vurdering'), {
      outcome: 'asIs',
      because: 'Det går.',
    })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('Tal først med både borgeren og tilbuddet om årsagen.')
    expect(answer.text).toContain('Det går.')
  })
  it('is told which field lacks something, and keeps what was typed', async () => {
    const answer = await (await t.desk()).send(await at('/borger'), { how: 'phone', words: '', cause: '' })
    expect(answer.status).toBe(422)
    expect(errorsIn(answer.text).map((e) => e.split(':')[0])).toEqual(['f-cause', 'f-words'])
    const early = await (await t.desk()).send(await at('/borger'), {
      ...dayFields('heldOn', '2027-01-20'),
      how: 'phone',
      cause: 'days',
      words: 'Onsdag er svær.',
    })
    expect(errorsIn(early.text)[0]).toMatch(/Samtalen skal handle om det/)
    expect(early.text).toContain('Onsdag er svær.')
  })
  it('records both talks, and assesses', async () => {
    const desk = await t.desk()
    const talk = { how: 'phone', cause: 'days', words: 'Fredag er svær, for der er fysioterapi.' }
    const after = await desk.done(await at('/borger'), talk)
    expect(after.text).toContain('Fredag er svær, for der er fysioterapi.')
    expect(after.text).toContain('Dagene eller tiderne passer ikke')
    expect(after.text).not.toContain('Vurdér, om tilbuddet skal fortsætte</a>')
    await desk.done(await at('/tilbud'), {
      ...talk,
      how: 'meeting',
      cause: 'company',
      words: 'De savner hende.',
    })
    const provider = await (await t.desk(t.town.provider)).get(`/tilbud/bestillinger/${placed.orderId}`)
    expect(provider.text).not.toContain('Sagsbehandleren kontakter jer.')
    const done = await desk.done(await at('/vurdering'), {
      outcome: 'proposedToEnd',
      because: 'Hun vil noget andet.',
    })
    expect(done.text).toContain('En ny afgørelse kræver partshøring, begrundelse og klagevejledning.')
    const { orders, closings } = await file()
    expect([orders[0]?.content.daysPerWeek, orders[0]?.declined, closings]).toEqual([3, undefined, []])
    expect(phaseOf(await file())).toBe('running')
  })
  it('takes a proposal back, and it is settled', async () => {
    const done = await (await t.desk()).done(await at('/vurdering'), {
      outcome: 'asIs',
      because: 'Mandage passer.',
    })
    expect(done.text).not.toContain('En ny afgørelse kræver')
    expect(done.text).toContain('Mandage passer.')
    const history = await (await t.desk()).get((await at()).replace('/fravaer', '/tidslinje'))
    expect(history.text).toContain('Gentagne afbud fundet: 3 gange')
  })
  it('sees new absence as a new pattern', async () => {
    for (const day of ['2027-01-27', '2027-01-28', '2027-01-29']) {
      moveTo(day)
      await recorded(today(), noShow)
    }
    expect((await file()).repeatedAbsence).toHaveLength(2)
  })
})
