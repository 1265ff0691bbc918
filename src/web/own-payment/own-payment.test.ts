/** Own payment at its four faces, from the approved price to the line for the debtor system. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTown, type TownAtWork } from '../../../test/support/case-pages.ts'
import { type Placed, placeCitizen } from '../../../test/support/placed.ts'
import { asProvider, asSystem, vejen } from '../../../test/support/scopes.ts'
import { isConflict, perform } from '../../casework/perform.ts'
import { verifyCase } from '../../casework/verify.ts'
import { ProviderId } from '../../domain/identity.ts'
import { isRefusal } from '../../domain/refusal.ts'
import { addDays, type CalendarDay, copenhagenDay } from '../../domain/time/calendar-day.ts'
import { read } from '../../store/connection.ts'
import { outingsFrom } from '../../store/outings.ts'
import { purchasesOf } from '../../store/purchases.ts'

let work: TownAtWork
let placed: Placed
let today: CalendarDay
/** What the clock says: the test moves it over the trip's day. */
let now = new Date()
const kaerhoej = ProviderId.parse('kaerhoej')

type Who = Parameters<TownAtWork['test']['logIn']>[0]

async function seat(who: Who) {
  const { cookie, csrf } = await work.test.logIn(who)
  const told = async (answer: Response) => ({
    status: answer.status,
    text: await answer.text(),
    location: answer.headers.get('location'),
  })
  return {
    get: async (path: string) => told(await work.test.get(path, cookie)),
    post: async (path: string, fields: Record<string, string>) =>
      told(await work.test.post(path, { _csrf: csrf, _command: randomUUID(), ...fields }, cookie)),
  }
}
const asta = () => seat({ person: placed.person })
const pia = () => seat(work.town.provider)
const leader = () => seat(work.town.manager)

const dateFields = (name: string, day: CalendarDay) => {
  const [y = '', m = '', d = ''] = day.split('-')
  return { [`${name}-d`]: d, [`${name}-m`]: m, [`${name}-y`]: y }
}

const trip = (more: Record<string, string> = {}) => ({
  item: 'tur-med-bus',
  name: 'Tur til <stranden>',
  about: 'Tag varmt tøj på',
  place: 'Hovedindgangen',
  starts: '09:30',
  ends: '14:00',
  ...dateFields('day', addDays(today, 5)),
  ...dateFields('answerBy', addDays(today, 3)),
  ...more,
})

const approve = (more: Record<string, string> = {}) => ({
  'name-0': 'Tur med bus',
  'kind-0': 'trip',
  'amount-0': '75',
  'name-1': 'Garn',
  'kind-1': 'material',
  'amount-1': '35,50',
  'name-2': '',
  'kind-2': 'trip',
  'amount-2': '',
  ...dateFields('validFrom', today),
  ...more,
})

const purchases = () => read(work.database.app, asSystem(vejen), (tx) => purchasesOf(tx, placed.caseId))

beforeAll(async () => {
  work = await openTown(() => now)
  today = copenhagenDay(now)
  placed = await placeCitizen(work.test.house, { caseworker: work.town.caseworker })
  const userId = work.town.provider
  const done = await perform(
    work.test.house,
    {
      municipality: vejen,
      today,
      subject: { roles: ['providerStaff'], userId, provider: kaerhoej },
      actor: { kind: 'staff', userId, role: 'providerStaff' },
    },
    {
      caseId: placed.caseId,
      commandId: randomUUID(),
      command: {
        type: 'acceptOrder',
        input: { orderId: placed.orderId, startOn: addDays(today, 14), contactPerson: userId },
      },
    },
  )
  if (isRefusal(done) || isConflict(done)) throw new Error(JSON.stringify(done))
})
afterAll(() => work.database.drop())

