/** Somebody whom a citizen names with CPR number: known here, or registered by what the citizen wrote. */
import { fullName } from '../../casework/people.ts'
import type { PersonId } from '../../domain/identity.ts'
import { PersonId as Person } from '../../domain/identity.ts'
import { birthDateOf, findCpr } from '../../domain/person/cpr.ts'
import type { CalendarDay } from '../../domain/time/calendar-day.ts'
import { write } from '../../store/connection.ts'
import { findPersonByCpr, savePerson } from '../../store/persons.ts'
import type { PageContext } from '../platform/context.ts'

export type NamedPerson = {
  readonly personId: PersonId
  readonly bornOn: CalendarDay
  /** False where somebody else has the number: whom it belongs to is told to nobody. */
  readonly nameFits: boolean
}

/** Undefined when the CPR number is none. People are written by the system: no face may. */
export async function personNamed(
  c: PageContext,
  typed: { readonly cpr: string | undefined; readonly name: string | undefined },
): Promise<NamedPerson | undefined> {
  const cpr = findCpr(typed.cpr ?? '')
  const bornOn = cpr && birthDateOf(cpr)
  if (!cpr || !bornOn) return undefined
  const scope = { municipality: c.municipality.code, viewer: { kind: 'system' } } as const
  return write(c.house.db, scope, async (tx) => {
    const known = await findPersonByCpr(tx, cpr)
    if (known)
      return {
        personId: known.personId,
        bornOn: known.birthDate,
        nameFits: isSameName(typed.name ?? '', fullName(known)),
      }
    const personId = Person.parse(c.house.newId())
    const names = (typed.name ?? '').split(/\s+/)
    await savePerson(tx, {
      personId,
      cpr,
      validFrom: c.today,
      recordedAt: c.house.now(),
      details: {
        givenName: names.slice(0, -1).join(' '),
        familyName: names.at(-1) ?? '',
        birthDate: bornOn,
        language: 'da',
        digitalPostExempt: false,
        easyRead: false,
      },
    })
    return { personId, bornOn, nameFits: true }
  })
}

/** First and last name are the same; people leave out what stands between. */
function isSameName(typed: string, registered: string): boolean {
  const ends = (name: string) => {
    const words = name.trim().toLocaleLowerCase('da').split(/\s+/)
    return [words[0], words.at(-1)].join(' ')
  }
  return ends(typed) === ends(registered)
}
