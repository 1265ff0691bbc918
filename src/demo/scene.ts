/** What everybody in a case knows: the people, the place, the dates, and how texts speak of them. */
import type { Subject } from '../domain/access/permissions.ts'
import type { EventActor } from '../domain/case/envelope.ts'
import type { PersonId } from '../domain/identity.ts'
import type { StandardTerms } from '../domain/standard/terms.ts'
import { addDays, type CalendarDay, weekday } from '../domain/time/calendar-day.ts'
import { isWorkingDay, lastWorkingDay } from '../domain/time/working-days.ts'
import type { Cast, Colleague, Place } from './cast.ts'
import { type Chance, chanceOf } from './chance.ts'
import type { Citizen, Path } from './citizen.ts'
import type { Making } from './citizens.ts'
import { profiles } from './profiles/all.ts'
import type { Profile } from './profiles/profile.ts'

/** What the citizen gets less of, in a part refusal. */
export type Difference = 'days' | 'place' | 'transport'

export type Scene = {
  readonly cast: Cast
  readonly citizen: Citizen
  readonly path: Path
  readonly profile: Profile
  readonly chance: Chance
  readonly caseworker: Colleague
  /** Where the place is granted, and where it was wished for. */
  readonly place: Place
  readonly wished: Place | undefined
  readonly difference: Difference | undefined
  readonly fewer: boolean
  readonly received: CalendarDay
  /** The first working day so many days after the application. */
  readonly after: (days: number) => CalendarDay
  readonly anchor: CalendarDay
  readonly parameters: StandardTerms['parameters']
  /** A text with the person's name and the place in it. */
  readonly say: (text: string) => string
}

export const nextWorkingDay = (day: CalendarDay): CalendarDay =>
  isWorkingDay(day) ? day : nextWorkingDay(addDays(day, 1))

/** The Monday on or after a day: programmes begin with the week. */
export const mondayFrom = (day: CalendarDay): CalendarDay =>
  weekday(day) === 1 ? day : mondayFrom(addDays(day, 1))

export function sceneOf(
  cast: Cast,
  citizen: Citizen,
  path: Path,
  { seed, anchor }: Making,
  parameters: StandardTerms['parameters'],
): Scene {
  const chance = chanceOf(seed, citizen.key, 'story')
  const profile: Profile = profiles[citizen.profile]
  const day = addDays(anchor, -path.receivedDaysAgo)
  const received = path.channel === undefined || path.channel === 'web' ? day : lastWorkingDay(day)
  const place = chance.pick(cast.places)
  const others = cast.places.filter((p) => p !== place)
  const difference = path.outcome === 'part' ? differenceOf(profile, chance) : undefined
  const wished = difference === 'place' ? chance.pick(others) : chance.happens(0.3) ? place : undefined
  const caseworkers = path.elsewhere ? cast.elsewhere : cast.caseworkers
  // One of the particular people's cases lies with the caseworker whom one is told to log in as.
  const caseworker = citizen.featured ? caseworkers[0] : chance.pick(caseworkers)
  if (caseworker === undefined) throw new Error('there is no caseworker')
  return {
    cast,
    citizen,
    path,
    profile,
    chance,
    caseworker,
    place,
    wished,
    difference,
    fewer: difference === 'days' || (difference === undefined && chance.happens(0.25)),
    received,
    after: (days) => nextWorkingDay(addDays(received, days)),
    anchor,
    parameters,
    say: (text) =>
      text.replaceAll('{navn}', citizen.givenName.replace(' Test', '')).replaceAll('{sted}', place.name),
  }
}

function differenceOf({ grounds }: Profile, chance: Chance): Difference {
  // Whoever has a functional impairment has the right to transport: there it cannot be refused.
  const onlySocial = grounds.every((ground) => ground === 'social')
  return chance.pick(onlySocial ? (['days', 'place', 'transport'] as const) : (['days', 'place'] as const))
}

/** Who acts, as the permission table and the journal are told. */
export type Asker = {
  readonly subject: Subject
  readonly actor: EventActor
  readonly onBehalfOf?: PersonId
}

export function asStaff({ userId, roles, unit, provider }: Colleague): Asker {
  return {
    subject: { roles, userId, unit, provider },
    actor: { kind: 'staff', userId, role: roles[0] ?? 'none' },
  }
}

export const asCitizen = ({ personId }: { readonly personId: PersonId }): Asker => ({
  subject: { roles: ['citizen'], personId },
  actor: { kind: 'citizen', personId },
})
