/** The file itself: notes, everything that happened, documents and letters, and who has looked. */

import { noteKinds } from '../../domain/case/note/events.ts'
import { DocumentHash } from '../../domain/identity.ts'
import { addWorkingDays } from '../../domain/time/working-days.ts'
import { looksAtCase } from '../../store/access-log.ts'
import { listOpenings } from '../../store/case-openings.ts'
import { read } from '../../store/connection.ts'
import { findDocument, listDocuments } from '../../store/documents.ts'
import { caseMessages } from '../citizen/case-messages.ts'
import { dayAndTime, plainDay } from '../i18n/dates.ts'
import { defineMessages } from '../i18n/messages.ts'
import type { CaseContext } from '../platform/context.ts'
import { errorPage } from '../platform/error-page.tsx'
import { file as fileAnswer } from '../platform/respond.tsx'
import { dateOf } from '../ui/date-field.ts'
import { DateField, FileField, Form, Radios, Select, Submit, TextArea, TextField } from '../ui/fields.tsx'
import { Alert, Table, Timeline } from '../ui/parts.tsx'
import { act, documentsOf, noProblem, type Problem } from './act.ts'
import { caseHref, casePageOf, termsFor } from './case-frame.tsx'
import { eventInWords } from './event-words.ts'
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
    letters: 'Breve',
    kindOf: 'Brev',
    to: 'Til',
    state: 'Hvor er det?',
    states: {
      queued: 'Ikke afsendt endnu',
      dispatched: (day: string) => `Afsendt ${day}`,
      delivered: (day: string) => `Modtaget ${day}`,
      failed: (reason: string) => `Nåede ikke frem: ${reason}`,
      handled: (how: string) => `Håndteret: ${how}`,
    },
    handle: 'Håndtér',
    hows: {
      resentDigitally: 'Send igen digitalt',
      sentOnPaper: 'Send på papir',
      handedOver: 'Afleveret personligt',
      noLongerNeeded: 'Ikke længere nødvendigt',
    },
    how: 'Hvad gør du?',
    remark: 'Bemærkning',
    done: 'Gem',
    documents: 'Dokumenter',
    noDocuments: 'Ingen dokumenter endnu.',
    subject: 'Emne',
    direction: 'Retning',
    directions: { received: 'Modtaget', sent: 'Sendt', internal: 'Internt' },
    party: 'Fra eller til',
    date: 'Dato',
    register: 'Journalisér dokument',
    registerFile: 'Fil',
    notRegistered: 'Ikke journaliseret endnu',
    existing: 'Dokument i sagen',
    chooseFile: 'Vælg en fil, eller vælg et dokument i sagen.',
    open: 'Åbn',
    who: 'Hvem',
    what: 'Side',
    reason: 'Begrundelse',
    when: 'Hvornår',
    refused: 'afvist',
    noLooks: 'Ingen har set sagen endnu.',
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
    letters: 'Letters',
    kindOf: 'Letter',
    to: 'To',
    state: 'Where is it?',
    states: {
      queued: 'Not dispatched yet',
      dispatched: (day: string) => `Dispatched ${day}`,
      delivered: (day: string) => `Received ${day}`,
      failed: (reason: string) => `Did not arrive: ${reason}`,
      handled: (how: string) => `Handled: ${how}`,
    },
    handle: 'Handle',
    hows: {
      resentDigitally: 'Send again digitally',
      sentOnPaper: 'Send on paper',
      handedOver: 'Handed over in person',
      noLongerNeeded: 'No longer needed',
    },
    how: 'What do you do?',
    remark: 'Remark',
    done: 'Save',
    documents: 'Documents',
    noDocuments: 'No documents yet.',
    subject: 'Subject',
    direction: 'Direction',
    directions: { received: 'Received', sent: 'Sent', internal: 'Internal' },
    party: 'From or to',
    date: 'Date',
    register: 'Register document',
    registerFile: 'File',
    notRegistered: 'Not registered yet',
    existing: 'Document in the case',
    chooseFile: 'Choose a file, or choose a document in the case.',
    open: 'Open',
    who: 'Who',
    what: 'Page',
    reason: 'Reason',
    when: 'When',
    refused: 'refused',
    noLooks: 'Nobody has looked at the case yet.',
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

