/** A provider at its pages: what it sees of a person, what it answers, and what it never gets to know. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { errorsIn, openTown, type TownAtWork } from '../../../test/support/case-pages.ts'
import { type Placed, placeCitizen } from '../../../test/support/placed.ts'
import { asSystem, newUser, vejen } from '../../../test/support/scopes.ts'
import { isConflict, perform } from '../../casework/perform.ts'
import { currentOrder } from '../../domain/case/case-file.ts'
import { ProviderId, type UserId } from '../../domain/identity.ts'
import { isRefusal } from '../../domain/refusal.ts'
import { addDays, type CalendarDay, copenhagenDay } from '../../domain/time/calendar-day.ts'
import { looksAtPerson } from '../../store/access-log.ts'
import { read, write } from '../../store/connection.ts'
import { findUser, saveUser } from '../../store/users.ts'

let work: TownAtWork
let today: CalendarDay
/** Two colleagues of the town's provider, and the one who works there already. */
let [ane, bo]: readonly UserId[] = []

beforeAll(async () => {
  work = await openTown()
  today = copenhagenDay(work.test.house.now())
  ane = await hire('Ane Ravn')
  bo = await hire('Bo Kær')
})
afterAll(() => work.database.drop())

async function hire(name: string): Promise<UserId> {
  const userId = newUser()
  await write(work.database.app, asSystem(vejen), (tx) =>
    saveUser(tx, {
      userId,
      subject: `subject-${userId}`,
      name,
      phone: null,
      email: null,
      unit: null,
      roles: ['providerStaff'],
      providerId: ProviderId.parse('kaerhoej'),
      active: true,
    }),
  )
  return userId
}

const place = (more: Omit<Parameters<typeof placeCitizen>[1], 'caseworker'> = {}) =>
  placeCitizen(work.test.house, { caseworker: work.town.caseworker, ...more })
const at = ({ orderId }: Placed, more = '') => `/tilbud/bestillinger/${orderId}${more}`
const desk = () => work.desk(work.town.provider)
const orderOf = async ({ caseId }: Placed) => {
  const order = currentOrder(await work.file(caseId))
  if (order === undefined) throw new Error('no order')
  return order
}
const day = (name: string, value: CalendarDay) => {
  const [y = '', m = '', d = ''] = value.split('-')
  return { [`${name}-d`]: d, [`${name}-m`]: m, [`${name}-y`]: y }
}
const yes = (contactPerson: UserId | undefined, startOn = addDays(today, 14)) => ({
  ...day('startOn', startOn),
  contactPerson: contactPerson ?? '',
})

describe('what a provider sees of a person', () => {
  let hidden: Placed
  beforeAll(async () => {
    hidden = await place({
      reasons: 'Skizofreni gennem mange år',
      person: {
        givenName: 'Dagny',
        familyName: 'Storm',
        cpr: '0302889995',
        address: { street: 'Hemmelig Allé 7', postalCode: '6600', town: 'Vejen', protected: true },
      },
    })
  })

  it('is the order: name, goals, needs, days, start and transport', async () => {
    const { text } = await (await desk()).get(at(hidden))
    for (const known of ['Dagny Storm', 'At spise frokost', 'En fast plan', 'Kender meget til planter'])
      expect(text).toContain(known)
    expect(text).toContain('Kommunen har bevilget kørsel')
    expect(text).toContain('Kommunen oplyser ikke adressen her')
  })

  it('is never CPR number, protected address, assessment, case number or birthday, on any page', async () => {
    const { caseNumber } = await work.file(hidden.caseId)
    const at_ = await desk()
    const before = ['', '/ja', '/spoergsmaal', '/kan-ikke'].map((more) => at(hidden, more))
    const pages = ['/tilbud', '/tilbud/bestillinger', '/tilbud/borgere', ...before]
    const texts = await Promise.all(pages.map((page) => at_.get(page)))
    await at_.done(at(hidden, '/ja'), yes(ane))
    for (const more of ['', '/kontaktperson', '/start']) texts.push(await at_.get(at(hidden, more)))
    texts.push(await at_.get('/tilbud/borgere'))
    const birthday = ['3. februar 1988', '03.02.1988', '1988-02-03']
    const secrets = [
      '0302889995',
      '030288-9995',
      'Hemmelig',
      'Skizofreni',
      'målgruppe',
      caseNumber,
      ...birthday,
    ]
    for (const { text, status } of texts) {
      expect(status).toBe(200)
      for (const secret of secrets) expect(text).not.toContain(secret)
      expect(/<title>([^<]*)/.exec(text)?.[1]).not.toContain('Dagny')
    }
  })

  it('is the address where there is transport and nothing protects it', async () => {
    const open = await place({
      person: { address: { street: 'Åbenvej 4', postalCode: '6600', town: 'Vejen', protected: false } },
    })
    expect((await (await desk()).get(at(open))).text).toContain('Åbenvej 4, 6600 Vejen')
  })

  it('is nothing at all of another provider’s', async () => {
    const theirs = await place({
      provider: 'noerrevang',
      person: { givenName: 'Ulla', familyName: 'Fremmed' },
    })
    const here = await desk()
    for (const page of ['/tilbud', '/tilbud/bestillinger', '/tilbud/borgere'])
      expect((await here.get(page)).text).not.toContain('Fremmed')
    for (const more of ['', '/ja', '/kan-ikke', '/kontaktperson', '/start'])
      expect((await here.get(at(theirs, more))).status).toBe(404)
    const strangers = await work.desk(work.town.otherProvider)
    expect((await strangers.get('/tilbud')).text).toContain('I skal ikke gøre noget lige nu')
    expect((await strangers.get(at(hidden))).status).toBe(404)
  })

  it('leaves a line in the log for each person on a list', async () => {
    const someone = await place()
    await (await desk()).get('/tilbud/bestillinger')
    const looks = await read(work.database.app, asSystem(vejen), (tx) =>
      looksAtPerson(tx, someone.person, 10),
    )
    expect(looks).toContainEqual(
      expect.objectContaining({ route: 'provider.orders', caseId: someone.caseId, outcome: 'allowed' }),
    )
  })
})

