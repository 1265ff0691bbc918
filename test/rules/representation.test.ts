/**
 * Representation outside its scope sees and does nothing: before it begins, after it ends, before anybody has verified it, after
 * it is ended, and beyond what was given. Held for every action of the permission table and every route of the citizen's, for
 * PostgreSQL's own rules, and for the pages whose path names no case. What may be done is told here from the events alone.
 */
import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { targetOf } from '../../src/casework/load-case.ts'
import { obligationsFor } from '../../src/casework/obligations.ts'
import { projectionOf } from '../../src/casework/projections.ts'
import {
  type Action,
  may,
  permissions,
  type Relation,
  type Role,
} from '../../src/domain/access/permissions.ts'
import { isPresent } from '../../src/domain/case/events.ts'
import { letterKinds } from '../../src/domain/case/letter/events.ts'
import { type RepresentationScope, representationScopes } from '../../src/domain/case/party/events.ts'
import { getCaseFile } from '../../src/domain/case/read-case.ts'
import { recipientsOn } from '../../src/domain/case/recipients.ts'
import type { PersonId } from '../../src/domain/identity.ts'
import { addDays, type CalendarDay, getDay } from '../../src/domain/time/calendar-day.ts'
import { read, write } from '../../src/store/connection.ts'
import { startDemoClock } from '../../src/store/demo-clock.ts'
import { appendEvents } from '../../src/store/journal.ts'
import { replaceProjections } from '../../src/store/projections.ts'
import { sql } from '../../src/store/sql.ts'
import { citizenRoutes } from '../../src/web/citizen/routes.tsx'
import { ownPaymentRoutes } from '../../src/web/own-payment/routes.tsx'
import { ida, lone } from '../support/case-story.ts'
import type { History } from '../support/commands.ts'
import { vejen as municipality, vejenTerms } from '../support/commands.ts'
import { anyRepresented } from '../support/party-moves.ts'
import { type FreshDatabase, freshDatabase } from '../support/postgres.ts'
import { asCitizen, asCommand, newCase, vejen } from '../support/scopes.ts'

type Given = {
  readonly personId: PersonId
  readonly scopes: readonly RepresentationScope[]
  readonly from: CalendarDay
  readonly to?: CalendarDay | undefined
  good: boolean
  endedOn?: CalendarDay
}

/** The powers in a history, as its events tell them, one after another. */
function given(history: History): readonly Given[] {
  const powers = new Map<string, Given>()
  for (const event of history) {
    if (!isPresent(event)) continue
    if (event.type === 'representativeRegistered') {
      const { representationId, verified, ...power } = event.payload
      powers.set(representationId, { ...power, good: verified !== undefined })
    }
    if (event.type === 'representativeVerified') {
      const power = powers.get(event.payload.representationId)
      if (power) power.good = true
    }
    if (event.type === 'representativeRevoked') {
      const power = powers.get(event.payload.representationId)
      if (power) power.endedOn = event.occurredOn
    }
  }
  return [...powers.values()]
}

const isOn = ({ good, from, to, endedOn }: Given, day: CalendarDay): boolean =>
  good && from <= day && (to === undefined || day <= to) && (endedOn === undefined || day < endedOn)

const parts: Partial<Record<RepresentationScope, RepresentationScope>> = {
  readPlan: 'read',
  pay: 'write',
  receivePaymentLetters: 'receiveLetters',
}
function allowedTo(history: History, who: PersonId, day: CalendarDay): readonly RepresentationScope[] {
  const scopes = given(history)
    .filter((power) => power.personId === who && isOn(power, day))
    .flatMap((power) => power.scopes)
  return representationScopes.filter((scope) =>
    [scope, parts[scope]].some((one) => one !== undefined && scopes.includes(one)),
  )
}

/** The day that the history has come to, and the days from then on at which something begins or ends. */
function daysFrom(history: History): readonly CalendarDay[] {
  const today = history.at(-1)?.recordedOn ?? getDay('2026-11-16')
  const edges = given(history).flatMap(({ from, to }) => [
    addDays(from, -1),
    from,
    ...(to ? [to, addDays(to, 1)] : []),
  ])
  return [...new Set([today, ...edges.filter((day) => day > today)])]
}

const actions = Object.keys(permissions) as readonly Action[]
const relationOf = (action: Action): Relation | undefined => {
  const grants: { readonly [R in Role]?: Relation } = permissions[action]
  return grants.representative
}
const caseRoutes = [...citizenRoutes, ...ownPaymentRoutes].flatMap((route) =>
  'about' in route && route.about === 'case' ? [route] : [],
)

