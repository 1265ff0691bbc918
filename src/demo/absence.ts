/** One whose repeated absence has been talked about with both sides (K1.2-4), and waits to be assessed (K1.2-5). */
import type { House } from '../casework/house.ts'
import { findCase } from '../casework/load-case.ts'
import { isConflict, perform } from '../casework/perform.ts'
import { openPattern } from '../domain/case/absence/about.ts'
import type { CaseId, PartId } from '../domain/identity.ts'
import { isRefusal } from '../domain/refusal.ts'
import type { CalendarDay } from '../domain/time/calendar-day.ts'
import { read } from '../store/connection.ts'
import { type Cast, colleaguesOf } from './cast.ts'
import { idOf } from './chance.ts'
import { houseAt } from './live.ts'
import { asStaff } from './scene.ts'

const talks = [
  {
    with: 'citizen',
    how: 'visit',
    cause: 'transport',
    words: 'Det er turen i bussen. Der er for mange mennesker om morgenen, og så bliver det for meget.',
  },
  {
    with: 'provider',
    how: 'phone',
    cause: 'transport',
    words: 'Dagene går godt, når hun først er der. De kan tage imod en time senere.',
  },
] as const

/** Does nothing where the case has no repeated absence that is still open. */
export async function talkAboutAbsence(
  house: House,
  cast: Cast,
  anchor: CalendarDay,
  seed: string,
  { caseId, orderId }: { readonly caseId: CaseId; readonly orderId: PartId },
): Promise<void> {
  const { municipality } = cast
  const scope = { municipality, viewer: { kind: 'system' } } as const
  const file = (await read(house.db, scope, (tx) => findCase(tx, caseId)))?.file
  const pattern = file && openPattern(file, orderId)
  const caseworker = colleaguesOf(cast).find(({ userId }) => userId === file?.caseworker)
  if (pattern === undefined || caseworker === undefined) return
  const { patternId } = pattern
  for (const talk of talks) {
    const commandId = idOf(seed, 'absence', caseId, talk.with)
    const done = await perform(
      houseAt(house, anchor, commandId),
      { municipality, today: anchor, ...asStaff(caseworker) },
      {
        caseId,
        commandId,
        command: { type: 'recordAbsenceDialogue', input: { patternId, heldOn: anchor, ...talk } },
      },
    )
    if (isRefusal(done) || isConflict(done))
      throw new Error(`the talk about absence was refused: ${JSON.stringify(done)}`)
  }
}
