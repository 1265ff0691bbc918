/** Lives through the past of a municipality, day by day, with the product's own commands. */
import { getMunicipality, type House, versionOn } from '../casework/house.ts'
import { findCase } from '../casework/load-case.ts'
import { isConflict, openCase, type Performed, perform } from '../casework/perform.ts'
import type { CaseId } from '../domain/identity.ts'
import { isRefusal } from '../domain/refusal.ts'
import { addDays, type CalendarDay, earliest } from '../domain/time/calendar-day.ts'
import { read, write } from '../store/connection.ts'
import { moveDemoClock } from '../store/demo-clock.ts'
import { applicationOf } from './application.ts'
import type { Cast } from './cast.ts'
import { idOf } from './chance.ts'
import { pastPost } from './post-room.ts'
import { type Asker, asCitizen, asStaff, type Scene } from './scene.ts'
import type { Act, Story } from './story.ts'

/** The house in both of its roles. */
export type Houses = { readonly app: House; readonly worker: House }

type Life = Story & { opening?: Promise<CaseId>; told: number }

/** So many cases are gone on with at a time. */
const atOnce = 6

export type Living = {
  readonly houses: Houses
  readonly cast: Cast
  readonly stories: readonly Story[]
  /** Where a past that was broken off goes on; absent: from the first application. */
  readonly from: CalendarDay
  readonly until: CalendarDay
  readonly seed: string
  /** How many acts have been lived through. */
  readonly done: (acts: number) => void
  readonly signal: AbortSignal
}

/** The first day on which anything happens. */
export const firstDay = (stories: readonly Story[], anchor: CalendarDay): CalendarDay =>
  stories.map(({ scene }) => scene.received).reduce(earliest, anchor)

export async function live({
  houses,
  cast,
  stories,
  from,
  until,
  seed,
  done,
  signal,
}: Living): Promise<void> {
  const { municipality } = cast
  const lives = stories.map(
    ({ scene, acts }): Life => ({ scene, acts, told: acts.filter((act) => act.day < from).length }),
  )
  const scope = { municipality, viewer: { kind: 'system' } } as const
  for (let day = from; day <= until; day = addDays(day, 1)) {
    signal.throwIfAborted()
    const begins = lives.filter(({ scene, opening }) => opening === undefined && scene.received <= day)
    const goOn = lives.filter((life) => at(life)?.day === day)
    if (begins.length + goOn.length === 0 && day !== until) continue
    await write(houses.app.db, scope, (tx) => moveDemoClock(tx, day))
    // One after the other: case numbers go by the order of arrival. Those who are further on need not wait for it.
    let last: Promise<unknown> = Promise.resolve()
    for (const life of begins) {
      life.opening = last.then(() => open(houses.app, cast, life.scene, seed))
      last = life.opening
      // Whoever waits for it hears of it below.
      last.catch(() => {})
    }
    const touched = [...goOn.filter((life) => !begins.includes(life)), ...begins]
    const post = pastPost(houses.worker, municipality, day)
    await inTurns(touched, async (life) => {
      const caseId = await life.opening
      if (caseId === undefined) return
      let toPost = begins.includes(life)
      for (let act = at(life); act?.day === day; act = at(life)) {
        if (await carryOut(houses.app, cast, life.scene, caseId, act, life.told, seed)) toPost = true
        life.told += 1
      }
      if (toPost) await post.send(caseId)
    })
    await post.settle()
    done(lives.reduce((sum, life) => sum + life.told, 0))
  }
}

const at = ({ acts, told }: Life): Act | undefined => acts[told]

async function inTurns<T>(all: readonly T[], use: (one: T) => Promise<void>): Promise<void> {
  const waiting = [...all]
  const take = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await use(next)
  }
  await Promise.all(Array.from({ length: Math.min(atOnce, waiting.length) }, take))
}

/** The house with ids that follow from the command, at an hour of the day that does too. */
export function houseAt(house: House, day: CalendarDay, commandId: string): House {
  const minute = Number.parseInt(commandId.slice(0, 4), 16) % 360
  let number = 0
  return {
    ...house,
    now: () => new Date(Date.parse(`${day}T07:00:00Z`) + minute * 60_000),
    newId: () => {
      number += 1
      return idOf(commandId, number)
    },
  }
}

async function open(house: House, cast: Cast, scene: Scene, seed: string): Promise<CaseId> {
  const { citizen, path, received } = scene
  const commandId = idOf(seed, citizen.key, 'open')
  const byCitizen = (path.channel ?? 'web') === 'web' && path.helper === undefined
  const asker: Asker = byCitizen ? asCitizen(citizen) : asStaff(scene.caseworker)
  const done = await openCase(
    houseAt(house, received, commandId),
    { municipality: cast.municipality, today: received, ...asker },
    { application: applicationOf(scene), commandId },
  )
  return successful(done, citizen.key, 'receiveApplication').caseId
}

/** Gives whether there is something to post. */
async function carryOut(
  house: House,
  { municipality }: Cast,
  { citizen }: Scene,
  caseId: CaseId,
  act: Act,
  number: number,
  seed: string,
): Promise<boolean> {
  const scope = { municipality, viewer: { kind: 'system' } } as const
  const look = async () => {
    const loaded = await read(house.db, scope, (tx) => findCase(tx, caseId))
    if (loaded === undefined) throw new Error(`the case of ${citizen.key} is not there`)
    return loaded.file
  }
  const { terms } = versionOn(getMunicipality(house, municipality), act.day)
  const command = await act.does({ look, terms, today: act.day })
  if (command === undefined) return false
  const commandId = idOf(seed, citizen.key, number, command.type)
  const asking = { municipality, today: act.day, ...act.by }
  const done = await perform(houseAt(house, act.day, commandId), asking, { caseId, command, commandId })
  return (
    successful(done, citizen.key, command.type).letters.length > 0 || command.type === 'handleLetterFailure'
  )
}

function successful(done: Awaited<ReturnType<typeof perform>>, key: string, what: string): Performed {
  if (isRefusal(done)) throw new Error(`${what} was refused for ${key}: ${JSON.stringify(done)}`)
  if (isConflict(done)) throw new Error(`${what} came into conflict for ${key}`)
  return done
}
