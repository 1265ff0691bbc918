/** What a command would do, without doing it: for a look at the letter, and for “are you sure?”. Stores nothing. */
import type { CaseCommand } from '../domain/case/commands.ts'
import { decide } from '../domain/case/commands.ts'
import { isRefusal, type Refusal } from '../domain/refusal.ts'
import type { LetterInputs } from '../letters/letter-content.ts'
import type { House } from './house.ts'
import type { LoadedCase } from './load-case.ts'
import { peopleFor } from './people.ts'
import { type Asking, contextOf } from './perform.ts'
import { inputsOf, sourceInputsOf } from './write-letters.ts'

/**
 * The letters that the command would send as the case stands, exactly as they would be printed, or why it would be
 * refused. The permission table is not asked: the page that shows this is for whoever may do it.
 */
export async function foreseeLetters(
  house: House,
  asking: Asking,
  loaded: LoadedCase,
  command: CaseCommand,
): Promise<readonly LetterInputs[] | Refusal> {
  const decided = decide(loaded.file, command, contextOf(house, asking))
  if (isRefusal(decided)) return decided
  const people = await peopleFor(house, asking, loaded, decided.letters)
  return [
    ...(decided.toSources ?? []).map((order) => sourceInputsOf(house, asking, loaded.file, order, people)),
    ...decided.letters.map((order) => inputsOf(house, asking, loaded.file, order, people)),
  ]
}
