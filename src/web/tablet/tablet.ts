/** What every page of a tablet begins with: that a tablet asks. */
import type { PageContext, Visitor } from '../platform/context.ts'

export type Tablet = Extract<Visitor, { kind: 'device' }>

/** Nobody else comes through the gate of `/tablet`: whoever is logged in beside is not asked there. */
export function tabletOf({ visitor }: Pick<PageContext, 'visitor'>): Tablet {
  if (visitor.kind !== 'device') throw new Error('a tablet was expected')
  return visitor
}
