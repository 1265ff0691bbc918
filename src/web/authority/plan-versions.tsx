/** The versions of the plan and of each place's own plan, as the caseworker compares them. */
import { interventionVersions, planVersions } from '../../domain/case/plan/versions.ts'
import { PlanVersions } from '../plan-versions/versions.tsx'
import { versionWords } from '../plan-versions/words.ts'
import type { CaseContext } from '../platform/context.ts'
import { BackLink } from '../ui/parts.tsx'
import { caseHref } from './case-address.ts'
import { casePageOf } from './case-frame.tsx'

export function casePlanVersions(c: CaseContext): Promise<Response> {
  const t = versionWords(c.language)
  const { file } = c.case
  return casePageOf(c, t.title, ({ userName }) => (
    <>
      <PlanVersions
        c={c}
        of={[
          { heading: t.plan, versions: planVersions(file) },
          ...file.orders
            .filter((o) => o.plans.length > 0)
            .map((order) => ({
              heading: t.place(c.municipality.providerName(order.content.provider)),
              versions: interventionVersions(order, userName),
            })),
        ]}
      />
      <BackLink href={caseHref(c, '/plan')} language={c.language} />
    </>
  ))
}
