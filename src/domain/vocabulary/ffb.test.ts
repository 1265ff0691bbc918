import { expect, test } from 'vitest'
import { AssessedTheme, TargetGroupAssessment } from '../case/assessment/events.ts'
import {
  activityKinds,
  findSubtheme,
  findTargetGroup,
  findTheme,
  functioningLevels,
  targetGroups,
  themes,
} from './ffb.ts'

test('every code stands once and is found by it', () => {
  const codes = [
    ...activityKinds,
    ...targetGroups,
    ...themes,
    ...themes.flatMap((t) => t.subthemes),
    ...functioningLevels,
  ].map((concept) => concept.code)
  expect(new Set(codes).size).toBe(codes.length)
  for (const group of targetGroups) expect(findTargetGroup(group.code)).toBe(group)
  for (const theme of themes) {
    expect(findTheme(theme.code)).toBe(theme)
    for (const subtheme of theme.subthemes) expect(findSubtheme(subtheme.code)).toBe(subtheme)
  }
  expect([
    activityKinds.length,
    targetGroups.length,
    themes.length,
    functioningLevels.map((l) => l.level),
  ]).toEqual([6, 45, 11, [0, 1, 2, 3, 4]])
})

const [activity] = themes.filter((t) => t.area === 'activity')
const [functions] = themes.filter((t) => t.area === 'functions')
const assessed = (theme: string | undefined, more: object) =>
  AssessedTheme.safeParse({ theme, assessment: 'Hun har brug for hjælp.', ...more }).success

test('a theme has a level where FFB gives one, and only there', () => {
  expect(assessed(activity?.code, { level: 3 })).toBe(true)
  expect(assessed(activity?.code, {})).toBe(false)
  expect(assessed(functions?.code, {})).toBe(true)
  expect(assessed(functions?.code, { level: 3 })).toBe(false)
})

test('a sub-theme belongs to its theme, and a theme to FFB', () => {
  const own = activity?.subthemes[0]?.code
  expect(assessed(activity?.code, { level: 1, subthemes: [own] })).toBe(true)
  expect(assessed(functions?.code, { subthemes: [own] })).toBe(false)
  expect(assessed('relationer', {})).toBe(false)
})

test('a target group that is none of FFB is refused', () => {
  const assessment = {
    criterionA: { answer: false, grounds: [], reasons: 'Nej.' },
    criterionB: { answer: false, reasons: 'Nej.' },
    evidenceA: [{ text: 'Samtale' }],
    evidenceB: [{ text: 'Samtale' }],
  }
  const [group] = targetGroups
  expect(
    TargetGroupAssessment.safeParse({ ...assessment, targetGroups: [group?.code] }).data?.targetGroups,
  ).toEqual([group?.code])
  expect(TargetGroupAssessment.safeParse({ ...assessment, targetGroups: ['angst'] }).success).toBe(false)
})
