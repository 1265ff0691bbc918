/** A provider writes about people's days, offers activities, and sees about whom nothing was written. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dayFields, errorsIn, formIn, openTown, type TownAtWork } from '../../../test/support/case-pages.ts'
import { type Placed, placeCitizen } from '../../../test/support/placed.ts'
import { vejen } from '../../../test/support/scopes.ts'
import { isConflict, perform } from '../../casework/perform.ts'
import { currentOrder } from '../../domain/case/case-file.ts'
import { isRefusal } from '../../domain/refusal.ts'
import { addDays, type CalendarDay, copenhagenDay } from '../../domain/time/calendar-day.ts'
import { overviewOf } from './overview-page.tsx'

let work: TownAtWork
let today: CalendarDay
let asta: Placed
let bodil: Placed
beforeAll(async () => {
  work = await openTown()
  today = copenhagenDay(work.test.house.now())
  asta = await start(await place('Asta'))
  bodil = await start(await place('Bodil'))
})
afterAll(() => work.database.drop())

const place = (givenName: string) =>
  placeCitizen(work.test.house, { caseworker: work.town.caseworker, person: { givenName } })
const desk = () => work.desk(work.town.provider)
const at = ({ orderId }: Placed, more: string) => `/tilbud/borgere/${orderId}${more}`
const orderOf = async ({ caseId }: Placed) => {
  const order = currentOrder(await work.file(caseId))
  if (order === undefined) throw new Error('no order')
  return order
}
const notesOf = async (placed: Placed) => (await orderOf(placed)).dailyNotes

async function start(placed: Placed): Promise<Placed> {
  const here = await desk()
  const order = `/tilbud/bestillinger/${placed.orderId}`
  await here.done(`${order}/ja`, {
    ...dayFields('startOn', addDays(today, 14)),
    contactPerson: work.town.provider,
  })
  await here.done(`${order}/start`, dayFields('startedOn', today))
  return placed
}

async function die({ caseId }: Placed): Promise<void> {
  const userId = work.town.caseworker
  const unit = (await work.file(caseId)).unit
  const done = await perform(
    work.test.house,
    {
      municipality: vejen,
      today,
      subject: { roles: ['caseworker'], userId, unit },
      actor: { kind: 'staff', userId, role: 'caseworker' },
    },
    { caseId, commandId: randomUUID(), command: { type: 'registerDeath', input: { diedOn: today } } },
  )
  if (isRefusal(done) || isConflict(done)) throw new Error('she lives')
}

describe('a note about one person', () => {
  it('begins with the text, offers the order’s goals, and says who can read it before it is saved', async () => {
    const { text } = await (await desk()).get(at(asta, '/note'))
    expect(text).toMatch(/<textarea[^>]*autofocus/)
    expect(text.indexOf('<textarea')).toBeLessThan(text.indexOf('name="goals"'))
    expect(text).toContain('At spise frokost sammen med andre')
    expect(text.indexOf('Kan læses af: borgeren ✓')).toBeGreaterThan(0)
    expect(text.indexOf('Kan læses af: borgeren ✓')).toBeLessThan(text.indexOf('Gem noten'))
  })

  it('is read at all three faces, by its goal too', async () => {
    const here = await desk()
    const [goal] = (await orderOf(asta)).content.goals
    const shown = await here.done(at(asta, '/note'), {
      text: 'Spiste frokost med holdet.',
      goals: goal?.goalId ?? '',
      domains: ['social', 'motor'],
      also: ['health'],
      mood: 'good',
    })
    for (const said of ['Noten er gemt', 'Spiste frokost med holdet.', 'Sociale', 'Sundhed', 'God dag'])
      expect(shown.text).toContain(said)
    expect((await here.get(at(asta, `/noter?maal=${goal?.goalId}`))).text).toContain('Spiste frokost')
    expect(await notesOf(asta)).toMatchObject([{ domains: ['social', 'motor'], health: true, mood: 'good' }])
    const { caseNumber } = await work.file(asta.caseId)
    const caseworker = await work.desk()
    expect((await caseworker.get(`/myndighed/sager/${caseNumber}/dokumentation`)).text).toContain(
      'Spiste frokost',
    )
    const { cookie } = await work.test.logIn({ person: asta.person })
    const own = await (await work.test.get(`/borger/sag/${caseNumber}/noter`, cookie)).text()
    expect(own).toContain('Spiste frokost med holdet.')
    expect(own).toContain('Om dine mål: At spise frokost sammen med andre')
    expect(await (await work.test.get(`/borger/sag/${caseNumber}`, cookie)).text()).toContain('/noter"')
  })

  it('sent twice is one', async () => {
    const { cookie, csrf } = await work.test.logIn(work.town.provider)
    const before = (await notesOf(asta)).length
    const fields = {
      _csrf: csrf,
      _command: randomUUID(),
      text: 'Gik en tur.',
      ...dayFields('happenedOn', today),
    }
    for (const _ of [1, 2]) expect((await work.test.post(at(asta, '/note'), fields, cookie)).status).toBe(303)
    expect(await notesOf(asta)).toHaveLength(before + 1)
  })

  it('about tomorrow, or without a word, comes back with everything typed', async () => {
    const here = await desk()
    const late = await here.send(at(asta, '/note'), {
      text: 'Vi skal i skoven.',
      domains: 'motor',
      ...dayFields('happenedOn', addDays(today, 1)),
    })
    expect(late.status).toBe(422)
    expect(errorsIn(late.text)).toEqual(['f-happenedOn: Vælg i dag eller en dag, der er gået.'])
    expect(late.text).toContain('Vi skal i skoven.')
    expect(late.text).toMatch(/value="motor" checked/)
    const empty = await here.send(at(asta, '/note'), { text: ' ' })
    expect(errorsIn(empty.text)).toEqual(['f-text: Skriv, hvad der skete.'])
  })

  it('half written is kept for its writer alone, found again, and gone when it is saved', async () => {
    const here = await desk()
    await here.done(at(bodil, '/note'), { text: 'Halvt skrev', domains: 'social' }, at(bodil, '/note/kladde'))
    const again = await (await desk()).get(at(bodil, '/note'))
    expect(again.text).toContain('Halvt skrev')
    expect(again.text).toContain('Kladden kan kun ses af dig.')
    expect(await notesOf(bodil)).toEqual([])
    await here.done(at(bodil, '/note'), { text: 'Halvt skrevet, nu helt.' })
    expect((await here.get(at(bodil, '/note'))).text).not.toContain('Halvt skrev')
    expect(await notesOf(bodil)).toHaveLength(1)
  })

  it('is put right by another that refers to it; both stay', async () => {
    const here = await desk()
    const [wrong] = await notesOf(bodil)
    const shown = await here.done(`${at(bodil, '/note')}?retter=${wrong?.noteId}`, {
      text: 'Det var Birgit, der bagte.',
    })
    expect((await notesOf(bodil)).at(-1)?.corrects).toBe(wrong?.noteId)
    for (const said of ['Rettet af en senere note', 'Retter noten om', 'nu helt.'])
      expect(shown.text).toContain(said)
  })
})

describe('a note about several', () => {
  it('is one of each, said to be the same, and saved once though it is sent twice', async () => {
    const { cookie, csrf } = await work.test.logIn(work.town.provider)
    const before = [(await notesOf(asta)).length, (await notesOf(bodil)).length]
    const body = new URLSearchParams({
      _csrf: csrf,
      _command: randomUUID(),
      text: 'Alle var i haven.',
      ...dayFields('happenedOn', today),
    })
    for (const placed of [asta, bodil]) body.append('people', placed.orderId)
    for (const _ of [1, 2]) expect((await work.test.postForm('/tilbud/note', body, cookie)).status).toBe(303)
    expect([(await notesOf(asta)).length, (await notesOf(bodil)).length]).toEqual(before.map((n) => n + 1))
    expect((await notesOf(asta)).at(-1)).toMatchObject({ text: 'Alle var i haven.', together: true })
    expect((await (await desk()).get(at(asta, '/noter'))).text).not.toContain('Bodil')
  })

  it('refused for one is saved for the other, and told; the text stays', async () => {
    const gone = await start(await place('Clara'))
    const here = await desk()
    const shown = await here.get('/tilbud/note')
    expect(shown.text).toContain('Clara')
    const { cookie, csrf } = await work.test.logIn(work.town.provider)
    const body = new URLSearchParams(
      formIn(shown.text, '/tilbud/note').map(([name, value]) => [name, value] as [string, string]),
    )
    body.set('_csrf', csrf)
    body.set('text', 'Sang i kor.')
    for (const placed of [asta, gone]) body.append('people', placed.orderId)
    await die(gone)
    const before = (await notesOf(asta)).length
    const answer = await work.test.postForm('/tilbud/note', body, cookie)
    const text = await answer.text()
    expect(answer.status).toBe(422)
    expect(text).toContain('En af de valgte er ikke længere hos jer.')
    expect(text).toContain('Gemt for: Asta Eng')
    expect(text).toContain('Sang i kor.')
    expect(await notesOf(asta)).toHaveLength(before + 1)
    expect(await notesOf(gone)).toEqual([])
  })

  it('about nobody is about somebody still to be chosen', async () => {
    const here = await desk()
    await here.done('/tilbud/note', { _forget: '1' }, '/tilbud/note/kladde')
    const answer = await here.send('/tilbud/note', { text: 'Hvem?' })
    expect(errorsIn(answer.text)).toEqual(['f-people: Vælg mindst én.'])
  })
})

describe('activities', () => {
  const pottery = {
    name: 'Keramik',
    sharing: 'shared',
    kind: 'be5d5058-ef06-42a9-b894-51e44513e717',
    domains: ['motor', 'social'],
    health: 'yes',
    'starts-2': '9.30',
    'ends-2': '11:00',
    'place-2': 'Værkstedet',
  }

  it('are made, stand in the week, and come back with what is wrong', async () => {
    const here = await desk()
    const wrong = await here.send('/tilbud/aktiviteter/ny', { ...pottery, domains: [], 'ends-2': '09:00' })
    expect(wrong.status).toBe(422)
    expect(errorsIn(wrong.text).map((e) => e.split(':')[0])).toEqual(['f-domains', 'f-starts-2'])
    expect(wrong.text).toContain('value="Keramik"')
    const list = await here.done('/tilbud/aktiviteter/ny', pottery)
    expect(list.text).toContain('Tirsdag 09:30–11:00')
    expect((await here.get('/tilbud/aktiviteter/uge')).text).toContain('09:30–11:00 Keramik, Værkstedet')
    expect((await (await work.desk(work.town.otherProvider)).get('/tilbud/aktiviteter')).text).not.toContain(
      'Keramik',
    )
  })

  it('are joined, counted, left and declined; what was chosen is told to the caseworker as well', async () => {
    const here = await desk()
    const page = at(asta, '/aktiviteter')
    const id = /aktiviteter\/([0-9a-f-]{36})"/.exec((await here.get('/tilbud/aktiviteter')).text)?.[1] ?? ''
    const none = await here.send(page, {})
    expect(errorsIn(none.text).map((e) => e.split(':')[0])).toEqual(['f-activity', 'f-answer'])
    await here.done(page, { activity: id, answer: 'join' })
    expect((await here.get(`/tilbud/aktiviteter/${id}`)).text).toContain('Asta Eng')
    expect((await here.get(at(asta, '/noter'))).text).toContain('Keramik')
    await here.done(page, {}, `${page}/ud`)
    expect((await here.get(`/tilbud/aktiviteter/${id}`)).text).not.toContain('Asta Eng')
    await here.done(page, { activity: id, answer: 'decline' })
    await here.done(page, { noShared: 'Kun én ad gangen' }, `${page}/faelles`)
    await here.done(page, { domain: 'intellectual', aside: 'Går på kursus' }, `${page}/fravalg`)
    const { caseNumber } = await work.file(asta.caseId)
    const { text } = await (await work.desk()).get(`/myndighed/sager/${caseNumber}/dokumentation`)
    for (const said of ['borgeren sagde nej', 'Kun én ad gangen', 'Valgt fra: Går på kursus'])
      expect(text).toContain(said)
  })

  it('that end are offered no more', async () => {
    const here = await desk()
    const id = /aktiviteter\/([0-9a-f-]{36})"/.exec((await here.get('/tilbud/aktiviteter')).text)?.[1] ?? ''
    await here.done(`/tilbud/aktiviteter/${id}`, { ended: 'yes' })
    expect((await here.get(`/tilbud/aktiviteter/${id}`)).text).toMatch(/name="ended" value="yes" checked/)
  })
})

describe('the overview', () => {
  it('tells of everybody who has started, with a way to write', async () => {
    const { text, status } = await (await desk()).get('/tilbud/overblik')
    expect(status).toBe(200)
    for (const said of ['Asta Eng', 'Bodil Eng', at(asta, '/note'), '/tilbud/note'])
      expect(text).toContain(said)
  })

  it('has whoever was silent about longest first, and counts the goals that waited too long', async () => {
    const order = async (placed: Placed) => {
      const { orderId, content } = await orderOf(placed)
      return {
        orderId,
        caseId: placed.caseId,
        personId: placed.person,
        sentOn: today,
        content,
        state: { status: 'started' as const, questions: [] },
      }
    }
    const [one, other] = [await order(asta), await order(bodil)]
    const owed = (placed: Placed, task: 'writeDailyNote' | 'workWithGoal', ago: number) => ({
      caseId: placed.caseId,
      task,
      arisesOn: addDays(today, -ago),
      dueOn: addDays(today, 14 - ago),
    })
    const rows = overviewOf(
      [one, other, { ...one, orderId: other.orderId, state: { status: 'accepted', questions: [] } }],
      [
        owed(asta, 'writeDailyNote', 3),
        owed(bodil, 'writeDailyNote', 20),
        owed(bodil, 'workWithGoal', 20),
        owed(bodil, 'workWithGoal', 40),
        owed(bodil, 'workWithGoal', 2),
      ],
      today,
    )
    expect(rows.map((r) => [r.order.caseId, r.silentDays, r.goals])).toEqual([
      [bodil.caseId, 20, { all: 3, late: 2, longest: 40 }],
      [asta.caseId, 3, { all: 0, late: 0, longest: 0 }],
    ])
  })
})
