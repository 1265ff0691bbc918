/** The order, the provider's answer and the first day. */
import { currentOrder } from '../../domain/case/case-file.ts'
import type { ScheduleDay } from '../../domain/case/schedule/events.ts'
import type { RideNeeds } from '../../domain/case/transport/events.ts'
import { addDays, latest } from '../../domain/time/calendar-day.ts'
import { inGroup } from '../groups.ts'
import { asStaff, nextWorkingDay, type Scene } from '../scene.ts'
import type { Act, Moment } from '../story.ts'
import { decisionDay } from './deciding.ts'

const questions = [
  [
    'Er der allergi eller medicin, vi skal kende til om formiddagen?',
    'Nej, ingen allergi. Medicinen tages hjemme.',
  ],
  [
    'Hvem må vi ringe til, hvis dagen bliver svær?',
    'Ring til kontaktpersonen hjemme. Nummeret er aftalt med borgeren.',
  ],
  ['Kan første dag blive en kort dag?', 'Ja, det er en god idé. Det er aftalt med borgeren.'],
] as const

const fullDay = { part: 'full', starts: '09:00', ends: '14:30' } as const

/** From Monday on, as many days as were granted; what is left over of one is a morning. */
function weekOf(daysPerWeek: number): ScheduleDay[] {
  const days = Array.from({ length: Math.floor(daysPerWeek) }, (_, i) => ({ weekday: i + 1, ...fullDay }))
  if (daysPerWeek === days.length) return days
  return [...days, { weekday: days.length + 1, part: 'morning', starts: '09:00', ends: '12:00' }]
}

/** Some need room for a wheelchair, some a companion, a few a walker; drawn from nothing but the order. */
function rideNeeds(orderId: string): RideNeeds {
  const drawn = Number.parseInt(orderId.slice(-2), 16)
  return {
    wheelchair: drawn % 7 === 0,
    companion: drawn % 5 === 0,
    ...(drawn % 9 === 1 && { aids: 'Rollator' }),
  }
}

export function placingActs(scene: Scene): readonly Act[] {
  const { path, profile, cast, place, caseworker, chance, say } = scene
  if (path.outcome === 'refusal') return []
  const me = asStaff(caseworker)
  const [first, second] = cast.workersAt(place.provider)
  const they = asStaff(first)
  const decided = decisionDay(scene)
  const days = (n: number) => nextWorkingDay(addDays(decided, n))
  const orderOf = async ({ look }: Moment) => {
    const order = currentOrder(await look())
    if (order === undefined) throw new Error('no order has been sent')
    return order
  }
  const [question, answer] = chance.pick(questions)
  const how = path.order ?? 'accepted'
  const acts: Act[] = [
    {
      day: days(1),
      stage: 'ordered',
      by: me,
      does: () => ({
        type: 'sendOrder',
        input: {
          needs: say(chance.pick(profile.needs)),
          resources: say(chance.pick(profile.resources)),
          considerations: say(profile.participation.needs),
          ...(scene.citizen.interpreter && {
            communication: `Tolk i ${scene.citizen.interpreter} ved vigtige samtaler.`,
          }),
        },
      }),
    },
  ]
  // Of some orders nobody has judged the content yet: it stands open on the manager's list.
  if (chance.happens(0.8))
    acts.push({
      day: days(2),
      stage: 'ordered',
      by: me,
      does: async (moment) => ({
        type: 'judgeContent',
        input: {
          orderId: (await orderOf(moment)).orderId,
          aimed: true,
          because:
            'Målene handler om det, borgeren kan og vil holde fast i eller blive bedre til, og indsatsen følger dem.',
        },
      }),
    })
  if (how === 'unopened') return acts
  acts.push({
    day: days(2),
    stage: 'ordered',
    by: they,
    does: async (moment) => ({ type: 'openOrder', input: { orderId: (await orderOf(moment)).orderId } }),
  })
  if (how === 'asked' || how === 'askedAndAnswered')
    acts.push({
      day: days(2),
      stage: 'ordered',
      by: they,
      does: async (moment) => ({
        type: 'questionOrder',
        input: { orderId: (await orderOf(moment)).orderId, question },
      }),
    })
  if (how === 'asked') return acts
  if (how === 'askedAndAnswered')
    acts.push({
      day: days(3),
      stage: 'answered',
      by: me,
      does: async (moment) => ({
        type: 'answerOrderQuestion',
        input: { orderId: (await orderOf(moment)).orderId, answer },
      }),
    })
  if (how === 'declined') {
    acts.push({
      day: days(5),
      stage: 'answered',
      by: they,
      does: async (moment) => ({
        type: 'declineOrder',
        input: {
          orderId: (await orderOf(moment)).orderId,
          reason:
            'Vi har ikke medarbejdere nok på holdet før foråret og kan ikke give den støtte, som bestillingen beder om.',
        },
      }),
    })
    return acts
  }
  acts.push(
    {
      day: days(5),
      stage: 'answered',
      by: they,
      does: async (moment) => {
        const { orderId, content } = await orderOf(moment)
        return {
          type: 'acceptOrder',
          input: {
            orderId,
            startOn: latest(content.startOn, moment.today),
            contactPerson: chance.happens(0.5) ? first.userId : second.userId,
          },
        }
      },
    },
    {
      day: days(5),
      stage: 'answered',
      by: me,
      does: async (moment) => {
        const { orderId, accepted, content, rides } = await orderOf(moment)
        if (accepted === undefined || !content.transport || rides.length > 0) return undefined
        return { type: 'arrangeTransport', input: { orderId, ...rideNeeds(orderId) } }
      },
    },
    {
      day: days(6),
      stage: 'answered',
      by: they,
      does: async (moment) => {
        const order = await orderOf(moment)
        if (order.accepted === undefined || order.schedules.length > 0) return undefined
        return {
          type: 'setWeeklySchedule',
          input: {
            orderId: order.orderId,
            from: order.accepted.startOn,
            days: inGroup(cast, order, weekOf(order.content.daysPerWeek)),
          },
        }
      },
    },
    ...[0, 7, 14, 21, 28, 60, 90].map(
      (later): Act => ({
        day: days(18 + later),
        stage: 'started',
        by: they,
        does: async (moment) => {
          const order = await orderOf(moment)
          const startOn = order.accepted?.startOn
          return startOn === undefined || order.started || startOn > moment.today
            ? undefined
            : { type: 'startPlacement', input: { orderId: order.orderId, startedOn: startOn } }
        },
      }),
    ),
  )
  return acts
}
