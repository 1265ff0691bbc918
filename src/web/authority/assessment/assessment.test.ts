import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { errorsIn, type Fields, openTown, type TownAtWork } from '../../../../test/support/case-pages.ts'
import { getDay } from '../../../domain/time/calendar-day.ts'
import { functioningLevels, targetGroups, themes } from '../../../domain/vocabulary/ffb.ts'
import { loadMunicipality } from '../../../standards/load.ts'
import { ageRules } from './age-rules.ts'
import { themeField } from './form.ts'

let t: TownAtWork
beforeAll(async () => {
  t = await openTown()
})
afterAll(() => t.database.drop())

const [activity] = themes
const [group] = targetGroups
const level = functioningLevels[3]
const whole: Fields = {
  'criterionA.answer': 'yes',
  'criterionA.grounds': ['mental'],
  'criterionA.reasons': 'Du har en udviklingshæmning.',
  evidenceA: 'Samtalen og lægens svar.',
  'criterionB.answer': 'yes',
  'criterionB.reasons': 'Du har brug for faste rammer.',
  evidenceB: 'Samtalen.',
  seriousSocialProblems: 'no',
  'targetGroup-1': group?.code ?? '',
  'targetGroup-2': group?.code ?? '',
  ...(activity && {
    [themeField(activity, 'subthemes')]: [activity.subthemes[0]?.code ?? ''],
    [themeField(activity, 'citizensWords')]: 'Jeg kan ikke lave mad alene.',
    [themeField(activity, 'assessment')]: 'Hun har brug for hjælp til alle måltider.',
    [themeField(activity, 'level')]: level?.code ?? '',
  }),
  needs: 'Faste dage.',
  resources: 'Hun er glad for dyr.',
}
const page = () => t.at('/vurdering')

describe('the assessment', () => {
  it('asks A and B apart, and says at each field what is missing', async () => {
    const refused = await (await t.desk()).send(page(), { 'criterionA.answer': 'yes' })
    expect(refused.status).toBe(422)
    expect(errorsIn(refused.text)).toEqual([
      'f-criterionA-grounds: Svaret er ja. Vælg mindst én grund.',
      'f-criterionA-reasons: Skriv, hvorfor svaret er sådan.',
      'f-evidenceA: Skriv, hvad svaret bygger på.',
      'f-criterionB-answer: Svar ja eller nej.',
      'f-criterionB-reasons: Skriv, hvorfor svaret er sådan.',
      'f-evidenceB: Skriv, hvad svaret bygger på.',
    ])
  })
  it('has no ground where none is met', async () => {
    const refused = await (await t.desk()).send(page(), { ...whole, 'criterionA.answer': 'no' })
    expect(errorsIn(refused.text)).toEqual([
      'f-criterionA-grounds: Svaret er nej. Så kan der ikke være valgt en grund.',
    ])
    expect(refused.text).toContain('Hun er glad for dyr.')
  })
  it('asks for the professional assessment and the level of a theme that is begun', async () => {
    const theme = activity ?? themes[0]
    if (theme === undefined) throw new Error('no theme')
    const begun = { ...whole, [themeField(theme, 'assessment')]: '', [themeField(theme, 'level')]: '' }
    const refused = await (await t.desk()).send(page(), begun)
    expect(errorsIn(refused.text).map((line) => line.split(': ')[1])).toEqual([
      'Skriv den faglige vurdering af temaet, eller ryd temaet.',
      'Vælg et niveau for temaet.',
    ])
  })
  it('is kept as codes, with its evidence, and leads on to other help', async () => {
    const desk = await t.desk()
    await desk.done(t.at('/noter'), {
      text: 'Hun fortalte om sin hverdag.',
      kind: 'conversation',
      with: 'citizen',
      ...today(),
    })
    const note = (await t.file()).notes.at(-1)?.seq ?? 0
    const next = await desk.send(page(), { ...whole, 'evidenceA-notes': [String(note)] })
    expect([next.status, next.location]).toEqual([303, t.at('/anden-hjaelp')])
    const { assessment } = (await t.file()).proceedings[0] ?? {}
    expect(assessment).toMatchObject({
      criterionA: { answer: true, grounds: ['mental'] },
      criterionB: { answer: true },
      evidenceA: [{ text: 'Samtalen og lægens svar.', notes: [note] }],
      seriousSocialProblems: false,
      targetGroups: [group?.code],
      themes: [{ theme: activity?.code, subthemes: [activity?.subthemes[0]?.code], level: 3 }],
    })
    const again = (await desk.get(page())).text
    expect(again).toContain('af Sanne Friis')
    expect(again).toContain('Jeg kan ikke lave mad alene.')
    expect(again).toMatch(/<details class="details" open=""[\s\S]*Praktiske opgaver \(udfyldt\)/)
  })
  it('shows what the citizen and others said beside it', async () => {
    const shown = (await (await t.desk()).get(page())).text
    expect(shown).toMatch(/aria-label="Det ved vi"[\s\S]*Hun fortalte om sin hverdag\./)
  })
  it('is the social worker’s: a manager sees it and cannot send it', async () => {
    const desk = await t.desk(t.town.manager)
    const shown = await desk.get(page())
    expect(shown.text).toContain('Kun en socialrådgiver kan skrive vurderingen.')
    expect(shown.text).not.toContain('Gem vurderingen')
    expect((await desk.send(page(), whole)).status).toBe(403)
  })
})

describe('age', () => {
  const vejen = loadMunicipality('vejen-104').versions[0]?.terms
  const on = (born: string) => {
    if (vejen === undefined) throw new Error('no standard')
    return ageRules({ bornOn: getDay(born) }, vejen, getDay('2026-11-24'))
  }
  it('is a minimum on the first day, never a maximum, and draws the line of § 141', () => {
    expect(on('2009-01-04')).toMatchObject({ age: 17, oldEnoughOn: '2027-01-04', underPensionAge: true })
    expect(on('2008-11-24')).toMatchObject({ age: 18, oldEnoughOn: undefined })
    expect(on('1950-02-01')).toMatchObject({ age: 76, oldEnoughOn: undefined, underPensionAge: false })
  })
})

function today(): Record<string, string> {
  const [y = '', m = '', d = ''] = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Copenhagen' })
    .format(new Date())
    .split('-')
  return { 'happenedOn-d': d, 'happenedOn-m': m, 'happenedOn-y': y }
}
