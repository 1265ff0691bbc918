/** An answer to a party hearing that came by telephone, letter, e-mail or in person, point by point. */

import { channels } from '../../domain/case/application/events.ts'
import type { Hearing } from '../../domain/case/case-file.ts'
import { answerOf } from '../../domain/case/hearing/answer.ts'
import { defineMessages } from '../i18n/messages.ts'
import type { CaseContext } from '../platform/context.ts'
import { dateOf } from '../ui/date-field.ts'
import { DateField, FileField, Radios, TextArea } from '../ui/fields.tsx'
import { Alert } from '../ui/parts.tsx'
import type { FormPage } from './form-page.tsx'
import { WhoAnswered } from './who-answered.tsx'

const words = defineMessages({
  da: {
    title: 'Registrér svar på partshøring',
    save: 'Gem svaret',
    none: 'Der er ingen partshøring, der mangler svar.',
    channel: 'Hvordan kom svaret?',
    channels: { phone: 'Telefon', letter: 'Brev', email: 'E-mail', inPerson: 'Fremmøde' },
    answeredOn: 'Hvilken dag kom svaret?',
    point: (n: number) => `Punkt ${n}: hvad siger borgeren?`,
    agrees: 'Enig',
    disagrees: 'Uenig',
    silent: 'Siger ikke noget om det',
    inWords: (n: number) => `Punkt ${n} med borgerens ord`,
    remark: 'Andet, borgeren siger',
    remarkHint: 'Et mundtligt svar bliver skrevet som notat med det samme (notatpligt).',
    file: 'Brev eller bilag',
  },
  en: {
    title: 'Register the answer to a party hearing',
    save: 'Save the answer',
    none: 'There is no party hearing without an answer.',
    channel: 'How did the answer come?',
    channels: { phone: 'Telephone', letter: 'Letter', email: 'E-mail', inPerson: 'In person' },
    answeredOn: 'On which day did the answer come?',
    point: (n: number) => `Point ${n}: what does the citizen say?`,
    agrees: 'Agrees',
    disagrees: 'Disagrees',
    silent: 'Says nothing about it',
    inWords: (n: number) => `Point ${n} in the citizen’s words`,
    remark: 'Anything else the citizen says',
    remarkHint: 'An oral answer is written down as a note at once (duty to note).',
    file: 'Letter or enclosure',
  },
})

/** The hearing that the form is about: the one asked for, otherwise the oldest that the citizen has not answered. */
function hearingOf(c: CaseContext): Hearing | undefined {
  const open = c.case.file.proceedings.flatMap((p) => p.hearings).filter((h) => !answerOf(h, 'citizen'))
  const id = c.form.text('hearingId') ?? c.query.get('id')
  return open.find((h) => h.hearingId === id) ?? open[0]
}

export const hearingAnswerPage: FormPage = {
  id: 'authority.hearing-answer',
  command: 'answerHearing',
  path: '/hoering/svar',
  of: '/hoering',
  files: 'attachments',
  title: (c) => words(c.language).title,
  button: (c) => words(c.language).save,
  fields: (c, errors) => {
    const t = words(c.language)
    const { form } = c
    const hearing = hearingOf(c)
    if (hearing === undefined) return <Alert kind="info">{t.none}</Alert>
    return (
      <>
        <input type="hidden" name="hearingId" value={hearing.hearingId} />
        <Radios
          name="channel"
          label={t.channel}
          value={form.text('channel')}
          errors={errors}
          options={channels.flatMap((ch) => (ch === 'web' ? [] : [{ value: ch, label: t.channels[ch] }]))}
        />
        <WhoAnswered c={c} errors={errors} />
        <DateField
          name="answeredOn"
          label={t.answeredOn}
          value={c.today}
          typed={form.values}
          errors={errors}
          language={c.language}
        />
        {hearing.paragraphs.map((paragraph, index) => (
          <>
            <p class="hv-pre hv-quote">{paragraph}</p>
            <Radios
              name={`agrees-${index}`}
              label={t.point(index + 1)}
              value={form.text(`agrees-${index}`) ?? 'silent'}
              errors={errors}
              options={[
                { value: 'yes', label: t.agrees },
                { value: 'no', label: t.disagrees },
                { value: 'silent', label: t.silent },
              ]}
            />
            <TextArea
              name={`words-${index}`}
              label={t.inWords(index + 1)}
              rows={2}
              value={form.text(`words-${index}`)}
              errors={errors}
            />
          </>
        ))}
        <TextArea
          name="remark"
          label={t.remark}
          hint={t.remarkHint}
          value={form.text('remark')}
          errors={errors}
        />
        <FileField
          name="attachments"
          label={t.file}
          errors={errors}
          accept="application/pdf,image/jpeg,image/png"
          multiple
        />
      </>
    )
  },
  input: (c, uploaded) => {
    const { form } = c
    const hearing = hearingOf(c)
    return {
      hearingId: form.text('hearingId'),
      by: form.text('by'),
      channel: form.text('channel'),
      answeredOn: dateOf(form, 'answeredOn'),
      answers: (hearing?.paragraphs ?? []).flatMap((_, paragraph) => {
        const agrees = form.text(`agrees-${paragraph}`)
        const inWords = form.text(`words-${paragraph}`)
        if (agrees !== 'yes' && agrees !== 'no' && inWords === undefined) return []
        // What is said about a point without a yes to it is taken as a no: it is then weighed.
        return [{ paragraph, agrees: agrees === 'yes', inWords }]
      }),
      remark: form.text('remark'),
      attachments: uploaded.map(({ hash }) => hash),
    }
  },
}
