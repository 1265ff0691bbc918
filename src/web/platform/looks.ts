/** Each person whose name a list shows is a look of its own in the access log; the gate writes it with the page's line. */
import type { CaseId, PersonId } from '../../domain/identity.ts'
import type { PageContext } from './context.ts'

export const noteLooks = (
  { asking, house, lines, today }: PageContext,
  route: string,
  shown: readonly { readonly personId: PersonId; readonly caseId?: CaseId | null }[],
): void =>
  lines.add(
    shown.map(({ personId, caseId = null }) => ({
      id: house.newId(),
      at: house.now().toISOString(),
      onDay: today,
      actor: asking.actor,
      route,
      personId,
      caseId,
      outcome: 'allowed' as const,
    })),
  )
