import { z } from 'zod'
import { LetterId, PartId } from '../../identity.ts'
import { DecisionDraft, DecisionRecord } from './record.ts'

export const decisionEvents = {
  /** Put before the second pair of eyes; the draft as it stood, so that what is approved is what is issued. */
  decisionProposed: z.object({ decisionId: PartId, draft: DecisionDraft }),
  decisionApproved: z.object({ decisionId: PartId }),
  decisionReturned: z.object({ decisionId: PartId, remark: z.string().min(1) }),
  /** Made and signed by a named person; its letter goes out in the same breath. */
  decisionMade: z.object({ letterId: LetterId, record: DecisionRecord }),
} as const
