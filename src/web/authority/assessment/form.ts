/** The assessment as it is typed: read from the form into the command's input, and back from the case into the form. */
import type { TargetGroupAssessment } from '../../../domain/case/assessment/events.ts'
import { type FfbTheme, functioningLevels, themes } from '../../../domain/vocabulary/ffb.ts'
import type { Form } from '../../platform/form.ts'
import type { Errors } from '../../ui/fields.tsx'
import type { FieldValues } from '../prefilled.ts'

/** How many secondary target groups there is room for. */
export const secondaryRoom = 3

const yesNo = (text: string | undefined): boolean | undefined =>
  text === 'yes' ? true : text === 'no' ? false : undefined
const fromYesNo = (answer: boolean): string => (answer ? 'yes' : 'no')

export const themeField = (theme: FfbTheme, part: string): string => `theme-${theme.code}-${part}`

/** Whether anything has been written about a theme: it is shown open, and goes with the assessment. */
export const isTouched = (form: Form, theme: FfbTheme): boolean =>
  ['subthemes', 'citizensWords', 'observation', 'assessment', 'level'].some(
    (part) => form.all(themeField(theme, part)).length > 0,
  )

/** What to say at a field; the sentences are the page's. */
export type AssessmentProblems = {
  readonly answer: string
  readonly groundNeeded: string
  readonly noGround: string
  readonly reasons: string
  readonly evidence: string
  readonly themeAssessment: string
  readonly level: string
}

/** The input of `assessTargetGroup`, or what is wrong at which field. */
export function readAssessment(
  form: Form,
  say: AssessmentProblems,
): { readonly input: unknown; readonly errors: Errors } {
  const errors: Record<string, string> = {}
  const a = yesNo(form.text('criterionA.answer'))
  const b = yesNo(form.text('criterionB.answer'))
  const grounds = form.all('criterionA.grounds')
  if (a === undefined) errors['criterionA.answer'] = say.answer
  if (a === true && grounds.length === 0) errors['criterionA.grounds'] = say.groundNeeded
  if (a === false && grounds.length > 0) errors['criterionA.grounds'] = say.noGround
  if (!form.text('criterionA.reasons')) errors['criterionA.reasons'] = say.reasons
  if (!form.text('evidenceA')) errors.evidenceA = say.evidence
  if (b === undefined) errors['criterionB.answer'] = say.answer
  if (!form.text('criterionB.reasons')) errors['criterionB.reasons'] = say.reasons
  if (!form.text('evidenceB')) errors.evidenceB = say.evidence
  const touched = themes.filter((theme) => isTouched(form, theme))
  for (const theme of touched) {
    if (!form.text(themeField(theme, 'assessment')))
      errors[themeField(theme, 'assessment')] = say.themeAssessment
    if (theme.area === 'activity' && form.text(themeField(theme, 'level')) === undefined)
      errors[themeField(theme, 'level')] = say.level
  }
  return { errors, input: inputOf(form, { a, b, grounds, touched }) }
}

function inputOf(
  form: Form,
  read: {
    readonly a: boolean | undefined
    readonly b: boolean | undefined
    readonly grounds: readonly string[]
    readonly touched: readonly FfbTheme[]
  },
): unknown {
  const evidence = (name: 'evidenceA' | 'evidenceB') => [
    {
      text: form.text(name),
      documents: form.all(`${name}-documents`),
      notes: form.all(`${name}-notes`).map(Number),
    },
  ]
  const groups = [form.text('targetGroup-1'), ...secondary.map((n) => form.text(`targetGroup-${n}`))]
  return {
    criterionA: { answer: read.a, grounds: read.grounds, reasons: form.text('criterionA.reasons') },
    criterionB: { answer: read.b, reasons: form.text('criterionB.reasons') },
    evidenceA: evidence('evidenceA'),
    evidenceB: evidence('evidenceB'),
    seriousSocialProblems: form.text('seriousSocialProblems') === 'yes',
    targetGroups: [...new Set(groups.filter((code) => code !== undefined))],
    themes: read.touched.map((theme) => {
      const level = functioningLevels.find(({ code }) => code === form.text(themeField(theme, 'level')))
      return {
        theme: theme.code,
        subthemes: form.all(themeField(theme, 'subthemes')),
        citizensWords: form.text(themeField(theme, 'citizensWords')),
        observation: form.text(themeField(theme, 'observation')),
        assessment: form.text(themeField(theme, 'assessment')),
        ...(level && theme.area === 'activity' && { level: level.level }),
      }
    }),
    needs: form.text('needs'),
    resources: form.text('resources'),
  }
}

export const secondary: readonly number[] = Array.from({ length: secondaryRoom }, (_, index) => index + 2)

/** An assessment back in the form: to change it, or to build on the one of an earlier run. */
export function assessmentFields(assessment: TargetGroupAssessment): FieldValues {
  const { criterionA, criterionB, evidenceA, evidenceB } = assessment
  const evidence = (name: string, all: TargetGroupAssessment['evidenceA']): FieldValues => ({
    [name]: all.map((e) => e.text).join('\n'),
    [`${name}-documents`]: all.flatMap((e) => e.documents),
    [`${name}-notes`]: all.flatMap((e) => e.notes.map(String)),
  })
  return {
    'criterionA.answer': fromYesNo(criterionA.answer),
    'criterionA.grounds': criterionA.grounds,
    'criterionA.reasons': criterionA.reasons,
    'criterionB.answer': fromYesNo(criterionB.answer),
    'criterionB.reasons': criterionB.reasons,
    ...evidence('evidenceA', evidenceA),
    ...evidence('evidenceB', evidenceB),
    seriousSocialProblems: fromYesNo(assessment.seriousSocialProblems),
    ...Object.fromEntries(assessment.targetGroups.map((code, index) => [`targetGroup-${index + 1}`, code])),
    ...Object.assign({}, ...assessment.themes.map(themeFields)),
    needs: assessment.needs,
    resources: assessment.resources,
  }
}

function themeFields(assessed: TargetGroupAssessment['themes'][number]): FieldValues {
  const theme = themes.find(({ code }) => code === assessed.theme)
  if (theme === undefined) return {}
  return {
    [themeField(theme, 'subthemes')]: assessed.subthemes,
    [themeField(theme, 'citizensWords')]: assessed.citizensWords,
    [themeField(theme, 'observation')]: assessed.observation,
    [themeField(theme, 'assessment')]: assessed.assessment,
    [themeField(theme, 'level')]: functioningLevels.find((l) => l.level === assessed.level)?.code,
  }
}
