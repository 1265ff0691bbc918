/** Somebody found by CPR number, or made with a name when the register here does not know them yet. */
import type { PersonId } from '../../domain/identity.ts'
import { PersonId as PersonIdSchema } from '../../domain/identity.ts'
import { birthDateOf, findCpr } from '../../domain/person/cpr.ts'
import { read, write } from '../../store/connection.ts'
import { type Address, findPersonByCpr, type Person, savePerson } from '../../store/persons.ts'
import type { PageContext } from '../platform/context.ts'

/** The person with the CPR number typed in a field; undefined when it is none, or nobody's here. */
export async function findTypedPerson(c: PageContext, field: string): Promise<Person | undefined> {
  const cpr = findCpr(c.form.text(field) ?? '')
  return cpr ? read(c.house.db, c.scope, (tx) => findPersonByCpr(tx, cpr)) : undefined
}

export type NewPerson = {
  readonly cpr: string
  readonly givenName: string
  readonly familyName: string
  readonly phone?: string | undefined
  readonly interpreter?: string | undefined
  readonly digitalPostExempt?: boolean
  readonly address?: Address
}

/** Somebody the register here does not know yet. People are written by the system: no face may. */
export async function addPerson(c: PageContext, { cpr, ...person }: NewPerson): Promise<PersonId> {
  const birthDate = birthDateOf(cpr)
  if (birthDate === undefined) throw new Error('a CPR number without a birth date')
  const personId = PersonIdSchema.parse(c.house.newId())
  const scope = { municipality: c.municipality.code, viewer: { kind: 'system' } } as const
  await write(c.house.db, scope, (tx) =>
    savePerson(tx, {
      personId,
      cpr,
      validFrom: c.today,
      recordedAt: c.house.now(),
      details: { digitalPostExempt: false, ...person, birthDate, language: 'da', easyRead: false },
    }),
  )
  return personId
}