export function timeline(c: CaseContext): Promise<Response> {
  const s = sharedWords(c.language)
  return casePageOf(c, s.timeline, ({ userName }) => (
    <Timeline
      happenings={[...c.case.history].reverse().map((event) => ({
        when: plainDay(event.occurredOn, c.language),
        what: <span class="hv-pre">{eventInWords(event, c.municipality, c.language)}</span>,
        by: event.actor.kind === 'staff' ? s.by(userName(event.actor.userId)) : undefined,
      }))}
    />
  ))
}

export async function documents(c: CaseContext, problem: Problem = noProblem): Promise<Response> {
  const t = words(c.language)
  const s = sharedWords(c.language)
  const { file, caseId } = c.case
  const stored = (await read(c.house.db, c.scope, (tx) => listDocuments(tx, caseId))).filter(
    (d) => !d.name.endsWith('.json'),
  )
  const registered = new Map(file.documents.map((d) => [d.document, d]))
  const letterNames = caseMessages(c.language).letters
  const copies = [...file.letters]
    .reverse()
    .flatMap((letter) => letter.copies.map((copy) => ({ letter, copy })))
  return casePageOf(
    c,
    s.documents,
    ({ personName }) => (
      <>
        <h2>{t.letters}</h2>
        <Table
          caption={t.letters}
          rows={copies}
          empty={<p>{t.noDocuments}</p>}
          columns={[
            {
              heading: t.kindOf,
              title: t.kindOf,
              cell: ({ letter }) => (
                <a href={caseHref(c, `/dokumenter/${letter.document}`)}>
                  {letterNames[letter.kind]} {plainDay(letter.on, c.language)}
                </a>
              ),
            },
            { heading: t.to, title: t.to, cell: ({ copy }) => personName(copy.recipient) },
            {
              heading: t.state,
              title: t.state,
              cell: ({ letter, copy }) => {
                if (copy.delivered) return t.states.delivered(plainDay(copy.delivered.on, c.language))
                if (copy.failed && copy.handled) {
                  const how = (Object.keys(t.hows) as (keyof typeof t.hows)[]).find(
                    (h) => h === copy.handled?.how,
                  )
                  return t.states.handled(how ? t.hows[how] : '')
                }
                if (!copy.failed)
                  return copy.dispatched
                    ? t.states.dispatched(plainDay(copy.dispatched.on, c.language))
                    : t.states.queued
                return (
                  <>
                    <Alert kind="error">{t.states.failed(copy.failed.reason)}</Alert>
                    <Form action={caseHref(c, '/dokumenter/brev')} csrf={c.csrf} commandId={c.house.newId()}>
                      <input type="hidden" name="letterId" value={letter.letterId} />
                      <input type="hidden" name="recipient" value={copy.recipient} />
                      <Select
                        name="how"
                        label={t.how}
                        options={(Object.keys(t.hows) as (keyof typeof t.hows)[]).map((how) => ({
                          value: how,
                          label: t.hows[how],
                        }))}
                      />
                      <TextField name="remark" label={t.remark} />
                      <Submit>{t.done}</Submit>
                    </Form>
                  </>
                )
              },
            },
          ]}
        />
        <h2>{t.documents}</h2>
        <Table
          caption={t.documents}
          rows={stored.filter((d) => !file.letters.some((l) => l.document === d.hash))}
          empty={<p>{t.noDocuments}</p>}
          columns={[
            {
              heading: t.subject,
              title: t.subject,
              cell: (d) => (
                <a href={caseHref(c, `/dokumenter/${d.hash}`)}>{registered.get(d.hash)?.subject ?? d.name}</a>
              ),
            },
            {
              heading: t.direction,
              title: t.direction,
              cell: (d) => {
                const direction = registered.get(d.hash)?.direction
                return direction ? t.directions[direction] : t.notRegistered
              },
            },
            {
              heading: t.date,
              title: t.date,
              cell: (d) => {
                const entry = registered.get(d.hash)
                return entry ? plainDay(entry.on, c.language) : '–'
              },
            },
          ]}
        />
        <h2>{t.register}</h2>
        <Form action={caseHref(c, '/dokumenter')} csrf={c.csrf} commandId={c.house.newId()} files>
          <Select
            name="document"
            label={t.existing}
            value={c.form.text('document')}
            errors={problem.errors}
            empty=""
            options={stored
              .filter((d) => !registered.has(d.hash))
              .map((d) => ({ value: d.hash, label: d.name }))}
          />
          <FileField
            name="fil"
            label={t.registerFile}
            errors={problem.errors}
            accept="application/pdf,image/jpeg,image/png"
          />
          <TextField
            name="subject"
            label={t.subject}
            value={c.form.text('subject')}
            errors={problem.errors}
          />
          <TextField name="party" label={t.party} value={c.form.text('party')} errors={problem.errors} />
          <Radios
            name="direction"
            label={t.direction}
            value={c.form.text('direction') ?? 'received'}
            options={(['received', 'sent', 'internal'] as const).map((d) => ({
              value: d,
              label: t.directions[d],
            }))}
          />
          <DateField
            name="happenedOn"
            label={t.date}
            value={c.today}
            typed={c.form.values}
            errors={problem.errors}
            language={c.language}
          />
          <Submit look="secondary">{t.register}</Submit>
        </Form>
      </>
    ),
    problem,
  )
}

