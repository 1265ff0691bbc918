/** What the citizen is told, over the written-out cases: after each step, on a day. */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readExport } from '../../casework/export-case.ts'
import { readCaseEvent } from '../../domain/case/events.ts'
import { getCaseFile } from '../../domain/case/read-case.ts'
import { getDay } from '../../domain/time/calendar-day.ts'
import { loadMunicipality } from '../../standards/load.ts'
import { happeningsOf } from './happenings.ts'
import { lettersFor, situationOf } from './situation.ts'

const municipality = loadMunicipality('vejen-104')

/** The history up to and with the last event of a type (or the n-th from the first). */
function story(name: string, until?: string, which = 0) {
  const path = new URL(`../../../test/cases/${name}.json`, import.meta.url)
  const read = readExport(JSON.parse(readFileSync(path, 'utf8')))
  if ('fault' in read) throw new Error(read.fault)
  const history = read.history
  if (until === undefined) return history
  const index = history.flatMap((e, i) => ('type' in e && e.type === until ? [i] : []))[which]
  if (index === undefined) throw new Error(`${name} has no ${until}`)
  return history.slice(0, index + 1)
}

const at = (history: ReturnType<typeof story>, day: string, may?: () => boolean) =>
  situationOf({
    file: getCaseFile(history),
    municipality,
    today: getDay(day),
    language: 'da',
    ...(may && { may }),
  })

