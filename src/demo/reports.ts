/** What providers have told of those placed with them: one waits, one is talked about, one led to a reassessment (K2.3-4, K2.4b). */
import type { House } from '../casework/house.ts'
import { findCase } from '../casework/load-case.ts'
import { isConflict, perform } from '../casework/perform.ts'
import type { CaseCommand } from '../domain/case/commands.ts'
import { refuseIfNotReassessable } from '../domain/case/reassessment/decide.ts'
import type { CaseId, PartId, ProviderId } from '../domain/identity.ts'
import { isRefusal } from '../domain/refusal.ts'
import { addDays, type CalendarDay } from '../domain/time/calendar-day.ts'
import { read } from '../store/connection.ts'
import { type Cast, colleaguesOf } from './cast.ts'
import { idOf } from './chance.ts'
import { houseAt } from './live.ts'
import { asStaff } from './scene.ts'

const stories = [
  {
    kind: 'deliveryProblem',
    what: 'To medarbejdere er syge, og holdet om onsdagen er slået sammen med et andet.',
    done: 'Vi har fået en vikar to formiddage og flyttet turen til fredag.',
    proposed: 'Vi melder igen, hvis det ikke er løst om 14 dage.',
    hints: ['staff'],
    answers: [],
  },
  {
    kind: 'deviation',
    what: 'Der har ikke været kræfter til madholdet, som står i planen. Det er blevet til korte gåture.',
    done: 'Vi har talt om det og spurgt, hvad der ville være godt i stedet.',
    proposed: 'At mål og plan bliver talt igennem på et møde.',
    hints: ['goalNotWorkedWith', 'changedBehaviour'],
    answers: [{ reaction: 'contact', words: 'Tak. Jeg ringer på torsdag og vender tilbage til jer.' }],
  },
  {
    kind: 'changeRequest',
    what: 'Dagene er blevet for lange. Efter middag er der brug for ro og hvile.',
    done: 'Vi har lavet et stille rum og sat pauser ind.',
    proposed: 'Færre timer om dagen.',
    hints: ['changedBehaviour'],
    answers: [{ reaction: 'reassessment', words: 'Det ser vi på igen sammen med borgeren.' }],
  },
] as const

type Placed = { readonly caseId: CaseId; readonly orderId: PartId; readonly providerId: ProviderId }

/** One story for each placement that runs, as far as they go. */
export async function tellOfPlacements(
  house: House,
  cast: Cast,
  anchor: CalendarDay,
  seed: string,
  placements: readonly Placed[],
): Promise<void> {
  const { municipality } = cast
  const scope = { municipality, viewer: { kind: 'system' } } as const
  let told = 0
  for (const { caseId, orderId, providerId } of placements) {
    const story = stories[told]
    if (story === undefined) return
    const file = (await read(house.db, scope, (tx) => findCase(tx, caseId)))?.file
    const caseworker = colleaguesOf(cast).find(({ userId }) => userId === file?.caseworker)
    if (!file || !caseworker || refuseIfNotReassessable(file)) continue
    const [worker] = cast.workersAt(providerId)
    told += 1
    const say = async (who: typeof worker, what: string, command: CaseCommand) => {
      const commandId = idOf(seed, 'report', caseId, what)
      const done = await perform(
        houseAt(house, anchor, commandId),
        { municipality, today: anchor, ...asStaff(who) },
        { caseId, commandId, command },
      )
      if (isRefusal(done) || isConflict(done))
        throw new Error(`the report was refused: ${JSON.stringify(done)}`)
    }
    const { answers, hints, ...words } = story
    await say(worker, 'told', {
      type: 'reportToAuthority',
      input: { orderId, since: addDays(anchor, -1), ...words, hints: [...hints] },
    })
    const after = (await read(house.db, scope, (tx) => findCase(tx, caseId)))?.file
    const report = after?.reports.at(-1)
    if (report === undefined) continue
    for (const answer of answers)
      await say(caseworker, answer.reaction, {
        type: 'answerReport',
        input: { reportId: report.reportId, ...answer },
      })
  }
}
