/** Names as a tablet shows them, that others can see over one's shoulder: no longer than it takes to tell people apart. */
import type { PersonId } from '../../domain/identity.ts'

type Named = { readonly personId: PersonId; readonly givenName: string; readonly familyName: string }

/** “Karen J.”, and “Karen Jensen” where two would be the same. */
export function shownNames(people: readonly Named[]): ReadonlyMap<PersonId, string> {
  const short = ({ givenName, familyName }: Named): string => `${givenName} ${familyName.slice(0, 1)}.`
  const count = new Map<string, number>()
  for (const person of people) count.set(short(person), (count.get(short(person)) ?? 0) + 1)
  return new Map(
    people.map((person) => [
      person.personId,
      count.get(short(person)) === 1 ? short(person) : `${person.givenName} ${person.familyName}`,
    ]),
  )
}
