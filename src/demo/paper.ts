/** The one paper that the demonstration's people hand in: an appointment of a guardian. */

import type { WrittenDocument } from '../casework/write-letters.ts'
import type { CaseCommand } from '../domain/case/commands.ts'
import { hashOfBytes } from '../store/documents.ts'

const bytes = new TextEncoder().encode('Beskikkelse som værge. Et eksempel fra demonstrationen.\n')

export const appointment: WrittenDocument = {
  bytes,
  hash: hashOfBytes(bytes),
  mediaType: 'text/plain; charset=utf-8',
  name: 'beskikkelse.txt',
}

/** What goes with a command: the paper that it names. */
export const papersOf = (command: CaseCommand): readonly WrittenDocument[] =>
  command.type === 'registerRepresentative' && command.input.document === appointment.hash
    ? [appointment]
    : []
