/** A few messages between the citizen, the place and the caseworker: some answered, some that wait for an answer. */
import type { CaseCommand } from '../../domain/case/commands.ts'
import type { Side } from '../../domain/case/message/events.ts'
import { openThreads, sideOf, threadOf } from '../../domain/case/message/thread.ts'
import { PartId } from '../../domain/identity.ts'
import { addDays } from '../../domain/time/calendar-day.ts'
import { idOf } from '../chance.ts'
import { type Asker, asCitizen, asStaff, nextWorkingDay, type Scene } from '../scene.ts'
import type { Act } from '../story.ts'

type Line = {
  /** Days before the demonstration begins. */
  readonly ago: number
  readonly from: Side
  readonly to: Side
  readonly text: string
  readonly answer?: false
}

const threads: readonly (readonly Line[])[] = [
  [
    { ago: 9, from: 'citizen', to: 'provider', text: 'Hej. Må jeg tage min egen kaffekop med?' },
    { ago: 8, from: 'provider', to: 'citizen', text: 'Ja, det må du gerne. Der er en hylde til den.' },
    { ago: 8, from: 'citizen', to: 'provider', text: 'Ja', answer: false },
    {
      ago: 1,
      from: 'provider',
      to: 'citizen',
      text: 'Vi bager boller på torsdag.\nVil du være med i køkkenet?',
    },
  ],
  [
    {
      ago: 1,
      from: 'citizen',
      to: 'provider',
      text: 'Jeg har glemt, hvad jeg skal have med på fredag. Er det skiftetøj?',
    },
  ],
  [
    {
      ago: 12,
      from: 'authority',
      to: 'provider',
      text: 'Hvordan er de første uger gået? Passer dagene til det, vi aftalte?',
    },
    {
      ago: 11,
      from: 'provider',
      to: 'authority',
      text: 'Det går godt. De første dage var lange, men nu bliver der spist frokost sammen med holdet.',
      answer: false,
    },
  ],
  [{ ago: 8, from: 'citizen', to: 'authority', text: 'Hvornår skal vi to snakke sammen igen?' }],
]

/** A number that stays with the person, drawn from nothing that other acts draw from. */
const numberOf = (key: string): number =>
  [...key].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 9973, 7)

/** Whom one logs in as has a thread; of the others one in six. */
function linesFor({ citizen }: Scene): readonly Line[] {
  const number = numberOf(citizen.key)
  if (citizen.featured) return threads[0] ?? []
  return number % 6 === 0 ? (threads[Math.floor(number / 6) % threads.length] ?? []) : []
}

export function messagingActs(scene: Scene): readonly Act[] {
  const { anchor, caseworker, cast, citizen, place } = scene
  const [first] = cast.workersAt(place.provider)
  const who: Readonly<Record<Side, Asker>> = {
    citizen: asCitizen(citizen),
    provider: asStaff(first),
    authority: asStaff(caseworker),
  }
  return linesFor(scene).flatMap(({ ago, from, to, text, answer = to !== 'citizen' }, index): Act[] => {
    const day = nextWorkingDay(addDays(anchor, -ago))
    const does =
      (command: 'read' | 'send'): Act['does'] =>
      async ({ look, today }): Promise<CaseCommand | undefined> => {
        const file = await look()
        const order = openThreads(file, today).at(-1)
        if (order === undefined || file.died || file.closed) return undefined
        // What nobody asked, nobody answers: the thread began before the place had said yes.
        const before = idOf('message', citizen.key, index - 1)
        if (index > 0 && !file.messages.some((m) => m.messageId === before)) return undefined
        const { orderId } = order
        if (command === 'send') {
          const messageId = PartId.parse(idOf('message', citizen.key, index))
          return { type: 'sendMessage', input: { messageId, orderId, to, text, answer } }
        }
        // Whoever answers has read what was written to them.
        const last = threadOf(file, orderId)
          .filter((m) => sideOf(m.actor) !== from)
          .at(-1)
        return last && { type: 'readThread', input: { orderId, upTo: last.messageId } }
      }
    const act = { day, stage: 'started', by: who[from] } as const
    return index === 0
      ? [{ ...act, does: does('send') }]
      : [
          { ...act, does: does('read') },
          { ...act, does: does('send') },
        ]
  })
}
