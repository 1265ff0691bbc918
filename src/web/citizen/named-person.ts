/** Somebody whom a citizen names with CPR number: known here, or registered by what the citizen wrote. */
import type { PersonId } from '../../domain/identity.ts'
import { PersonId as Person } from '../../domain/identity.ts'
import { birthDateOf, findCpr } from '../../domain/person/cpr.ts'
import type { CalendarDay } from '../../domain/time/calendar-day.ts'
import { write } from '../../store/connection.ts'
import { findPersonByCpr, savePerson } from '../../store/persons.ts'
import type { PageContext } from '../platform/context.ts'

export type NamedPerson = { readonly personId: PersonId; readonly bornOn: CalendarDay }

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
    if (known) return { personId: known.personId, bornOn: known.birthDate }
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
    return { personId, bornOn }
  })
}
