/**
 * The file that access is given by: one ordered document with a list in front, each paper with what the citizen says is
 * wrong beside it, and the same as data. Made of what is given alone: what is left out is in neither.
 */

import { type Paper, papersOf } from '../domain/case/access-request/papers.ts'
import type { AccessRequest } from '../domain/case/case-file.ts'
import { openingWords, papersInWords } from '../letters/compose/access-file.ts'
import type { LetterSection } from '../letters/letter-content.ts'
import { readLetterSnapshot } from '../letters/letter-snapshot.ts'
import { read } from '../store/connection.ts'
import { findDocument, hashOfBytes } from '../store/documents.ts'
import { getMunicipality, type House } from './house.ts'
import type { LoadedCase } from './load-case.ts'
import { peopleFor } from './people.ts'
import type { Asking } from './perform.ts'
import { printed, type WrittenDocument } from './write-letters.ts'

export type AccessFile = { readonly file: WrittenDocument; readonly data?: WrittenDocument }

export async function writeAccessFile(
  house: House,
  asking: Asking,
  loaded: LoadedCase,
  { request, given }: { readonly request: AccessRequest; readonly given: readonly string[] },
): Promise<AccessFile> {
  const { file, caseId } = loaded
  const chosen = new Set(given)
  const papers = papersOf(file).filter((p) => chosen.has(p.key))
  const letters = await lettersOf(house, asking, loaded, papers)
  const recipients = [file.personId]
  const people = await peopleFor(house, asking, { caseId, file }, [{ recipients }])
  const inputs = printed(house, asking, file, people, {
    recipients,
    contact: file.caseworker,
    compose: () => ({
      kind: 'accessFile',
      language: 'da',
      ...openingWords(file.caseNumber, papers),
      enclosures: papersInWords(papers, file.corrections, letters),
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
