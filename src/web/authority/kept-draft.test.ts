import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dayFields, formIn, openTown, type TownAtWork } from '../../../test/support/case-pages.ts'
import { asSystem } from '../../../test/support/scopes.ts'
import { copenhagenDay } from '../../domain/time/calendar-day.ts'
import { write } from '../../store/connection.ts'
import { deleteExpiredDrafts } from '../../store/drafts.ts'

let t: TownAtWork
beforeAll(async () => {
  t = await openTown()
})
afterAll(() => t.database.drop())

const typed = 'Kirsten fortalte om sin hverdag,\nog at hun gerne vil ud blandt andre.'
const draft = () => t.at('/kladde/notat')
const page = () => t.at('/noter')

describe('a form that is kept', () => {
  it('is saved by a button, however incomplete, and shown again with when', async () => {
    const desk = await t.desk()
    const saved = await desk.send(page(), { text: typed, kind: 'conversation' }, draft())
    expect([saved.status, saved.location]).toEqual([303, page()])
    const again = (await desk.get(page())).text
    expect(again).toContain('og at hun gerne vil ud blandt andre.')
    expect(again).toMatch(/Gemt kl\. \d\d\.\d\d/)
    expect(again).toMatch(/value="conversation" checked/)
  })
  it('is seen by its author only', async () => {
    const desk = await t.desk(t.town.manager)
    expect((await desk.get(page())).text).not.toContain('ud blandt andre')
  })
  it('says when it goes, some days before, on the form and in the author’s own list; then it is swept away', async () => {
    const desk = await t.desk()
    expect((await desk.get(page())).text).not.toContain('Kladden slettes')
    expect((await desk.get('/myndighed')).text).not.toContain('Kladder, der snart slettes')
    const soon = new Date(Date.now() + 5 * 86_400_000)
    await t.database.admin.pool.query(`update draft set expires_at = $1 where form = 'notat'`, [soon])
    expect((await desk.get(page())).text).toContain('Kladden slettes')
    expect((await desk.get('/myndighed')).text).toContain('Kladder, der snart slettes')
    expect((await (await t.desk(t.town.manager)).get('/myndighed')).text).not.toContain('Kladder, der snart')
    const sweep = (now: Date) => write(t.database.worker, asSystem(), (tx) => deleteExpiredDrafts(tx, now))
    expect(await sweep(new Date(soon.getTime() - 1000))).toBe(0)
    expect(await sweep(soon)).toBe(1)
    expect((await desk.get(page())).text).not.toContain('og at hun gerne vil ud blandt andre.')
    await desk.send(page(), { text: typed, kind: 'conversation' }, draft())
    expect((await desk.get(page())).text).not.toContain('Kladden slettes')
  })
  it('tells what others did in the case since', async () => {
    const desk = await t.desk()
    const shown = (await desk.get(page())).text
    const seen = (await t.file()).lastSeq
    await desk.send(page(), { text: typed, _basedOn: String(seen) }, draft())
    await (await t.desk(t.town.manager)).done(page(), {
      text: 'Ringet op af tilbuddet.',
      kind: 'phoneCall',
      with: 'provider',
      'happenedOn-d': '',
      ...today(),
    })
    const again = (await desk.get(page())).text
    expect(shown).not.toContain('Siden er der sket dette i sagen')
    expect(again).toContain('Siden er der sket dette i sagen')
    expect(again).toContain('af Lis Krogh')
  })
  it('survives a refusal, also for somebody who walks away from it', async () => {
    const desk = await t.desk()
    const refused = await desk.send(page(), {
      text: 'I morgen kommer hun.',
      kind: 'phoneCall',
      with: 'citizen',
      ...today(1),
    })
    expect(refused.status).toBe(422)
    expect((await desk.get(page())).text).toContain('I morgen kommer hun.')
  })
  it('is gone when it is done, and stays gone when script saved it in the same moment', async () => {
    const desk = await t.desk()
    const shown = await desk.get(page())
    const command = new Map(formIn(shown.text, page())).get('_command') ?? ''
    const fields = {
      text: 'Skrevet færdig.',
      kind: 'phoneCall',
      with: 'citizen',
      _command: command,
      ...today(),
    }
    await desk.done(page(), fields)
    await desk.send(page(), fields, draft())
    const again = (await desk.get(page())).text
    expect(again).not.toContain('Du er i gang med en kladde')
    expect(again.match(/Skrevet færdig\./g)).toHaveLength(1)
  })
  it('can be thrown away', async () => {
    const desk = await t.desk()
    await desk.send(page(), { text: typed }, draft())
    await desk.send(page(), { _forget: '1' }, draft())
    expect((await desk.get(page())).text).not.toContain('ud blandt andre')
  })
})

/** Today in the three parts of the date field, or some days later. */
const today = (later = 0) => dayFields('happenedOn', copenhagenDay(new Date(Date.now() + later * 86_400_000)))
