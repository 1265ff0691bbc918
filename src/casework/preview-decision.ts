/** The decision's letter as it would be sent now, holes and all, marked as a draft. Nothing is stored. */
import type { GateElement } from '../domain/case/decision/gate.ts'
import { provisionalRecord } from '../domain/case/decision/provisional.ts'
import type { DecisionDraft } from '../domain/case/decision/record.ts'
import { recipientsOn } from '../domain/case/recipients.ts'
import { PartId, type UserId } from '../domain/identity.ts'
import { composeDecision } from '../letters/compose/decision.ts'
import { LetterContent, type LetterInputs } from '../letters/letter-content.ts'
import type { House } from './house.ts'
import type { LoadedCase } from './load-case.ts'
import { peopleFor } from './people.ts'
import { type Asking, contextOf } from './perform.ts'
import { printed } from './write-letters.ts'

/** Undefined while it is not known what the letter answers (see `provisionalRecord`), or when nobody is left to get it. */
export async function previewDecision(
  house: House,
  asking: Asking,
  loaded: LoadedCase,
  draft: DecisionDraft,
  { hole, writer }: { readonly hole: (element: GateElement) => string; readonly writer: UserId },
): Promise<LetterInputs | undefined> {
  const { file } = loaded
  const { terms, today } = contextOf(house, asking)
  const decisionId = PartId.parse(house.newId())
  const record = provisionalRecord({ file, draft, terms, today, decisionId, hole, writer })
  const recipients = recipientsOn(file, today, 'decision')
  if (record === undefined || recipients.length === 0) return undefined
  const people = await peopleFor(house, asking, loaded, [{ recipients }])
  const letter = printed(house, asking, file, people, {
    recipients,
    contact: record.contact,
    compose: (context) => LetterContent.parse(composeDecision(record, context)),
  })
  return { ...letter, draft: true }
}
