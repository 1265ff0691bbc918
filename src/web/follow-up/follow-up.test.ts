/** A follow-up from the invitation to the conclusion, at each one's pages (K2.3-1, K2.3-2, K2.2b-4). */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dayFields, errorsIn, formIn, openTown, type TownAtWork } from '../../../test/support/case-pages.ts'
import { type Placed, placeCitizen } from '../../../test/support/placed.ts'
import { vejen } from '../../../test/support/scopes.ts'
import { type Asking, isConflict, perform } from '../../casework/perform.ts'
import { recordAttendance } from '../../casework/record-attendance.ts'
import type { CaseCommand } from '../../domain/case/commands.ts'
import { ProviderId } from '../../domain/identity.ts'
import { isRefusal } from '../../domain/refusal.ts'
import { addDays, type CalendarDay, copenhagenDay } from '../../domain/time/calendar-day.ts'
import { utcOf } from '../../exchange/calendar/ical.ts'

let t: TownAtWork
let placed: Placed
/** Row-level security asks the database's own clock: what happens here is behind it. */
const daysAgo = (days: number): CalendarDay => addDays(copenhagenDay(new Date()), -days)
let now = new Date(`${daysAgo(50)}T09:00:00Z`)
const today = (): CalendarDay => copenhagenDay(now)
const moveTo = (day: CalendarDay) => {
  now = new Date(`${day}T09:00:00Z`)
}
const asPlace = (): Asking => ({
  municipality: vejen,
  today: today(),
  subject: { roles: ['providerStaff'], userId: t.town.provider, provider: ProviderId.parse('kaerhoej') },
  actor: { kind: 'staff', userId: t.town.provider, role: 'providerStaff' },
})
const placeDoes = async (command: CaseCommand) => {
  const done = await perform(t.test.house, asPlace(), {
    caseId: placed.caseId,
    commandId: randomUUID(),
    command,
  })
  if (isRefusal(done) || isConflict(done)) throw new Error(`${command.type}: ${JSON.stringify(done)}`)
}
const file = () => t.file(placed.caseId)
const order = async () => {
  const [found] = (await file()).orders
  if (found === undefined) throw new Error('no order')
  return found
}
const at = async (rest = '') => `/myndighed/sager/${(await file()).caseNumber}/opfoelgning${rest}`
const placeAt = (rest: string) => `/tilbud/borgere/${placed.orderId}/${rest}`
const asCitizen = async () => {
  const { cookie, csrf } = await t.test.logIn({ person: placed.person })
  const get = async (path: string) => (await t.test.get(path, cookie)).text()
  return {
    get,
    send: async (path: string, fields: Readonly<Record<string, string>>, action = path) => {
      const body = new URLSearchParams()
      for (const [name, value] of formIn(await get(path), action))
        if (!(name in fields) && name !== '_csrf') body.append(name, value)
      body.append('_csrf', csrf)
      for (const [name, value] of Object.entries(fields)) body.append(name, value)
      const answer = await t.test.postForm(action, body, cookie)
      return { status: answer.status, text: await answer.text() }
    },
    raw: (path: string) => t.test.get(path, cookie),
  }
}

beforeAll(async () => {
  t = await openTown(() => now)
  placed = await placeCitizen(t.test.house, { caseworker: t.town.caseworker })
  await placeDoes({
    type: 'acceptOrder',
    input: { orderId: placed.orderId, startOn: addDays(today(), 14), contactPerson: t.town.provider },
  })
  moveTo(daysAgo(36))
  await placeDoes({ type: 'startPlacement', input: { orderId: placed.orderId, startedOn: today() } })
  moveTo(daysAgo(22))
  await recordAttendance(t.test.house, asPlace(), [
    {
      factId: randomUUID(),
      orderId: placed.orderId,
      day: today(),
      at: now.toISOString(),
      confirmed: true,
      kind: 'arrived',
    },
  ])
})
afterAll(() => t.database.drop())

describe('when it is needed', () => {
  it('the citizen asks in their own words, and says what it is about', async () => {
    const me = await asCitizen()
    const wrong = await me.send('/borger/moede', { trigger: '', words: 'Jeg er træt.' })
    expect([wrong.status, errorsIn(wrong.text)]).toEqual([422, ['f-trigger: Vælg, hvad det handler om.']])
    expect(wrong.text).toContain('Jeg er træt.')
    expect((await me.send('/borger/moede', { trigger: 'wellbeing', words: 'Jeg er træt.' })).status).toBe(303)
    expect((await order()).followUpWishes).toMatchObject([{ askedBy: 'citizen', words: 'Jeg er træt.' }])
    expect((await (await t.desk()).get(await at())).text).toContain('Jeg er træt.')
  })
  it('the place asks too', async () => {
    const place = await t.desk(t.town.provider)
    await place.done(placeAt('opfoelgning'), { trigger: 'days', words: 'Dagene er for lange.' })
    expect((await order()).followUpWishes).toHaveLength(2)
  })
})

