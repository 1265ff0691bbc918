import { z } from 'zod'
import { DocumentHash, PartId } from '../../identity.ts'

const text = z.string().trim().min(1)

/** Why a closed case may not be erased, whatever its age: the archive forbids it, proceedings run, or something else. */
export const holdGrounds = ['disposalBan', 'proceedings', 'other'] as const
export type HoldGround = (typeof holdGrounds)[number]

/** What becomes of a closed case. These events are about the keeping, so that they are no part of what is delivered. */
export const retentionEvents = {
  /** The archive has the package: `package` is its SHA-256, `through` the last event in it. */
  archiveDelivered: z.object({
    reference: text,
    receiver: text,
    package: DocumentHash,
    through: z.int().positive(),
  }),
  /** May not be erased until it is released: a ban from the archive, proceedings. Complaints hold by themselves. */
  erasureHeld: z.object({ holdId: PartId, ground: z.enum(holdGrounds), because: text }),
  erasureReleased: z.object({ holdId: PartId, because: text }),
  /** A named person says that the case can be erased, as it lies in the archive under this hash. */
  erasureApproved: z.object({ package: DocumentHash }),
} as const
