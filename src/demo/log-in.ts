/** Whom one can be at the demonstration's test log-in: everybody who was made, with what there is to see as them. */
import type { CalendarDay } from '../domain/time/calendar-day.ts'
import type { ListPeople, TestPerson } from '../exchange/identity/test-provider.ts'
import { colleaguesOf } from './cast.ts'
import { ageOf, citizensOf, type Making } from './citizens.ts'
import { casts, usualSeed } from './seed.ts'

/** The lists of the demonstration around this anchor day, the people with a story of their own first. */
export function peopleToBe(making: Omit<Making, 'seed'>): ListPeople {
  const lists = new Map<string, readonly TestPerson[]>()
  for (const cast of casts()) {
    lists.set(
      `staff ${cast.municipality}`,
      colleaguesOf(cast).map(({ subject, name, about }) => ({
        id: subject,
        name,
        about: about.da,
        claims: { name },
      })),
    )
    lists.set(`citizen ${cast.municipality}`, citizensToBe(cast, making))
  }
  return async (issuer, municipality, text) => {
    const wanted = text.trim().toLocaleLowerCase('da')
    return (lists.get(`${issuer} ${municipality}`) ?? []).filter(({ name, about }) =>
      `${name} ${about}`.toLocaleLowerCase('da').includes(wanted),
    )
  }
}

function citizensToBe(
  cast: ReturnType<typeof casts>[number],
  making: { readonly anchor: CalendarDay; readonly size: Making['size'] },
): readonly TestPerson[] {
  const citizens = citizensOf(cast, { ...making, seed: usualSeed })
  return citizens.flatMap((citizen) => {
    const person = (who: typeof citizen | NonNullable<typeof citizen.helper>['citizen'], about: string) => ({
      id: who.personId,
      name: `${who.givenName} ${who.familyName}`,
      about,
      claims: {
        cpr: who.cpr,
        name: `${who.givenName} ${who.familyName}`,
        given_name: who.givenName,
        family_name: who.familyName,
      },
    })
    const own = person(citizen, `${ageOf(citizen, making.anchor)} år. ${citizen.about}`)
    if (citizen.helper === undefined) return [own]
    const does = citizen.helper.type === 'guardianPersonal' ? 'Værge' : 'Partsrepræsentant'
    return [own, person(citizen.helper.citizen, `${does} for ${own.name}.`)]
  })
}
