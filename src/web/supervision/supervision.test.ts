/** Supervision at its pages: a sample by seed, a case with a stated purpose, the log, the chains and what stands out. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Desk, errorsIn, openTown, type TownAtWork } from '../../../test/support/case-pages.ts'
import { asAuthority, asSystem, newPerson, newUser, vejen } from '../../../test/support/scopes.ts'
import { beginCheck, goOnWithCheck } from '../../casework/check-chains.ts'
import { type CaseId, type PersonId, UnitId, type UserId } from '../../domain/identity.ts'
import { addDays, copenhagenDay, getDay } from '../../domain/time/calendar-day.ts'
import { logAccess } from '../../store/access-log.ts'
import { findCheck } from '../../store/chain-checks.ts'
import { read, write } from '../../store/connection.ts'
import { savePerson } from '../../store/persons.ts'
import { countDeviations, deviations, logPage } from '../../store/supervision.ts'
import { saveUser } from '../../store/users.ts'
import { routes } from '../routes.ts'

let t: TownAtWork
let desk: Desk
beforeAll(async () => {
  t = await openTown()
  desk = await t.desk(t.town.supervisor)
}, 60_000)
afterAll(() => t.database.drop())

const purpose = 'Halvårligt tilsyn med begrundelser'
const draw = (more: Readonly<Record<string, string>> = {}) =>
  desk.send('/tilsyn', { purpose, seed: 'kastanje', size: '1', periode: 'alle', ...more })

describe('a sample', () => {
  it('is drawn with a purpose, a size and a seed, and each that is missing is said at its field', async () => {
    expect((await desk.get('/tilsyn')).text).toContain('Du har ikke trukket en stikprøve endnu.')
    const refused = await draw({ purpose: '', seed: '', size: '99' })
    expect([refused.status, errorsIn(refused.text)]).toEqual([
      422,
      ['f-purpose: Skriv formålet.', 'f-size: Skriv et tal fra 1 til 50.', 'f-seed: Skriv et frø.'],
    ])
    expect(refused.text).toContain('value="99"')
  })
  it('comes out the same by the same seed and choices', async () => {
    const first = await draw()
    const second = await draw()
    expect([first.status, second.status]).toEqual([303, 303])
    expect(first.location).not.toBe(second.location)
    const [a, b] = [await desk.get(first.location ?? ''), await desk.get(second.location ?? '')]
    const casesIn = (html: string) => [...html.matchAll(/\/tilsyn\/sager\/([\d-]+)\/aabn/g)].map(([, n]) => n)
    expect(casesIn(a.text)).toHaveLength(1)
    expect(casesIn(a.text)).toEqual(casesIn(b.text))
    expect(a.text).toContain('kastanje')
  })
  it('of nothing is said no to, and another’s sample is not there', async () => {
    const none = await draw({ unit: 'findes-ikke' })
    expect([none.status, errorsIn(none.text)]).toEqual([422, ['f-unit: Ingen sager passer til valgene.']])
    expect((await desk.get(`/tilsyn?om=${randomUUID()}`)).status).toBe(404)
  })
})

describe('a case', () => {
  it('is not seen without a purpose, and with one it is seen and not changed', async () => {
    const drawn = await draw({ size: '50' })
    const { caseNumber } = t.town
    const path = `/tilsyn/sager/${caseNumber}`
    expect((await desk.get(path)).status).toBe(403)
    const opened = await desk.send(drawn.location ?? '', {}, `${path}/aabn`)
    expect([opened.status, opened.location]).toEqual([303, path])
    const { status, text } = await desk.get(path)
    expect(status).toBe(200)
    expect(text).toContain('Tilsyn: du kan se, men ikke ændre noget.')
    expect(text).toContain(`Formål: ${purpose}`)
    const main = text.slice(text.indexOf('<main'), text.indexOf('</main>'))
    expect(main).not.toContain('<form')
    expect((await desk.get('/tilsyn')).text).toContain(`href="${path}"`)
    // The pages of the authority stay closed.
    expect((await desk.get(t.at())).status).toBe(403)
    expect((await desk.get(t.at('/klage'))).status).toBe(403)
  })
  it('that is not in one’s own sample is not opened', async () => {
    const { cookie, csrf } = await t.test.logIn(t.town.supervisor)
    const body = new URLSearchParams({ _csrf: csrf, sample: randomUUID() })
    const answer = await t.test.postForm(`/tilsyn/sager/${t.town.caseNumber}/aabn`, body, cookie)
    expect(answer.status).toBe(404)
  })
  it('shows the citizen that supervision looked, and why', async () => {
    const { cookie } = await t.test.logIn({ person: t.town.citizen })
    const text = await (await t.test.get('/borger/hvem-har-set', cookie)).text()
    expect(text).toContain('Tilsynet')
    expect(text).toContain(purpose)
  })
  it('is changed by no post of supervision’s: none of its routes holds a command on a case', () => {
    const posts = routes.filter(({ method, path }) => method === 'POST' && path.startsWith('/tilsyn/'))
    expect(posts.map(({ action }) => action)).toEqual(posts.map(() => 'viewSupervision'))
  })
})

const anyLook = (
  more: { at: string; userId: UserId } & Partial<{ caseId: CaseId; personId: PersonId; outcome: 'refused' }>,
) => {
  const { userId, ...rest } = more
  return {
    id: randomUUID(),
    onDay: copenhagenDay(new Date(more.at)),
    actor: { kind: 'staff' as const, userId, role: 'caseworker' },
    route: 'authority.case',
    outcome: 'allowed' as const,
    ...rest,
  }
}

describe('the log', () => {
  it('shows who, what, when, why and whether they were let in, by filters, and as a file', async () => {
    const page = '/tilsyn/log?periode=alle'
    const { text } = await desk.get(page)
    for (const words of ['Birthe Holt', t.town.caseNumber, purpose, 'Afvist']) expect(text).toContain(words)
    const own = (await desk.get(`${page}&hvem=${t.town.supervisor}&adgang=afvist`)).text
    expect(own).toContain('Birthe Holt')
    expect(own).not.toContain('<td data-title="Adgang">Givet')
    const others = (await desk.get(`${page}&hvem=${t.town.otherProvider}`)).text
    expect(others).toContain('Ingen hændelser i perioden.')
    const stated = (await desk.get(`${page}&formaal=ja`)).text
    expect(stated).not.toContain('<td data-title="Formål">–')
    const csv = (await desk.get('/tilsyn/log/fil?periode=alle&formaal=ja')).text
    expect(csv).toContain(`;${t.town.caseNumber};${purpose};Givet`)
  })
  it('is read page by page, each line once, the newest first', async () => {
    await read(t.database.app, asAuthority(vejen), async (tx) => {
      const filter = { from: getDay('2000-01-01'), to: getDay('2100-01-01') }
      const all = await logPage(tx, filter, { limit: 5_000 })
      let pages = await logPage(tx, filter, { limit: 7 })
      for (;;) {
        const next = await logPage(tx, filter, { limit: 7, after: pages.at(-1) })
        if (next.length === 0) break
        pages = [...pages, ...next]
      }
      expect(pages.map(({ id }) => id)).toEqual(all.map(({ id }) => id))
      expect(all.length).toBeGreaterThan(14)
    })
  })
})

describe('what stands out', () => {
  it('is another unit’s case, the night, somebody of the same name, and a refusal; each counted as it is listed', async () => {
    const [namesake, wakeful] = [newUser(), newUser()]
    const personId = newPerson()
    const { unit } = await t.file()
    const user = { phone: null, email: null, providerId: null, active: true }
    const day = getDay('2026-03-10')
    await write(t.database.app, asSystem(vejen), async (tx) => {
      const other = UnitId.parse('ungeteamet')
      await saveUser(tx, {
        ...user,
        userId: namesake,
        subject: 'n',
        name: 'Åse Bro',
        unit: unit ?? null,
        roles: ['caseworker'],
      })
      await saveUser(tx, {
        ...user,
        userId: wakeful,
        subject: 'w',
        name: 'Nat Ugle',
        unit: other,
        roles: ['caseworker'],
      })
      await savePerson(tx, {
        personId,
        validFrom: day,
        recordedAt: new Date('2026-03-01T08:00:00Z'),
        details: {
          givenName: 'Åse',
          familyName: 'Bro',
          birthDate: getDay('1980-01-01'),
          language: 'da',
          digitalPostExempt: false,
          easyRead: false,
        },
      })
      await logAccess(tx, [
        anyLook({
          at: '2026-03-10T10:00:00Z',
          userId: wakeful,
          caseId: t.town.caseId,
          personId: t.town.citizen,
        }),
        // Half past eleven in Copenhagen, in winter and in summer time.
        anyLook({ at: '2026-03-10T22:30:00Z', userId: namesake }),
        anyLook({ at: '2026-03-29T21:30:00Z', userId: namesake }),
        // Half past nine in the evening is no night.
        anyLook({ at: '2026-03-10T20:30:00Z', userId: namesake }),
        anyLook({ at: '2026-03-10T10:00:00Z', userId: namesake, personId }),
        anyLook({ at: '2026-03-10T10:00:00Z', userId: namesake, outcome: 'refused' }),
      ])
    })
    const days = { from: day, to: addDays(day, 25) }
    await read(t.database.app, asAuthority(vejen), async (tx) => {
      const counts = await countDeviations(tx, days)
      expect(counts).toEqual({ unrelated: 1, night: 2, sameName: 1, refused: 1 })
      for (const deviation of deviations) {
        const listed = await logPage(tx, { ...days, deviation }, { limit: 50 })
        expect([deviation, listed.length]).toEqual([deviation, counts[deviation]])
      }
    })
    const { text } = await desk.get('/tilsyn/afvigelser?periode=alle&vis=samme-navn')
    expect(text).toContain('Åse Bro')
    expect((await desk.get('/tilsyn/afvigelser?periode=7-dage&vis=nat')).status).toBe(200)
  })
})

describe('the chains', () => {
  it('are gone through from a page, with progress, and the result stands there', async () => {
    expect((await desk.get('/tilsyn/kaede')).text).toContain('Kæden er ikke kontrolleret endnu.')
    const { text } = await desk.done('/tilsyn/kaede', {})
    expect(text).toContain('Ingen fejl')
    expect(text).toContain('Ingen liste endnu')
  })
  it('in parts, each counted once, also when a part is asked for twice', async () => {
    const checkId = randomUUID()
    await beginCheck(t.test.house, vejen, { checkId, userId: t.town.supervisor })
    const check = async () => {
      const found = await read(t.database.app, asAuthority(vejen), (tx) => findCheck(tx, checkId))
      if (found === undefined) throw new Error('the check is not there')
      return found
    }
    const { total } = await check()
    expect(total).toBeGreaterThan(1)
    await Promise.all([1, 2].map(() => goOnWithCheck(t.test.house, vejen, checkId, 1)))
    expect((await check()).checked).toBeLessThanOrEqual(2)
    expect((await desk.get('/tilsyn/kaede')).text).toContain(`af ${total} sager er kontrolleret.`)
    const shown = await desk.done('/tilsyn/kaede', {}, '/tilsyn/kaede/videre')
    expect(shown.text).toContain(`${total} af ${total} sager er kontrolleret.`)
    expect(await check()).toMatchObject({ checked: total, faults: [] })
    expect((await check()).finishedAt).not.toBeNull()
  })
  it('show what somebody changed behind the product, with the case', async () => {
    await t.database.admin.pool.query(
      `update event set occurred_on = occurred_on - 1 where stream_id = $1 and seq = 1`,
      [t.town.caseId],
    )
    const { text } = await desk.done('/tilsyn/kaede', {})
    expect(text).toMatch(/\d+ fejl/)
    expect(text).toContain(`${t.town.caseNumber}: <span lang="en">Event 1:`)
  })
})
