/** Where an order is, and what it would hold if it were sent now. Pure. */
import { type CaseFile, currentOrder, currentProceeding, type Order } from '../../../domain/case/case-file.ts'
import { findGrantedPlace } from '../../../domain/case/decision/stated.ts'
import type { OrderContent } from '../../../domain/case/order/events.ts'
import type { Language } from '../../i18n/messages.ts'
import type { Form } from '../../platform/form.ts'
import type { Errors } from '../../ui/fields.tsx'
import type { Step } from '../../ui/parts.tsx'
import type { FieldValues } from '../prefilled.ts'
import { orderWords } from './words.ts'

export type Standing =
  | { readonly kind: 'noGrant' }
  | { readonly kind: 'toSend' }
  /** The provider said no; the run that this opened has no decision yet. */
  | { readonly kind: 'declined'; readonly order: Order }
  | { readonly kind: 'sent'; readonly order: Order }

export function standingOf(file: CaseFile): Standing {
  const order = currentOrder(file)
  const { decision } = currentProceeding(file)
  if (decision === undefined) return order?.declined ? { kind: 'declined', order } : { kind: 'noGrant' }
  if (findGrantedPlace(decision.record) === undefined) return { kind: 'noGrant' }
  return order && order.seq > decision.seq ? { kind: 'sent', order } : { kind: 'toSend' }
}

/** Sent → read → answered → started, each with whether it is done. */
export function stepsOf(order: Order, language: Language): readonly Step[] {
  const t = orderWords(language)
  const answer = order.accepted ? t.accepted : order.declined ? t.declined : t.answered
  const done = [
    true,
    order.opened !== undefined,
    (order.accepted ?? order.declined) !== undefined,
    order.started !== undefined,
  ]
  const now = done.indexOf(false)
  return [t.sent, t.opened, answer, ...(order.declined ? [] : [t.started])].map((text, index) => ({
    text,
    state: done[index] ? 'done' : index === now ? 'now' : 'later',
  }))
}

/** What the assessment and the case already say of what the provider must know. */
export function orderFields(file: CaseFile): FieldValues {
  const assessment = file.proceedings.findLast((p) => p.assessment)?.assessment
  const former = file.orders.at(-1)?.content
  return {
    needs: former?.needs ?? assessment?.needs,
    resources: former?.resources ?? assessment?.resources,
    considerations: former?.considerations,
    communication: former?.communication ?? file.answers.interpreter,
  }
}

const parts = ['needs', 'resources', 'considerations', 'communication'] as const

export function readOrder(
  form: Form,
  say: { readonly needs: string; readonly resources: string },
): { readonly input: Readonly<Record<(typeof parts)[number], string | undefined>>; readonly errors: Errors } {
  const input = {
    needs: form.text('needs'),
    resources: form.text('resources'),
    considerations: form.text('considerations'),
    communication: form.text('communication'),
  }
  return {
    input,
    errors: {
      ...(input.needs === undefined && { needs: say.needs }),
      ...(input.resources === undefined && { resources: say.resources }),
    },
  }
}

/** Exactly what would be sent: the decision's terms, the goals, and what is typed. Undefined without a grant. */
export function contentNow(file: CaseFile, form: Form): OrderContent | undefined {
  const { decision } = currentProceeding(file)
  const place = decision && findGrantedPlace(decision.record)
  if (place === undefined) return undefined
  const { provider, daysPerWeek, hoursPerWeek, transport, startOn, endOn, purpose, intervention } = place
  return {
    ...{ provider, daysPerWeek, hoursPerWeek, transport, startOn, endOn, purpose, intervention },
    needs: form.text('needs') ?? '–',
    resources: form.text('resources') ?? '–',
    considerations: form.text('considerations'),
    communication: form.text('communication'),
    goals: [...file.goals],
  }
}
