/**
 * Fills a demonstration: two municipalities, their staff and their people, whose past is lived through case by case with
 * the real commands. The same seed and the same anchor day give the same data. What was broken off is gone on with.
 */
import { versionOn } from '../casework/house.ts'
import type { CalendarDay } from '../domain/time/calendar-day.ts'
import { setMailbox } from '../exchange/digital-post/simulator-switches.ts'
import { reserveCaseNumbers } from '../store/cases.ts'
import { read, type WriteTx, write } from '../store/connection.ts'
import {
  type DemoClock,
  findDemoClock,
  holdsAnything,
  moveDemoClock,
  startDemoClock,
} from '../store/demo-clock.ts'
import { findPersons, savePerson } from '../store/persons.ts'
import { saveUser } from '../store/users.ts'
import { offerActivities } from './activities.ts'
import { attend } from './attendance.ts'
import { type Cast, colleaguesOf, lillerupCast, vejenCast } from './cast.ts'
import type { Citizen, Identity } from './citizen.ts'
import { citizensOf, type Making } from './citizens.ts'
import { formGroups } from './groups.ts'
import { keepOldCases } from './kept.ts'
import { firstDay, type Houses, live, numbered } from './live.ts'
import { planOutings } from './outings.ts'
import { adoptAndPublish } from './own-duties.ts'
import { tellPlaces } from './places.ts'
import { beginReviews } from './reviews.ts'
import { driveSomebody } from './rides.ts'
import { fillRegisters } from './rights.ts'
import { sceneOf } from './scene.ts'
import { type Story, storyOf } from './story.ts'

export const usualSeed = 'hverdag-1'

export const casts = (): readonly Cast[] => [vejenCast(), lillerupCast()]

/** The database is somebody else's, or the demonstration was made otherwise: one sentence. */
export class SeedError extends Error {
  override readonly name = 'SeedError'
}

export type Seeding = Omit<Making, 'seed'> & {
  readonly seed?: string
  readonly houses: Houses
  /** How much of the past has been lived through, in percent, of so many people. */
  readonly progress: (percent: number, people: number) => void
  readonly signal: AbortSignal
}

export type Seeded = { readonly people: number; readonly anchor: CalendarDay }

/** The clocks of the demonstration by municipality; one that is missing has not been begun. */
export const findClocks = ({ app }: Houses): Promise<readonly (DemoClock | undefined)[]> =>
  Promise.all(
    casts().map(({ municipality }) =>
      read(app.db, { municipality, viewer: { kind: 'system' } }, findDemoClock),
    ),
  )

/** Whether there is a whole demonstration, a broken-off one, none yet, or something else. */
export async function stateOf(houses: Houses): Promise<'whole' | 'begun' | 'empty' | 'other'> {
  const clocks = await findClocks(houses)
  if (clocks.every((clock) => clock !== undefined && clock.today >= clock.anchor)) return 'whole'
  if (clocks.some((clock) => clock !== undefined)) return 'begun'
  const full = await Promise.all(
    casts().map(({ municipality }) =>
      read(houses.app.db, { municipality, viewer: { kind: 'system' } }, holdsAnything),
    ),
  )
  return full.some(Boolean) ? 'other' : 'empty'
}

