/** Where a case is, in the five words that its progress steps show. Computed on every look; stored nowhere as truth. */
import { type CaseFile, currentOrder, currentProceeding } from './case-file.ts'

export const phases = [
  'received',
  'informing',
  'hearing',
  'deciding',
  'decided',
  'starting',
  'running',
  'ended',
] as const
export type Phase = (typeof phases)[number]

export function phaseOf(file: CaseFile): Phase {
  if (file.withdrawn || file.died || file.movedAway || file.closed) return 'ended'
  const proceeding = currentProceeding(file)
  const order = currentOrder(file)
  const { decision, hearings, assessment } = proceeding
  if (decision) {
    if (decision.record.outcome === 'REFUSED') return 'decided'
    const carriedOut = order !== undefined && order.seq > decision.seq && order.declined === undefined
    if (carriedOut && order.started) return 'running'
    return carriedOut ? 'starting' : 'decided'
  }
  if (hearings.some((h) => h.answered === undefined)) return 'hearing'
  if (assessment) return 'deciding'
  const touched = file.requests.length > 0 || file.information.length > 0 || file.caseworker !== undefined
  return touched ? 'informing' : 'received'
}
