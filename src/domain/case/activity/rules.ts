import { z } from 'zod'
import { caseRule, firstOf, metBy } from '../../standard/rule.ts'
import { skillDomains } from '../../vocabulary/skill-domain.ts'
import { fromFirstDay, holding, inRounds, placements, whileTakingPart } from '../placement-rounds.ts'

const none = z.object({})

/**
 * The citizen gets the opportunity of company and activity (K1.1-1): soon after the first day they take part in something, or
 * it was offered and they said no. When the last one ends, or the no has stood for long, something is owed again.
 */
export const activityOffered = caseRule(none, (file, _, { parameters }) =>
  placements(file).flatMap((placement) =>
    inRounds(placement, {
      about: 'activity',
      counting: [
        ...placement.order.participations.map(whileTakingPart),
        ...placement.order.declinedActivities.map((d) => holding(d, parameters.offerAgainMonths)),
      ],
      within: { amount: parameters.firstActivityDays, unit: 'day' },
      task: 'offerActivity',
    }),
  ),
)

/**
 * Something together with other citizens, as far as it is possible (K1.1-4): the citizen takes part in a shared activity, or
 * said no to one, or the place has written why none is possible. A no and a reason hold for a time; then it is asked again.
 */
export const sharedActivityOffered = caseRule(none, (file, _, { parameters }) =>
  placements(file).flatMap((placement) => {
    const { participations, declinedActivities, noSharedActivity } = placement.order
    return inRounds(placement, {
      about: 'shared',
      counting: [
        ...participations.filter((p) => p.activity.sharing === 'shared').map(whileTakingPart),
        ...declinedActivities
          .filter((d) => d.activity.sharing === 'shared')
          .map((d) => holding(d, parameters.offerAgainMonths)),
        ...noSharedActivity.map((n) => holding(n, parameters.offerAgainMonths)),
      ],
      within: { amount: parameters.firstActivityDays, unit: 'day' },
      task: 'offerActivity',
    })
  }),
)

/**
 * Everyday activities challenge social, psychological, intellectual and motor skills (K1.1-3): each of the four is in an
 * activity or a note, or was set aside for this person with a reason. Whether it develops them is for people to see.
 */
export const skillDomainsConsidered = caseRule(none, (file, _, { parameters }) =>
  placements(file).flatMap((placement) => {
    const { order, orders, started } = placement
    return skillDomains.map((domain) => ({
      ...fromFirstDay(placement, { amount: parameters.skillDomainDays, unit: 'day' }),
      about: `${domain}-${orders[0]?.seq ?? order.seq}`,
      ...metBy(
        firstOf(
          order.participations.find((p) => p.activity.domains.includes(domain)),
          order.dailyNotes.find((n) => n.domains.includes(domain)),
          order.setAside.find((s) => s.domain === domain),
        ),
        started.seq,
      ),
      task: 'considerSkills' as const,
    }))
  }),
)

/**
 * Support and guidance with health-promoting and preventive activities (K2.0-11): given, going on, or offered and declined, at
 * least so often.
 */
export const healthSupportGiven = caseRule(none, (file, _, { parameters }) =>
  placements(file).flatMap((placement) => {
    const { dailyNotes, participations, declinedActivities } = placement.order
    return inRounds(placement, {
      about: 'health',
      counting: [
        ...dailyNotes.filter((n) => n.health),
        ...participations.filter((p) => p.activity.health).map(whileTakingPart),
        ...declinedActivities.filter((d) => d.activity.health),
      ],
      within: { amount: parameters.healthSupportMonths, unit: 'month' },
      task: 'giveHealthSupport',
    })
  }),
)