/** Fills an empty database, or goes on with what was broken off. Throws `SeedError` on any other. */
export async function seed({ houses, size, progress, signal, ...given }: Seeding): Promise<Seeded> {
  const state = await stateOf(houses)
  if (state === 'whole' || state === 'other')
    throw new SeedError(
      state === 'whole'
        ? 'This database holds a demonstration already: it goes on with that one, or give it an empty database.'
        : 'This database holds people or cases already, and a demonstration is only put into an empty one.',
    )
  const begun = (await findClocks(houses)).find((clock) => clock !== undefined)
  const making: Making = { seed: given.seed ?? usualSeed, size, anchor: begun?.anchor ?? given.anchor }
  const towns = casts().map((cast) => townOf(houses, cast, making))
  const people = towns.reduce((sum, { stories }) => sum + stories.length, 0)
  const acts = towns.flatMap(({ stories }) => stories).reduce((sum, story) => sum + story.acts.length, 0)
  let done = 0
  // The towns know nothing of each other.
  const fillTown = async ({ cast, citizens, stories, taken }: DemoTown): Promise<void> => {
    const scope = { municipality: cast.municipality, viewer: { kind: 'system' } } as const
    const start = firstDay(stories, making.anchor)
    await write(houses.app.db, scope, async (tx) => {
      await startDemoClock(tx, making.anchor, start)
      for (const [year, count] of taken) await reserveCaseNumbers(tx, year, count)
      await settle(tx, cast, citizens, start)
      await offerActivities(tx, cast, start)
      await formGroups(tx, cast, start)
    })
    await adoptAndPublish(houses.app, cast, making.anchor, making.seed)
    await fillRegisters(houses.app, cast, making.anchor, making.seed)
    await planOutings(houses.app, cast, making.anchor, making.seed)
    await tellPlaces(houses.app, cast, making.anchor, making.seed)
    for (const citizen of citizens.filter((c) => c.mailboxClosed))
      await setMailbox(houses.worker.db, cast.municipality, citizen.cpr, 'closed')
    await live({
      house: houses.app,
      cast,
      stories,
      until: making.anchor,
      seed: making.seed,
      done: (told) => {
        done += told
        progress(Math.floor((100 * done) / acts), people)
      },
      signal,
    })
    await driveSomebody(houses.app, cast, making.anchor, making.seed)
    await attend(houses.app, cast, making.anchor, making.seed)
    await beginReviews(houses.app, cast, making.anchor, making.seed)
    if (cast.key === 'vejen') await keepOldCases(houses.app, cast, making.anchor, making.seed)
    // Only now is it whole.
    await write(houses.app.db, scope, (tx) => moveDemoClock(tx, making.anchor))
  }
  await Promise.all(towns.map(fillTown))
  return { people, anchor: making.anchor }
}

type DemoTown = {
  readonly cast: Cast
  readonly citizens: readonly Citizen[]
} & ReturnType<typeof numbered>

function townOf({ app }: Houses, cast: Cast, making: Making): DemoTown {
  const municipality = app.municipalities.get(cast.municipality)
  if (municipality === undefined)
    throw new SeedError(
      `The demonstration needs the standards of its two municipalities: leave HVERDAG_STANDARDS unset, for ${cast.municipality} has none.`,
    )
  const citizens = citizensOf(cast, making)
  const { parameters } = versionOn(municipality, making.anchor).terms
  const stories = citizens.flatMap((citizen): Story[] => {
    if (citizen.path === undefined) return []
    const scene = sceneOf(cast, citizen, citizen.path, making, parameters)
    return [{ scene, acts: storyOf(scene) }]
  })
  return { cast, citizens, ...numbered(stories) }
}

/** Staff and people, each once. */
async function settle(
  tx: WriteTx,
  cast: Cast,
  citizens: readonly Citizen[],
  since: CalendarDay,
): Promise<void> {
  for (const { userId, subject, name, roles, unit, provider, phone, email } of colleaguesOf(cast))
    await saveUser(tx, {
      userId,
      subject,
      name,
      phone,
      email,
      unit: unit ?? null,
      roles,
      providerId: provider ?? null,
      active: true,
    })
  const helpers = citizens.flatMap(({ helper }) => (helper ? [helper.citizen] : []))
  const everybody: readonly (Identity & Partial<Citizen>)[] = [...citizens, ...helpers]
  const known = new Set(
    (
      await findPersons(
        tx,
        everybody.map((p) => p.personId),
      )
    ).map((p) => p.personId),
  )
  for (const person of everybody) {
    if (known.has(person.personId)) continue
    await savePerson(tx, {
      personId: person.personId,
      cpr: person.cpr,
      validFrom: since,
      recordedAt: new Date(`${since}T06:00:00Z`),
      details: {
        givenName: person.givenName,
        familyName: person.familyName,
        birthDate: person.bornOn,
        residentMunicipality: cast.municipality,
        phone: person.phone,
        language: 'da',
        digitalPostExempt: person.onPaper ?? false,
        easyRead: person.easyRead ?? false,
        ...(person.interpreter && { interpreter: person.interpreter }),
        address: { ...person.address, protected: person.protected ?? false },
      },
    })
  }
}