describe('the management approves prices', () => {
  it('and until then nobody can be asked to pay', async () => {
    const at = await pia()
    expect((await at.get('/tilbud/priser')).text).toContain('Ingen prisliste er godkendt')
    expect((await at.get('/tilbud/ture/ny')).text).toContain('ingen godkendt prisliste')
    const refused = await at.post('/tilbud/ture/ny', trip())
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('Vælg, hvad turen koster.')
    expect(refused.text).toContain('value="Hovedindgangen"')
  })

  it('with a sentence at each field that is wrong, and nothing typed lost', async () => {
    const at = await leader()
    const refused = await at.post(
      '/ledelse/priser/kaerhoej',
      approve({ 'amount-0': 'halvfjerds', 'amount-2': '10', ...dateFields('validFrom', addDays(today, -1)) }),
    )
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('Skriv en pris i kroner')
    expect(refused.text).toContain('value="halvfjerds"')
    expect(refused.text).toContain('Skriv, hvad det er.')
    const backwards = await at.post(
      '/ledelse/priser/kaerhoej',
      approve(dateFields('validFrom', addDays(today, -1))),
    )
    expect(backwards.text).toContain('kan ikke gælde bagud')
    expect((await at.get('/ledelse/priser/ingen-steder')).status).toBe(404)
  })

  it('and the list is the provider’s from its day', async () => {
    const at = await leader()
    expect((await at.post('/ledelse/priser/kaerhoej', approve())).status).toBe(303)
    expect((await at.get('/ledelse/priser')).text).toMatch(/Tur med bus[\s\S]*75 kr\.[\s\S]*35,50 kr\./)
    expect((await (await pia()).get('/tilbud/priser')).text).toContain('35,50 kr.')
  })
})

describe('a trip', () => {
  it('is planned at an approved price, with wrong days and times said at their fields', async () => {
    const at = await pia()
    const wrong = await at.post(
      '/tilbud/ture/ny',
      trip({ starts: 'halv ti', ends: '25:00', ...dateFields('answerBy', addDays(today, 6)) }),
    )
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('Skriv klokkeslættet som 09:30.')
    expect(wrong.text).toContain('Fristen skal ligge mellem i dag og turens dag.')
    const command = randomUUID()
    const planned = await at.post('/tilbud/ture/ny', trip({ _command: command }))
    const again = await at.post('/tilbud/ture/ny', trip({ _command: command }))
    expect([planned.status, again.status]).toEqual([303, 303])
    expect(again.location).toBe(planned.location)
    const all = await read(work.database.app, asProvider('kaerhoej'), (tx) =>
      outingsFrom(tx, [kaerhoej], today),
    )
    expect(all.map((o) => o.name)).toEqual(['Tur til <stranden>'])
    expect(
      await read(work.database.app, asProvider('veum-dag'), (tx) => outingsFrom(tx, [kaerhoej], today)),
    ).toEqual([])
  })

  it('is shown to the citizen price first, and nobody has said yes for them', async () => {
    const { text } = await (await asta()).get('/borger/ture')
    expect(text.indexOf('Pris: 75 kr.')).toBeLessThan(text.indexOf('Tur til &lt;stranden&gt;'))
    expect(text).toContain('Du bestemmer selv')
    expect(text).not.toContain('Du har sagt ja')
    expect(await purchases()).toEqual([])
  })

  it('is said yes to at the price that was shown, and at no other', async () => {
    const at = await asta()
    const [outing] = await read(work.database.app, asSystem(vejen), (tx) =>
      outingsFrom(tx, [kaerhoej], today),
    )
    const outingId = outing?.outingId ?? ''
    const other = await at.post('/borger/ture/ja', { outingId, shownOere: '5000' })
    expect(other.status).toBe(409)
    expect(other.text).toContain('Prisen er en anden nu')
    expect(await purchases()).toEqual([])
    expect((await at.post('/borger/ture/ja', { outingId, shownOere: '7500' })).status).toBe(303)
    expect((await at.get('/borger/ture')).text).toContain('Du har sagt ja.')
    expect((await at.post('/borger/ture/ja', { outingId: randomUUID(), shownOere: '1' })).status).toBe(404)
  })

  it('can be said no to again, and yes once more, and the provider sees both', async () => {
    const at = await asta()
    const purchaseId = (await purchases())[0]?.purchaseId ?? ''
    expect((await at.post('/borger/ture/nej', { purchaseId })).status).toBe(303)
    const [outing] = await read(work.database.app, asSystem(vejen), (tx) =>
      outingsFrom(tx, [kaerhoej], today),
    )
    await at.post('/borger/ture/ja', { outingId: outing?.outingId ?? '', shownOere: '7500' })
    const { text } = await (await pia()).get(`/tilbud/ture/${outing?.outingId}`)
    expect(text).toContain('Har sagt nej igen')
    expect(text).toContain('Sagde ja')
    expect((await (await pia()).get('/tilbud/ture')).text).toMatch(/stranden[\s\S]*75 kr\.[\s\S]*>1</)
  })

  it('is settled after its day by who came, and stands on the citizen’s page and in the file', async () => {
    const [outing] = await read(work.database.app, asSystem(vejen), (tx) =>
      outingsFrom(tx, [kaerhoej], today),
    )
    const early = await (await pia()).get(`/tilbud/ture/${outing?.outingId}`)
    expect(early.text).not.toContain('Hvem var med?')
    now = new Date(now.getTime() + 5 * 86_400_000)
    const at = await pia()
    const href = `/tilbud/ture/${outing?.outingId}`
    expect((await at.get(href)).text).toContain('Hvem var med?')
    const open = (await purchases()).find((p) => p.goneOn === null)
    expect((await at.post(`${href}/afregn`, { came: open?.purchaseId ?? '' })).status).toBe(303)
    expect((await at.get(href)).text).toContain('1 var med. I alt 75 kr.')
    const month = copenhagenDay(now).slice(0, 7)
    const mine = await (await asta()).get(`/borger/betaling?maaned=${month}`)
    expect(mine.text).toContain('75 kr.')
    expect(mine.text).toContain('Det koster ikke noget at være i dit tilbud.')
    const all = await (await leader()).get(`/ledelse/egenbetaling?maaned=${month}`)
    expect(all.text).toContain('Asta Eng')
    expect(all.text).toContain('I alt 75 kr.')
    const file = await (await leader()).get(`/ledelse/egenbetaling/fil?maaned=${month}`)
    expect(file.text).toMatch(/^\uFEFF?CPR-nummer;Borger;Sag;Tilbud;Hvad;Dag;Beløb\r\n/)
    expect(file.text).toContain(';Asta Eng;')
    expect(file.text).toContain('Tur til <stranden>;')
    expect(file.text.trim().endsWith(';75')).toBe(true)
  })
})

