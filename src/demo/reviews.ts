/** The leader's two samples, each under way: some looks of the last weeks to draw from, and some of it gone through. */
import type { House } from '../casework/house.ts'
import { performForMunicipality } from '../casework/municipality.ts'
import { PartId } from '../domain/identity.ts'
import { reviewQuestions } from '../domain/oversight/events.ts'
import { drawSample } from '../domain/oversight/sample.ts'
import { isRefusal } from '../domain/refusal.ts'
import type { MunicipalityCommand } from '../domain/standard/municipality-commands.ts'
import { addDays, addMonths, type CalendarDay } from '../domain/time/calendar-day.ts'
import { type AccessEntry, logAccess, looksToDrawFrom } from '../store/access-log.ts'
import { casesToDrawFrom, openCases } from '../store/cases.ts'
import { read, write } from '../store/connection.ts'
import type { Cast } from './cast.ts'
import { idOf } from './chance.ts'
import { houseAt } from './live.ts'
import { asStaff } from './scene.ts'

/** So many cases were looked at by a caseworker, and by one of another unit who said why. */
const seenCases = 6

/** Once, however often a demonstration that was broken off is gone on with. Throws where a command is refused. */
export async function beginReviews(
  house: House,
  cast: Cast,
  today: CalendarDay,
  seed: string,
): Promise<void> {
  const { key, municipality, manager } = cast
  const scope = { municipality, viewer: { kind: 'system' } } as const
  const period = { from: addMonths(today, -2), to: addDays(today, -1) }
  const [seen, known, cases] = await read(house.db, scope, (tx) =>
    Promise.all([
      openCases(tx, { limit: seenCases }),
      looksToDrawFrom(tx, period),
      casesToDrawFrom(tx, addMonths(today, -12)),
    ]),
  )
  const looks = seen.flatMap(({ caseId, personId }, index): readonly AccessEntry[] => {
    const onDay = addDays(today, -3 * (index + 1))
    const lookers = [[cast.caseworkers[0]], [cast.elsewhere[0], 'Vikar for en kollega, der er syg']] as const
    return lookers.flatMap(([who, purpose], nth) =>
      who === undefined
        ? []
        : {
            id: idOf(seed, key, 'look', caseId, nth),
            at: `${onDay}T0${8 + nth}:15:00.000Z`,
            onDay,
            actor: asStaff(who).actor,
            route: 'authority.case',
            caseId,
            personId,
            purpose: purpose ?? null,
            outcome: 'allowed',
          },
    )
  })
  const fresh = looks.filter(({ id }) => !known.some((look) => look.id === id))
  if (fresh.length > 0) await write(house.db, scope, (tx) => logAccess(tx, fresh))
  const population = [...known.map(({ id }) => id), ...fresh.map(({ id }) => id)]
  const caseIds = cases.map(({ caseId }) => caseId)
  const [reviewId, caseReviewId] = ['log review', 'case review'].map((name) =>
    PartId.parse(idOf(seed, key, name)),
  )
  if (reviewId === undefined || caseReviewId === undefined) return
  const [first, second] = drawSample(seed, population, 4)
  const [caseId] = drawSample(seed, caseIds, 3)
  const commands: readonly MunicipalityCommand[] = [
    ...(first && second
      ? ([
          { type: 'drawLogReview', input: { reviewId, ...period, seed, population, size: 4 } },
          { type: 'reviewLook', input: { reviewId, entryId: first, finding: 'asExpected' } },
          {
            type: 'reviewLook',
            input: {
              reviewId,
              entryId: second,
              finding: 'notJustified',
              words: 'Der var ingen opgave i sagen den dag.',
            },
          },
        ] as const)
      : []),
    ...(caseId
      ? ([
          {
            type: 'drawCaseReview',
            input: { reviewId: caseReviewId, seed, population: caseIds, size: 3 },
          },
          {
            type: 'reviewCase',
            input: {
              reviewId: caseReviewId,
              caseId,
              answers: {
                ...Object.fromEntries(reviewQuestions.map((question) => [question, 'yes' as const])),
                hearing: 'no',
                followedUp: 'notRelevant',
              },
              remark: 'Høringsbrevet manglede fristen.',
            },
          },
        ] as const)
      : []),
  ]
  for (const [number, command] of commands.entries()) {
    const commandId = idOf(seed, key, 'review', number)
    const asking = { municipality, today, ...asStaff(manager) }
    const done = await performForMunicipality(houseAt(house, today, commandId), asking, {
      command,
      commandId,
    })
    if (isRefusal(done)) throw new Error(`${command.type} in ${municipality}: ${done.code}`)
  }
}
