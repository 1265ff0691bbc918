/** A desk in memory for tests: what casework would write down, in order. */

import type { CopyReference } from '../casework/jobs.ts'
import { CaseId, LetterId, PersonId } from '../domain/identity.ts'
import { addDays, type CalendarDay, getDay } from '../domain/time/calendar-day.ts'
import { exampleCpr, vejen } from '../exchange/digital-post/messages.examples.ts'
import type { CopyToSend, PostDesk, Recorded } from './post-desk.ts'

const id = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`

export const copyNumber = (n: number): CopyReference => ({
  municipality: vejen,
  caseId: CaseId.parse(id(n)),
  letterId: LetterId.parse(id(1000 + n)),
  recipient: PersonId.parse(id(2000 + n)),
})

const exampleToSend: CopyToSend = {
  senderName: 'Vejen Kommune',
  cpr: exampleCpr,
  name: 'Lone Hansen',
  address: ['Åvej 1', '6600 Vejen'],
  isCitizen: true,
  caseNumber: '2026-0042',
  pdf: new TextEncoder().encode('%PDF-1.7 brev'),
}

export type MemoryDesk = PostDesk & {
  readonly written: string[]
  /** Puts a copy before the post room. */
  readonly put: (copy: CopyReference, toSend?: Partial<CopyToSend>) => void
  moveTo: (day: CalendarDay) => void
  /** The next thing to be written down fails, as when the database is away. */
  failNext: () => void
}

export function memoryDesk(start: CalendarDay = getDay('2026-11-24')): MemoryDesk {
  let today = start
  let failing = false
  const waiting = new Map<string, CopyToSend>()
  const sent = new Map<
    string,
    { copy: CopyReference; channel: string; sentOn: CalendarDay; delivered: boolean }
  >()
  const written: string[] = []
  const write = (line: string): void => {
    if (failing) {
      failing = false
      throw new Error('the database is away')
    }
    written.push(line)
  }
  const settle = (copy: CopyReference, line: string): Recorded => {
    const known = sent.get(copy.letterId)
    if (known === undefined) return waiting.has(copy.letterId) ? 'later' : 'unknown'
    if (known.delivered) return 'known'
    write(line)
    known.delivered = true
    return 'recorded'
  }
  return {
    written,
    put: (copy, toSend) => {
      waiting.set(copy.letterId, { ...exampleToSend, ...toSend })
      sent.delete(copy.letterId)
    },
    moveTo: (day) => {
      today = day
    },
    failNext: () => {
      failing = true
    },
    findCopyToSend: async (copy) => waiting.get(copy.letterId),
    recordDispatch: async (copy, { channel }) => {
      write(`dispatched ${channel} ${today}`)
      waiting.delete(copy.letterId)
      sent.set(copy.letterId, { copy, channel, sentOn: today, delivered: false })
    },
    recordFailure: async (copy, { channel, code }) => {
      write(`failed ${channel} ${code}`)
      waiting.delete(copy.letterId)
      sent.delete(copy.letterId)
      return 'recorded'
    },
    recordDelivery: async (copy, { channel, deliveredOn, proof }) =>
      settle(copy, `delivered ${channel} ${deliveredOn} ${proof}`),
    paperUnderWay: async () =>
      [...sent.values()].filter(({ channel, delivered }) => channel === 'paper' && !delivered),
    presumedDelivery: (_, sentOn) => addDays(sentOn, 8),
    today: async () => today,
  }
}
