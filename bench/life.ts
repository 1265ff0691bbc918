/**
 * One case lived in memory by the product's own commands: every event comes out of `receiveApplication` and `decide`, every
 * letter out of the real composer and renderer. Only the transaction round each command is saved: a case is written once, whole.
 */

import type { House } from '../src/casework/house.ts'
import type { Asking } from '../src/casework/perform.ts'
import { contextOf } from '../src/casework/perform.ts'
import { record } from '../src/casework/record.ts'
import { type People, type WrittenDocument, writeLetters } from '../src/casework/write-letters.ts'
import { type ReceiveApplication, receiveApplication } from '../src/domain/case/application/decide.ts'
import type { CaseFile } from '../src/domain/case/case-file.ts'
import type { Decided } from '../src/domain/case/command.ts'
import { type CaseCommand, decide } from '../src/domain/case/commands.ts'
import type { PresentCaseEvent } from '../src/domain/case/events.ts'
import { getCaseFile } from '../src/domain/case/read-case.ts'
import { isRefusal, type Refusal } from '../src/domain/refusal.ts'
import { addDays, type CalendarDay } from '../src/domain/time/calendar-day.ts'

export type Life = {
  readonly file: () => CaseFile
  readonly today: () => CalendarDay
  readonly history: () => readonly PresentCaseEvent[]
  readonly documents: readonly WrittenDocument[]
  /** Goes on by so many days. */
  readonly wait: (days: number) => void
  readonly act: (as: Asking, command: CaseCommand) => Promise<void>
}

const post = (as: Asking): Asking => ({
  ...as,
  subject: { roles: ['post'] },
  actor: { kind: 'system', name: 'post' },
})

export async function begin(
  house: House,
  first: Asking,
  application: ReceiveApplication,
  people: People,
): Promise<Life> {
  let today = first.today
  let history: readonly PresentCaseEvent[] = []
  const documents: WrittenDocument[] = []

  async function take(as: Asking, decided: Decided | Refusal, about: string): Promise<void> {
    if (isRefusal(decided))
      throw new Error(`${about}: ${decided.code} ${decided.field ?? ''} ${decided.missing ?? ''}`)
    const preview = getCaseFile([...history, ...record(house, as, { history, events: decided.events })])
    const written = await writeLetters(house, as, preview, decided, people)
    documents.push(...written.documents)
    history = [...history, ...record(house, as, { history, events: written.events })]
    for (const { letterId, recipients } of decided.letters)
      for (const recipient of recipients) {
        const to = { letterId, recipient, channel: 'digitalPost' as const }
        await act(post(as), { type: 'recordDispatch', input: { ...to, messageId: letterId } })
        await act(post(as), {
          type: 'recordDelivery',
          input: { ...to, deliveredOn: today, proof: 'receipt' },
        })
      }
  }

  async function act(as: Asking, command: CaseCommand): Promise<void> {
    const now = { ...as, today }
    await take(now, decide(getCaseFile(history), command, contextOf(house, now)), command.type)
  }

  await take(first, receiveApplication(application, contextOf(house, first)), 'receiveApplication')
  return {
    file: () => getCaseFile(history),
    today: () => today,
    history: () => history,
    documents,
    wait: (days) => {
      today = addDays(today, days)
    },
    act,
  }
}
