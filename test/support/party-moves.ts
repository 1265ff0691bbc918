/** What can be done about those who act for the citizen: handed in, looked at, given by the citizen, asked about, ended. */
import type { CaseFile } from '../../src/domain/case/case-file.ts'
import { widestScopes } from '../../src/domain/case/party/decide.ts'
import { representativeTypes } from '../../src/domain/case/party/events.ts'
import { awaitsVerification } from '../../src/domain/case/recipients.ts'
import { addDays, type CalendarDay } from '../../src/domain/time/calendar-day.ts'
import { asKaren, document, ida, lone } from './case-story.ts'
import { type Move, one, sometimes } from './move.ts'

export function representing(file: CaseFile, today: CalendarDay, detail: number): readonly Move[] {
  const type = one(representativeTypes, detail)
  const waiting = file.representations.find(awaitsVerification)
  const ending = file.representations.find((r) => r.to !== undefined && r.verified && !r.revoked)
  const to = detail % 3 === 0 ? undefined : addDays(today, (detail % 40) - 2)
  return [
    sometimes(2, {
      type: 'registerRepresentative',
      input: {
        personId: one([lone, ida], detail),
        type,
        scopes: [...widestScopes[type]].filter((_, index) => (detail >> index) % 3 !== 1),
        from: addDays(today, (detail % 9) - 4),
        to,
        document: document('beskikkelse'),
        ...(detail % 2 === 0 && { verified: 'Beskikkelsen er set' }),
      },
    }),
    sometimes(
      1,
      {
        type: 'giveRepresentation',
        input: {
          personId: ida,
          type: one(['relativeReadOnly', 'partyRepresentative'], detail),
          scopes: [one(['read', 'readPlan'], detail)],
          to,
        },
      },
      asKaren,
    ),
    ...(waiting
      ? [
          sometimes(3, {
            type: 'verifyRepresentative',
            input: { representationId: waiting.representationId, how: 'Set i dag' },
          }),
          sometimes(1, {
            type: 'rejectRepresentative',
            input: { representationId: waiting.representationId, reason: 'Den er ikke skrevet under.' },
          }),
        ]
      : []),
    ...(ending
      ? [
          sometimes(1, {
            type: 'considerRepresentationEnd',
            input: { representationId: ending.representationId, outcome: 'Den fortsætter ikke.' },
          }),
        ]
      : []),
  ]
}
