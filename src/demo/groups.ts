/** The first place of each town has its people in two groups; the others are one. */
import type { Order } from '../domain/case/case-file.ts'
import type { ScheduleDay } from '../domain/case/schedule/events.ts'
import { GroupId, type ProviderId } from '../domain/identity.ts'
import type { CalendarDay } from '../domain/time/calendar-day.ts'
import type { WriteTx } from '../store/connection.ts'
import { saveGroup } from '../store/schedules.ts'
import type { Cast } from './cast.ts'
import { idOf } from './chance.ts'

const names = ['Have og natur', 'Værksted'] as const

const groupIdsAt = ({ key, places }: Cast, provider: ProviderId): readonly GroupId[] =>
  provider === places[0]?.provider
    ? names.map((name) => GroupId.parse(idOf(key, 'group', provider, name)))
    : []

/** The days of somebody's week, all in the one group that they are in. */
export function inGroup(
  cast: Cast,
  { orderId, content }: Pick<Order, 'orderId' | 'content'>,
  days: readonly ScheduleDay[],
): ScheduleDay[] {
  const groups = groupIdsAt(cast, content.provider)
  const group = groups[Number.parseInt(orderId.slice(0, 4), 16) % names.length]
  return days.map((day) => ({ ...day, ...(group && { group }) }))
}

export async function formGroups(tx: WriteTx, cast: Cast, activeFrom: CalendarDay): Promise<void> {
  for (const { provider: providerId } of cast.places)
    for (const [index, groupId] of groupIdsAt(cast, providerId).entries())
      await saveGroup(tx, { providerId, groupId, name: names[index] ?? '', activeFrom, activeTo: null })
}
