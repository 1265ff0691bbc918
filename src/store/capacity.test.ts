/** The sums of capacity on the real PostgreSQL, against the same said by hand and in plain TypeScript. */
import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../../test/support/postgres.ts'
import { caseRow, order, projections } from '../../test/support/projections.ts'
import {
  asAuthority,
  asCitizen,
  asCommand,
  asProvider,
  billund,
  newCase,
  newPerson,
  newUser,
} from '../../test/support/scopes.ts'
import { type DayPart, dayParts } from '../domain/attendance/fact.ts'
import { type OfferFact, offerKinds, offerOn } from '../domain/attendance/offer.ts'
import { GroupId, PartId, ProviderId } from '../domain/identity.ts'
import { type PlacesVersion, placesOn } from '../domain/places.ts'
import { addDays, type CalendarDay, getDay, weekday } from '../domain/time/calendar-day.ts'
import { addOfferFacts } from './attendance.ts'
import { addPlaces, placesOfProvider, roomByDay, roomByWeek } from './capacity.ts'
import { read, type WriteTx, write } from './connection.ts'
import { startDemoClock } from './demo-clock.ts'
import { replaceProjections } from './projections.ts'

let db: FreshDatabase
/** A Monday. */
const monday = getDay('2026-11-23')
const today = getDay('2026-11-25')
const newProvider = (): ProviderId => ProviderId.parse(`s-${randomUUID()}`)

beforeAll(async () => {
  db = await freshDatabase()
  await write(db.app, asCommand(), (tx) => startDemoClock(tx, today))
})
afterAll(() => db.drop())

const version = (providerId: ProviderId, validFrom: CalendarDay, places: number[]): PlacesVersion => ({
  versionId: PartId.parse(randomUUID()),
  providerId,
  validFrom,
  places,
})

/** Told one after the other. */
async function tell(tx: WriteTx, versions: readonly PlacesVersion[]): Promise<void> {
  for (const [second, v] of versions.entries())
    await addPlaces(tx, v, { userId: newUser(), at: new Date(Date.UTC(2026, 10, 25, 8, 0, second)) })
}

const saidOf = (
  providerId: ProviderId,
  day: CalendarDay,
  kind: OfferFact['kind'],
  groupId?: string,
): OfferFact => ({
  factId: randomUUID(),
  providerId,
  day,
  kind,
  reason: 'Personaledag',
  at: '2026-11-20T08:00:00.000Z',
  recordedAt: '2026-11-20T08:00:00.000Z',
  actor: { kind: 'system', name: 'test' },
  ...(groupId && { groupId }),
})

type Somebody = {
  readonly agreed: boolean
  readonly startOn: CalendarDay
  readonly started: boolean
  readonly endOn?: CalendarDay | undefined
  readonly closedOn?: CalendarDay | undefined
  readonly daysPerWeek: number
  readonly week?: { readonly from: CalendarDay; readonly to: CalendarDay | null } | undefined
  readonly times: readonly (readonly [weekday: number, part: DayPart])[]
  readonly group?: GroupId
}

async function place(tx: WriteTx, provider: ProviderId, somebody: Somebody): Promise<void> {
  const { agreed, startOn, started, endOn, closedOn, daysPerWeek, week, times, group } = somebody
  const [caseId, personId] = [newCase(), newPerson()]
  const base = order(provider, personId)
  await replaceProjections(
    tx,
    caseId,
    projections(caseRow(personId, { caseNumber: `2026-${BigInt(`0x${randomUUID().slice(0, 8)}`)}0000` }), {
      orders: [
        {
          ...base,
          closedOn: closedOn ?? null,
          content: { ...(base.content as object), daysPerWeek, ...(endOn && { endOn }) },
          state: {
            status: started ? 'started' : agreed ? 'accepted' : 'sent',
            ...((agreed || started) && { startOn }),
            ...(started && { startedOn: startOn }),
            questions: [],
          },
        },
      ],
      schedule: week
        ? times.map(([day, part]) => ({
            orderId: base.orderId,
            providerId: provider,
            personId,
            weekday: day,
            part,
            starts: part === 'afternoon' ? '12:00' : '09:00',
            ends: part === 'morning' ? '11:30' : '14:30',
            groupId: group ?? null,
            validFrom: week.from,
            validTo: week.to,
          }))
        : [],
    }),
  )
}

const whole = [1, 2, 3, 4, 5].map((day) => [day, 'full'] as const)
const usual: Somebody = {
  agreed: true,
  startOn: getDay('2026-10-05'),
  started: true,
  daysPerWeek: 5,
  week: { from: getDay('2026-10-05'), to: null },
  times: whole,
}

