/** From what the provider tells to the placement being looked at anew, at each one's pages. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dayFields, errorsIn, openTown, type TownAtWork } from '../../../../test/support/case-pages.ts'
import { type Placed, placeCitizen } from '../../../../test/support/placed.ts'
import { type Asking, isConflict, perform } from '../../../casework/perform.ts'
import type { CaseCommand } from '../../../domain/case/commands.ts'
import { ProviderId } from '../../../domain/identity.ts'
import { isRefusal } from '../../../domain/refusal.ts'
import { addDays, type CalendarDay, copenhagenDay } from '../../../domain/time/calendar-day.ts'

let t: TownAtWork
let placed: Placed
let now = new Date('2027-01-04T09:00:00Z')
const today = (): CalendarDay => copenhagenDay(now)
const providerDoes = async (command: CaseCommand) => {
  const [municipality] = t.test.house.municipalities.keys()
  if (municipality === undefined) throw new Error('Vejen is not there')
  const asking: Asking = {
    municipality,
    today: today(),
    subject: { roles: ['providerStaff'], userId: t.town.provider, provider: ProviderId.parse('kaerhoej') },
    actor: { kind: 'staff', userId: t.town.provider, role: 'providerStaff' },
  }
  const done = await perform(t.test.house, asking, {
    caseId: placed.caseId,
    commandId: randomUUID(),
    command,
  })
  if (isRefusal(done) || isConflict(done)) throw new Error(`${command.type}: ${JSON.stringify(done)}`)
}
const file = () => t.file(placed.caseId)
const at = async (rest: string) => `/myndighed/sager/${(await file()).caseNumber}${rest}`
const meld = () => `/tilbud/borgere/${placed.orderId}/meld`

beforeAll(async () => {
  t = await openTown(() => now)
  placed = await placeCitizen(t.test.house, { caseworker: t.town.caseworker })
  await providerDoes({
    type: 'acceptOrder',
    input: { orderId: placed.orderId, startOn: addDays(today(), 14), contactPerson: t.town.provider },
  })
  now = new Date('2027-01-18T09:00:00Z')
  await providerDoes({ type: 'startPlacement', input: { orderId: placed.orderId, startedOn: today() } })
  now = new Date('2027-02-22T09:00:00Z')
})
afterAll(() => t.database.drop())

describe('the provider tells', () => {
  it('with what the records say beside it, and what they point at ticked', async () => {
    const shown = await (await t.desk(t.town.provider)).get(meld())
    expect(shown.status).toBe(200)
    expect(shown.text).toContain('0 dage mødt, 0 dage væk, 0 noter.')
    expect(shown.text).toContain('Mål uden noter i fire uger')
    expect(shown.text).toMatch(/value="goalNotWorkedWith"[^>]*checked/)
    expect(shown.text).toContain('I har ikke meldt noget.')
  })
  it('and is asked for what is missing, with what was typed kept', async () => {
    const again = await (await t.desk(t.town.provider)).send(meld(), { what: 'Hun kommer sjældnere.' })
    expect(again.status).toBe(422)
    expect(errorsIn(again.text).length).toBe(4)
    expect(again.text).toContain('Hun kommer sjældnere.')
    expect((await file()).reports).toEqual([])
  })
  it('and sees that it waits for an answer', async () => {
    const desk = await t.desk(t.town.provider)
    const sent = await desk.send(meld(), {
      kind: 'changeRequest',
      what: 'Hun kommer sjældnere.',
      done: 'Vi har talt med hende.',
      proposed: 'Tre dage om ugen.',
      ...dayFields('since', '2027-02-08'),
    })
    expect([sent.status, sent.location]).toEqual([303, `${meld()}?sendt=1`])
    expect((await desk.get(meld())).text).toContain('Venter på svar')
    expect((await file()).reports).toMatchObject([
      { kind: 'changeRequest', hints: ['goalNotWorkedWith'], facts: { came: 0 } },
    ])
    expect((await file()).orders[0]?.content.daysPerWeek).toBe(3)
  })
})

describe('the caseworker', () => {
  it('owes a reaction within five working days, and finds the report', async () => {
    const desk = await t.desk()
    const list = await desk.get(await at('/melding'))
    const [report] = (await file()).reports
    expect(list.text).toContain(`/melding/${report?.reportId}`)
    expect(list.text).toContain('1. marts 2027')
    const one = await desk.get(await at(`/melding/${report?.reportId}`))
    expect(one.text).toContain('Tre dage om ugen.')
    expect((await desk.get(await at('/melding/findes-ikke'))).status).toBe(404)
  })
  it('answers with contact, which the provider reads, and then begins a reassessment', async () => {
    const desk = await t.desk()
    const [report] = (await file()).reports
    const path = await at(`/melding/${report?.reportId}`)
    expect((await desk.send(path, { reaction: 'contact' })).status).toBe(422)
    await desk.send(path, { reaction: 'contact', words: 'Jeg ringer til hende på onsdag.' })
    const told = await (await t.desk(t.town.provider)).get(meld())
    expect(told.text).toContain('Jeg ringer til hende på onsdag.')
    const done = await desk.send(path, { reaction: 'reassessment', words: 'Hun kan holde til færre dage.' })
    expect(done.location).toBe(await at('/revurdering'))
    const shown = await desk.get(await at('/revurdering'))
    expect(shown.text).toContain('Tilbuddet melder om ændret behov')
    expect(shown.text).toContain('Ikke foreslået endnu')
    expect(shown.text).toContain(await at('/vurdering'))
  })
  it('shows beside what she has what the caseworker’s own draft of the decision says, and to nobody else', async () => {
    const desk = await t.desk()
    const page = await at('/revurdering')
    const saved = await desk.send(page, { daysPerWeek: '1' }, await at('/kladde/afgoerelse'))
    expect(saved.status).toBe(303)
    const own = (await desk.get(page)).text
    expect(own).toContain('fra din egen kladde')
    expect(own).toMatch(/data-title="Foreslået">1 /)
    expect((await file()).proceedings.at(-1)?.proposed).toBeUndefined()
    await desk.send(page, { _forget: '1' }, await at('/kladde/afgoerelse'))
    expect((await desk.get(page)).text).toContain('Ikke foreslået endnu')
  })
  it('ends it where nothing changes, with a reason', async () => {
    const desk = await t.desk()
    const path = await at('/revurdering/uaendret')
    expect((await desk.send(path, {})).status).toBe(422)
    await desk.send(path, { because: 'Hun ønsker selv at blive ved.' })
    expect((await desk.get(await at('/revurdering'))).text).toContain('Hun ønsker selv at blive ved.')
  })
  it('registers what the citizen asks for by telephone, which is an application with a receipt', async () => {
    const desk = await t.desk()
    const path = await at('/revurdering/ansoegning')
    const fields = {
      channel: 'phone',
      because: 'Jeg vil gerne have to dage.',
      ...dayFields('receivedOn', '2027-02-22'),
    }
    expect((await desk.send(path, { ...fields, days: 'to' })).status).toBe(422)
    await desk.send(path, { ...fields, days: '2' })
    const { proceedings, letters, applied } = await file()
    expect(proceedings.at(-1)?.trigger).toMatchObject({ kind: 'reassessment', cause: 'citizen' })
    expect(letters.filter((l) => l.kind === 'receipt')).toHaveLength(2)
    expect(applied.daysPerWeek).toBe(2)
  })
})