describe('the meeting', () => {
  it('is called, with the time wrong first and everything typed kept', async () => {
    const desk = await t.desk()
    const fields = { ...dayFields('day', daysAgo(1)), starts: '10.30', ends: 'elleve', place: 'Kærhøj' }
    const wrong = await desk.send(await at('/indkald'), fields)
    expect([wrong.status, errorsIn(wrong.text)]).toEqual([422, ['f-ends: Skriv et klokkeslæt, fx 10.00.']])
    expect(wrong.text).toContain('value="10.30"')
    await desk.done(await at('/indkald'), { ...fields, ends: '11.30' })
    const { meetings } = await order()
    expect(meetings).toMatchObject([{ appointments: [{ starts: '10:30', ends: '11:30', place: 'Kærhøj' }] }])
    expect((await file()).letters.at(-1)).toMatchObject({ kind: 'meetingInvitation' })
  })

  it('the citizen says what they want to, brings somebody and asks for another time', async () => {
    const me = await asCitizen()
    const [meeting] = (await order()).meetings
    const here = `/borger/moede/${meeting?.meetingId}`
    expect(await me.get('/borger/moede')).toContain(here)
    await me.send(here, { mood: 'mixed', isHard: 'Der er larm.', companion: 'Min søster' })
    expect(await me.get(here)).toContain('Der er larm.')
    await me.send(here, { otherTime: 'Hellere om eftermiddagen.' }, `${here}/anden-tid`)
    const page = (await (await t.desk()).get(await at())).text
    for (const words of ['Der er larm.', 'Min søster', 'Hellere om eftermiddagen.'])
      expect(page).toContain(words)
    await (await t.desk()).done(await at('/samme-tid'), { because: 'Der er kun det ene lokale.' })
    expect(await me.get(here)).toContain('Der er kun det ene lokale.')
  })

  it('goes into a calendar that says nothing of what it is about', async () => {
    const me = await asCitizen()
    const [meeting] = (await order()).meetings
    const answer = await me.raw(`/borger/moede/${meeting?.meetingId}/kalender`)
    const text = await answer.text()
    expect(answer.headers.get('content-type')).toContain('text/calendar')
    expect(text).toContain(`DTSTART:${utcOf(daysAgo(1), '10:30')}`)
    expect(text).toContain('CLASS:PRIVATE')
    expect(text).not.toMatch(/Kærhøj|104|larm|træt|tilbud|LOCATION|DESCRIPTION/)
  })
})

describe('the report', () => {
  it('is not sent without the citizen’s voice, and nothing written is lost', async () => {
    const place = await t.desk(t.town.provider)
    const assessment = 'Formiddagene går godt.'
    const wrong = await place.send(placeAt('statusrapport'), { assessment })
    expect([wrong.status, errorsIn(wrong.text)]).toEqual([
      422,
      ['f-voice: Mangler: borgerens stemme. Vælg, om den er her, eller om den ikke kunne fås.'],
    ])
    expect(wrong.text).toContain(assessment)
    expect((await order()).meetings[0]?.reports).toEqual([])
  })

  it('gathers the days by itself, and does not show the place what the citizen wrote to the meeting', async () => {
    const place = await t.desk(t.town.provider)
    const shown = (await place.get(placeAt('statusrapport'))).text
    expect(shown).not.toContain('Der er larm.')
    await place.done(placeAt('statusrapport'), {
      voice: 'said',
      voiceWords: 'Jeg vil gerne lave mad.',
      how: 'pictures',
      assessment: 'Formiddagene går godt.',
    })
    expect((await order()).meetings[0]?.reports).toMatchObject([
      {
        from: daysAgo(36),
        to: daysAgo(22),
        days: [{ outcome: 'came', count: 1 }],
        voice: { kind: 'said', words: 'Jeg vil gerne lave mad.', how: 'pictures' },
      },
    ])
    const me = await asCitizen()
    const [meeting] = (await order()).meetings
    expect(await me.get(`/borger/moede/${meeting?.meetingId}`)).toContain('Jeg vil gerne lave mad.')
  })
})

