/**
 * The file that access is given by: one ordered document with a list in front, each paper with what the citizen says is
 * wrong beside it, and the same as data. Made of what is given alone: what is left out is in neither. What was recorded of
 * the days at a place is no paper and keeps nothing back: it goes with the whole case, and with parts where it is asked for.
 */

import { instantOf } from '../domain/attendance/fact.ts'
import { type Paper, papersOf } from '../domain/case/access-request/papers.ts'
import type { AccessRequest } from '../domain/case/case-file.ts'
import { getDay } from '../domain/time/calendar-day.ts'
import { daysInWords, openingWords, papersInWords, type RecordedDay } from '../letters/compose/access-file.ts'
import type { LetterSection } from '../letters/letter-content.ts'
import { readLetterSnapshot } from '../letters/letter-snapshot.ts'
import { attendanceOfOrders } from '../store/attendance.ts'
import { read } from '../store/connection.ts'
import { findDocument, hashOfBytes } from '../store/documents.ts'
import { getMunicipality, type House } from './house.ts'
import type { LoadedCase } from './load-case.ts'
import { peopleFor } from './people.ts'
import type { Asking } from './perform.ts'
import { printed, type WrittenDocument } from './write-letters.ts'

export type AccessFile = { readonly file: WrittenDocument; readonly data?: WrittenDocument }

export type Giving = {
  readonly request: AccessRequest
  /** The papers, by key. */
  readonly given: readonly string[]
  /** Whether the days at a place go with it. */
  readonly days: boolean
}

export async function writeAccessFile(
  house: House,
  asking: Asking,
  loaded: LoadedCase,
  { request, given, days }: Giving,
): Promise<AccessFile> {
  const { file, caseId } = loaded
  const chosen = new Set(given)
  const papers = papersOf(file).filter((p) => chosen.has(p.key))
  const letters = await lettersOf(house, asking, loaded, papers)
  const attended = days ? await attendanceOf(house, asking, loaded) : undefined
  const recipients = [file.personId]
  const people = await peopleFor(house, asking, { caseId, file }, [{ recipients }])
  const inputs = printed(house, asking, file, people, {
    recipients,
    contact: file.caseworker,
    compose: () => ({
      kind: 'accessFile',
      language: 'da',
      ...openingWords(file.caseNumber, papers),
      enclosures: [
        ...(papersInWords(papers, file.corrections, letters) ?? []),
        ...(attended ? [daysInWords(attended)] : []),
      ],
    }),
  })
  const pdf = documentOf(
    await house.renderPdf(inputs),
    'application/pdf',
    `aktindsigt-${file.caseNumber}.pdf`,
  )
  if (!request.rights.includes('dataProtection')) return { file: pdf }
  const { texts } = getMunicipality(house, asking.municipality)
  const data = {
    format: 'hverdag-access/1',
    caseNumber: file.caseNumber,
    requestedOn: request.on,
    madeOn: asking.today,
    processing: texts.privacyNotice.da,
    papers,
    ...(attended && { attendance: attended }),
    corrections: file.corrections
      .filter((c) => c.key === undefined || chosen.has(c.key))
      .map(({ on, key, wrong, answered }) => ({
        on,
        key,
        wrong,
        ...(answered && { answeredOn: answered.on, outcome: answered.outcome, answer: answered.answer }),
      })),
  }
  const bytes = new TextEncoder().encode(`${JSON.stringify(data, null, 2)}\n`)
  return { file: pdf, data: documentOf(bytes, 'application/json', `aktindsigt-${file.caseNumber}.json`) }
}

const documentOf = (bytes: Uint8Array, mediaType: string, name: string): WrittenDocument => ({
  hash: hashOfBytes(bytes),
  mediaType,
  name,
  bytes,
})

/** What was recorded of the days, oldest first, without who wrote it down: that stands in the access log. */
async function attendanceOf(
  house: House,
  { municipality }: Asking,
  { file }: LoadedCase,
): Promise<readonly RecordedDay[]> {
  const scope = { municipality, viewer: { kind: 'command' } } as const
  const orders = file.orders.map(({ orderId }) => orderId)
  const facts = await read(house.db, scope, (tx) => attendanceOfOrders(tx, orders, file.received.on, never))
  return facts
    .toSorted((a, b) => a.day.localeCompare(b.day) || instantOf(a) - instantOf(b))
    .map(({ factId, day, kind, part, reason, saidBy, lateBy, at, refersTo, text }) => ({
      ...{ factId, day, kind, part, reason, saidBy, lateBy, at, refersTo, text },
    }))
}

const never = getDay('9999-12-31')

/** What our own letters say, from the snapshot that each was printed from. */
async function lettersOf(
  house: House,
  { municipality }: Asking,
  { file, caseId }: LoadedCase,
  papers: readonly Paper[],
): Promise<ReadonlyMap<string, { readonly title: string; readonly sections: readonly LetterSection[] }>> {
  const scope = { municipality, viewer: { kind: 'command' } } as const
  const found = await read(house.db, scope, (tx) =>
    Promise.all(
      papers.map(async ({ key, letterId }) => {
        const letter = file.letters.find((l) => l.letterId === letterId)
        const stored = letter && (await findDocument(tx, caseId, letter.inputs))
        return stored ? ([[key, readLetterSnapshot(stored.bytes).content]] as const) : []
      }),
    ),
  )
  return new Map(found.flat().map(([key, { title, sections }]) => [key, { title, sections }]))
}