describe('room and its use', () => {
  test('in a week told by hand: half days share a place, a first day ahead counts from it, a last day until it', async () => {
    const provider = newProvider()
    await write(db.app, asCommand(), async (tx) => {
      await tell(tx, [version(provider, getDay('2026-01-01'), [3, 3, 3, 3, 2, 0, 0])])
      await place(tx, provider, usual)
      await place(tx, provider, {
        ...usual,
        times: [
          [1, 'morning'],
          [3, 'morning'],
        ],
      })
      await place(tx, provider, {
        ...usual,
        times: [
          [1, 'afternoon'],
          [3, 'morning'],
        ],
      })
      await place(tx, provider, { ...usual, endOn: getDay('2026-11-24') })
      await place(tx, provider, { ...usual, started: false, startOn: getDay('2026-11-27') })
      await place(tx, provider, { ...usual, agreed: false, started: false })
      await place(tx, provider, { ...usual, week: undefined, daysPerWeek: 2.5 })
    })
    const asked = { providers: [provider], from: monday, to: addDays(monday, 13) }
    const days = await read(db.app, asAuthority(), (tx) => roomByDay(tx, asked))
    expect(days.slice(0, 7).map((d) => [d.places, d.used])).toEqual([
      [3, 3],
      [3, 2],
      [3, 3],
      [3, 1],
      [2, 2],
      [0, 0],
      [0, 0],
    ])
    const weeks = await read(db.app, asAuthority(), (tx) => roomByWeek(tx, asked))
    expect(weeks).toEqual([
      {
        providerId: provider,
        week: monday,
        places: 14,
        used: 11,
        leastFree: 0,
        withoutSchedule: 2.5,
        starts: 1,
        ends: 1,
      },
      {
        providerId: provider,
        week: getDay('2026-11-30'),
        places: 14,
        used: 13,
        leastFree: -1,
        withoutSchedule: 2.5,
        starts: 0,
        ends: 0,
      },
    ])
  })

  test('is none on a closed day, and lacks only a group’s people where only the group is closed', async () => {
    const provider = newProvider()
    const group = GroupId.parse(randomUUID())
    await write(db.app, asCommand(), async (tx) => {
      await tell(tx, [version(provider, getDay('2026-01-01'), [3, 3, 3, 3, 3, 0, 0])])
      await place(tx, provider, usual)
      await place(tx, provider, { ...usual, group })
      await addOfferFacts(tx, [
        saidOf(provider, monday, 'closed'),
        saidOf(provider, addDays(monday, 1), 'closed', group),
        saidOf(provider, addDays(monday, 2), 'staffShortage'),
        saidOf(newProvider(), addDays(monday, 3), 'closed'),
      ])
    })
    const rooms = (from: CalendarDay) =>
      read(db.app, asProvider(provider), async (tx) =>
        (await roomByDay(tx, { providers: [provider], from, to: addDays(from, 4) })).map((d) => [
          d.shut,
          d.places,
          d.used,
        ]),
      )
    expect(await rooms(monday)).toEqual([
      [true, 0, 0],
      [false, 3, 1],
      [true, 0, 0],
      [false, 3, 2],
      [false, 3, 2],
    ])
    // Christmas, which nobody has to say.
    expect((await rooms(getDay('2026-12-21'))).slice(2, 5)).toEqual([
      [false, 3, 2],
      [true, 0, 0],
      [true, 0, 0],
    ])
  })

  test('is on every day what plain arithmetic says, whatever is agreed, ends, or is told of places', async () => {
    const offset = fc.integer({ min: -30, max: 30 })
    const dayAt = offset.map((n) => addDays(monday, n))
    const times = fc.uniqueArray(fc.tuple(fc.integer({ min: 1, max: 7 }), fc.constantFrom(...dayParts)), {
      selector: ([day, part]) => `${day}${part}`,
      maxLength: 6,
      minLength: 1,
    })
    const somebody: fc.Arbitrary<Somebody> = fc.record({
      agreed: fc.boolean(),
      started: fc.boolean(),
      startOn: dayAt,
      endOn: fc.option(dayAt, { nil: undefined }),
      closedOn: fc.option(dayAt, { nil: undefined }),
      daysPerWeek: fc.constantFrom(1, 2.5, 5),
      week: fc.option(
        fc.tuple(dayAt, fc.option(fc.integer({ min: 0, max: 40 }))).map(([from, length]) => ({
          from,
          to: length === null ? null : addDays(from, length),
        })),
        { nil: undefined, freq: 4 },
      ),
      times,
    })
    const told = fc.array(
      fc.tuple(dayAt, fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 7, maxLength: 7 })),
      { maxLength: 4 },
    )
    const said = fc.array(fc.tuple(dayAt, fc.constantFrom(...offerKinds)), { maxLength: 6 })
    await fc.assert(
      fc.asyncProperty(
        fc.array(somebody, { maxLength: 8 }),
        told,
        said,
        async (people, versions, closings) => {
          const provider = newProvider()
          const offers = closings.map(([day, kind]) => saidOf(provider, day, kind))
          const known = versions.map(([from, places]) => version(provider, from, places))
          await write(db.app, asCommand(), async (tx) => {
            await tell(tx, known)
            for (const one of people) await place(tx, provider, one)
            await addOfferFacts(tx, offers)
          })
          // The week of Christmas is among them.
          const asked = { providers: [provider], from: monday, to: addDays(monday, 34) }
          const [days, weeks] = await read(db.app, asAuthority(), async (tx) => [
            await roomByDay(tx, asked),
            await roomByWeek(tx, asked),
          ])
          const expected = Array.from({ length: 35 }, (_, n) => {
            const day = addDays(monday, n)
            const shut = !offerOn(day, offers).open
            const [morning, afternoon] = (['morning', 'afternoon'] as const).map(
              (half) =>
                people.flatMap((p) =>
                  isHeld(p, day) && holds(p, day)
                    ? p.times.filter(
                        ([on, part]) => on === weekday(day) && (part === 'full' || part === half),
                      )
                    : [],
                ).length,
            )
            return {
              providerId: provider,
              day,
              shut,
              places: shut && placesOn(known, day) !== undefined ? 0 : (placesOn(known, day) ?? null),
              used: shut ? 0 : Math.max(morning ?? 0, afternoon ?? 0),
            }
          })
          expect(days).toEqual(expected)
          expect(weeks).toEqual(
            [0, 7, 14, 21, 28].map((n) => {
              const week = addDays(monday, n)
              const sunday = addDays(week, 6)
              const own = expected.slice(n, n + 7)
              const toldOf = own.flatMap((d) => (d.places === null ? [] : [d.places]))
              const free = own.flatMap((d) =>
                d.places === null || (d.places === 0 && d.used === 0) ? [] : [d.places - d.used],
              )
              const within = (day: CalendarDay | undefined) =>
                day !== undefined && day >= week && day <= sunday
              const held = people.filter((p) => first(p) !== undefined && (last(p) ?? '9') >= p.startOn)
              return {
                providerId: provider,
                week,
                places: toldOf.length > 0 ? toldOf.reduce((a, b) => a + b, 0) : null,
                used: own.reduce((sum, d) => sum + d.used, 0),
                leastFree: free.length > 0 ? Math.min(...free) : null,
                withoutSchedule: held
                  .filter((p) => p.startOn <= sunday && (last(p) ?? '9') >= week)
                  .filter((p) => !(p.week && p.week.from <= sunday && (p.week.to ?? '9') >= week))
                  .reduce((sum, p) => sum + p.daysPerWeek, 0),
                starts: held.filter((p) => !p.started && within(p.startOn)).length,
                ends: held.filter((p) => within(last(p))).length,
              }
            }),
          )
        },
      ),
      { numRuns: 40 },
    )
  })

  test('is told anew and never overwritten; the same telling is one', async () => {
    const provider = newProvider()
    const [before, mended] = [2, 4].map((n) => version(provider, today, Array(7).fill(n)))
    if (before === undefined || mended === undefined) throw new Error('two versions')
    await write(db.app, asCommand(), async (tx) => {
      await tell(tx, [before, mended])
      await tell(tx, [before])
    })
    expect(await read(db.app, asProvider(provider), (tx) => placesOfProvider(tx, provider))).toEqual([
      before,
      mended,
    ])
    const asked = { providers: [provider], from: today, to: today }
    expect(await read(db.app, asProvider(provider), (tx) => roomByDay(tx, asked))).toMatchObject([
      { places: 4 },
    ])
    for (const how of [`update provider_place set places = '{1,1,1,1,1,1,1}'`, 'delete from provider_place'])
      await expect(db.app.pool.query(how)).rejects.toThrow(/permission denied/)
  })

  test('is seen by the authority and by its own provider, and by nobody else', async () => {
    const provider = newProvider()
    await write(db.app, asCommand(), async (tx) => {
      await tell(tx, [version(provider, monday, Array(7).fill(2))])
      await place(tx, provider, usual)
    })
    const asked = { providers: [provider], from: today, to: today }
    for (const scope of [asAuthority(), asProvider(provider)])
      expect(await read(db.app, scope, (tx) => roomByDay(tx, asked))).toMatchObject([{ places: 2, used: 1 }])
    for (const scope of [asProvider('en-anden'), asAuthority(billund), asCitizen(newPerson())])
      expect(await read(db.app, scope, (tx) => roomByDay(tx, asked))).toMatchObject([
        { places: null, used: 0 },
      ])
  })
})

const first = (p: Somebody) => (p.agreed || p.started ? p.startOn : undefined)
function last({ endOn, closedOn }: Somebody): CalendarDay | undefined {
  const ends = [endOn, closedOn && addDays(closedOn, -1)].filter((day) => day !== undefined).sort()
  return ends[0]
}
const isHeld = (p: Somebody, day: CalendarDay): boolean =>
  first(p) !== undefined && p.startOn <= day && (last(p) ?? '9') >= day
const holds = ({ week }: Somebody, day: CalendarDay): boolean =>
  week !== undefined && week.from <= day && (week.to ?? '9') >= day
