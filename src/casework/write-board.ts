/**
 * What goes to the Appeals Board: the covering letter with both sets of reasons, and everything in the case as one ordered
 * file with a true index (RSL § 66). Both are kept as documents of the case; a person hands them over.
 */
import type { CaseFile, Complaint } from '../domain/case/case-file.ts'
import { complaintPapers, findComplaint, proceedingOf, timelinessOf } from '../domain/case/complaint/about.ts'
import type { BoardOrder } from '../domain/case/complaint/board-order.ts'
import type { NewCaseEvent } from '../domain/case/events.ts'
import type { LetterKind } from '../domain/case/letter/events.ts'
import type { DocumentHash } from '../domain/identity.ts'
import { type BundleWords, makeBundle, type Paper } from '../letters/bundle/bundle.ts'
import {
  assessmentPaper,
  complaintPaper,
  dispatchPaper,
  hearingPaper,
  indexPaper,
  notesPaper,
} from '../letters/bundle/case-papers.ts'
import { composeBoardLetter } from '../letters/compose/complaint.ts'
import { dayInWords } from '../letters/day-in-words.ts'
import { LetterContent, type LetterInputs, rendererLine } from '../letters/letter-content.ts'
import { letterSnapshot } from '../letters/letter-snapshot.ts'
import { hashOfBytes } from '../store/documents.ts'
import { getMunicipality, type House, versionOn } from './house.ts'
import type { Asking } from './perform.ts'
import { around, type People, type WrittenDocument } from './write-letters.ts'

const titles = {
  receipt: 'Kvittering',
  delayNotice: 'Besked om længere sagsbehandlingstid',
  partyHearing: 'Partshøring',
  decision: 'Afgørelse',
  informationRequest: 'Brev om oplysninger',
  otherSourcesNotice: 'Besked om oplysninger fra andre',
  actionPlanOffer: 'Tilbud om handleplan',
  guidance: 'Vejledning',
  meetingInvitation: 'Indkaldelse til statusmøde',
  meetingCancelled: 'Aflysning af statusmøde',
  complaintReceipt: 'Kvittering for klagen',
  reassessment: 'Genvurdering',
  complaintDelay: 'Besked om længere tid til klagen',
  complaintForwarded: 'Kopi til borgeren',
  accessAnswer: 'Svar på aktindsigt',
  moveNotice: 'Besked om flytning',
  accessDelay: 'Besked om længere tid til aktindsigt',
} as const satisfies Record<LetterKind, string>

const bundleWords: BundleWords = {
  title: 'Bilag til klage',
  language: 'da-DK',
  page: (page, of) => `Bilag, side ${page} af ${of}`,
  unreadable: (title) => `Filen »${title}« ligger på sagen og kan ikke vises her. Den kan rekvireres.`,
}

export type CaseWithDocuments = {
  readonly file: CaseFile
  readonly stored: (hash: DocumentHash) => Promise<Pick<Paper, 'mediaType' | 'bytes'> | undefined>
}