describe('what happens now', () => {
  test.each([
    [
      'received',
      'fuld-bevilling',
      'caseAssigned',
      0,
      '2026-11-13',
      'Vi undersøger din sag. Du får svar senest fredag den 25. december 2026.',
      '2026-12-25',
    ],
    [
      'on the last day',
      'fuld-bevilling',
      'caseAssigned',
      0,
      '2026-12-25',
      'Vi undersøger din sag. Du får svar senest fredag den 25. december 2026.',
      '2026-12-25',
    ],
    [
      'the day after',
      'fuld-bevilling',
      'caseAssigned',
      0,
      '2026-12-26',
      'Du skulle have haft svar senest fredag den 25. december 2026. Det nåede vi ikke. Ring til os, hvis du vil høre hvorfor.',
      '2026-12-25',
    ],
    [
      'delayed',
      'fristen-glemt',
      'delayNoticeIssued',
      0,
      '2026-07-20',
      'Det tager længere tid. Du får svar senest mandag den 10. august 2026. Grunden er: Sagen har ligget stille i ferien. Det beklager vi.',
      '2026-08-10',
    ],
    [
      'past the new date',
      'fristen-glemt',
      'delayNoticeIssued',
      0,
      '2026-08-11',
      'Du skulle have haft svar senest mandag den 10. august 2026. Det nåede vi ikke. Ring til os, hvis du vil høre hvorfor.',
      '2026-08-10',
    ],
    [
      'decided',
      'fuld-bevilling',
      'decisionMade',
      0,
      '2026-12-03',
      'Du har fået svar. Læs afgørelsen.',
      undefined,
    ],
    [
      'accepted',
      'fuld-bevilling',
      'orderAccepted',
      0,
      '2026-12-07',
      'Du starter på Kærhøj mandag den 14. december 2026.',
      '2026-12-14',
    ],
    [
      'the place cannot',
      'tilbuddet-kan-ikke',
      'orderDeclined',
      0,
      '2026-09-10',
      'Stedet kunne ikke tage imod dig. Vi finder en anden plads til dig nu. Du har stadig ret til en plads.',
      undefined,
    ],
    [
      'awaits the citizen',
      'paaroerende-uden-fuldmagt',
      'noteRecorded',
      0,
      '2026-09-10',
      'En anden har søgt for dig. Er det rigtigt?',
      undefined,
    ],
    [
      'over',
      'paaroerende-uden-fuldmagt',
      'caseClosed',
      0,
      '2026-10-02',
      'Ansøgningen er trukket tilbage. Sagen er slut. Du kan altid søge igen.',
      undefined,
    ],
  ] as const)('%s', (_, name, until, which, day, sentence, date) => {
    const situation = at(story(name, until, which), day)
    expect(situation.sentence).toBe(sentence)
    expect(situation.date).toBe(date)
  })

  test('a date tells how it came about, without the day that only the municipality plans by', () => {
    const { derivation } = at(story('fuld-bevilling', 'caseAssigned'), '2026-11-13')
    expect(derivation.map((s) => s.step)).toEqual(['from', 'add'])
  })

  test('a hearing is the one thing to do, until it is answered', () => {
    const open = at(story('delvist-afslag', 'hearingSent'), '2026-11-03')
    expect(open.action?.text).toBe('Svar på brevet')
    expect(open.action?.href).toMatch(/^\/borger\/sag\/[\d-]+\/hoering\//)
    expect(open.steps.map((s) => s.state)).toEqual(['done', 'done', 'now', 'later', 'later'])
    const answered = at(story('delvist-afslag', 'hearingAnswered'), '2026-11-16')
    expect(answered.action).toBeUndefined()
    expect(answered.steps.map((s) => s.state)).toEqual(['done', 'now', 'later', 'later', 'later'])
  })

  test('a hearing that nobody answered in time gives way to the date of the decision, and can still be answered', () => {
    const silent = story('afslag-med-vaerge', 'otherPossibilitiesConsidered')
    expect(at(silent, '2026-04-09').sentence).toContain('Svar senest torsdag den 9. april 2026.')
    const { sentence, date, action } = at(silent, '2026-04-10')
    expect(sentence).toBe('Vi undersøger din sag. Du får svar senest torsdag den 16. april 2026.')
    expect(date).toBe('2026-04-16')
    expect(action?.text).toBe('Svar på brevet')
  })

  test('a delay that is told while a hearing is open stands beside it', () => {
    const heard = story('delvist-afslag', 'hearingSent')
    const last = heard.at(-1)
    if (last === undefined) throw new Error('no history')
    const notice = readCaseEvent({
      ...last,
      seq: last.seq + 1,
      type: 'delayNoticeIssued',
      payload: {
        letterId: '00000000-0000-4000-8000-000000000077',
        formerDate: '2026-11-13',
        newDate: '2026-11-30',
        reason: 'Vi venter på lægen.',
      },
    })
    const both = at([...heard, notice], '2026-11-03')
    expect(both.sentence).toContain('sig, om det er rigtigt')
    expect(both.action?.text).toBe('Svar på brevet')
    expect(both.also).toBe(
      'Det tager længere tid. Du får svar senest mandag den 30. november 2026. Grunden er: Vi venter på lægen.',
    )
    expect(at(heard, '2026-11-03').also).toBeUndefined()
  })

  test('who may not answer is asked to read, and not to confirm', () => {
    expect(at(story('delvist-afslag', 'hearingSent'), '2026-11-03', () => false).action?.text).toBe(
      'Læs brevet',
    )
    const helped = story('paaroerende-uden-fuldmagt', 'noteRecorded')
    expect(at(helped, '2026-09-10', () => false).action).toBeUndefined()
    expect(at(helped, '2026-09-10').action?.text).toBe('Se ansøgningen, og svar')
  })

  test('a refusal ends with the decision, a grant with the start', () => {
    const refused = at(story('afslag-med-vaerge'), '2026-04-20')
    expect(refused.steps.map((s) => [s.text, s.state]).at(-1)).toEqual(['Afgørelse', 'done'])
    const running = at(story('fuld-bevilling'), '2026-12-14')
    expect(running.steps.every((s) => s.state === 'done')).toBe(true)
    expect(running.sentence).toBe('Du er i gang på Kærhøj.')
  })
})

test('a letter that is still on its way has not arrived', () => {
  const [issued, sent] = ['letterIssued', 'letterDispatched'].map((type) =>
    getCaseFile(story('fuld-bevilling', type)),
  )
  if (!issued || !sent) throw new Error('no receipt')
  expect(lettersFor(issued, [issued.personId])).toEqual([])
  expect(lettersFor(sent, [sent.personId]).map((l) => l.kind)).toEqual(['receipt'])
  expect(lettersFor(sent, ['somebody else'])).toEqual([])
})

describe('what has happened', () => {
  test('newest first, in the citizen’s words', () => {
    const told = happeningsOf(story('delvist-afslag'), municipality, 'da')
    expect(told[0]).toEqual({ when: '1. december 2026', what: 'Du startede.' })
    expect(told.at(-1)?.what).toBe('Vi fik din ansøgning.')
    expect(told.map((h) => h.what)).toContain(
      'Vi skrev, at det tager længere tid. Ny dato: mandag den 30. november 2026.',
    )
  })
  test('leaves out what is the authority’s own work, and notes', () => {
    const own = [
      'noteRecorded',
      'targetGroupAssessed',
      'letterDispatched',
      'municipalityRecorded',
      'privacyNoticeGiven',
    ]
    const history = story('delvist-afslag').filter((e) => 'type' in e && own.includes(e.type))
    expect(history.length).toBeGreaterThan(4)
    expect(happeningsOf(history, municipality, 'da')).toEqual([])
  })
})
