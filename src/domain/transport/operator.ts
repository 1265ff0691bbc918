/** Who drives: an operator, until when it takes a ride off its list, and the providers that it drives for. */
import { z } from 'zod'
import { PartId, ProviderId } from '../identity.ts'

/** A week ahead at most. */
const longestNotice = 7 * 24 * 60

export const RideOperator = z.object({
  operatorId: PartId,
  name: z.string().trim().min(1).max(200),
  phone: z.string().trim().min(1).max(40).nullable(),
  /** A ride can be called off until so many minutes before the window of its pick-up or arrival begins. */
  cancelMinutes: z.coerce.number().int().min(0).max(longestNotice),
  /** How wide that window is. */
  windowMinutes: z.coerce.number().int().min(5).max(180),
  /** Each provider has one operator, so that a ride is on one list. */
  providers: z.array(ProviderId),
})
export type RideOperator = z.infer<typeof RideOperator>

/** The operator that drives for a provider. */
export const operatorFor = (
  operators: readonly RideOperator[],
  provider: ProviderId,
): RideOperator | undefined => operators.find((o) => o.providers.includes(provider))