/** As it stood after each event: what was not yet verified, and not yet ended, is met as well. */
const anyMoment = anyRepresented.chain((history) =>
  fc.integer({ min: 1, max: history.length }).map((length) => history.slice(0, length)),
)

test('the permission table lets through what the events give on the day, and nothing else, on every route', () => {
  const met = new Set<string>()
  fc.assert(
    fc.property(anyMoment, fc.constantFrom(lone, ida), (history, who) => {
      const file = getCaseFile(history)
      for (const day of daysFrom(history)) {
        const allowed = allowedTo(history, who, day)
        const target = targetOf({ file }, { personId: who, today: day, opened: false })
        const subject = { roles: ['representative'], personId: who } as const
        const does = (action: Action): boolean => may(action, subject, target)
        const granted = (action: Action): boolean => {
          const relation = relationOf(action)
          return relation === 'none' || allowed.some((scope) => scope === relation)
        }
        expect([day, actions.filter(does)]).toEqual([day, actions.filter(granted)])
        const open = caseRoutes.filter(({ action, within = action }) => does(action) && does(within))
        if (!allowed.includes('read')) expect([day, open.map(({ id }) => id)]).toEqual([day, []])
        met.add(allowed.join(' '))
      }
    }),
    { numRuns: 150 },
  )
  // Not by never giving anybody anything.
  expect(met.size).toBeGreaterThan(8)
  expect(caseRoutes.length).toBeGreaterThan(30)
})

test('letters go to whom the events give the right to them, and each of them to the citizen', () => {
  fc.assert(
    fc.property(anyMoment, (history) => {
      const file = getCaseFile(history)
      for (const day of daysFrom(history))
        for (const kind of letterKinds) {
          const got = recipientsOn(file, day, kind)
          expect(got[0]).toBe(file.personId)
          for (const who of [lone, ida]) {
            const allowed = allowedTo(history, who, day)
            const money = kind === 'decision' || kind === 'reassessment'
            const right = allowed.includes(money ? 'receivePaymentLetters' : 'receiveLetters')
            expect([kind, day, got.includes(who)]).toEqual([kind, day, right])
          }
        }
    }),
    { numRuns: 80 },
  )
})

describe('in PostgreSQL', () => {
  let db: FreshDatabase
  beforeAll(async () => {
    db = await freshDatabase()
    await write(db.app, asCommand(), (tx) => startDemoClock(tx, getDay('2026-01-01')))
  })
  afterAll(() => db.drop())

  test('no row of the case is there for whoever the events give nothing on the day', async () => {
    const met = new Set<boolean>()
    await fc.assert(
      fc.asyncProperty(anyMoment, async (history) => {
        const caseId = newCase()
        const file = {
          ...getCaseFile(history),
          caseNumber: `2026-${Number.parseInt(caseId.slice(0, 6), 16)}`,
        }
        await write(db.app, asCommand(), async (tx) => {
          await appendEvents(tx, {
            streamId: caseId,
            expectedSeq: 0,
            events: history.map((event) => ({
              ...event,
              payload: isPresent(event) ? event.payload : {},
              eventId: randomUUID(),
            })),
          })
          await replaceProjections(
            tx,
            caseId,
            projectionOf(file, obligationsFor(municipality, file), vejenTerms),
          )
        })
        for (const today of daysFrom(history)) {
          await db.admin.pool.query('update demo_clock set today = $1', [today])
          for (const who of [lone, ida]) {
            const opens = allowedTo(history, who, today).some((scope) => !scope.startsWith('receive'))
            const seen = await read(db.app, asCitizen(who, vejen), async (tx) => {
              const rows = await Promise.all([
                tx.rows(sql`select 1 from stream where stream_id = ${caseId}`),
                tx.rows(sql`select 1 from event where stream_id = ${caseId}`),
                tx.rows(sql`select 1 from event_payload where stream_id = ${caseId}`),
                tx.rows(sql`select 1 from case_file where case_id = ${caseId}`),
                tx.rows(sql`select 1 from obligation where case_id = ${caseId}`),
              ])
              return rows.map((one) => one.length > 0)
            })
            expect([today, ...seen]).toEqual([today, ...seen.map(() => opens)])
            // Nor can they choose to act for the citizen, where row-level security is not asked.
            const choices = await read(db.app, { municipality: vejen, viewer: { kind: 'system' } }, (tx) =>
              tx.rows(sql`select 1 from case_access where case_id = ${caseId} and subject = ${who}
                and relation = 'representative' and valid_from <= ${today}
                and (valid_to is null or valid_to >= ${today})`),
            )
            expect(choices.length > 0).toBe(opens)
            met.add(opens)
          }
        }
      }),
      { numRuns: 25, endOnFailure: true },
    )
    expect(met.size).toBe(2)
  })
})
