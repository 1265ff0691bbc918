import { z } from 'zod'
import { caseRule, dueBy, dueInWorkingDays, metBy, statedBy } from '../../standard/rule.ts'
import { latest } from '../../time/calendar-day.ts'
import { deadlineFor } from '../../time/deadline.ts'
import type { CaseFile, Order, Proceeding } from '../case-file.ts'
import { findGrantedPlace } from '../decision/stated.ts'
import { planCarriesGoals } from '../intervention/rules.ts'
import { placements } from '../placement-rounds.ts'
import { contactChanges, hasChangedOften } from './contact-person.ts'

const none = z.object({})
type Granted = NonNullable<Proceeding['decision']>

/** Each grant with the order that carries it out, once it is sent, and the grant that replaced it, if any. */
const grants = (
  file: CaseFile,
): readonly { granted: Granted; order: Order | undefined; replaced: Granted | undefined }[] =>
  file.proceedings.flatMap(({ decision }, index) => {
    if (!decision || !findGrantedPlace(decision.record)) return []
    const later = file.proceedings.slice(index + 1).flatMap((p) => (p.decision ? [p.decision] : []))[0]
    const order = file.orders.find((o) => o.seq > decision.seq && (later === undefined || o.seq < later.seq))
    return [{ granted: decision, order, replaced: later }]
  })

const superseded = (by: { on: Granted['on'] } | undefined) =>
  by && { voidOn: by.on, voidReason: 'superseded' as const }

/** Goals stand in the plan or in the order, at least one (K2.2a-7), and then in the place's intervention plan. */
export const orderCarriesGoals = caseRule(none, (file, _, { parameters }) => [
  ...grants(file).map(({ granted, order, replaced }) => ({
    about: `order-${granted.seq}`,
    triggeredOn: granted.on,
    arisesOn: granted.on,
    ...dueInWorkingDays(granted.on, parameters.orderWorkingDays),
    ...metBy(order && (order.content.goals.length > 0 || file.plan) ? order : undefined, granted.seq),
    ...superseded(replaced),
    task: 'sendOrder' as const,
  })),
  ...planCarriesGoals(file, parameters.interventionPlanDays),
])

/** Support is planned from needs, resources and goals, each written for itself (K2.0-8). */
export const supportPlannedFrom = caseRule(none, (file, _, { parameters }) =>
  grants(file).map(({ granted, order, replaced }) => {
    const planned =
      order !== undefined &&
      order.content.needs.trim() !== '' &&
      order.content.resources.trim() !== '' &&
      order.content.goals.length > 0
    return {
      about: `planned-${granted.seq}`,
      triggeredOn: granted.on,
      arisesOn: granted.on,
      ...dueInWorkingDays(granted.on, parameters.orderWorkingDays),
      ...metBy(planned ? order : undefined, granted.seq),
      ...superseded(replaced),
      task: 'sendOrder' as const,
    }
  }),
)

/**
 * What is ordered aims at keeping up or improving skills and living conditions (K2.0-4). The goals say which of the two;
 * whether the content as a whole does it is for a person to judge, and stays open until somebody has judged that it does.
 */
export const contentJudged = caseRule(none, (file) =>
  file.orders.map((order, index) => ({
    about: `content-${order.seq}`,
    triggeredOn: order.on,
    arisesOn: order.on,
    derivation: [{ step: 'from' as const, day: order.on }],
    ...metBy(
      order.judgements.find((j) => j.aimed),
      order.seq,
    ),
    ...superseded(order.declined ?? file.orders[index + 1]),
    task: 'judgeContent' as const,
  })),
)

/** The place starts as soon as possible after the grant (K2.2a-8), or when the citizen asked for it to. */
export const startSoon = caseRule(none, (file, _, { parameters }) =>
  grants(file).map(({ granted, order, replaced }) => {
    const deadline = deadlineFor('START_KPI', granted.on, { parameters })
    const { start } = granted.record.applied
    // A change takes effect on the day that was decided, which its notice may put further off.
    const changed = granted.record.change && findGrantedPlace(granted.record)?.startOn
    const wished = changed ?? (start.kind === 'from' ? start.day : undefined)
    const tooEarly = order?.started !== undefined && order.started.on < granted.on
    return {
      about: `start-${granted.seq}`,
      triggeredOn: granted.on,
      arisesOn: granted.on,
      actor: 'provider' as const,
      ...dueBy(deadline),
      ...(wished !== undefined && {
        dueOn: latest(deadline.due, wished),
        ...(wished > deadline.due && { derivation: [{ step: 'named' as const, day: wished }] }),
      }),
      ...metBy(tooEarly ? undefined : order?.started, granted.seq),
      ...superseded(order?.declined ?? replaced),
      task: 'startPlacement' as const,
    }
  }),
)

/** The provider answers an order: yes with a start date, a question, or cannot with a reason. */
export const orderAnswered = caseRule(none, (file, _, { parameters }) =>
  file.orders.map((order, index) => ({
    about: `answer-${order.seq}`,
    triggeredOn: order.on,
    arisesOn: order.on,
    actor: 'provider' as const,
    towards: 'authority' as const,
    ...dueInWorkingDays(order.on, parameters.orderAnswerWorkingDays),
    ...metBy(order.accepted ?? order.declined, order.seq),
    ...superseded(file.orders[index + 1]),
    task: 'answerOrder' as const,
  })),
)

/**
 * A recognisable and predictable everyday life (K2.0-9): from the first day on there is a contact person, and when that changes
 * more often than the standard's measure, it is written why. Whether the person is safe in it is for people to see.
 */
export const contactPersonKept = caseRule(none, (file, _, { parameters }) =>
  placements(file).flatMap(({ order, orders, started, replacedOn }) => {
    const [first] = order.contactPersons
    // Whoever was named with the yes to an order was asked for no reason: it counts as a change, and is not held against the place.
    const named = orders.map((o) => o.contactPersons[0])
    const often = contactChanges(order).filter(
      (change) => !named.includes(change) && hasChangedOften(order, change.on, parameters),
    )
    return [
      {
        about: `contact-${started.seq}`,
        triggeredOn: started.on,
        arisesOn: started.on,
        actor: 'provider' as const,
        dueOn: started.on,
        derivation: [{ step: 'from' as const, day: started.on }],
        ...metBy(first && { seq: first.seq, on: latest(first.on, started.on) }, started.seq),
        ...(replacedOn !== undefined && { voidOn: replacedOn, voidReason: 'superseded' as const }),
        task: 'appointContactPerson' as const,
      },
      ...often.map((change) => ({
        ...statedBy(change, `contact-change-${change.seq}`, change.because !== undefined, started.seq),
        actor: 'provider' as const,
      })),
    ]
  }),
)

/** The provider's question about an order is answered. */
export const orderQuestionAnswered = caseRule(none, (file, _, { parameters }) =>
  file.orders.flatMap((order, index) =>
    order.questions.map((question) => ({
      about: `question-${question.seq}`,
      triggeredOn: question.on,
      arisesOn: question.on,
      towards: 'provider' as const,
      ...dueInWorkingDays(question.on, parameters.orderAnswerWorkingDays),
      ...metBy(question.answered, question.seq),
      ...superseded(order.declined ?? file.orders[index + 1]),
      task: 'answerOrderQuestion' as const,
    })),
  ),
)
