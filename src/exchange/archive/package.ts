/**
 * The package that an archive gets of a closed case: tables, documents, and a description of every table, column and code
 * in Danish, with a checksum of each file. Plain text in a plain zip, so that nothing of ours is needed to read it. The same
 * case gives the same bytes: nothing is compressed, no clock is read, and every order is fixed.
 */
import { createHash } from 'node:crypto'
import { strToU8, zipSync } from 'fflate'
import type { CaseFile } from '../../domain/case/case-file.ts'
import { type CaseEventType, caseEventTypes } from '../../domain/case/events.ts'
import { retentionEvents } from '../../domain/case/retention/events.ts'
import type { DocumentHash } from '../../domain/identity.ts'
import { toCsv } from './csv.ts'
import { codeLines, fieldLines } from './described.ts'
import {
  type ArchivedEvent,
  type AttendanceRow,
  attendanceTable,
  caseTable,
  contentTable,
  type DocumentRow,
  documentTable,
  eventTable,
  type PersonRow,
  pathOf,
  personTable,
  type RideRow,
  rideTable,
  type StaffRow,
  staffTable,
  type Table,
} from './tables.ts'

export type PackageContents = {
  readonly municipality: { readonly code: string; readonly name: string }
  readonly caseId: string
  readonly file: CaseFile
  readonly history: readonly ArchivedEvent[]
  readonly persons: readonly PersonRow[]
  readonly staff: readonly StaffRow[]
  readonly attendance: readonly AttendanceRow[]
  readonly rides: readonly RideRow[]
  readonly documents: readonly DocumentRow[]
}

export type ArchivePackage = {
  readonly bytes: Uint8Array
  /** SHA-256 of the bytes. */
  readonly hash: DocumentHash
  /** The last event that is in it. */
  readonly through: number
  readonly name: string
}

/** What is said about the keeping is no part of what is kept: recording the delivery does not change the package. */
const delivered = (history: readonly ArchivedEvent[]): readonly ArchivedEvent[] =>
  history.filter(({ type }) => !Object.hasOwn(retentionEvents, type))

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** Zip knows no time zone: the first instant that it can tell. */
const noTime = new Date(1980, 0, 1)

/** `eventNames`: what each type of event is called in Danish. */
export function archivePackage(
  contents: PackageContents,
  eventNames: Readonly<Record<CaseEventType, string>>,
): ArchivePackage {
  const { file, history } = contents
  const events = delivered(history)
  const documents = contents.documents.toSorted((a, b) => (a.hash < b.hash ? -1 : 1))
  const tables: readonly Table[] = [
    caseTable(contents.municipality, contents.caseId, file),
    eventTable(events),
    contentTable(events),
    personTable(contents.persons),
    staffTable(contents.staff),
    attendanceTable(contents.attendance),
    rideTable(contents.rides),
    documentTable(documents),
  ]
  const files: Record<string, Uint8Array> = {
    'LAES-MIG.txt': strToU8(readMe(contents, tables)),
    'tabeller.csv': strToU8(
      toCsv([
        ['tabel', 'kolonne', 'betydning'],
        ...tables.flatMap((t) => [[t.name, '', t.about], ...t.columns.map((c) => [t.name, c.name, c.about])]),
      ]),
    ),
    'felter.csv': strToU8(toCsv([['type', 'felt', 'form', 'betydning', 'koder'], ...fieldLines()])),
    'koder.csv': strToU8(
      toCsv([
        ['kode', 'betydning'],
        ...caseEventTypes.map((type) => [type, eventNames[type]]),
        ...codeLines(),
      ]),
    ),
  }
  for (const t of tables)
    files[`tabeller/${t.name}.csv`] = strToU8(toCsv([t.columns.map(({ name }) => name), ...t.rows]))
  for (const document of documents) files[pathOf(document)] = document.bytes
  const sums = Object.entries(files)
    .map(([name, bytes]) => `${sha256(bytes)}  ${name}\n`)
    .join('')
  const bytes = zipSync({ ...files, 'sha256.txt': strToU8(sums) }, { level: 0, mtime: noTime })
  return {
    bytes,
    hash: sha256(bytes) as DocumentHash,
    through: file.retention.lastOther.seq,
    name: `sag-${file.caseNumber}.zip`,
  }
}

const readMe = ({ municipality, file }: PackageContents, tables: readonly Table[]): string =>
  `Sag ${file.caseNumber}, ${municipality.name} (${municipality.code})

Pakken er en lukket sag om aktivitets- og samværstilbud (serviceloven § 104), som den står i systemet Hverdag.
Den kan læses uden systemet. Alle tabeller er tekst i UTF-8 med komma mellem felterne, anførselstegn om hvert felt
og linjeskift efter RFC 4180. Dage er skrevet åååå-mm-dd. Tidspunkter er i UTC efter ISO 8601.

tabeller.csv   hver tabel og hver kolonne, og hvad de betyder
felter.csv     hvert felt i hændelsernes indhold; * står for pladsen i en liste
koder.csv      hver kode, og hvad den betyder
sha256.txt     kontrolsummen af hver fil (SHA-256)
dokumenter/    sagens dokumenter; hver fil hedder det, som dens kontrolsum er

${tables.map((t) => `tabeller/${t.name}.csv: ${t.rows.length}. ${t.about}`).join('\n')}

Beskyttede adresser er ikke med. Hvem der har slået op i sagen, er ikke med: loggen hører til systemet og ikke til sagen.
`
