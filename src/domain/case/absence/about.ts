/** Where a pattern of repeated absence stands in its case: talked about with whom, assessed, carried out by a decision. */

import type { CaseFile, Fact, Order, RepeatedAbsence } from '../case-file.ts'
import { endedOn, orderClosedOn } from '../lifetime.ts'
import { latestOf, ordersUpTo } from '../order/continued.ts'
import { decisionAfter } from '../processing.ts'
import { type DialogueParty, dialogueParties } from './events.ts'

export const orderOfPattern = (file: CaseFile, pattern: RepeatedAbsence): Order | undefined =>
  file.orders.find((order) => order.orderId === pattern.orderId)

/** The first talk with a party, which is when that duty was met. */
export const dialogueWith = (pattern: RepeatedAbsence, party: DialogueParty) =>
  pattern.dialogues.find((dialogue) => dialogue.with === party)

export const partiesNotTalkedWith = (pattern: RepeatedAbsence): readonly DialogueParty[] =>
  dialogueParties.filter((party) => dialogueWith(pattern, party) === undefined)

/** When both have been talked with: the later of the two first talks. */
export function bothTalkedWith(pattern: RepeatedAbsence): Fact | undefined {
  const [citizen, provider] = dialogueParties.map((party) => dialogueWith(pattern, party))
  if (!citizen || !provider) return undefined
  return citizen.on > provider.on || (citizen.on === provider.on && citizen.seq > provider.seq)
    ? citizen
    : provider
}

/** As it was assessed last. */
export const assessmentOf = (pattern: RepeatedAbsence) => pattern.assessments.at(-1)

/** A proposal to change or end something, which nothing but a new decision carries out. */
export function openProposal(file: CaseFile, pattern: RepeatedAbsence) {
  const assessed = assessmentOf(pattern)
  if (assessed === undefined || assessed.outcome === 'asIs') return undefined
  return decisionAfter(file, assessed) ? undefined : assessed
}

/** When the placement that it is about was replaced or said no to. What ends the whole case is the engine's to say. */
export function placementOver(file: CaseFile, pattern: RepeatedAbsence) {
  const order = orderOfPattern(file, pattern)
  const closed = order && orderClosedOn(file, latestOf(file, order))
  return closed === undefined || closed === endedOn(file) ? undefined : closed
}

/** The pattern of an order, or of one that it goes on from, that is still talked about: found, and not assessed yet. */
export function openPattern(file: CaseFile, orderId: Order['orderId']): RepeatedAbsence | undefined {
  const order = file.orders.find((o) => o.orderId === orderId)
  const here = order ? ordersUpTo(order).map((o) => o.orderId) : [orderId]
  return file.repeatedAbsence.find((p) => here.includes(p.orderId) && p.assessments.length === 0)
}

/** Patterns not assessed yet, of placements that are not over. */
export const openPatterns = (file: CaseFile): readonly RepeatedAbsence[] =>
  file.repeatedAbsence.filter((p) => p.assessments.length === 0 && placementOver(file, p) === undefined)
