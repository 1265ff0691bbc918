/** Notes: what was said and done, written down at once, and marked when it was later (OFL § 13). */
import { noteKinds } from '../../domain/case/note/events.ts'
import { addWorkingDays } from '../../domain/time/working-days.ts'
import { plainDay } from '../i18n/dates.ts'
import { defineMessages } from '../i18n/messages.ts'
import type { CaseContext } from '../platform/context.ts'
import { dateOf } from '../ui/date-field.ts'
import { DateField, Form, Radios, Select, Submit, TextArea } from '../ui/fields.tsx'
import { Timeline } from '../ui/parts.tsx'
import { act, noProblem, type Problem } from './act.ts'
import { caseHref } from './case-address.ts'
import { casePageOf, termsFor } from './case-frame.tsx'
import { DraftButtons, draftHref, type KeptContext } from './kept-draft.tsx'
import { sharedWords } from './words.ts'

const words = defineMessages({
  da: {
    newNote: 'Nyt notat',
    kind: 'Hvad er det?',
    kinds: {
      phoneCall: 'Telefonsamtale',
      conversation: 'Samtale',
      observation: 'Iagttagelse',
      internal: 'Internt',
      step: 'Skridt i sagen',
    },
    with: 'Med hvem?',
    withs: {
      citizen: 'Borgeren',
      representative: 'Repræsentanten',
      provider: 'Tilbuddet',
      other: 'En anden',
      nobody: 'Ingen',
    },
    text: 'Hvad blev der sagt eller gjort?',
    save: 'Gem notat',
    late: (day: string) => `Skrevet for sent: ${day}`,
    noNotes: 'Ingen notater endnu.',
  },
  en: {
    newNote: 'New note',
    kind: 'What is it?',
    kinds: {
      phoneCall: 'Telephone call',
      conversation: 'Conversation',
      observation: 'Observation',
      internal: 'Internal',
      step: 'Step in the case',
    },
    with: 'With whom?',
    withs: {
      citizen: 'The citizen',
      representative: 'The representative',
      provider: 'The provider',
      other: 'Somebody else',
      nobody: 'Nobody',
    },
    text: 'What was said or done?',
    save: 'Save note',
    late: (day: string) => `Written late: ${day}`,
    noNotes: 'No notes yet.',
  },
})

export function notes(c: KeptContext, problem: Problem = noProblem): Promise<Response> {
  const t = words(c.language)
  const s = sharedWords(c.language)
  const { form } = c
  const limit = termsFor(c).parameters.noteWorkingDays
  return casePageOf(
    c,
    s.notes,
    ({ userName }) => (
      <>
        <h2>{t.newNote}</h2>
        <Form
          action={caseHref(c, '/noter')}
          csrf={c.csrf}
          commandId={form.commandId ?? c.house.newId()}
          draft={draftHref(c, 'notat')}
        >
          <TextArea name="text" label={t.text} value={form.text('text')} errors={problem.errors} />
          <Radios
            name="kind"
            label={t.kind}
            value={form.text('kind') ?? 'phoneCall'}
            errors={problem.errors}
            options={noteKinds.map((kind) => ({ value: kind, label: t.kinds[kind] }))}
          />
          <Select
            name="with"
            label={t.with}
            value={form.text('with') ?? 'citizen'}
            errors={problem.errors}
            options={(['citizen', 'representative', 'provider', 'other', 'nobody'] as const).map((w) => ({
              value: w,
              label: t.withs[w],
            }))}
          />
          <DateField
            name="happenedOn"
            label={s.happenedOn}
            value={c.today}
            typed={form.values}
            errors={problem.errors}
            language={c.language}
          />
          <Submit>{t.save}</Submit>
          <DraftButtons c={c} form="notat" />
        </Form>
        {c.case.file.notes.length === 0 ? (
          <p>{t.noNotes}</p>
        ) : (
          <Timeline
            happenings={[...c.case.file.notes].reverse().map((note) => ({
              when: plainDay(note.on, c.language),
              what: (
                <>
                  <strong>
                    {t.kinds[note.kind]} ({t.withs[note.with]})
                  </strong>
                  <p class="hv-pre">{note.text}</p>
                  {note.recordedOn > addWorkingDays(note.on, limit) && (
                    <p class="tag">{t.late(plainDay(note.recordedOn, c.language))}</p>
                  )}
                </>
              ),
              by: note.actor.kind === 'staff' ? userName(note.actor.userId) : undefined,
            }))}
          />
        )}
      </>
    ),
    problem,
  )
}

export function writeNote(c: CaseContext): Promise<Response> {
  const { form } = c
  const input = {
    kind: form.text('kind'),
    text: form.text('text'),
    with: form.text('with'),
    happenedOn: dateOf(form, 'happenedOn'),
  }
  return act(c, 'recordNote', input, {
    again: (p) => notes(c, p),
    to: caseHref(c, '/noter'),
    draft: 'notat',
  })
}
