/**
 * From the letters that a command orders to their bytes: who they are addressed to is looked up, what they say is
 * composed, and the snapshot of the inputs is kept beside the PDF. The events tell both by hash.
 */
import type { CaseFile } from '../domain/case/case-file.ts'
import type { Decided } from '../domain/case/command.ts'
import type { NewCaseEvent } from '../domain/case/events.ts'
import type { LetterOrder } from '../domain/case/letter/order.ts'
import type { DocumentHash, UserId } from '../domain/identity.ts'
import { composeLetter } from '../letters/compose/compose-letter.ts'
import type { LetterContext } from '../letters/compose/letter-context.ts'
import {
  type LetterContent,
  type LetterInputs,
  printedAddress,
  rendererLine,
} from '../letters/letter-content.ts'
import { letterSnapshot } from '../letters/letter-snapshot.ts'
import { rendererVersions } from '../letters/pdf/versions.ts'
import { hashOfBytes } from '../store/documents.ts'
import { getMunicipality, type House, versionOn } from './house.ts'
import type { Asking } from './perform.ts'

export type WrittenDocument = {
  readonly hash: DocumentHash
  readonly mediaType: string
  readonly name: string
  readonly bytes: Uint8Array
}

/** What a letter needs to know of people, looked up once for all the letters of a command. */
export type Addressee = {
  readonly name: string
  readonly address: readonly string[]
  readonly addressProtected: boolean
  readonly onPaper: boolean
}
export type Writer = {
  readonly name: string
  readonly title: string
  readonly phone: string
  readonly email?: string | undefined
}

export type People = {
  readonly addressee: (personId: LetterOrder['recipients'][number]) => Addressee | undefined
  readonly writer: (userId: UserId | undefined) => Writer
  readonly documentName: LetterContext['documentName']
}

/** The events of the command with `letterIssued` for each letter behind them, and the documents to store. */
export async function writeLetters(
  house: House,
  asking: Asking,
  file: CaseFile,
  decided: Decided,
  people: People,
): Promise<{ readonly events: readonly NewCaseEvent[]; readonly documents: readonly WrittenDocument[] }> {
  const events: NewCaseEvent[] = [...decided.events]
  const documents: WrittenDocument[] = []
  for (const order of decided.letters) {
    const inputs = inputsOf(house, asking, file, order, people)
    const snapshot = letterSnapshot(inputs)
    const pdf = await house.renderPdf(inputs)
    const issued = { inputs: hashOfBytes(snapshot), document: hashOfBytes(pdf) }
    documents.push(
      { hash: issued.inputs, mediaType: 'application/json', name: `${order.kind}.json`, bytes: snapshot },
      { hash: issued.document, mediaType: 'application/pdf', name: `${order.kind}.pdf`, bytes: pdf },
    )
    events.push({
      type: 'letterIssued',
      payload: {
        letterId: order.letterId,
        kind: order.kind,
        recipients: [...order.recipients],
        ...issued,
        renderer: rendererLine(inputs.versions),
      },
    })
  }
  return { events, documents }
}

/** Exactly what will be printed. Also for a preview, which stores nothing. */
export function inputsOf(
  house: House,
  asking: Asking,
  file: CaseFile,
  order: LetterOrder,
  people: People,
): LetterInputs {
  return printed(house, asking, file, people, {
    recipients: order.recipients,
    contact: order.kind === 'decision' ? order.issued.record.contact : file.caseworker,
    compose: (context) => composeLetter(order, context),
  })
}

type Writing = {
  readonly recipients: LetterOrder['recipients']
  readonly contact: UserId | undefined
  readonly compose: (context: LetterContext) => LetterContent
}

/** A letter's content with what the paper needs around it. Throws when it has nobody to go to. */
export function printed(
  house: House,
  asking: Asking,
  file: CaseFile,
  people: People,
  { recipients, contact, compose }: Writing,
): LetterInputs {
  const municipality = getMunicipality(house, asking.municipality)
  const { terms } = versionOn(municipality, asking.today)
  const caseworker = people.writer(contact)
  const [main, ...others] = recipients.map((id) => people.addressee(id))
  if (main === undefined) throw new Error(`a letter of case ${file.caseNumber} has nobody to go to`)
  return {
    format: 'hverdag-letter/1',
    content: compose({
      letterhead: municipality.letterhead,
      caseworker,
      file,
      texts: municipality.texts,
      complaintWeeks: terms.parameters.complaintWeeks,
      defaultDaysPerWeek: terms.parameters.defaultDaysPerWeek,
      providerName: municipality.providerName,
      documentName: people.documentName,
    }),
    letterhead: municipality.letterhead,
    recipient: {
      name: main.name,
      address: printedAddress(main.address, { isProtected: main.addressProtected, onPaper: main.onPaper }),
    },
    copyTo: others.flatMap((o) => (o ? [o.name] : [])),
    date: asking.today,
    caseNumber: file.caseNumber,
    caseworker,
    versions: rendererVersions,
  }
}
