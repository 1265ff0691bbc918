/** The conclusion (K2.3-1): goal by goal, what it leads to, and why; with the report beside, or why without. */
import { appointmentOf } from '../../../domain/case/follow-up/about.ts'
import {
  goalResults,
  interventionResults,
  onwards,
  supervisionAnswers,
  supervisionQuestions,
} from '../../../domain/case/follow-up/events.ts'
import { reportOf } from '../../../domain/case/follow-up/report.ts'
import { goalsOf } from '../../../domain/case/intervention/goals.ts'
import { functioningLevels } from '../../../domain/vocabulary/ffb.ts'
import { followUpNames } from '../../follow-up/words.ts'
import { longDay } from '../../i18n/dates.ts'
import type { CaseContext } from '../../platform/context.ts'
import { Radios, Select, TextArea, TextField } from '../../ui/fields.tsx'
import { Alert } from '../../ui/parts.tsx'
import type { FormPage } from '../form-page.tsx'
import { levelName } from './conclusion.tsx'
import { followUpFormWords } from './form-words.ts'
import { meetingHere, orderHere } from './meeting-forms.tsx'
import { Report } from './page.tsx'

const goalsHere = (c: CaseContext) => {
  const order = orderHere(c)
  return order ? goalsOf(c.case.file, order) : []
}

const field = (index: number, part: string): string => `goals.${index}.${part}`

export const concludePage: FormPage = {
  id: 'authority.follow-up.conclude',
  command: 'concludeFollowUp',
  path: '/opfoelgning/afslut',
  of: '/opfoelgning',
  title: (c) => followUpFormWords(c.language).concludeTitle,
  button: (c) => followUpFormWords(c.language).concludeButton,
  fields: (c, errors, people) => {
    const t = followUpFormWords(c.language)
    const names = followUpNames(c.language)
    const order = orderHere(c)
    const meeting = meetingHere(c)
    if (!order || !meeting) return <Alert kind="info">{t.noMeeting}</Alert>
    const { form } = c
    const { day } = appointmentOf(meeting)
    return (
      <>
        <p>{t.concludeLead}</p>
        {day > c.today && <Alert kind="info">{t.notYet(longDay(day, c.language))}</Alert>}
        <Report c={c} order={order} people={people} meeting={meeting} />
        <Radios
          name="citizen"
          label={t.tookPart}
          options={(['yes', 'no'] as const).map((value) => ({ value, label: t.tookPartOptions[value] }))}
          value={form.text('citizen')}
          errors={errors}
        />
        <TextArea
          name="citizen.said"
          label={t.said}
          hint={t.saidHint}
          value={form.text('citizen.said')}
          errors={errors}
        />
        <TextArea name="minutes" label={t.minutes} value={form.text('minutes')} errors={errors} />
        {goalsHere(c).map((goal, index) => (
          <section class="hv-card" aria-label={t.goal(index + 1)}>
            <Radios
              name={field(index, 'result')}
              label={t.goalResult(goal.text)}
              hint={names.aims[goal.aim]}
              options={goalResults.map((value) => ({ value, label: names.goalResults[value] }))}
              value={form.text(field(index, 'result'))}
              errors={errors}
            />
            <Select
              name={field(index, 'level')}
              label={t.goalLevel}
              empty={t.noLevel}
              options={functioningLevels.map(({ level }) => ({
                value: String(level),
                label: levelName(level),
              }))}
              value={form.text(field(index, 'level'))}
              errors={errors}
            />
            <TextField
              name={field(index, 'words')}
              label={t.goalWords}
              value={form.text(field(index, 'words'))}
              errors={errors}
            />
          </section>
        ))}
        <Radios
          name="onward"
          label={t.onward}
          options={onwards.map((value) => ({ value, label: names.onwards[value] }))}
          value={form.text('onward')}
          errors={errors}
        />
        <TextArea
          name="because"
          label={t.because}
          hint={t.becauseHint}
          value={form.text('because')}
          errors={errors}
        />
        <Radios
          name="result"
          label={t.result}
          hint={t.resultHint}
          options={interventionResults.map((value) => ({ value, label: names.results[value] }))}
          value={form.text('result') ?? 'continue'}
          errors={errors}
        />
        <section class="hv-card" aria-label={t.supervisionTitle}>
          <h2>{t.supervisionTitle}</h2>
          <p>{t.supervisionLead}</p>
          {supervisionQuestions.map((question) => (
            <Radios
              name={`supervision.${question}`}
              label={names.supervision[question]}
              options={supervisionAnswers.map((value) => ({ value, label: names.supervisionAnswers[value] }))}
              value={form.text(`supervision.${question}`)}
              errors={errors}
            />
          ))}
          <TextArea
            name="supervision.action"
            label={t.action}
            hint={t.actionHint}
            rows={3}
            value={form.text('supervision.action')}
            errors={errors}
          />
        </section>
        {reportOf(meeting) === undefined && (
          <TextArea
            name="withoutReport"
            label={t.withoutReport}
            hint={t.withoutReportHint}
            rows={3}
            value={form.text('withoutReport')}
            errors={errors}
          />
        )}
      </>
    )
  },
  input: (c) => {
    const { form } = c
    const kind = form.text('citizen')
    const said = form.text('citizen.said') ?? ''
    const withoutReport = form.text('withoutReport')
    return {
      meetingId: meetingHere(c)?.meetingId,
      citizen: kind === 'no' ? { kind, because: said } : { kind, said },
      minutes: form.text('minutes'),
      goals: goalsHere(c).map(({ goalId }, index) => {
        const level = form.text(field(index, 'level'))
        const words = form.text(field(index, 'words'))
        return {
          goalId,
          result: form.text(field(index, 'result')),
          ...(level !== undefined && { level: Number(level) }),
          ...(words !== undefined && { words }),
        }
      }),
      onward: form.text('onward'),
      because: form.text('because'),
      result: form.text('result'),
      ...(withoutReport !== undefined && { withoutReport }),
      supervision: {
        ...Object.fromEntries(supervisionQuestions.map((q) => [q, form.text(`supervision.${q}`)])),
        action: form.text('supervision.action'),
      },
    }
  },
  before: (c) => {
    const t = followUpFormWords(c.language)
    const kind = c.form.text('citizen')
    const wrong = supervisionQuestions.some((q) =>
      ['partly', 'no'].includes(c.form.text(`supervision.${q}`) ?? ''),
    )
    return {
      ...(wrong && !c.form.text('supervision.action') && { 'supervision.action': t.needAction }),
      ...(kind === undefined && { citizen: t.needTookPart }),
      ...(kind !== undefined && c.form.text('citizen.said') === undefined && { 'citizen.said': t.needSaid }),
    }
  },
}
