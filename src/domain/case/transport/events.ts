import { z } from 'zod'
import { PartId } from '../../identity.ts'

/** What a driver has to know of a person, and no more. */
export const RideNeeds = z.object({
  wheelchair: z.boolean(),
  /** Somebody goes along. */
  companion: z.boolean(),
  aids: z.string().trim().min(1).max(200).optional(),
})
export type RideNeeds = z.infer<typeof RideNeeds>

export const transportEvents = {
  /** The ride is ordered with whoever drives for the place, with what the person needs on the way. The latest holds. */
  transportArranged: RideNeeds.extend({ orderId: PartId }),
} as const