describe('a material', () => {
  it('takes the citizen’s own words, and is paid as it is handed over', async () => {
    const at = await pia()
    const silent = await at.post('/tilbud/materialer', {
      material: 'garn',
      citizen: placed.orderId,
      words: '',
    })
    expect(silent.status).toBe(422)
    expect(silent.text).toContain('Skriv, hvad borgeren sagde.')
    const command = randomUUID()
    const fields = { material: 'garn', citizen: placed.orderId, words: 'Det blå', _command: command }
    expect((await at.post('/tilbud/materialer', fields)).status).toBe(303)
    expect((await at.post('/tilbud/materialer', fields)).status).toBe(303)
    const bought = (await purchases()).filter((p) => p.kind === 'material')
    expect(bought.map((p) => p.amountOere)).toEqual([3550])
  })
})

describe('a trip that is called off', () => {
  it('costs nobody anything, and says why', async () => {
    const at = await pia()
    today = copenhagenDay(now)
    const planned = await at.post('/tilbud/ture/ny', trip({ name: 'Skovtur' }))
    const href = planned.location ?? ''
    const spoken = { citizen: placed.orderId, words: 'Ja tak, jeg vil med' }
    expect((await at.post(`${href}/ja`, spoken)).status).toBe(303)
    const silent = await at.post(`${href}/aflys`, { because: ' ' })
    expect(silent.text).toContain('Skriv, hvorfor turen er aflyst.')
    expect((await at.post(`${href}/aflys`, { because: 'Det stormer' })).status).toBe(303)
    expect((await (await asta()).get('/borger/ture')).text).toContain('Turen er aflyst: Det stormer')
    expect((await purchases()).find((p) => p.name === 'Skovtur')?.goneOn).toBe(today)
    const outingId = href.split('/').at(-1) ?? ''
    const late = await (await asta()).post('/borger/ture/ja', { outingId, shownOere: '7500' })
    expect(late.status).toBe(409)
  })
})

it('rows are what a rebuild makes, and the chain verifies', async () => {
  const municipality = work.test.house.municipalities.get(vejen)
  if (municipality === undefined) throw new Error('Vejen is not configured')
  const verified = await read(work.database.app, asSystem(vejen), (tx) =>
    verifyCase(tx, municipality, placed.caseId),
  )
  expect(verified.faults).toEqual([])
})