describe('an order', () => {
  it('is recorded as opened by the first look, once', async () => {
    const placed = await place()
    const here = await desk()
    await here.get(at(placed))
    await here.get(at(placed))
    const { opened } = await orderOf(placed)
    expect(opened?.actor).toMatchObject({ userId: work.town.provider, role: 'providerStaff' })
    expect((await work.file(placed.caseId)).lastSeq).toBe(opened?.seq)
  })

  it('is accepted with a start date, one contact person and a substitute', async () => {
    const placed = await place()
    const here = await desk()
    expect((await here.get('/tilbud')).text).toContain('Svar på bestilling')
    const shown = await here.done(at(placed, '/ja'), { ...yes(ane), substitute: bo ?? '' })
    expect(shown.text).toContain('Ane Ravn')
    const order = await orderOf(placed)
    expect(order.accepted?.startOn).toBe(addDays(today, 14))
    expect(order.contactPerson).toMatchObject({ contactPerson: ane, substitute: bo })
    const people = (await here.get('/tilbud/borgere')).text
    expect(people).toContain(at(placed))
    expect((await here.get('/tilbud/bestillinger')).text).not.toContain(at(placed))
  })

  it('comes back with what is wrong at each field, and with what was typed', async () => {
    const placed = await place()
    const here = await desk()
    const empty = await here.send(at(placed, '/ja'), { 'startOn-d': 'x', contactPerson: '' })
    expect(empty.status).toBe(422)
    expect(errorsIn(empty.text)).toEqual([
      'f-startOn: Skriv en dag, for eksempel 7 12 2026.',
      'f-contactPerson: Vælg en kontaktperson.',
    ])
    const early = await here.send(at(placed, '/ja'), {
      ...yes(ane, addDays(today, 1)),
      substitute: ane ?? '',
    })
    expect(errorsIn(early.text).map((e) => e.split(':')[0])).toEqual(['f-startOn', 'f-substitute'])
    expect(early.text).toContain(`value="${ane}" selected`)
    const outsider = await here.send(at(placed, '/ja'), yes(work.town.caseworker))
    expect(errorsIn(outsider.text)).toEqual(['f-contactPerson: Vælg en kontaktperson.'])
    expect((await orderOf(placed)).accepted).toBeUndefined()
  })

  it('that a colleague answered meanwhile shows how it stands and keeps what was typed', async () => {
    const placed = await place()
    const here = await desk()
    await here.done(at(placed, '/ja'), yes(bo))
    const { csrf, cookie } = await work.test.logIn(ane ?? newUser())
    const late = await work.test.post(
      at(placed, '/spoergsmaal'),
      { _csrf: csrf, _command: randomUUID(), question: 'Hvilken dør?' },
      cookie,
    )
    expect(late.status).toBe(409)
    const text = await late.text()
    expect(text).toContain('Bestillingen er ændret')
    expect(text).toContain('I har sagt ja')
    expect(text).toContain('Hvilken dør?')
  })

  it('can be asked about; the answer is read where the order waits', async () => {
    const placed = await place()
    const here = await desk()
    expect((await here.send(at(placed, '/spoergsmaal'), { question: ' ' })).status).toBe(422)
    const asked = await here.done(at(placed, '/spoergsmaal'), { question: 'Er der plads til en hund?' })
    expect(asked.text).toContain('Kommunen har ikke svaret endnu')
    const { unit } = await work.file(placed.caseId)
    const userId = work.town.caseworker
    const done = await perform(
      work.test.house,
      {
        municipality: vejen,
        today,
        subject: { roles: ['caseworker'], userId, unit },
        actor: { kind: 'staff', userId, role: 'caseworker' },
      },
      {
        caseId: placed.caseId,
        commandId: randomUUID(),
        command: {
          type: 'answerOrderQuestion',
          input: { orderId: placed.orderId, answer: 'Ja, en lille' },
        },
      },
    )
    expect(isRefusal(done) || isConflict(done)).toBe(false)
    expect((await here.get(at(placed))).text).toContain('Ja, en lille')
    expect((await here.get('/tilbud/bestillinger')).text).toContain('Svar fra kommunen')
  })

  it('is declined with a reason, and takes the person away', async () => {
    const placed = await place({ person: { givenName: 'Gerd', familyName: 'Videre' } })
    const here = await desk()
    expect(errorsIn((await here.send(at(placed, '/kan-ikke'), { reason: '' })).text)).toEqual([
      'f-reason: Skriv, hvorfor I ikke kan.',
    ])
    const once = { _command: randomUUID(), reason: 'Vi har ingen, der kan tegnsprog' }
    const list = await here.done(at(placed, '/kan-ikke'), once)
    expect(list.text).toContain('Jeres svar er sendt')
    expect((await orderOf(placed)).declined?.reason).toBe('Vi har ingen, der kan tegnsprog')
    for (const page of ['/tilbud', '/tilbud/bestillinger', '/tilbud/borgere', at(placed), at(placed, '/ja')])
      expect((await here.get(page)).text).not.toContain('Videre')
    const late = await here.send(at(placed, '/ja'), yes(ane))
    expect([late.status, late.text.includes('Videre')]).toEqual([404, false])
    for (const again of [late, await here.send(at(placed, '/kan-ikke'), once), await here.get(at(placed))])
      expect(again.text).toContain('Bestillingen er ikke hos jer')
  })
})

