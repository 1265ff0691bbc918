import { z } from 'zod'
import { PartId } from '../../identity.ts'
import { activityKindCodes } from '../../vocabulary/ffb.ts'
import { skillDomains } from '../../vocabulary/skill-domain.ts'

const text = z.string().trim().min(1)

/** An activity as it was on the day: the offer may call it something else later, and the history does not change with it. */
export const OfferedActivity = z.object({
  activityId: PartId,
  name: text,
  sharing: z.enum(['individual', 'shared']),
  /** KL's intervention (FFB) that it is. */
  kind: z.enum(activityKindCodes),
  /** The skills that it challenges, at least one (K1.1-3). */
  domains: z.array(z.enum(skillDomains)).min(1),
  /** Health-promoting or preventive (K2.0-11). */
  health: z.boolean(),
})
export type OfferedActivity = z.infer<typeof OfferedActivity>

export const activityEvents = {
  /** The person takes part from `occurredOn` on. */
  activityJoined: z.object({ participationId: PartId, orderId: PartId, activity: OfferedActivity }),
  /** `occurredOn` is the first day without. */
  activityLeft: z.object({ participationId: PartId, because: text.optional() }),
  /** Offered, and the citizen said no. Nobody has to say why, and it counts against nobody. */
  activityDeclined: z.object({ orderId: PartId, activity: OfferedActivity, because: text.optional() }),
  /** Why nothing together with others is possible for now (K1.1-4: “i det omfang, det er muligt”). */
  sharedActivityImpossible: z.object({ orderId: PartId, because: text }),
  /** A kind of skills that is not what this person's days are for, and why (K1.1-3). */
  skillDomainSetAside: z.object({ orderId: PartId, domain: z.enum(skillDomains), because: text }),
} as const
