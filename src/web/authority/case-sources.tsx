/** Where what we know about a case stands: the citizen's own words, what others have told, documents and notes. */

import type { CaseFile } from '../../domain/case/case-file.ts'
import type { DocumentHash } from '../../domain/identity.ts'
import { read } from '../../store/connection.ts'
import { listDocuments } from '../../store/documents.ts'
import { applicationMessages } from '../citizen/application-messages.ts'
import { plainDay } from '../i18n/dates.ts'
import { defineMessages, type Language } from '../i18n/messages.ts'
import type { CaseContext } from '../platform/context.ts'
import type { Option } from '../ui/fields.tsx'
import { caseHref } from './case-address.ts'

const words = defineMessages({
  da: {
    title: 'Det ved vi',
    own: 'Borgerens egne ord',
    difficulties: 'Det er svært',
    wishes: 'Ønsker',
    diagnosis: 'Diagnoser (frivilligt)',
    told: 'Det har andre fortalt',
    notes: 'Notater',
    answers: 'Borgerens svar på partshøring',
    documents: 'Dokumenter',
    document: 'Se dokumentet',
    adverse: 'Taler imod borgeren',
    nothing: 'Der står ikke noget i sagen endnu. Begynd med at oplyse den.',
    note: (day: string, text: string) => `Notat ${day}: ${text}`,
    sources: {
      citizen: 'Borgeren',
      doctor: 'Lægen',
      hospital: 'Sygehuset',
      residence: 'Bostedet',
      currentOffer: 'Nuværende tilbud',
      jobCentre: 'Jobcenteret',
      otherAuthority: 'Anden myndighed',
      relative: 'Pårørende',
    },
  },
  en: {
    title: 'What we know',
    own: 'The citizen’s own words',
    difficulties: 'What is difficult',
    wishes: 'Wishes',
    diagnosis: 'Diagnoses (optional)',
    told: 'What others have told',
    notes: 'Notes',
    answers: 'The citizen’s answer to the party hearing',
    documents: 'Documents',
    document: 'See the document',
    adverse: 'Adverse to the citizen',
    nothing: 'There is nothing in the case yet. Begin by informing it.',
    note: (day: string, text: string) => `Note ${day}: ${text}`,
    sources: {
      citizen: 'The citizen',
      doctor: 'The doctor',
      hospital: 'The hospital',
      residence: 'The residence',
      currentOffer: 'The current provider',
      jobCentre: 'The job centre',
      otherAuthority: 'Another authority',
      relative: 'A relative',
    },
  },
})

export type CaseDocument = { readonly hash: DocumentHash; readonly name: string }

/** The documents that something can rest on: what came in and was written down, and not our own letters. */
export async function documentsOfCase(c: CaseContext): Promise<readonly CaseDocument[]> {
  const { file, caseId } = c.case
  const stored = await read(c.house.db, c.scope, (tx) => listDocuments(tx, caseId))
  const written = [...file.letters, ...file.requests.flatMap((r) => r.letters)]
  const letters = new Set<string>(written.flatMap((l) => [l.document, l.inputs]))
  return stored
    .filter((d) => !letters.has(d.hash))
    .map(({ hash, name }) => ({
      hash,
      name: file.documents.find((d) => d.document === hash)?.subject ?? name,
    }))
}

export const documentOptions = (documents: readonly CaseDocument[]): readonly Option[] =>
  documents.map(({ hash, name }) => ({ value: hash, label: name }))

const begun = (text: string): string => (text.length > 60 ? `${text.slice(0, 57).trimEnd()}…` : text)

export const noteOptions = (file: CaseFile, language: Language): readonly Option[] =>
  file.notes.map((note) => ({
    value: String(note.seq),
    label: words(language).note(plainDay(note.on, language), begun(note.text)),
  }))

export type Source = {
  readonly title: string
  readonly text: string
  readonly document?: string | undefined
  readonly adverse?: boolean
}
export type SourceGroup = { readonly title: string; readonly sources: readonly Source[] }

/** What the case holds, group by group; groups with nothing in them are left out. */
export function presentSources(file: CaseFile, language: Language): readonly SourceGroup[] {
  const t = words(language)
  const form = applicationMessages(language)
  const named = (codes: readonly string[], names: Readonly<Record<string, string>>, inWords?: string) =>
    [codes.map((code) => names[code] ?? code).join(', '), inWords].filter(Boolean).join('\n')
  const { answers } = file
  const own = [
    {
      title: t.difficulties,
      text: named(answers.difficulties, form.hardOptions, answers.difficultiesInWords),
    },
    { title: t.wishes, text: named(answers.wishes, form.wishOptions, answers.wishesInWords) },
    { title: t.diagnosis, text: answers.diagnosisInWords ?? '' },
  ]
  const told = file.information.map((i) => ({
    title: `${t.sources[i.source]}, ${plainDay(i.on, language)}`,
    text: i.summary,
    document: i.document,
    adverse: i.adverse,
  }))
  const heard = file.proceedings
    .flatMap((p) => p.hearings)
    .flatMap(({ answered }) =>
      answered
        ? [
            {
              title: plainDay(answered.on, language),
              text: [...answered.answers.map((a) => a.inWords), answered.remark].filter(Boolean).join('\n'),
            },
          ]
        : [],
    )
  const notes = file.notes.map((n) => ({ title: plainDay(n.on, language), text: n.text }))
  return [
    { title: t.own, sources: own },
    { title: t.answers, sources: heard },
    { title: t.told, sources: told },
    { title: t.notes, sources: notes },
  ]
    .map((group) => ({ ...group, sources: group.sources.filter((source) => source.text !== '') }))
    .filter((group) => group.sources.length > 0)
}

export function Sources({
  c,
  documents,
}: {
  readonly c: CaseContext
  readonly documents: readonly CaseDocument[]
}) {
  const t = words(c.language)
  const groups = presentSources(c.case.file, c.language)
  return (
    <section class="hv-sources" aria-label={t.title} tabindex={0}>
      <h2>{t.title}</h2>
      {groups.length === 0 && documents.length === 0 && <p>{t.nothing}</p>}
      {groups.map((group) => (
        <>
          <h3>{group.title}</h3>
          {group.sources.map((source) => (
            <div class="hv-source">
              <p class="hv-when">
                {source.title} {source.adverse && <span class="tag">{t.adverse}</span>}
              </p>
              <p class="hv-pre">{source.text}</p>
              {source.document && <a href={caseHref(c, `/dokumenter/${source.document}`)}>{t.document}</a>}
            </div>
          ))}
        </>
      ))}
      {documents.length > 0 && (
        <>
          <h3>{t.documents}</h3>
          <ul>
            {documents.map((d) => (
              <li>
                <a href={caseHref(c, `/dokumenter/${d.hash}`)}>{d.name}</a>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