describe('the conclusion', () => {
  const conclusion = {
    citizen: 'yes',
    'citizen.said': 'Jeg vil gerne have færre dage.',
    minutes: 'Vi talte om dagene.',
    'goals.0.result': 'partly',
    'goals.0.level': '2',
    onward: 'reassessment',
    because: 'Fem dage er for meget.',
    result: 'continue',
    'supervision.getsDecided': 'yes',
    'supervision.towardsGoals': 'yes',
    'supervision.asItShouldBe': 'partly',
    'supervision.action': 'Vi taler med tilbuddet om turen hjem.',
  }
  it('waits for the meeting', async () => {
    const early = await (await t.desk()).send(await at('/afslut'), conclusion)
    expect(early.status).toBe(422)
    expect(early.text).toContain('Mødet er ikke holdt endnu.')
    expect(early.text).toContain('Fem dage er for meget.')
  })
  it('says that the need is another one, which opens a reassessment and changes nothing', async () => {
    moveTo(daysAgo(0))
    const before = (await order()).content
    await (await t.desk()).done(await at('/afslut'), conclusion)
    const { proceedings, orders } = await file()
    expect(proceedings.at(-1)?.trigger).toMatchObject({ kind: 'reassessment' })
    expect(orders[0]?.content).toEqual(before)
    expect(orders[0]?.meetings[0]?.concluded).toMatchObject({ on: daysAgo(1), result: 'continue' })
    const page = (await (await t.desk()).get(await at())).text
    expect(page).toContain('Behovet er et andet. Det revurderes.')
    expect(page).toContain('Vi taler med tilbuddet om turen hjem.')
    const me = await asCitizen()
    const shown = await me.get('/borger/moede')
    expect(shown).toContain('Intet ændres, før du får en ny afgørelse.')
    const [, own = ''] = /href="(\/borger\/moede\/[^"]*)"/.exec(shown) ?? []
    const meeting = await me.get(own)
    expect(meeting).toContain('Noget af hjælpen er ikke, som det skal være.')
    expect(meeting).toContain('Det gør vi ved det: Vi taler med tilbuddet om turen hjem.')
  })
  it('without a report takes a reason, which stays on record', async () => {
    const desk = await t.desk()
    await desk.done(await at('/indkald'), {
      ...dayFields('day', daysAgo(0)),
      starts: '10.00',
      ends: '11.00',
      place: 'Telefon',
    })
    const again = { ...conclusion, onward: 'asIs' }
    const { 'supervision.action': _, ...unsaid } = again
    const unsupervised = await desk.send(await at('/afslut'), unsaid)
    expect(errorsIn(unsupervised.text)).toEqual(['f-supervision-action: Skriv, hvad I gør ved det.'])
    const refused = await desk.send(await at('/afslut'), again)
    expect(errorsIn(refused.text)[0]).toContain('f-withoutReport: Rapporten fra tilbuddet mangler.')
    await desk.done(await at('/afslut'), { ...again, withoutReport: 'Mødet blev aftalt i går.' })
    expect((await desk.get(await at())).text).toContain(
      'Afsluttet uden tilbuddets rapport: Mødet blev aftalt i går.',
    )
  })
})

describe('decision, order, goals, plan and follow-up', () => {
  it('lead to each other, both ways', async () => {
    const desk = await t.desk()
    const base = (await at()).replace('/opfoelgning', '')
    const chain = ['/afgoerelse', '/bestilling', '/plan', '/dokumentation', '/opfoelgning']
    for (const here of chain) {
      const { text } = await desk.get(`${base}${here}`)
      const nav = text.slice(text.indexOf('aria-labelledby="kaeden"'))
      for (const there of chain) if (there !== here) expect(nav).toContain(`href="${base}${there}"`)
    }
  })
  it('a goal has its level now and the one aimed at', async () => {
    const desk = await t.desk()
    const path = (await at()).replace('/opfoelgning', '/plan')
    await desk.done(path, { 'g0-text': 'Komme ud to gange om ugen', 'g0-now': '3', 'g0-aimed': '2' })
    expect((await file()).goals).toMatchObject([{ levelNow: 3, levelAimed: 2 }])
    const { text } = await desk.get(path.replace('/plan', '/dokumentation'))
    expect(text).toContain('Funktionsevneniveau nu: 3. Der sigtes mod: 2.')
  })
})
