import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  type Desk,
  dayFields,
  errorsIn,
  openTown,
  type TownAtWork,
} from '../../../test/support/case-pages.ts'
import { vejen } from '../../../test/support/scopes.ts'
import { isConflict, perform } from '../../casework/perform.ts'
import { LetterId } from '../../domain/identity.ts'
import { isRefusal } from '../../domain/refusal.ts'
import { copenhagenDay, getDay } from '../../domain/time/calendar-day.ts'
import { failureInWords } from '../i18n/post-words.ts'

const closed = failureInWords('mailboxClosed', 'da')

let t: TownAtWork
let desk: Desk
beforeAll(async () => {
  t = await openTown()
  desk = await t.desk()
})
afterAll(() => t.database.drop())

const receipt = async () => {
  const letter = (await t.file()).letters.find((l) => l.kind === 'receipt')
  if (letter === undefined) throw new Error('no receipt')
  return letter
}

/** As the post's own job reports it. */
async function failed(): Promise<void> {
  const done = await perform(
    t.test.house,
    {
      municipality: vejen,
      today: copenhagenDay(t.test.house.now()),
      subject: { roles: ['post'] },
      actor: { kind: 'system', name: 'post' },
    },
    {
      caseId: t.town.caseId,
      commandId: randomUUID(),
      command: {
        type: 'recordFailure',
        input: {
          letterId: (await receipt()).letterId,
          recipient: t.town.citizen,
          channel: 'digitalPost',
          code: 'mailboxClosed',
          reason: 'The mailbox is closed.',
        },
      },
    },
  )
  if (isRefusal(done) || isConflict(done)) throw new Error('the failure was not recorded')
}

describe('outgoing letters', () => {
  it('are listed with their case while under way', async () => {
    const { text } = await desk.get('/myndighed/breve')
    expect(text).toContain('Alle breve er nået frem eller på vej.')
    expect(text).toContain('Venter på at blive sendt')
    expect(text).toContain(t.at('/dokumenter'))
    expect(text).toContain('Kirsten Prøve')
  })
  it('show those that failed first, until somebody has dealt with them', async () => {
    await failed()
    const { text } = await desk.get('/myndighed/breve')
    expect(text.indexOf(closed)).toBeGreaterThan(0)
    expect(text.indexOf(closed)).toBeLessThan(text.indexOf('<h2>På vej<'))
  })
  it('are not told by name to the administrator, and not at all to another unit', async () => {
    const administrator = await (await t.desk(t.town.administrator)).get('/myndighed/breve')
    expect(administrator.text).toContain(closed)
    expect(administrator.text).not.toContain('Kirsten')
    expect(administrator.text).not.toContain(t.at('/dokumenter'))
    const elsewhere = await (await t.desk(t.town.elsewhere)).get('/myndighed/breve')
    expect(elsewhere.text).not.toContain(closed)
  })
  it('are dealt with on the case: how, and a remark', async () => {
    const list = await desk.get(t.at('/dokumenter'))
    expect(list.text).toContain(`Nåede ikke frem: ${closed}`)
    const { letterId } = await receipt()
    const path = t.at('/dokumenter/brev')
    const open = `${path}?brev=${letterId}&til=${t.town.citizen}`
    const without = await desk.send(open, {})
    expect(errorsIn(without.text)).toEqual(['f-how: Vælg en af mulighederne.'])
    const shown = await desk.done(open, { how: 'sentOnPaper', remark: 'Sendt med posten' })
    expect(shown.text).toContain('Håndteret: Send på papir')
    expect((await desk.get('/myndighed/breve')).text).toContain('Alle breve er nået frem eller på vej.')
    expect((await desk.get(open)).text).toContain('Brevet er ikke længere fejlet.')
  })
})

describe('a letter by Digital Post whose receipt never comes', () => {
  it('is told apart from those under way once two working days have passed', async () => {
    let clock = new Date('2026-11-24T09:00:00Z')
    const town = await openTown(() => clock)
    const letter = (await town.file()).letters.find((l) => l.kind === 'receipt')
    const done = await perform(
      town.test.house,
      {
        municipality: vejen,
        today: copenhagenDay(clock),
        subject: { roles: ['post'] },
        actor: { kind: 'system', name: 'post' },
      },
      {
        caseId: town.town.caseId,
        commandId: randomUUID(),
        command: {
          type: 'recordDispatch',
          input: {
            letterId: letter?.letterId ?? LetterId.parse(randomUUID()),
            recipient: town.town.citizen,
            channel: 'digitalPost',
            messageId: 'message-1',
          },
        },
      },
    )
    expect(isRefusal(done) || isConflict(done)).toBe(false)
    const pageOn = async (day: string) => {
      clock = new Date(`${day}T09:00:00Z`)
      return (await (await town.desk()).get('/myndighed/breve')).text
    }
    expect(await pageOn('2026-11-26')).not.toContain('Uden kvittering')
    const late = await pageOn('2026-11-27')
    expect(late).toContain('Uden kvittering')
    expect(late.indexOf('Sendt 24')).toBeLessThan(late.indexOf('<h2>På vej<'))
    const asking = await town.desk()
    expect((await asking.get('/myndighed/opgaver?visning=team')).text).toContain(
      'Spørg, om brevet er kommet frem',
    )
    const onCase = await asking.get(town.at('/dokumenter'))
    expect(onCase.text).toContain('Digital Post har ikke kvitteret.')
    const path = `${town.at('/dokumenter/kvittering')}?brev=${letter?.letterId}&til=${town.town.citizen}`
    expect(errorsIn((await asking.send(path, {})).text)).toEqual(['f-answer: Vælg en af mulighederne.'])
    expect(errorsIn((await asking.send(path, { answer: 'arrived' })).text)).toEqual([
      'f-arrivedOn: Skriv en rigtig dato.',
    ])
    const told = await asking.done(path, {
      answer: 'arrived',
      ...dayFields('arrivedOn', getDay('2026-11-25')),
    })
    expect(told.text).toContain('Modtaget 25. november 2026')
    expect(await pageOn('2026-11-27')).not.toContain('Uden kvittering')
    expect((await asking.get(path)).text).toContain('Der er ikke noget at spørge om')
    await town.database.drop()
  })
})

describe('the log of who has looked', () => {
  it('tells who, which page and when', async () => {
    const { text } = await desk.get(t.at('/log'))
    expect(text).toContain('Sanne Friis')
    expect(text).toContain('authority.documents')
  })
})