describe('a person placed here', () => {
  it('has exactly one contact person, whose change a colleague’s does not overwrite unseen', async () => {
    const placed = await place()
    const here = await desk()
    await here.done(at(placed, '/ja'), yes(ane))
    const same = await here.send(at(placed, '/kontaktperson'), {
      contactPerson: bo ?? '',
      substitute: bo ?? '',
    })
    expect(errorsIn(same.text)).toEqual(['f-substitute: Vælg en anden end kontaktpersonen.'])
    await here.done(at(placed, '/kontaktperson'), { contactPerson: bo ?? '', substitute: '' })
    expect((await orderOf(placed)).contactPerson).toMatchObject({ contactPerson: bo })
    const unseen = await here.send(at(placed, '/kontaktperson'), {
      seen: ane ?? '',
      contactPerson: work.town.provider,
    })
    expect(unseen.status).toBe(409)
    expect(unseen.text).toContain('Kontaktperson nu: Bo Kær')
    expect((await orderOf(placed)).contactPerson?.contactPerson).toBe(bo)
  })

  it('whose contact person has left is told of on the front page', async () => {
    const placed = await place()
    const here = await desk()
    const leaver = await hire('Leo Væk')
    await here.done(at(placed, '/ja'), yes(leaver))
    const missing = async () =>
      /<strong>(\d+)<\/strong>Mangler kontaktperson/.exec((await here.get('/tilbud')).text)?.[1]
    expect(await missing()).toBe('0')
    await write(work.database.app, asSystem(vejen), async (tx) => {
      const user = await findUser(tx, leaver)
      if (user) await saveUser(tx, { ...user, active: false })
    })
    expect(await missing()).toBe('1')
    expect((await here.get(at(placed))).text).toContain('Kontaktpersonen arbejder ikke længere her')
    await here.done(at(placed, '/kontaktperson'), { contactPerson: ane ?? '' })
    expect(await missing()).toBe('0')
  })

  it('starts on the day it was, never on one to come', async () => {
    const placed = await place()
    const here = await desk()
    // Not said yes to: there is no first day to record.
    expect((await here.get(at(placed, '/start'))).location).toBe(at(placed))
    await here.done(at(placed, '/ja'), yes(ane))
    const early = await here.send(at(placed, '/start'), day('startedOn', addDays(today, 1)))
    expect(errorsIn(early.text)).toEqual(['f-startedOn: Vælg i dag eller en dag, der er gået.'])
    const started = await here.done(at(placed, '/start'), day('startedOn', today))
    expect(started.text).toContain('Startet')
    expect((await orderOf(placed)).started?.on).toBe(today)
  })
})
