/**
 * From the letters that a command orders to their bytes: who they are addressed to is looked up, what they say is
 * composed, and the snapshot of the inputs is kept beside the PDF. The events tell both by hash.
 */
import type { CaseFile } from '../domain/case/case-file.ts'
import type { Decided } from '../domain/case/command.ts'
import type { NewCaseEvent } from '../domain/case/events.ts'
import type { SourceLetterOrder } from '../domain/case/information/source-letter.ts'
import type { LetterOrder } from '../domain/case/letter/order.ts'
import type { DocumentHash, UserId } from '../domain/identity.ts'
import { composeLetter } from '../letters/compose/compose-letter.ts'
import type { LetterContext } from '../letters/compose/letter-context.ts'
import { composeSourceLetter, sourceAddressees } from '../letters/compose/source-letter.ts'
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
  readonly cpr?: string | undefined
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

/** The events of the command with each letter's own behind them, and the documents to store. */
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
    const { printed: issued, stored } = await print(house, order.kind, inputs)
    documents.push(...stored)
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
  for (const order of decided.toSources ?? []) {
    const inputs = sourceInputsOf(house, asking, file, order, people)
    const { printed: issued, stored } = await print(house, order.kind, inputs)
    const { letterId, requestId, kind } = order
    documents.push(...stored)
    events.push({
      type: 'sourceLetterWritten',
      payload: { letterId, requestId, kind, ...issued, renderer: rendererLine(inputs.versions) },
    })
  }
  return { events, documents }
}

/** The snapshot and the bytes of one letter, to be stored, and their hashes for the event. */
async function print(house: House, kind: string, inputs: LetterInputs) {
  const snapshot = letterSnapshot(inputs)
  const pdf = await house.renderPdf(inputs)
  const printed = { inputs: hashOfBytes(snapshot), document: hashOfBytes(pdf) }
  const stored: readonly WrittenDocument[] = [
    { hash: printed.inputs, mediaType: 'application/json', name: `${kind}.json`, bytes: snapshot },
    { hash: printed.document, mediaType: 'application/pdf', name: `${kind}.pdf`, bytes: pdf },
  ]
  return { printed, stored }
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
    ...around(house, asking, file, caseworker),
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
    recipient: {
      name: main.name,
      address: printedAddress(main.address, { isProtected: main.addressProtected, onPaper: main.onPaper }),
    },
    copyTo: others.flatMap((o) => (o ? [o.name] : [])),
  }
}

/** The letter to a source, which knows of the citizen what the composer tells it and has no copy for anybody. */
export function sourceInputsOf(
  house: House,
  asking: Asking,
  file: CaseFile,
  order: SourceLetterOrder,
  people: People,
): LetterInputs {
  const about = people.addressee(file.personId)
  if (about === undefined) throw new Error(`the citizen of case ${file.caseNumber} is not known`)
  const { letterhead } = getMunicipality(house, asking.municipality)
  const caseworker = people.writer(file.caseworker)
  const { caseNumber } = file
  return {
    ...around(house, asking, file, caseworker),
    content: composeSourceLetter(order, about, { letterhead, caseworker, caseNumber }),
    recipient: order.to ?? { name: sourceAddressees[order.source], address: [] },
    copyTo: [],
  }
}

/** What stands on every letter of the case, whoever it is to. */
export const around = (
  house: House,
  { municipality, today }: Asking,
  { caseNumber }: CaseFile,
  caseworker: Writer,
) => ({
  format: 'hverdag-letter/1' as const,
  letterhead: getMunicipality(house, municipality).letterhead,
  date: today,
  caseNumber,
  caseworker,
  versions: rendererVersions,
})
