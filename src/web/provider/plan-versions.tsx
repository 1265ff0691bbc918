/** The versions of the place's own plan, and of the goals it works with, as its staff compare them. */
import { readEveryday } from '../../casework/read-everyday.ts'
import { interventionVersions } from '../../domain/case/plan/versions.ts'
import { PlanVersions } from '../plan-versions/versions.tsx'
import { versionWords } from '../plan-versions/words.ts'
import type { OrderContext } from '../platform/context.ts'
import { errorPage } from '../platform/error-page.tsx'
import { orderFrame } from './order-page.tsx'
import { isAnswered, personHref } from './orders.ts'
import { readOrder, userName } from './read-orders.ts'

export async function placePlanVersions(c: OrderContext): Promise<Response> {
  const t = versionWords(c.language)
  const found = await readOrder(c)
  const everyday = found && (await readEveryday(c.house, c.municipality.code, found.order))
  if (found === undefined || everyday === undefined || !isAnswered(found.order))
    return errorPage(c, 404, { about: 'order' })
  const { order, colleagues } = found
  return orderFrame(
    c,
    found,
    { title: t.title, back: personHref(order) },
    <PlanVersions
      c={c}
      of={[
        { heading: t.goals, versions: everyday.goalVersions },
        {
          heading: t.place(c.municipality.providerName(order.content.provider)),
          versions: interventionVersions(everyday, (id) => userName(colleagues, id) ?? '–'),
        },
      ]}
    />,
  )
}
