/** What is registered about access: a request that came by phone or letter, a delay, an answer to what is wrong or to a look. */
import { openRequests } from '../../../domain/case/access-request/about.ts'
import { accessRights, correctionOutcomes } from '../../../domain/case/access-request/events.ts'
import { channels } from '../../../domain/case/application/events.ts'
import { plainDay } from '../../i18n/dates.ts'
import { dateOf } from '../../ui/date-field.ts'
import { Checkboxes, DateField, Radios, Select, TextArea } from '../../ui/fields.tsx'
import { Alert } from '../../ui/parts.tsx'
import type { FormPage } from '../form-page.tsx'
import { accessWords } from './words.ts'

export const newRequestPage: FormPage = {
  id: 'authority.access.new',
  command: 'requestAccess',
  path: '/aktindsigt/ny',
  of: '/aktindsigt',
  title: (c) => accessWords(c.language).newTitle,
  button: (c) => accessWords(c.language).newButton,
  fields: (c, errors) => {
    const t = accessWords(c.language)
    return (
      <>
        <Radios
          name="channel"
          label={t.channel}
          options={channels.map((value) => ({ value, label: t.channels[value] }))}
          value={c.form.text('channel')}
          errors={errors}
        />
        <DateField
          name="receivedOn"
          label={t.receivedOn}
          value={c.today}
          typed={c.form.values}
          errors={errors}
          language={c.language}
        />
        <Checkboxes
          name="rights"
          label={t.right}
          options={accessRights.map((value) => ({ value, label: t.rights[value] }))}
          values={c.form.values.rights ?? ['fileAccess']}
          errors={errors}
        />
        <Radios
          name="whole"
          label={t.extent}
          options={[
            { value: 'yes', label: t.whole },
            { value: 'no', label: t.parts },
          ]}
          value={c.form.text('whole')}
          errors={errors}
        />
        <TextArea name="what" label={t.what} value={c.form.text('what')} errors={errors} />
      </>
    )
  },
  input: (c) => ({
    channel: c.form.text('channel'),
    receivedOn: dateOf(c.form, 'receivedOn'),
    rights: c.form.all('rights'),
    whole: { yes: true, no: false }[c.form.text('whole') ?? ''],
    what: c.form.text('what'),
  }),
}

export const delayPage: FormPage = {
  id: 'authority.access.delay',
  command: 'tellAccessDelay',
  path: '/aktindsigt/laengere-tid',
  of: '/aktindsigt',
  title: (c) => accessWords(c.language).delayTitle,
  button: (c) => accessWords(c.language).delayButton,
  fields: (c, errors) => {
    const t = accessWords(c.language)
    const open = openRequests(c.case.file)
    if (open.length === 0) return <Alert kind="info">{t.none}</Alert>
    return (
      <>
        <Select
          name="requestId"
          label={t.which}
          options={open.map((r) => ({
            value: r.requestId,
            label: `${plainDay(r.on, c.language)}: ${r.whole ? t.whole : r.what}`,
          }))}
          value={c.form.text('requestId') ?? c.query.get('om') ?? undefined}
          errors={errors}
        />
        <TextArea
          name="because"
          label={t.because}
          hint={t.becauseHint}
          value={c.form.text('because')}
          errors={errors}
        />
        <DateField
          name="expectedOn"
          label={t.expectedOn}
          typed={c.form.values}
          errors={errors}
          language={c.language}
        />
      </>
    )
  },
  input: (c) => ({
    requestId: c.form.text('requestId'),
    because: c.form.text('because'),
    expectedOn: dateOf(c.form, 'expectedOn'),
  }),
}

export const correctionPage: FormPage = {
  id: 'authority.correction',
  command: 'answerCorrection',
  path: '/aktindsigt/rettelse',
  of: '/aktindsigt',
  title: (c) => accessWords(c.language).correctionTitle,
  button: (c) => accessWords(c.language).correctionButton,
  fields: (c, errors) => {
    const t = accessWords(c.language)
    const open = c.case.file.corrections.filter((one) => one.answered === undefined)
    if (open.length === 0) return <Alert kind="info">{t.noCorrections}</Alert>
    return (
      <>
        <Select
          name="correctionId"
          label={t.corrections}
          options={open.map((one) => ({
            value: one.correctionId,
            label: `${plainDay(one.on, c.language)}: ${one.wrong}`,
          }))}
          value={c.form.text('correctionId') ?? c.query.get('om') ?? undefined}
          errors={errors}
        />
        <Radios
          name="outcome"
          label={t.outcome}
          options={correctionOutcomes.map((value) => ({ value, label: t.outcomes[value] }))}
          value={c.form.text('outcome')}
          errors={errors}
        />
        <TextArea name="answer" label={t.correctionAnswer} value={c.form.text('answer')} errors={errors} />
      </>
    )
  },
  input: (c) => ({
    correctionId: c.form.text('correctionId'),
    outcome: c.form.text('outcome'),
    answer: c.form.text('answer'),
  }),
}

export const lookPage: FormPage = {
  id: 'authority.look',
  command: 'answerLookQuestion',
  path: '/opslag',
  of: '/aktindsigt',
  title: (c) => accessWords(c.language).lookTitle,
  button: (c) => accessWords(c.language).lookButton,
  fields: (c, errors) => {
    const t = accessWords(c.language)
    const open = c.case.file.lookQuestions.filter((one) => one.answered === undefined)
    if (open.length === 0) return <Alert kind="info">{t.noLooks}</Alert>
    return (
      <>
        <p>{t.lookLead}</p>
        <p>
          <a href={`/myndighed/sager/${c.case.file.caseNumber}/log`}>{t.toLog}</a>
        </p>
        <Select
          name="questionId"
          label={t.lookTitle}
          options={open.map((one) => ({ value: one.questionId, label: `${one.look}: ${one.words}` }))}
          value={c.form.text('questionId')}
          errors={errors}
        />
        <Radios
          name="justified"
          label={t.justified}
          options={[
            { value: 'yes', label: t.yes },
            { value: 'no', label: t.no },
          ]}
          value={c.form.text('justified')}
          errors={errors}
        />
        <TextArea name="answer" label={t.correctionAnswer} value={c.form.text('answer')} errors={errors} />
      </>
    )
  },
  input: (c) => ({
    questionId: c.form.text('questionId'),
    justified: { yes: true, no: false }[c.form.text('justified') ?? ''],
    answer: c.form.text('answer'),
  }),
}
