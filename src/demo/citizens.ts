/** The people of a municipality: those with a story of their own, and as many beside them as make a town. */
import { PersonId } from '../domain/identity.ts'
import { birthDateOf } from '../domain/person/cpr.ts'
import { addDays, addMonths, ageOn, type CalendarDay } from '../domain/time/calendar-day.ts'
import type { Cast } from './cast.ts'
import { type Chance, chanceOf, idOf } from './chance.ts'
import type { Citizen, Identity, Path } from './citizen.ts'
import { birthDateNear, impossibleCpr } from './cpr.ts'
import { familyNames, mensNames, streets, towns, womensNames } from './names.ts'
import { type Particular, particularsOf } from './particular.ts'
import { type ProfileName, profiles, usual } from './profiles/all.ts'
import { aboutPath, type Share, sharesOf } from './shares.ts'
import { testPersons } from './test-persons.ts'

export type Size = 'full' | 'small'
export type Making = { readonly seed: string; readonly anchor: CalendarDay; readonly size: Size }

/** Everybody, the particular ones first. A function of the seed and the anchor day. */
export function citizensOf(cast: Cast, making: Making): readonly Citizen[] {
  const make = new Set<string>()
  const particular = particularsOf(cast.key, making.size).map((p) => particularCitizen(cast, making, p, make))
  const ordinary = sharesOf(cast.key, making.size).flatMap((share) =>
    Array.from({ length: share.people }, (_, i) => ordinaryCitizen(cast, making, share, i, make)),
  )
  return [...particular, ...ordinary]
}

/** Official test persons keep their name and number; who is not one is made up. */
function particularCitizen(cast: Cast, making: Making, p: Particular, taken: Set<string>): Citizen {
  const identity = (who: Particular['who']): Identity =>
    typeof who === 'string'
      ? testPerson(cast, making, who)
      : madeUp(cast, making, `particular-${who.name}`, birthDateOn(making, who.age), taken, who.name)
  const { who, helper, ...rest } = p
  return {
    ...identity(who),
    ...rest,
    ...(helper && { helper: { ...helper, citizen: identity(helper.who) } }),
    key: `${cast.key}-particular-${typeof who === 'string' ? who : who.name}`,
  }
}

const birthDateOn = ({ anchor }: Making, age: number): CalendarDay =>
  birthDateNear(addDays(addMonths(anchor, -12 * age), -100))

function testPerson(cast: Cast, { seed }: Making, cpr: string): Identity {
  const [, givenName, familyName] = testPersons.find(([number]) => number === cpr) ?? []
  const bornOn = birthDateOf(cpr)
  if (givenName === undefined || familyName === undefined || bornOn === undefined)
    throw new Error('no official test person has this number')
  return {
    personId: PersonId.parse(idOf(seed, cast.key, cpr)),
    cpr,
    givenName,
    familyName,
    bornOn,
    ...livingAt(cast, chanceOf(seed, cast.key, cpr)),
  }
}

function ordinaryCitizen(
  cast: Cast,
  making: Making,
  share: Share,
  index: number,
  taken: Set<string>,
): Citizen {
  const key = `${cast.key}-${share.name}-${index + 1}`
  const chance = chanceOf(making.seed, key)
  const profile: ProfileName = chance.pick(share.profiles ?? usual)
  const [youngest, oldest] = profiles[profile].ages
  const age = chance.between(youngest, oldest)
  const bornOn = birthDateNear(addDays(addMonths(making.anchor, -12 * age), -chance.between(1, 330)))
  const path: Path = share.path(chance, index)
  return {
    ...madeUp(cast, making, key, bornOn, taken),
    key,
    profile,
    path,
    ...(chance.happens(0.03) && { protected: true as const }),
    ...(chance.happens(0.1) && { onPaper: true as const }),
    ...(profile === 'refugee' && { interpreter: chance.pick(['arabisk', 'dari', 'tigrinya', 'ukrainsk']) }),
    ...(['learningDisability', 'ageingWithDown', 'youngFromSchool'].includes(profile) && {
      easyRead: true as const,
    }),
    about: aboutPath(path, share),
  }
}

function madeUp(
  cast: Cast,
  { seed }: Making,
  key: string,
  bornOn: CalendarDay,
  taken: Set<string>,
  name?: string,
): Identity {
  const chance = chanceOf(seed, cast.key, key, 'name')
  const woman = name === undefined ? chance.happens(0.5) : womensNames.includes(name.split(' ')[0] ?? '')
  const drawn = (): string => `${chance.pick(woman ? womensNames : mensNames)} ${chance.pick(familyNames)}`
  let full = name ?? drawn()
  // Two of the same name are left to real towns.
  while (taken.has(full)) full = drawn()
  taken.add(full)
  let serial = chance.between(0, 40)
  while (taken.has(impossibleCpr(bornOn, woman, serial))) serial += 1
  const cpr = impossibleCpr(bornOn, woman, serial)
  taken.add(cpr)
  const [givenName = '', ...rest] = full.split(' ')
  return {
    personId: PersonId.parse(idOf(seed, cast.key, key)),
    cpr,
    givenName,
    familyName: rest.join(' '),
    bornOn,
    ...livingAt(cast, chance),
  }
}

function livingAt({ municipality }: Cast, chance: Chance): Pick<Identity, 'address' | 'phone'> {
  const [postalCode, town] = chance.pick(towns[municipality] ?? [['9999', 'Lillerup']])
  return {
    address: { street: `${chance.pick(streets)} ${chance.between(1, 98)}`, postalCode, town },
    // No Danish number begins with 00.
    phone: `00 ${chance.between(10, 99)} ${chance.between(10, 99)} ${chance.between(10, 99)}`,
  }
}

export const ageOf = ({ bornOn }: Identity, day: CalendarDay): number => ageOn(bornOn, day)
