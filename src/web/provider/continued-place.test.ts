/** After a reassessment the new order at the same place goes on with the week that was made, on the page and on the list. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTown, type TownAtWork } from '../../../test/support/case-pages.ts'
import { type Placed, placeCitizen } from '../../../test/support/placed.ts'
import { asProvider, asSystem, vejen } from '../../../test/support/scopes.ts'
import { versionOn } from '../../casework/house.ts'
import { type Asking, isConflict, perform } from '../../casework/perform.ts'
import type { CaseCommand } from '../../domain/case/commands.ts'
import { type PartId, ProviderId } from '../../domain/identity.ts'
import { isRefusal } from '../../domain/refusal.ts'
import { addDays, type CalendarDay, copenhagenDay, weekday } from '../../domain/time/calendar-day.ts'
import { read } from '../../store/connection.ts'
import { readProjections } from '../../store/projections.ts'
import { expectedOn } from '../../store/schedules.ts'
import { personHref, scheduleHref } from './orders.ts'

let work: TownAtWork
let placed: Placed
let today: CalendarDay
let second: PartId
let takesOver: CalendarDay
const kaerhoej = ProviderId.parse('kaerhoej')

async function does(who: 'place' | 'authority', on: CalendarDay, command: CaseCommand): Promise<void> {
  const { house } = work.test
  const userId = who === 'place' ? work.town.provider : work.town.caseworker
  const role = who === 'place' ? ('providerStaff' as const) : ('caseworker' as const)
  const municipality = house.municipalities.get(vejen)
  if (municipality === undefined) throw new Error('Vejen is not configured')
  const { unit } = versionOn(municipality, on).terms
  const asking: Asking = {
    municipality: vejen,
    today: on,
    subject: { roles: [role], userId, ...(who === 'place' ? { provider: kaerhoej } : { unit }) },
    actor: { kind: 'staff', userId, role },
  }
  const done = await perform(house, asking, { caseId: placed.caseId, commandId: randomUUID(), command })
  if (isRefusal(done) || isConflict(done)) throw new Error(`${command.type} ${JSON.stringify(done)}`)
}

const mondayFrom = (day: CalendarDay): CalendarDay => (weekday(day) === 1 ? day : mondayFrom(addDays(day, 1)))

beforeAll(async () => {
  work = await openTown()
  today = copenhagenDay(work.test.house.now())
  placed = await placeCitizen(work.test.house, { caseworker: work.town.caseworker })
  const { orderId } = placed
  const first = addDays(today, 14)
  const days = [1, 2, 3].map((n) => ({ weekday: n, part: 'full' as const, starts: '08:45', ends: '14:15' }))
  await does('place', today, {
    type: 'acceptOrder',
    input: { orderId, startOn: first, contactPerson: work.town.provider },
  })
  await does('place', today, { type: 'setWeeklySchedule', input: { orderId, from: first, days } })
  await does('authority', first, { type: 'startPlacement', input: { orderId, startedOn: first } })
  const anew = addDays(first, 7)
  takesOver = mondayFrom(addDays(anew, 14))
  await does('authority', anew, {
    type: 'openReassessment',
    input: { cause: 'authority', because: 'Asta vil gerne være på havehold' },
  })
  const evidence = [{ text: 'Samtale' }]
  const reasons = 'Isolation gennem flere år'
  await does('authority', anew, {
    type: 'assessTargetGroup',
    input: {
      criterionA: { answer: true, grounds: ['social'], reasons },
      criterionB: { answer: true, reasons },
      evidenceA: evidence,
      evidenceB: evidence,
    },
  })
  await does('authority', anew, { type: 'markInformed', input: { reason: 'Samtale er nok' } })
  await does('authority', anew, {
    type: 'issueDecision',
    input: {
      draft: {
        place: 'granted',
        daysPerWeek: 3,
        reducedExtentReason: 'healthOrFatigue',
        extentAssessment: 'Tre dage er det, der kan holdes til',
        provider: kaerhoej,
        providersConsidered: [{ provider: kaerhoej, why: 'Ligger nær' }],
        providerReason: 'Passer til målene',
        transport: true,
        startOn: takesOver,
        purpose: 'En hverdag sammen med andre',
        intervention: 'Havehold',
        legalBasis: ['SEL-104'],
        effectiveOn: takesOver,
        contact: work.town.caseworker,
      },
    },
  })
  await does('authority', anew, {
    type: 'sendOrder',
    input: { needs: 'En fast plan', resources: 'Kender planter' },
  })
  const { orders } = await read(work.test.house.db, asSystem(vejen), (tx) =>
    readProjections(tx, placed.caseId),
  )
  const sent = orders.find((o) => o.orderId !== orderId)
  if (sent === undefined) throw new Error('no second order')
  second = sent.orderId
  await does('place', anew, {
    type: 'acceptOrder',
    input: { orderId: second, startOn: takesOver, contactPerson: work.town.provider },
  })
})
afterAll(() => work.database.drop())

it('shows the week that goes on, on the page of the new order', async () => {
  const { cookie } = await work.test.logIn(work.town.provider)
  const order = { caseId: placed.caseId, orderId: second }
  const week = await (await work.test.get(scheduleHref(order), cookie)).text()
  expect(week).toContain('value="08:45"')
  expect(week).not.toContain('Der er ikke noget ugeskema endnu')
  expect(week).not.toContain('Ugeskemaet passer ikke til bevillingen')
  const person = await (await work.test.get(personHref(order), cookie)).text()
  expect(person).toContain('08:45–14:15')
})

it('expects the person once on each day: at the former order before the day it takes over, at the new one from then', async () => {
  const on = (day: CalendarDay) =>
    read(work.test.house.db, asProvider(kaerhoej), (tx) => expectedOn(tx, { day }))
  const orders = async (day: CalendarDay) => (await on(day)).map(({ orderId, starts }) => [orderId, starts])
  expect(await orders(addDays(takesOver, -7))).toEqual([[placed.orderId, '08:45']])
  expect(await orders(takesOver)).toEqual([[second, '08:45']])
})
