/** A reassessment begun, asked for by the citizen, or ended without a change, each on a page of its own. */

import { openProposal } from '../../../domain/case/absence/about.ts'
import { reassessmentCauses } from '../../../domain/case/reassessment/events.ts'
import { asApplied, openReassessmentOf, standingPlace } from '../../../domain/case/reassessment/standing.ts'
import { currentStandard } from '../../../standards/municipality.ts'
import { causesOfReassessment } from '../../i18n/reassessment-words.ts'
import type { CaseContext } from '../../platform/context.ts'
import { dateOf } from '../../ui/date-field.ts'
import { Checkboxes, DateField, Radios, Select, TextArea, TextField } from '../../ui/fields.tsx'
import type { FormPage } from '../form-page.tsx'
import { intakeWords } from '../intake-words.ts'
import { reassessmentWords } from './words.ts'

/** Absence whose proposal waits for a decision is what one comes from, when nothing else is chosen. */
const proposedByAbsence = ({ case: { file } }: CaseContext) =>
  file.repeatedAbsence.findLast((p) => openProposal(file, p) !== undefined)

export const beginPage: FormPage = {
  id: 'authority.reassessment.begin',
  command: 'openReassessment',
  path: '/revurdering/begynd',
  of: '/revurdering',
  title: (c) => reassessmentWords(c.language).begin,
  button: (c) => reassessmentWords(c.language).begin,
  fields: (c, errors) => {
    const t = reassessmentWords(c.language)
    return (
      <>
        <Select
          name="cause"
          label={t.cause}
          empty="–"
          options={reassessmentCauses
            .filter((cause) => cause !== 'citizen')
            .map((value) => ({ value, label: causesOfReassessment(c.language)[value] }))}
          value={c.form.text('cause') ?? (proposedByAbsence(c) && 'absence')}
          errors={errors}
        />
        <TextArea name="because" label={t.because} value={c.form.text('because')} errors={errors} />
      </>
    )
  },
  input: (c) => {
    const cause = c.form.text('cause')
    const about = cause === 'absence' ? proposedByAbsence(c)?.patternId : undefined
    return { cause, because: c.form.text('because'), ...(about && { about }) }
  },
}

/** What is asked for, on top of what the person has: what is not named stays as it is. */
export function askedInstead(c: CaseContext) {
  const place = standingPlace(c.case.file)
  const { form } = c
  const days = form.text('days')?.replace(',', '.')
  const transport = form.text('transport')
  const wished = form.text('place')
  return {
    end: form.all('end').includes('yes'),
    applied: place && {
      ...asApplied(place),
      ...(days !== undefined && { daysPerWeek: Number(days) }),
      ...((transport === 'transport' || transport === 'none') && { transport }),
      ...(wished !== undefined && { place: wished }),
    },
  }
}

export const changePage: FormPage = {
  id: 'authority.reassessment.ask',
  command: 'askForChange',
  path: '/revurdering/ansoegning',
  of: '/revurdering',
  title: (c) => reassessmentWords(c.language).ask,
  button: (c) => reassessmentWords(c.language).save,
  fields: (c, errors) => {
    const t = reassessmentWords(c.language)
    const named = intakeWords(c.language)
    return (
      <>
        <DateField
          name="receivedOn"
          label={t.receivedOn}
          value={c.today}
          typed={c.form.values}
          errors={errors}
          language={c.language}
        />
        <Radios
          name="channel"
          label={t.channel}
          options={(['phone', 'letter', 'email', 'inPerson'] as const).map((value) => ({
            value,
            label: named.channels[value],
          }))}
          value={c.form.text('channel')}
          errors={errors}
        />
        <Radios
          name="by"
          label={t.by}
          options={(['citizen', 'representative'] as const).map((value) => ({ value, label: t[value] }))}
          value={c.form.text('by') ?? 'citizen'}
          errors={errors}
        />
        <TextArea name="because" label={t.words} value={c.form.text('because')} errors={errors} />
        <TextField name="days" label={t.days} hint={t.daysHint} value={c.form.text('days')} errors={errors} />
        <Select
          name="transport"
          label={t.transport}
          empty={t.asNow}
          options={[
            { value: 'transport', label: t.yes },
            { value: 'none', label: t.no },
          ]}
          value={c.form.text('transport')}
          errors={errors}
        />
        <Select
          name="place"
          label={t.place}
          empty={t.asNow}
          options={currentStandard(c.municipality).providers.map((p) => ({ value: p.id, label: p.name }))}
          value={c.form.text('place')}
          errors={errors}
        />
        <Checkboxes
          name="end"
          label={t.end}
          options={[{ value: 'yes', label: t.yes }]}
          values={c.form.all('end')}
          errors={errors}
        />
      </>
    )
  },
  before: ({ form, language }) => {
    const days = form.text('days')
    const amount = Number(days?.replace(',', '.'))
    const wrong = days !== undefined && !(amount >= 0.5 && amount <= 7)
    return wrong ? { days: reassessmentWords(language).daysWrong } : {}
  },
  input: (c) => ({
    channel: c.form.text('channel'),
    by: c.form.text('by'),
    because: c.form.text('because'),
    receivedOn: dateOf(c.form, 'receivedOn'),
    ...askedInstead(c),
  }),
}

const isAsked = ({ case: { file } }: CaseContext): boolean => {
  const open = openReassessmentOf(file)
  return open?.trigger.kind === 'reassessment' && open.trigger.asked !== undefined
}

export const unchangedPage: FormPage = {
  id: 'authority.reassessment.unchanged',
  command: 'concludeReassessment',
  path: '/revurdering/uaendret',
  of: '/revurdering',
  title: (c) => reassessmentWords(c.language)[isAsked(c) ? 'takenBack' : 'unchanged'],
  button: (c) => reassessmentWords(c.language)[isAsked(c) ? 'save' : 'unchanged'],
  fields: (c, errors) => {
    const t = reassessmentWords(c.language)
    return (
      <TextArea
        name="because"
        label={isAsked(c) ? t.whyTakenBack : t.whyUnchanged}
        value={c.form.text('because')}
        errors={errors}
      />
    )
  },
  input: (c) => ({ conclusion: isAsked(c) ? 'takenBack' : 'unchanged', because: c.form.text('because') }),
}
