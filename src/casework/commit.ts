/** Events, documents, projections and jobs of one command, in one transaction: all of it or nothing. */

import type { CaseFile } from '../domain/case/case-file.ts'
import { isPresent, type NewCaseEvent, type RecordedCaseEvent } from '../domain/case/events.ts'
import type { DeliveryChannel } from '../domain/case/letter/events.ts'
import type { LetterOrder } from '../domain/case/letter/order.ts'
import { isNewsFor } from '../domain/case/message/thread.ts'
import { getCaseFile } from '../domain/case/read-case.ts'
import type { CaseId, LetterId, PersonId } from '../domain/identity.ts'
import { type WriteTx, write } from '../store/connection.ts'
import { wantsNudge } from '../store/contact-preferences.ts'
import { adoptDraftFiles, saveDocument } from '../store/documents.ts'
import { type DraftKey, deleteDraft } from '../store/drafts.ts'
import { enqueue } from '../store/jobs.ts'
import { appendEvents } from '../store/journal.ts'
import { replaceProjections } from '../store/projections.ts'
import { getMunicipality, type House, versionOn } from './house.ts'
import { type CopyReference, jobKeyOf } from './jobs.ts'
import type { LoadedCase } from './load-case.ts'
import { obligationsFor } from './obligations.ts'
import type { Asking, Performed } from './perform.ts'
import { projectionOf } from './projections.ts'
import { record } from './record.ts'
import type { WrittenDocument } from './write-letters.ts'

export type Commission = {
  readonly caseId: CaseId
  readonly commandId: string
  /** What the command was decided on; absent for a new case. */
  readonly loaded?: LoadedCase | undefined
  readonly events: readonly NewCaseEvent[]
  readonly documents: readonly WrittenDocument[]
  readonly letters: readonly LetterOrder[]
  /** A draft that the command makes good: its files become documents of the case, and it goes. */
  readonly draft?: (DraftKey & { readonly draftId: string }) | undefined
}

export type Committed =
  | { readonly kind: 'done'; readonly performed: Performed }
  | { readonly kind: 'interleaved'; readonly newerTypes: readonly string[] }

export async function commit(house: House, asking: Asking, commission: Commission): Promise<Committed> {
  const { caseId, commandId, loaded } = commission
  const history = loaded?.history ?? []
  const recorded = record(house, asking, { history, events: commission.events })
  const full = [...history, ...recorded]
  const file = getCaseFile(full)
  const performed: Performed = {
    caseId,
    caseNumber: file.caseNumber,
    version: file.lastSeq,
    letters: commission.letters.map((l): LetterId => l.letterId),
  }
  const scope = { municipality: asking.municipality, viewer: { kind: 'command' } } as const
  return write(house.db, scope, async (tx) => {
    const appended = await appendEvents(tx, {
      streamId: caseId,
      expectedSeq: loaded?.head.seq ?? 0,
      expectedHash: loaded?.head.hash,
      events: recorded,
      command: { commandId, result: performed },
    })
    if (appended.kind === 'repeated') return { kind: 'done', performed: appended.result as Performed }
    if (appended.kind === 'conflict') return { kind: 'interleaved', newerTypes: appended.newerTypes }
    await storeDocuments(tx, house, commission)
    const municipality = getMunicipality(house, asking.municipality)
    const { terms } = versionOn(municipality, asking.today)
    const rowsOf = (of: CaseFile) => projectionOf(of, obligationsFor(municipality, of), terms)
    await replaceProjections(tx, caseId, rowsOf(file), loaded && rowsOf(loaded.file))
    for (const dispatch of dispatches(asking, commission, full)) {
      const { municipality: _, ...ids } = dispatch
      await enqueue(tx, 'dispatch-letter', ids, { key: jobKeyOf(dispatch) })
    }
    await queueNudges(tx, commission, file)
    return { kind: 'done', performed }
  })
}

type Dispatch = CopyReference & { readonly attempt: number; readonly channel?: DeliveryChannel }

/** The copies that go out because of this: those of new letters, and those whose failure somebody has just dealt with. */
function dispatches(
  { municipality }: Asking,
  { caseId, letters, events }: Commission,
  full: readonly RecordedCaseEvent[],
): readonly Dispatch[] {
  const first = letters.flatMap(({ letterId, recipients }) =>
    recipients.map((recipient) => ({ municipality, caseId, letterId, recipient, attempt: 1 })),
  )
  const again = events.flatMap((event): Dispatch[] => {
    if (event.type !== 'letterFailureHandled') return []
    const { letterId, recipient, how } = event.payload
    const channel = { resentDigitally: 'digitalPost', sentOnPaper: 'paper' } as const
    if (how !== 'resentDigitally' && how !== 'sentOnPaper') return []
    const attempt = 1 + failuresOf(letterId, recipient, full)
    return [{ municipality, caseId, letterId, recipient, attempt, channel: channel[how] }]
  })
  return [...first, ...again]
}

/** A message by staff makes an e-mail to the citizen who has asked for one. That somebody helps them changes nothing. */
async function queueNudges(tx: WriteTx, { caseId, events }: Commission, file: CaseFile): Promise<void> {
  const recipient = file.personId
  for (const event of events) {
    if (event.type !== 'messageSent') continue
    const { messageId } = event.payload
    const message = file.messages.find((m) => m.messageId === messageId)
    if (message && isNewsFor(recipient, message) && (await wantsNudge(tx, recipient)))
      await enqueue(
        tx,
        'nudge-by-email',
        { caseId, messageId, recipient },
        { key: `nudge-by-email:${messageId}` },
      )
  }
}

/** How often this copy has failed: every sending after a failure is another message. */
const failuresOf = (letterId: LetterId, recipient: PersonId, history: readonly RecordedCaseEvent[]): number =>
  history.filter(
    (event) =>
      isPresent(event) &&
      event.type === 'letterFailed' &&
      event.payload.letterId === letterId &&
      event.payload.recipient === recipient,
  ).length

async function storeDocuments(
  tx: WriteTx,
  house: House,
  { caseId, documents, draft }: Commission,
): Promise<void> {
  if (draft) {
    await adoptDraftFiles(tx, draft.draftId, caseId, house.now())
    await deleteDraft(tx, draft)
  }
  for (const { bytes, name, mediaType } of documents)
    await saveDocument(tx, caseId, { bytes, name, mediaType, created: house.now() })
}