export async function registerDocument(c: CaseContext): Promise<Response> {
  const { form } = c
  const uploads = documentsOf(c, 'fil')
  if ('errors' in uploads) return documents(c, uploads)
  const document = uploads.documents[0]?.hash ?? form.text('document')
  if (document === undefined) return documents(c, { errors: { document: words(c.language).chooseFile } })
  const input = {
    document,
    direction: form.text('direction'),
    subject: form.text('subject'),
    party: form.text('party') ?? '',
    happenedOn: dateOf(form, 'happenedOn'),
  }
  return act(c, 'registerDocument', input, {
    again: (p) => documents(c, p),
    to: caseHref(c, '/dokumenter'),
    documents: uploads.documents,
  })
}

/** A failed letter is dealt with; sent again, it goes out by a job that the command itself puts in the queue. */
export function handleFailure(c: CaseContext): Promise<Response> {
  const { form } = c
  const input = {
    letterId: form.text('letterId'),
    recipient: form.text('recipient'),
    how: form.text('how'),
    remark: form.text('remark'),
  }
  return act(c, 'handleLetterFailure', input, {
    again: (p) => documents(c, p),
    to: caseHref(c, '/dokumenter'),
  })
}

export async function document(c: CaseContext): Promise<Response> {
  const hash = DocumentHash.safeParse(c.parameter('hash'))
  const found = hash.success
    ? await read(c.house.db, c.scope, (tx) => findDocument(tx, c.case.caseId, hash.data))
    : undefined
  return found ? fileAnswer(found.bytes, found.mediaType, found.name) : errorPage(c, 404)
}

export async function log(c: CaseContext): Promise<Response> {
  const t = words(c.language)
  const s = sharedWords(c.language)
  const [looks, openings] = await read(c.house.db, c.scope, (tx) =>
    Promise.all([looksAtCase(tx, c.case.caseId, 300), listOpenings(tx, c.case.caseId)]),
  )
  return casePageOf(c, s.log, ({ userName, personName }) => (
    <Table
      caption={s.log}
      rows={looks}
      empty={<p>{t.noLooks}</p>}
      columns={[
        { heading: t.when, title: t.when, cell: (l) => dayAndTime(l.at, c.language) },
        {
          heading: t.who,
          title: t.who,
          cell: (l) =>
            l.actor.kind === 'staff'
              ? userName(l.actor.userId)
              : l.actor.kind === 'citizen'
                ? `${personName(l.actor.personId)}${l.onBehalfOf ? ` → ${personName(l.onBehalfOf)}` : ''}`
                : l.actor.name,
        },
        {
          heading: t.what,
          title: t.what,
          cell: (l) => `${l.route}${l.outcome === 'refused' ? ` (${t.refused})` : ''}`,
        },
        {
          heading: t.reason,
          title: t.reason,
          cell: (l) =>
            l.purpose ??
            openings.find(
              (o) =>
                l.actor.kind === 'staff' &&
                o.userId === l.actor.userId &&
                o.openedAt <= l.at &&
                l.at <= o.until,
            )?.reason ??
            '–',
        },
      ]}
    />
  ))
}
