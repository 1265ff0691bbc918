import { describe, expect, test } from 'vitest'
import type { Applied } from '../../../domain/case/application/wishes.ts'
import type { CaseFile } from '../../../domain/case/case-file.ts'
import { DecisionDraft } from '../../../domain/case/decision/record.ts'
import { getDay } from '../../../domain/time/calendar-day.ts'
import { exampleContext } from '../../../letters/compose/decisions.examples.ts'
import { loadMunicipality } from '../../../standards/load.ts'
import { presentDraft, presentReadability } from './presenter.ts'

const municipality = loadMunicipality('vejen-104')
const terms = municipality.versions[0]?.terms
const present = (draft: object, applied: Applied = exampleContext.file.applied) => {
  if (terms === undefined) throw new Error('no standard')
  const file: CaseFile = { ...exampleContext.file, applied }
  return presentDraft(DecisionDraft.parse(draft), {
    file,
    terms,
    today: getDay('2026-11-24'),
    language: 'da',
    providerName: municipality.providerName,
  })
}
const marks = (draft: object, applied?: Applied) =>
  Object.fromEntries(present(draft, applied).rows.map((row) => [row.element, row.mark]))

describe('Applied ‖ Granted while it is written', () => {
  test('before anything is chosen every row is open and nobody says what it amounts to', () => {
    const { rows, outcome } = present({})
    expect([new Set(rows.map((row) => row.mark)), outcome]).toEqual([new Set(['open']), undefined])
  })
  test('a row that gives less makes a part refusal before the rest is chosen', () => {
    const draft = { place: 'granted', daysPerWeek: 4 }
    expect(present(draft).outcome).toBe('PARTIALLY_REFUSED')
    expect(marks(draft)).toMatchObject({ days: 'less', provider: 'open', transport: 'open', start: 'open' })
  })
  test('what is not chosen yet is never held against the draft', () => {
    const wish: Applied = {
      transport: 'transport',
      start: { kind: 'from', day: getDay('2026-11-24') },
      daysPerWeek: 3,
    }
    expect(present({ place: 'granted', daysPerWeek: 3 }, wish).outcome).toBeUndefined()
  })
  test('another place than the one wished for is less, the place wished for is not', () => {
    const wish = { transport: 'unknown', start: { kind: 'soonest' }, placeInWords: 'Svanen' } as const
    expect(marks({ place: 'granted', provider: 'kaerhoej' }, wish).provider).toBe('less')
    expect(marks({ place: 'granted', provider: 'kaerhoej' }).provider).toBe('asApplied')
  })
  test('a refusal grants nothing', () => {
    expect(present({ place: 'refused' }).outcome).toBe('REFUSED')
    expect(new Set(Object.values(marks({ place: 'refused' })))).toEqual(new Set(['less']))
  })
})

test('a heavy text is told from an easy one, each against its own limit', () => {
  const heavy = `${'Sagsbehandlingsmæssige hensynsafvejninger nødvendiggør '.repeat(8)}.`
  const rows = presentReadability(
    DecisionDraft.parse({ purpose: 'Du får ro.', considerations: heavy, easyReadWhy: 'Du får ro.' }),
    undefined,
    'da',
  )
  expect(rows.map(({ limit, heavy: tooHeavy }) => [limit, tooHeavy])).toEqual([
    [35, false],
    [35, true],
    [25, false],
  ])
})
