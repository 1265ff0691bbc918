/** Goals at the place and at the citizen's: the person page, the plan, how it goes, and who it is that says so. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dayFields, errorsIn, formIn, openTown, type TownAtWork } from '../../../test/support/case-pages.ts'
import { type Placed, placeCitizen } from '../../../test/support/placed.ts'
import { asSystem, newUser, vejen } from '../../../test/support/scopes.ts'
import { perform } from '../../casework/perform.ts'
import { currentOrder } from '../../domain/case/case-file.ts'
import { ProviderId, type UserId } from '../../domain/identity.ts'
import { isRefusal } from '../../domain/refusal.ts'
import { addDays, copenhagenDay } from '../../domain/time/calendar-day.ts'
import { write } from '../../store/connection.ts'
import { saveUser } from '../../store/users.ts'

let work: TownAtWork
let asta: Placed
let [ane, bo]: readonly UserId[] = []
let goalId = ''
beforeAll(async () => {
  work = await openTown()
  ane = await hire('Ane Ravn')
  bo = await hire('Bo Kær')
  asta = await start('Asta')
  goalId = (await orderOf(asta)).content.goals[0]?.goalId ?? ''
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
const desk = () => work.desk(work.town.provider)
const at = (more = '', placed = asta) => `/tilbud/borgere/${placed.orderId}${more}`
const orderOf = async ({ caseId }: Placed) => {
  const order = currentOrder(await work.file(caseId))
  if (order === undefined) throw new Error('no order')
  return order
}
async function start(givenName: string): Promise<Placed> {
  const placed = await placeCitizen(work.test.house, {
    caseworker: work.town.caseworker,
    person: { givenName },
  })
  const today = copenhagenDay(work.test.house.now())
  const here = await desk()
  const order = `/tilbud/bestillinger/${placed.orderId}`
  await here.done(`${order}/ja`, {
    ...dayFields('startOn', addDays(today, 14)),
    contactPerson: work.town.provider,
  })
  await here.done(`${order}/start`, dayFields('startedOn', today))
  return placed
}

async function citizen() {
  const { cookie, csrf } = await work.test.logIn({ person: asta.person })
  return {
    get: async (path = '/borger/plan') => (await work.test.get(path, cookie)).text(),
    say: async (fields: Record<string, string>) => {
      const page = await (await work.test.get('/borger/plan', cookie)).text()
      const form = { ...Object.fromEntries(formIn(page, '/borger/plan')), _csrf: csrf, ...fields }
      const answer = await work.test.post('/borger/plan', form, cookie)
      return { status: answer.status, text: await answer.text() }
    },
  }
}

describe('the person page', () => {
  it('is where the list of people and the order lead, with everything of the person at hand', async () => {
    const here = await desk()
    expect((await here.get('/tilbud/borgere')).text).toContain(`href="${at()}"`)
    const { text } = await here.get(at())
    for (const more of [
      '/note',
      '/noter',
      '/indsatsplan',
      `/maal?maal=${goalId}`,
      '/ugeskema',
      '/aktiviteter',
      '/beskeder',
    ])
      expect(text).toContain(`href="${at(more)}"`)
    expect(text).toContain(`href="/tilbud/bestillinger/${asta.orderId}/kontaktperson"`)
    expect(text).toContain('Der er ingen indsatsplan endnu.')
    expect(text).not.toContain('Kontaktpersonen er skiftet')
  })

  it('warns when the contact person changes often; the form asks why, and keeps the choice', async () => {
    const here = await desk()
    const contact = `/tilbud/bestillinger/${asta.orderId}/kontaktperson`
    await here.done(contact, { contactPerson: ane ?? '' })
    expect((await here.get(contact)).text).toContain('Hvorfor skiftes der igen?')
    const refused = await here.send(contact, { contactPerson: bo ?? '' })
    expect(refused.status).toBe(422)
    expect(errorsIn(refused.text)).toContain(
      'f-because: Kontaktpersonen er skiftet for nylig. Skriv, hvorfor der skal skiftes igen.',
    )
    expect(refused.text).toMatch(new RegExp(`value="${bo}" selected`))
    await here.done(contact, { contactPerson: bo ?? '', because: 'Ane er på barsel' })
    const order = await orderOf(asta)
    expect(order.contactPersons).toHaveLength(3)
    expect(order.contactPerson).toMatchObject({ contactPerson: bo, because: 'Ane er på barsel' })
    const { text } = await here.get(at())
    expect(text).toContain('Kontaktpersonen er skiftet 2 gange på 6 måneder.')
    expect(text).toContain('Ane Ravn, fra')
  })
})

describe('the intervention plan', () => {
  const field = (name: string, way = 0) => `${name}-${goalId}-${way}`

  it('asks for what a way lacks, and keeps what was written', async () => {
    const here = await desk()
    const none = await here.send(at('/indsatsplan'), {})
    expect([none.status, errorsIn(none.text)]).toEqual([422, [`f-${field('sub')}: Skriv mindst ét delmål.`]])
    const half = await here.send(at('/indsatsplan'), {
      [field('sub')]: 'Spiser i <ro>',
      community: 'Ved vinduet',
    })
    expect(half.status).toBe(422)
    expect(errorsIn(half.text)).toEqual([
      `f-${field('method')}: Skriv metoden.`,
      `f-${field('staff')}: Vælg eller skriv, hvem der gør det.`,
    ])
    expect(half.text).toContain('Spiser i &lt;ro&gt;')
    expect(half.text).toContain('Ved vinduet')
    expect((await orderOf(asta)).plans).toEqual([])
    // What was refused is there again the next time, until it is thrown away.
    expect((await here.get(at('/indsatsplan'))).text).toContain('Spiser i &lt;ro&gt;')
    await here.done(at('/indsatsplan'), { _forget: '1' }, at('/indsatsplan/kladde'))
    expect((await here.get(at('/indsatsplan'))).text).not.toContain('Spiser i')
  })

  it('is kept half written for its writer alone, and is not there any more once it is saved', async () => {
    const [pia, other] = [await desk(), await work.desk(ane)]
    const draft = at('/indsatsplan/kladde')
    await pia.done(at('/indsatsplan'), { [field('sub')]: 'Halvt skrevet', community: 'Ved vinduet' }, draft)
    const { text } = await pia.get(at('/indsatsplan'))
    for (const said of [
      'Halvt skrevet',
      'Ved vinduet',
      'Kladden kan kun ses af dig.',
      `data-draft="${draft}"`,
    ])
      expect(text).toContain(said)
    expect((await other.get(at('/indsatsplan'))).text).not.toContain('Halvt skrevet')
    expect((await orderOf(asta)).plans).toEqual([])
    await pia.done(at('/indsatsplan'), { _forget: '1' }, draft)
  })

  it('is saved, and read at all three faces; a colleague who did not see it does not replace it unseen', async () => {
    const here = await desk()
    const unseen = formIn((await here.get(at('/indsatsplan'))).text, at('/indsatsplan'))
    const fields = {
      [field('sub')]: 'Spiser sammen med to andre',
      [field('method')]: 'Det lille bord',
      [field('staff')]: ane ?? '',
      community: 'Kortklub om torsdagen',
      dailyLife: 'Dækker selv bord',
    }
    await here.done(at('/indsatsplan'), fields)
    const [plan] = (await orderOf(asta)).plans
    expect(plan?.parts).toEqual([
      {
        goalId,
        subGoal: 'Spiser sammen med to andre',
        method: 'Det lille bord',
        responsible: { kind: 'staff', userId: ane },
      },
    ])
    const seen = [
      (await here.get(at())).text,
      (
        await (
          await work.desk()
        ).get(`/myndighed/sager/${(await work.file(asta.caseId)).caseNumber}/dokumentation`)
      ).text,
      await (await citizen()).get(),
    ]
    for (const text of seen)
      for (const said of [
        'Spiser sammen med to andre',
        'Det lille bord',
        'Ane Ravn',
        'Kortklub om torsdagen',
        'Dækker selv bord',
      ])
        expect(text).toContain(said)
    const late = await here.send(at('/indsatsplan'), {
      ...Object.fromEntries(unseen),
      [field('sub')]: 'Noget andet',
      [field('method')]: 'En anden vej',
      [field('who')]: 'Mor',
      _command: randomUUID(),
    })
    expect(late.status).toBe(409)
    expect(late.text).toContain('Noget andet')
    expect((await orderOf(asta)).plans).toHaveLength(1)
  })

  it('changed, shows which words came and went: at the place, to the citizen and to the caseworker', async () => {
    const here = await desk()
    expect((await here.get(at('/versioner'))).text).toContain('Der er én udgave.')
    await here.done(at('/indsatsplan'), { _forget: '1' }, at('/indsatsplan/kladde'))
    await here.done(at('/indsatsplan'), {
      [field('method')]: 'Det store bord',
      dailyLife: '',
      because: 'De er blevet fire.',
    })
    const { caseNumber } = await work.file(asta.caseId)
    const caseworker = await work.desk()
    const [one, two] = (await orderOf(asta)).plans
    for (const text of [
      (await here.get(at('/versioner'))).text,
      await (await citizen()).get('/borger/plan/aendringer'),
      (await caseworker.get(`/myndighed/sager/${caseNumber}/plan/versioner`)).text,
    ]) {
      expect(text).toContain('2 ting er ændret.')
      expect(text).toMatch(
        /Det <del><span class="sr-only"> taget ud: <\/span>lille<.*<\/del><ins>.*>store<.*<\/ins> bord/,
      )
      expect(text).toContain('Taget ud')
      expect(text).not.toContain('Kortklub')
    }
    const back = await here.get(`${at('/versioner')}?fra2=${two?.seq}&til2=${one?.seq}`)
    expect(back.text).toMatch(/>store<.*<\/del><ins>.*>lille</)
    const same = await here.get(`${at('/versioner')}?fra2=${one?.seq}&til2=${one?.seq}`)
    expect(same.text).toContain('De to udgaver siger det samme.')
  })
})

describe('a goal followed', () => {
  it('needs both the citizen’s answer and a level, and not wanting to say is an answer', async () => {
    const here = await desk()
    const nothing = await here.send(at('/maal'), {})
    expect(nothing.status).toBe(422)
    expect(errorsIn(nothing.text)).toHaveLength(2)
    const both = await here.send(at('/maal'), { voice: 'declined', voiceWords: 'Larm', level: '0' })
    expect([both.status, errorsIn(both.text)]).toEqual([
      422,
      ['f-voice: Borgeren har sagt noget. Vælg, hvordan det går, eller slet ordene.'],
    ])
    expect(both.text).toContain('Larm')
    const saved = await here.done(at('/maal'), { voice: 'declined', level: '-1', saw: 'Trak sig' })
    expect(saved.text).toContain('Opfølgningen er gemt.')
    expect(saved.text).toContain('Ville ikke sige noget')
    expect((await orderOf(asta)).followed).toMatchObject([
      { goalId, level: -1, words: 'Trak sig', voice: { kind: 'declined' } },
    ])
  })

  it('is said by the citizen themselves, beside the place’s view and never mixed with it', async () => {
    const asked = await citizen()
    const page = await asked.get()
    expect(page).toContain('Vil ikke sige')
    expect(page).toContain('Det går lidt langsommere, end vi håbede.')
    expect((await asked.say({})).status).toBe(422)
    expect((await asked.say({ svar: 'good', ord: 'Jeg vil bage mere' })).status).toBe(303)
    expect((await asked.say({ svar: 'declined', _command: randomUUID() })).status).toBe(303)
    const { followed } = await orderOf(asta)
    expect(followed.slice(1).map(({ voice, level, actor }) => [voice, level, actor.kind])).toEqual([
      [{ kind: 'said', mood: 'good', words: 'Jeg vil bage mere' }, undefined, 'citizen'],
      [{ kind: 'declined' }, undefined, 'citizen'],
    ])
    const { text } = await (await desk()).get(at('/maal'))
    expect(text).toContain('Jeg vil bage mere')
    expect(text).toContain('Skrevet af borgeren selv')
    expect(await asked.get('/borger/uge')).toContain('href="/borger/plan"')
  })

  it('is not said for the citizen by a helper, who reads along', async () => {
    const userId = work.town.caseworker
    const { unit } = await work.file(asta.caseId)
    const today = copenhagenDay(work.test.house.now())
    const done = await perform(
      work.test.house,
      {
        municipality: vejen,
        today,
        subject: { roles: ['caseworker'], userId, unit },
        actor: { kind: 'staff', userId, role: 'caseworker' },
      },
      {
        caseId: asta.caseId,
        commandId: randomUUID(),
        command: {
          type: 'registerRepresentative',
          input: {
            personId: work.town.guardian,
            type: 'partyRepresentative',
            scopes: ['read', 'write'],
            from: today,
            verified: 'Set på papir',
          },
        },
      },
    )
    expect(isRefusal(done)).toBe(false)
    const { cookie, csrf } = await work.test.logIn({ person: work.town.guardian, actingFor: asta.person })
    const page = await (await work.test.get('/borger/plan', cookie)).text()
    expect(page).toContain('Kun borgeren selv kan svare her.')
    expect(page).not.toContain('name="svar"')
    const answer = await work.test.post(
      '/borger/plan',
      { _csrf: csrf, _command: randomUUID(), goalId, orderId: asta.orderId, svar: 'good' },
      cookie,
    )
    expect(answer.status).toBe(422)
    expect((await orderOf(asta)).followed).toHaveLength(3)
  })

  it('has a page also for whoever has no goals, and for another’s goal an answer that tells nothing', async () => {
    const { cookie, csrf } = await work.test.logIn({ person: work.town.stranger })
    expect(await (await work.test.get('/borger/plan', cookie)).text()).toContain('Du har ingen mål endnu.')
    const answer = await work.test.post(
      '/borger/plan',
      { _csrf: csrf, _command: randomUUID(), goalId, orderId: asta.orderId, svar: 'good' },
      cookie,
    )
    expect(answer.status).toBe(422)
    expect((await orderOf(asta)).followed).toHaveLength(3)
  })
})
