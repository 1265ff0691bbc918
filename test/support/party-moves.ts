/** What can be done about those who act for the citizen: handed in, looked at, given by the citizen, asked about, ended. */
import fc from 'fast-check'
import type { CaseFile } from '../../src/domain/case/case-file.ts'
import { widestScopes } from '../../src/domain/case/party/decide.ts'
import { representativeTypes } from '../../src/domain/case/party/events.ts'
import { getCaseFile } from '../../src/domain/case/read-case.ts'
import { awaitsVerification } from '../../src/domain/case/recipients.ts'
import { isRefusal } from '../../src/domain/refusal.ts'
import { addDays, type CalendarDay, getDay } from '../../src/domain/time/calendar-day.ts'
import { asKaren, document, ida, lone } from './case-story.ts'
import { apply, attempt, type History } from './commands.ts'
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

type Choice = { readonly pick: number; readonly gap: number; readonly detail: number }

/** Any history of those who act for somebody, and nothing else: each step by a command that was not refused. */
export const anyRepresented: fc.Arbitrary<History> = fc
  .array(fc.record({ pick: fc.nat(40), gap: fc.constantFrom(0, 0, 1, 2, 5), detail: fc.nat(2_000) }), {
    minLength: 1,
    maxLength: 14,
    size: 'max',
  })
  .map((choices) => playParties(choices))

function playParties(choices: readonly Choice[]): History {
  let today = getDay('2026-11-16')
  let history = apply()
  for (const { pick, gap, detail } of choices) {
    today = addDays(today, gap)
    const file = getCaseFile(history)
    const ended = file.representations[detail % Math.max(1, file.representations.length)]
    const possible = [
      ...representing(file, today, detail),
      ...(ended
        ? [
            sometimes(1, {
              type: 'revokeRepresentative',
              input: { representationId: ended.representationId, reason: 'Ophørt' },
            }),
          ]
        : []),
    ]
    const move = possible[pick % possible.length]
    const next = move && attempt(history, move.command, { on: today, by: move.by })
    if (next && !isRefusal(next)) history = next
  }
  return history
}
