/** What is done about keeping a case: held, released, delivered, approved. Of most cases nothing is lawful yet. */
import type { CaseFile } from '../../src/domain/case/case-file.ts'
import { openHolds } from '../../src/domain/case/retention/about.ts'
import { holdGrounds } from '../../src/domain/case/retention/events.ts'
import type { CalendarDay } from '../../src/domain/time/calendar-day.ts'
import { asLeader, asMads, asSanne, document } from './case-story.ts'
import { type Move, one, sometimes } from './move.ts'

export function keeping(file: CaseFile, today: CalendarDay, detail: number): readonly Move[] {
  const [hold] = openHolds(file)
  const closed = file.closed ? 6 : 0
  const by = one([asLeader, asMads, asSanne], detail)
  return [
    sometimes(
      file.closed ? 2 : detail % 9 === 0 ? 1 : 0,
      { type: 'holdErasure', input: { ground: one(holdGrounds, detail), because: 'Rigsarkivet spørger.' } },
      by,
    ),
    ...(hold
      ? [
          sometimes(
            3,
            { type: 'releaseErasure', input: { holdId: hold.holdId, because: 'Det er afklaret.' } },
            by,
          ),
        ]
      : []),
    sometimes(
      closed,
      {
        type: 'recordArchiveDelivery',
        input: {
          reference: 'AV-1042',
          receiver: 'Rigsarkivet',
          package: document(`package-${file.retention.lastOther.seq}`),
          through: file.retention.lastOther.seq,
          deliveredOn: today,
        },
      },
      by,
    ),
    sometimes(
      closed,
      {
        type: 'approveErasure',
        input: { package: document(`package-${file.retention.lastOther.seq}`) },
      },
      by,
    ),
  ]
}
