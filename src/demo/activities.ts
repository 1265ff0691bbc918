/** What each place offers in the demonstration, and when in the week. */
import { PlannedActivity } from '../domain/activity-plan.ts'
import type { ProviderId } from '../domain/identity.ts'
import type { CalendarDay } from '../domain/time/calendar-day.ts'
import { activityKinds, getByName } from '../domain/vocabulary/ffb.ts'
import { saveActivity } from '../store/activities.ts'
import type { WriteTx } from '../store/connection.ts'
import type { Cast } from './cast.ts'
import { idOf } from './chance.ts'

type Offer = Pick<PlannedActivity, 'name' | 'sharing' | 'domains' | 'health'> & {
  readonly kind: (typeof activityKinds)[number]['name']
  /** Weekday, from, to and where. */
  readonly when: readonly (readonly [number, string, string, string])[]
}

const offers: readonly Offer[] = [
  {
    name: 'Køkkenhold',
    kind: 'Social aktivitet',
    sharing: 'shared',
    domains: ['social', 'motor'],
    health: true,
    when: [
      [1, '09:30', '12:00', 'Køkkenet'],
      [4, '09:30', '12:00', 'Køkkenet'],
    ],
  },
  {
    name: 'Gåtur',
    kind: 'Fysisk aktivitet',
    sharing: 'shared',
    domains: ['motor', 'psychological'],
    health: true,
    when: [[3, '10:00', '11:00', 'Fra hovedindgangen']],
  },
  {
    name: 'Keramik',
    kind: 'Kreativ aktivitet',
    sharing: 'shared',
    domains: ['motor', 'intellectual'],
    health: false,
    when: [[2, '10:00', '12:00', 'Værkstedet']],
  },
  {
    name: 'Ugens avis',
    kind: 'Kompetenceudviklende aktivitet',
    sharing: 'shared',
    domains: ['intellectual', 'social'],
    health: false,
    when: [[5, '09:30', '11:00', 'Biblioteket']],
  },
  {
    name: 'Musik for én',
    kind: 'Oplevelsesaktivitet',
    sharing: 'individual',
    domains: ['psychological'],
    health: false,
    when: [[3, '13:00', '14:00', 'Musikrummet']],
  },
  {
    name: 'Sansehave',
    kind: 'Sansestimulerende aktivitet',
    sharing: 'individual',
    domains: ['psychological', 'motor'],
    health: false,
    when: [[2, '13:00', '14:00', 'Haven']],
  },
]

export const activitiesAt = (provider: ProviderId, from: CalendarDay): readonly PlannedActivity[] =>
  offers.map(({ kind, when, ...offer }) =>
    PlannedActivity.parse({
      ...offer,
      activityId: idOf('activity', provider, offer.name),
      kind: getByName(activityKinds, kind).code,
      activeFrom: from,
      activeTo: null,
      slots: when.map(([weekday, starts, ends, place]) => ({ weekday, starts, ends, place })),
    }),
  )

export async function offerActivities(tx: WriteTx, { places }: Cast, from: CalendarDay): Promise<void> {
  for (const { provider } of places)
    for (const activity of activitiesAt(provider, from)) await saveActivity(tx, provider, activity)
}
