/** Documents: the letters, what was received and sent, and its registration with date, direction and subject (OFL § 15). */
import { DocumentHash } from '../../domain/identity.ts'
import { read } from '../../store/connection.ts'
import { findDocument, listDocuments } from '../../store/documents.ts'
import { plainDay } from '../i18n/dates.ts'
import { defineMessages } from '../i18n/messages.ts'
import type { CaseContext } from '../platform/context.ts'
import { errorPage } from '../platform/error-page.tsx'
import { file as fileAnswer } from '../platform/respond.tsx'
import { documentsOf } from '../platform/uploads.ts'
import { dateOf } from '../ui/date-field.ts'
import { DateField, FileField, Form, Radios, Select, Submit, TextField } from '../ui/fields.tsx'
import { Table } from '../ui/parts.tsx'
import { act, noProblem, type Problem } from './act.ts'
import { caseHref } from './case-address.ts'
import { casePageOf } from './case-frame.tsx'
import { CaseLetters } from './case-letters.tsx'
import { sourceLetterName } from './source-letter.tsx'
import { sharedWords } from './words.ts'

const words = defineMessages({
  da: {
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
  },
  en: {
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
  },
})

export async function documents(c: CaseContext, problem: Problem = noProblem): Promise<Response> {
  const t = words(c.language)
  const s = sharedWords(c.language)
  const { file, caseId } = c.case
  const stored = (await read(c.house.db, c.scope, (tx) => listDocuments(tx, caseId))).filter(
    (d) => !d.name.endsWith('.json'),
  )
  const registered = new Map(file.documents.map((d) => [d.document, d]))
  const toSources = new Map(file.requests.flatMap((r) => r.letters.map((l) => [l.document, l])))
  const nameOf = ({ hash, name }: (typeof stored)[number]): string => {
    const letter = toSources.get(hash)
    const subject = registered.get(hash)?.subject
    if (letter === undefined) return subject ?? name
    return [sourceLetterName(letter.kind, c.language), subject].filter(Boolean).join(': ')
  }
  return casePageOf(
    c,
    s.documents,
    (people) => (
      <>
        <CaseLetters c={c} people={people} />
        <h2>{t.documents}</h2>
        <Table
          caption={t.documents}
          rows={stored.filter((d) => !file.letters.some((l) => l.document === d.hash))}
          empty={<p>{t.noDocuments}</p>}
          columns={[
            {
              heading: t.subject,
              title: t.subject,
              cell: (d) => <a href={caseHref(c, `/dokumenter/${d.hash}`)}>{nameOf(d)}</a>,
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
              // A letter to a source is registered when it is recorded as sent.
              .filter((d) => !registered.has(d.hash) && !toSources.has(d.hash))
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

export async function document(c: CaseContext): Promise<Response> {
  const hash = DocumentHash.safeParse(c.parameter('hash'))
  const found = hash.success
    ? await read(c.house.db, c.scope, (tx) => findDocument(tx, c.case.caseId, hash.data))
    : undefined
  return found ? fileAnswer(found.bytes, found.mediaType, found.name) : errorPage(c, 404)
}
