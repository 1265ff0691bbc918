import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { errorsIn, openTown, type TownAtWork } from '../../../../test/support/case-pages.ts'
import { grantFields, readyToDecide } from '../../../../test/support/deciding.ts'
import { vejen } from '../../../../test/support/scopes.ts'
import { perform } from '../../../casework/perform.ts'
import type { CaseCommand } from '../../../domain/case/commands.ts'
import { ProviderId } from '../../../domain/identity.ts'
import { copenhagenDay, getDay } from '../../../domain/time/calendar-day.ts'
import { PlaceOften } from './page.tsx'

let t: TownAtWork
const today = () => copenhagenDay(t.test.house.now())
const page = () => t.at('/bestilling')

beforeAll(async () => {
  t = await openTown()
  await readyToDecide(t.test.house, t.town)
})
afterAll(() => t.database.drop())

/** What the provider answers, by the command itself. */
const providerDoes = (command: CaseCommand) =>
  perform(
    t.test.house,
    {
      municipality: vejen,
      today: today(),
      subject: {
        roles: ['providerStaff'],
        userId: t.town.provider,
        provider: ProviderId.parse('kaerhoej'),
      },
      actor: { kind: 'staff', userId: t.town.provider, role: 'providerStaff' },
    },
    { caseId: t.town.caseId, commandId: randomUUID(), command },
  )
const orderId = async () => {
  const id = (await t.file()).orders.at(-1)?.orderId
  if (id === undefined) throw new Error('no order was sent')
  return id
}

