/** Lives through the past of a municipality, case by case, with the product's own commands. */
import { type CaseInHand, openInHand } from '../casework/case-in-hand.ts'
import { getMunicipality, type House, versionOn } from '../casework/house.ts'
import { peopleAmong } from '../casework/people.ts'
import { CaseId } from '../domain/identity.ts'
import { isRefusal, type Refusal } from '../domain/refusal.ts'
import { type CalendarDay, earliest, yearOf } from '../domain/time/calendar-day.ts'
import { caseNumberOf, casesWithIds } from '../store/cases.ts'
import { read, write } from '../store/connection.ts'
import { findPersons } from '../store/persons.ts'
import { listUsers } from '../store/users.ts'
import { applicationOf } from './application.ts'
import type { Cast } from './cast.ts'
import { idOf } from './chance.ts'
import { papersOf } from './paper.ts'
import { pastPost } from './post-room.ts'
import { type Asker, asCitizen, asStaff, type Scene } from './scene.ts'
import type { Act, Story } from './story.ts'

/** The house in both of its roles. */
export type Houses = { readonly app: House; readonly worker: House }

/** So many cases are lived through at a time: letters are printed beside them. */
const atOnce = 6

/** A town whose people and staff are there already, and its cases in order of arrival, each with its number. */
export type Living = {
  readonly house: House
  readonly cast: Cast
  readonly stories: readonly NumberedStory[]
  readonly until: CalendarDay
  readonly seed: string
  /** An act has been lived through, or stands there from a time that was broken off. */
  readonly done: (acts: number) => void
  readonly signal: AbortSignal
}

/** The first day on which anything happens. */
export const firstDay = (stories: readonly Story[], anchor: CalendarDay): CalendarDay =>
  stories.map(({ scene }) => scene.received).reduce(earliest, anchor)

export type NumberedStory = Story & { readonly caseNumber: string }

/** The stories in order of arrival: case numbers go by it. Gives how many numbers of each year are taken, too. */
export function numbered(stories: readonly Story[]): {
  readonly stories: readonly NumberedStory[]
  readonly taken: ReadonlyMap<number, number>
} {
  const taken = new Map<number, number>()
  const inOrder = [...stories].sort((a, b) => a.scene.received.localeCompare(b.scene.received))
  return {
    stories: inOrder.map((story) => {
      const year = yearOf(story.scene.received)
      const number = (taken.get(year) ?? 0) + 1
      taken.set(year, number)
      return { ...story, caseNumber: caseNumberOf(year, number) }
    }),
    taken,
  }
}

/** Each case is lived through alone and written whole, so that one that was broken off is simply not there. */
export async function live({ house, cast, stories, until, seed, done, signal }: Living): Promise<void> {
  const { municipality } = cast
  const scope = { municipality, viewer: { kind: 'system' } } as const
  const ids = stories.map(({ scene }) => caseIdOf(scene, seed))
  const helpers = stories.flatMap(({ scene }) => scene.citizen.helper?.citizen ?? [])
  const everybody = [...stories.map(({ scene }) => scene.citizen), ...helpers]
  const [there, persons, users] = await read(house.db, scope, (tx) =>
    Promise.all([
      casesWithIds(tx, ids),
      findPersons(
        tx,
        everybody.map(({ personId }) => personId),
      ),
      listUsers(tx),
    ]),
  )
  const byId = new Map(persons.map((person) => [person.personId, person]))
  const known = new Set(there.map(({ caseId }) => caseId))
  const closed = new Set(stories.flatMap(({ scene: { citizen: c } }) => (c.mailboxClosed ? [c.cpr] : [])))
  const people = peopleAmong(getMunicipality(house, municipality), persons, users)
  await inTurns(stories, async (story) => {
    signal.throwIfAborted()
    if (known.has(caseIdOf(story.scene, seed))) return done(story.acts.length)
    const hand = await open(house, cast, story, people, seed)
    const post = pastPost({
      house,
      municipality,
      hand,
      findPerson: (id) => byId.get(id),
      mailboxOf: (cpr) => (closed.has(cpr) ? 'closed' : 'open'),
    })
    let told = 0
    let day: CalendarDay | undefined = story.scene.received
    let toPost = true
    while (day !== undefined && day <= until) {
      const today: CalendarDay = day
      for (let act = story.acts[told]; act?.day === today; act = story.acts[told]) {
        signal.throwIfAborted()
        if (await carryOut(house, cast, story.scene, hand, act, told, seed)) toPost = true
        told += 1
        done(1)
      }
      if (toPost) await post.send(today)
      toPost = false
      await post.settle(today)
      const next = [story.acts[told]?.day, post.arrivesOn()].filter((d) => d !== undefined)
      day = next.length === 0 ? undefined : next.reduce(earliest)
    }
    await write(house.db, scope, async (tx) => {
      if (!(await hand.write(tx, house))) throw new Error(`the case of ${story.scene.citizen.key} is there`)
      await post.write(tx)
    })
  })
}

const caseIdOf = ({ citizen }: Scene, seed: string): CaseId => CaseId.parse(idOf(seed, citizen.key, 'case'))

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

async function open(
  house: House,
  cast: Cast,
  { scene, caseNumber }: NumberedStory,
  people: Parameters<typeof openInHand>[2]['people'],
  seed: string,
): Promise<CaseInHand> {
  const { citizen, path, received } = scene
  const commandId = idOf(seed, citizen.key, 'open')
  const byCitizen = (path.channel ?? 'web') === 'web' && path.helper === undefined
  const asker: Asker = byCitizen ? asCitizen(citizen) : asStaff(scene.caseworker)
  const opened = await openInHand(
    houseAt(house, received, commandId),
    { municipality: cast.municipality, today: received, ...asker },
    {
      caseId: caseIdOf(scene, seed),
      application: { ...applicationOf(scene), caseNumber, attachments: [] },
      commandId,
      people,
    },
  )
  return successful(opened, citizen.key, 'receiveApplication')
}

/** Gives whether there is something to post. */
async function carryOut(
  house: House,
  { municipality }: Cast,
  { citizen }: Scene,
  hand: CaseInHand,
  act: Act,
  number: number,
  seed: string,
): Promise<boolean> {
  const { terms } = versionOn(getMunicipality(house, municipality), act.day)
  const command = await act.does({ look: async () => hand.file(), terms, today: act.day })
  if (command === undefined) return false
  const commandId = idOf(seed, citizen.key, number, command.type)
  const asking = { municipality, today: act.day, ...act.by }
  const done = await hand.perform(
    houseAt(house, act.day, commandId),
    asking,
    command,
    commandId,
    papersOf(command),
  )
  const { letters } = successful(done, citizen.key, command.type)
  return letters.length > 0 || command.type === 'handleLetterFailure'
}

function successful<T>(done: T | Refusal, key: string, what: string): T {
  if (isRefusal(done)) throw new Error(`${what} was refused for ${key}: ${JSON.stringify(done)}`)
  return done
}
