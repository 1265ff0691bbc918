/** A move in a history: what somebody tries, and how likely beside the others that are possible at the same time. */
import type { CaseCommand } from '../../src/domain/case/commands.ts'
import type { EventActor } from '../../src/domain/case/envelope.ts'
import { asSanne } from './case-story.ts'

export type Move = { readonly weight: number; readonly by: EventActor; readonly command: CaseCommand }

export const sometimes = (weight: number, command: CaseCommand, by: EventActor = asSanne): Move => ({
  weight,
  by,
  command,
})

/** One of the values, the same one for the same number. */
export const one = <const T>(from: readonly [T, ...T[]], detail: number): T =>
  from[detail % from.length] ?? from[0]
