/** What has changed in the citizen's own plan, at each place that they have or begin at. */
import { goalVersionsOf, interventionVersions, planVersions } from '../../domain/case/plan/versions.ts'
import { PlanVersions } from '../plan-versions/versions.tsx'
import { versionWords } from '../plan-versions/words.ts'
import type { PageContext } from '../platform/context.ts'
import { html } from '../platform/respond.tsx'
import { BackLink } from '../ui/parts.tsx'
import { maySee } from './own-cases.ts'
import { planMessages } from './plan-messages.ts'
import { namesIn, readPlacements } from './plan-page.tsx'

export async function ownPlanVersions(c: PageContext): Promise<Response> {
  const t = versionWords(c.language)
  const placements = await readPlacements(c)
  const names = await namesIn(
    c,
    placements.flatMap(({ order }) => order.plans),
  )
  const { somebody } = planMessages(c.language)
  const seesCase = maySee(c, 'viewOwnCase')
  const seen = placements.filter(({ loaded }) => seesCase(loaded))
  const files = [...new Map(seen.map(({ loaded }) => [loaded.caseId, loaded.file])).values()]
  return html(
    c,
    t.title,
    <>
      <BackLink href="/borger/plan" language={c.language} />
      <h1>{t.title}</h1>
      <PlanVersions
        c={c}
        of={[
          // The plan is the case's; who is let in to the placement alone reads the goals it works with.
          ...files.map((file) => ({ heading: t.plan, versions: planVersions(file) })),
          ...placements.flatMap(({ loaded, order }) => [
            ...(seesCase(loaded) ? [] : [{ heading: t.goals, versions: goalVersionsOf(loaded.file, order) }]),
            {
              heading: t.place(c.municipality.providerName(order.content.provider)),
              versions: interventionVersions(order, (id) => names.get(id) ?? somebody),
            },
          ]),
        ]}
      />
      {placements.length === 0 && <p class="hv-empty">{t.none}</p>}
    </>,
  )
}