/** The event that tells of both, and the documents to keep. */
export async function writeForBoard(
  house: House,
  asking: Asking,
  { file, stored }: CaseWithDocuments,
  order: BoardOrder,
  people: People,
): Promise<{ readonly events: readonly NewCaseEvent[]; readonly documents: readonly WrittenDocument[] }> {
  const complaint = findComplaint(file, order.complaintId)
  const about = people.addressee(file.personId)
  if (!complaint || !about) throw new Error(`case ${file.caseNumber} has no such complaint`)
  const municipality = getMunicipality(house, asking.municipality)
  const caseworker = people.writer(file.caseworker)
  const time = timelinessOf(file, complaint, versionOn(municipality, asking.today).terms.parameters)
  const inputsOf = (content: LetterContent): LetterInputs => ({
    ...around(house, asking, file, caseworker),
    content: LetterContent.parse(content),
    recipient: { name: 'Ankestyrelsen', address: [] },
    copyTo: [],
  })
  const letter = inputsOf(
    composeBoardLetter(order.reassessed, about, {
      letterhead: municipality.letterhead,
      caseworker,
      late: time === 'unknown' ? undefined : time === 'late',
    }),
  )
  const written = async (title: string, content: LetterContent): Promise<Paper> => ({
    title,
    mediaType: 'application/pdf',
    bytes: await house.renderPdf(inputsOf(content)),
  })
  const papers = await papersOf(file, stored, complaint, people, written)
  const bundle = await makeBundle(papers, new Date(`${asking.today}T00:00:00Z`), bundleWords, (contents) =>
    house.renderPdf(inputsOf(indexPaper(file.caseNumber, contents))),
  )
  const documents: readonly WrittenDocument[] = [
    document('application/json', 'boardLetter.json', letterSnapshot(letter)),
    document('application/pdf', 'Brev til Ankestyrelsen.pdf', await house.renderPdf(letter)),
    document('application/pdf', 'Bilag til Ankestyrelsen.pdf', bundle.bytes),
  ]
  const [inputs, pdf, all] = documents.map(({ hash }) => hash)
  if (!inputs || !pdf || !all) throw new Error('three documents were written')
  return {
    documents,
    events: [
      {
        type: 'complaintBundled',
        payload: {
          complaintId: order.complaintId,
          letter: pdf,
          inputs,
          bundle: all,
          pages: bundle.pages,
          contents: [...bundle.contents],
          renderer: rendererLine(letter.versions),
        },
      },
    ],
  }
}

const document = (mediaType: string, name: string, bytes: Uint8Array): WrittenDocument => ({
  hash: hashOfBytes(bytes),
  mediaType,
  name,
  bytes,
})

/** In the order that the Appeals Board reads: the decision, the complaint, the reassessment, and what they rest on. */
async function papersOf(
  file: CaseFile,
  findStored: CaseWithDocuments['stored'],
  complaint: Complaint,
  people: People,
  written: (title: string, content: LetterContent) => Promise<Paper>,
): Promise<readonly Paper[]> {
  const stored = async (hash: DocumentHash, title: string): Promise<readonly Paper[]> => {
    const found = await findStored(hash)
    return found ? [{ title, mediaType: found.mediaType, bytes: found.bytes }] : []
  }
  const letters = file.letters.map((letter) => ({
    letter,
    title: `${titles[letter.kind]}, ${dayInWords(letter.on)}`,
  }))
  const decision = proceedingOf(file, complaint)?.decision?.letterId
  const first = [decision, complaint.reassessed?.letterId]
  const ofLetters = async (pick: (letter: CaseFile['letters'][number]) => boolean) => {
    const picked = letters.filter(({ letter }) => pick(letter))
    return (await Promise.all(picked.map(({ letter, title }) => stored(letter.document, title)))).flat()
  }
  const received = [
    ...file.attachments,
    ...file.information.flatMap((i) => (i.document ? [{ hash: i.document, name: i.summary }] : [])),
  ]
  const attached = async (all: readonly { readonly hash: DocumentHash; readonly name: string }[]) =>
    (await Promise.all(all.map(({ hash, name }) => stored(hash, people.documentName(hash) ?? name)))).flat()
  return [
    ...(await ofLetters(({ letterId }) => letterId === decision)),
    await written('Klagen', complaintPaper(complaint)),
    ...(await attached(complaintPapers(complaint))),
    ...(await ofLetters(({ letterId }) => letterId === complaint.reassessed?.letterId)),
    await written('Vurderingen', assessmentPaper(file, complaint)),
    await written('Notater', notesPaper(file)),
    await written('Partshøring og svar', hearingPaper(file)),
    ...(await ofLetters(({ kind }) => kind === 'partyHearing')),
    ...(await attached(received)),
    ...(await ofLetters(({ letterId, kind }) => !first.includes(letterId) && kind !== 'partyHearing')),
    await written(
      'Forsendelseslog',
      dispatchPaper(file, titles, ({ recipient }) => people.addressee(recipient)?.name ?? 'Modtager'),
    ),
  ]
}