describe('the order', () => {
  it('waits for a grant', async () => {
    const { text } = await (await t.desk()).get(page())
    expect(text).toContain('Der er ikke bevilget en plads endnu.')
    expect(text).not.toContain('Send bestilling')
  })
  it('begins with what is known, and shows exactly what the provider will see', async () => {
    const desk = await t.desk()
    await desk.done(t.at('/afgoerelse'), { ...grantFields(t.town, today()), do: 'send' })
    const { text } = await desk.get(page())
    expect(text).toMatch(/<textarea[^>]*name="needs"[^>]*>Faste dage og små grupper\.</)
    const seen = text.slice(text.indexOf('id="tilbuddet-ser"'))
    expect(seen).toContain('En plads i køkkengruppen med støtte fra en kontaktperson.')
    expect(seen).toContain('At lave mad sammen med andre')
    expect(seen, 'what the decision weighed is not the provider’s').not.toContain('overskue hverdagen')
  })
  it('says which field lacks something', async () => {
    const answer = await (await t.desk()).send(page(), { needs: '', do: 'send' })
    expect(answer.status).toBe(422)
    expect(errorsIn(answer.text)).toEqual(['f-needs: Skriv borgerens behov.'])
  })
  it('is sent, read, questioned and answered', async () => {
    const desk = await t.desk()
    await desk.done(page(), { needs: 'Faste dage.', resources: 'Glad for dyr.', do: 'send' })
    const id = await orderId()
    expect((await t.file()).orders[0]?.content).toMatchObject({ provider: 'kaerhoej', needs: 'Faste dage.' })
    expect((await desk.get(page())).text).toMatch(/Tilbuddet skal svare senest/)
    await providerDoes({ type: 'openOrder', input: { orderId: id } })
    await providerDoes({ type: 'questionOrder', input: { orderId: id, question: 'Spiser hun kød?' } })
    const asked = (await desk.get(page())).text
    expect(asked).toContain('Spiser hun kød?')
    const answered = await desk.done(page(), { answer: 'Ja, det gør hun.' }, t.at('/bestilling/svar'))
    expect(answered.text).toContain('Ja, det gør hun.')
  })
  it('has a content that a caseworker judges: a no is on record and leaves it open, a yes settles it', async () => {
    const desk = await t.desk()
    const at = t.at('/bestilling/indhold')
    const open = 'skal et menneske vurdere'
    expect((await desk.get(page())).text).toContain(open)
    const empty = await desk.send(at, { orderId: await orderId(), because: '' })
    expect(empty.status).toBe(422)
    expect(errorsIn(empty.text).map((e) => e.split(':')[0])).toEqual(['f-aimed', 'f-because'])
    const judge = { orderId: await orderId(), aimed: 'nej', because: 'Målet om at lave mad mangler.' }
    expect((await desk.done(at, judge)).text).toContain(open)
    expect((await desk.get(at)).text).toContain('Målet om at lave mad mangler.')
    await desk.done(at, { ...judge, aimed: 'ja', because: 'Målet er at lave mad sammen med andre.' })
    expect((await desk.get(page())).text).not.toContain(open)
    expect((await t.file()).orders[0]?.judgements.map((j) => j.aimed)).toEqual([false, true])
  })
  it('that is declined leads to another place, by a new decision with a new order', async () => {
    const desk = await t.desk()
    await providerDoes({
      type: 'declineOrder',
      input: { orderId: await orderId(), reason: 'Gruppen er fuld.' },
    })
    const declined = (await desk.get(page())).text
    expect(declined).toContain('Gruppen er fuld.')
    expect(declined).toContain('Find et andet tilbud')
    const anew = (await desk.get(t.at('/afgoerelse'))).text
    expect(anew).toContain('Kærhøj kunne ikke tage imod borgeren.')
    expect(anew).toMatch(/name="purpose"[^>]*>At du får en fast hverdag sammen med andre\.</)
    expect(anew).not.toMatch(/name="provider" value="[^"]+" checked/)
  })
  it('has a ride that is ordered with what the driver must know, once the provider has said yes', async () => {
    const desk = await t.desk()
    const at = t.at('/koersel')
    expect((await desk.get(at)).text).toContain('ingen bestilling med bevilget kørsel')
    await desk.done(t.at('/afgoerelse'), { ...grantFields(t.town, today()), do: 'send' })
    await desk.done(page(), { needs: 'Faste dage.', resources: 'Glad for dyr.', do: 'send' })
    const id = await orderId()
    await providerDoes({
      type: 'acceptOrder',
      input: { orderId: id, startOn: today(), contactPerson: t.town.provider },
    })
    expect((await desk.get(page())).text).toContain('den er ikke bestilt endnu')
    const ordered = await desk.done(at, { orderId: id, needs: 'wheelchair', aids: 'Rollator' })
    expect(ordered.text).toContain('Plads til kørestol, Rollator.')
    expect((await desk.get(at)).text).toMatch(/value="wheelchair" checked/)
    expect((await t.file()).orders.at(-1)?.rides).toMatchObject([
      { wheelchair: true, companion: false, aids: 'Rollator' },
    ])
    await desk.done(at, { orderId: id, needs: 'companion', aids: '' })
    expect((await t.file()).orders.at(-1)?.rides.at(-1)).toMatchObject({ wheelchair: false, companion: true })
  })
  it('warns of one more place within the year, and after it, and never blocks', () => {
    const municipality = t.test.house.municipalities.get(vejen)
    if (municipality === undefined) throw new Error('no municipality')
    const at = (name: string, on: string) => ({
      content: { provider: ProviderId.parse(name) },
      started: { on: getDay(on) },
    })
    const lived = [at('haven', '2025-01-06'), at('bakken', '2026-03-02'), at('haven', '2026-09-01')]
    const said = (orders: typeof lived, to: string, language: 'da' | 'en' = 'da') =>
      PlaceOften({
        c: { language, municipality, today: getDay('2026-11-25') },
        orders,
        to: ProviderId.parse(to),
      })?.toString() ?? ''
    expect(said(lived.slice(0, 2), 'haven')).toContain('Ét skift inden for 12 måneder.')
    expect(said(lived.slice(0, 2), 'bakken')).toBe('')
    expect(said(lived, 'haven', 'en')).toContain('2 changes within 12 months.')
  })
  it('records the first day once the provider has said yes', async () => {
    const desk = await t.desk()
    expect((await desk.get(page())).text).toContain('Kontaktperson: Pia Lund.')
    const [y = '', m = '', d = ''] = today().split('-')
    const started = await desk.done(
      page(),
      { 'startedOn-d': d, 'startedOn-m': m, 'startedOn-y': y },
      t.at('/bestilling/start'),
    )
    expect(started.text).toMatch(/Borgeren startede/)
    expect(started.text).toContain('Tidligere bestillinger')
  })
})
