/** The people that letters name, looked up in one go: recipients, caseworker, and what documents are called. */
import type { LetterOrder } from '../domain/case/letter/order.ts'
import type { PersonId, UserId } from '../domain/identity.ts'
import type { Municipality } from '../standards/municipality.ts'
import { read } from '../store/connection.ts'
import { listDocuments } from '../store/documents.ts'
import { findPersons, type Person } from '../store/persons.ts'
import { listUsers, type StaffUser } from '../store/users.ts'
import { getMunicipality, type House } from './house.ts'
import type { LoadedCase } from './load-case.ts'
import type { Asking } from './perform.ts'
import type { Addressee, People } from './write-letters.ts'

export async function peopleFor(
  house: House,
  asking: Asking,
  { caseId, file }: Pick<LoadedCase, 'caseId' | 'file'>,
  letters: readonly Pick<LetterOrder, 'recipients'>[],
): Promise<People> {
  const ids = [...new Set([file.personId, ...letters.flatMap((l) => l.recipients)])]
  const scope = { municipality: asking.municipality, viewer: { kind: 'command' } } as const
  const [persons, users, documents] = await read(house.db, scope, (tx) =>
    Promise.all([findPersons(tx, ids), listUsers(tx), listDocuments(tx, caseId)]),
  )
  return {
    ...peopleAmong(getMunicipality(house, asking.municipality), persons, users),
    documentName: (hash) => documents.find((d) => d.hash === hash)?.name,
  }
}

/** Who is who in letters, of those that have been looked up. */
export function peopleAmong(
  { letterhead }: Municipality,
  persons: readonly Person[],
  users: readonly StaffUser[],
): Pick<People, 'addressee' | 'writer'> {
  return {
    addressee: (id: PersonId) => {
      const person = persons.find((p) => p.personId === id)
      return person && addresseeOf(person)
    },
    writer: (id: UserId | undefined) => {
      const user = users.find((u) => u.userId === id)
      // Until a case is given to somebody, the unit answers for it.
      if (user === undefined)
        return { name: letterhead.unit, title: letterhead.municipality, phone: letterhead.phone }
      return {
        name: user.name,
        title: 'Socialrådgiver',
        phone: user.phone ?? letterhead.phone,
        ...(user.email && { email: user.email }),
      }
    },
  }
}

export const fullName = (p: Pick<Person, 'givenName' | 'familyName'>): string =>
  `${p.givenName} ${p.familyName}`

const addresseeOf = (person: Person): Addressee => ({
  name: fullName(person),
  address: person.address
    ? [person.address.street, `${person.address.postalCode} ${person.address.town}`]
    : [],
  addressProtected: person.address?.protected ?? false,
  onPaper: person.digitalPostExempt || person.cpr === undefined,
  cpr: person.cpr,
})
