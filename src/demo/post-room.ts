/** The post of the demonstration's past: the product's own post room, on the day that is being lived through. */
import type { House } from '../casework/house.ts'
import { type CopyReference, jobKeyOf } from '../casework/jobs.ts'
import { findCase } from '../casework/load-case.ts'
import type { LetterCopy } from '../domain/case/case-file.ts'
import type { CaseId, MunicipalityCode } from '../domain/identity.ts'
import type { CalendarDay } from '../domain/time/calendar-day.ts'
import { simulatedDigitalPost, simulatedPrintingCentre } from '../exchange/digital-post/simulator.ts'
import { read, write } from '../store/connection.ts'
import { takeOutJob } from '../store/jobs.ts'
import { caseworkDesk } from '../work/casework-desk.ts'
import { collectReceipts } from '../work/collect-receipts.ts'
import { dispatchLetter, type PostRoom } from '../work/dispatch-letter.ts'
import type { PostDesk } from '../work/post-desk.ts'
import { sweep } from '../work/sweep.ts'
import { idOf } from './chance.ts'

export type PastPost = {
  /** Sends what a case has waiting, and takes the jobs that would have done it out of the queue. */
  readonly send: (caseId: CaseId) => Promise<void>
  /** Writes down what arrived today, and what is presumed to have. */
  readonly settle: () => Promise<void>
}

/** `house` works in the worker's role. */
export function pastPost(house: House, municipality: MunicipalityCode, day: CalendarDay): PastPost {
  // The post is fetched in the afternoon.
  const now = async (): Promise<Date> => new Date(`${day}T14:00:00Z`)
  const room: PostRoom = {
    desk: deskWithFixedIds(house, day),
    digitalPost: simulatedDigitalPost({ db: house.db, now }),
    printingCentre: simulatedPrintingCentre({ db: house.db, now }),
  }
  const scope = { municipality, viewer: { kind: 'system' } } as const
  return {
    send: async (caseId) => {
      const loaded = await read(house.db, scope, (tx) => findCase(tx, caseId))
      for (const { letterId, copies } of loaded?.file.letters ?? [])
        for (const copy of copies) {
          const sending = sendingOf(copy)
          if (sending === undefined) continue
          const job = { municipality, caseId, letterId, recipient: copy.recipient, ...sending }
          await dispatchLetter(room, job)
          await write(house.db, scope, (tx) => takeOutJob(tx, jobKeyOf(job)))
        }
    },
    settle: async () => {
      await collectReceipts(room, municipality)
      await sweep(room.desk, municipality)
    },
  }
}

function sendingOf(copy: LetterCopy): { attempt: number; channel?: 'paper' } | undefined {
  if (copy.dispatched || copy.delivered) return undefined
  if (copy.failed === undefined) return { attempt: 1 }
  return copy.handled?.how === 'sentOnPaper' ? { attempt: 2, channel: 'paper' } : undefined
}

/** Each record of a copy has ids of its own that follow from it, so that the same past is the same rows. */
function deskWithFixedIds(house: House, day: CalendarDay): PostDesk {
  const today = async () => day
  const of = (what: string, { letterId, recipient }: CopyReference): PostDesk => {
    let number = 0
    const newId = () => {
      number += 1
      return idOf(what, letterId, recipient, day, number)
    }
    return caseworkDesk({ ...house, now: () => new Date(`${day}T14:00:00Z`), newId }, today)
  }
  return {
    ...caseworkDesk(house, today),
    recordDispatch: (copy, dispatch) => of('dispatch', copy).recordDispatch(copy, dispatch),
    recordFailure: (copy, failure) => of('failure', copy).recordFailure(copy, failure),
    recordDelivery: (copy, delivery) => of('delivery', copy).recordDelivery(copy, delivery),
  }
}
