/** The chain of a placement, walked either way: decision, order, goals, plan and notes, follow-up. */
import { followUpWords } from '../follow-up/words.ts'
import type { CaseContext } from '../platform/context.ts'
import { caseHref } from './case-address.ts'

const links = [
  ['/afgoerelse', 'decision'],
  ['/bestilling', 'order'],
  ['/plan', 'goals'],
  ['/dokumentation', 'plan'],
  ['/opfoelgning', 'followUp'],
] as const

/** On each of the chain's own pages, once there is an order to follow. */
export function Chain({ c }: { readonly c: CaseContext }) {
  const t = followUpWords(c.language)
  const isHere = (path: string): boolean => c.path === caseHref(c, path)
  if (c.case.file.orders.length === 0 || !links.some(([path]) => isHere(path))) return null
  return (
    <nav aria-labelledby="kaeden">
      <h2 id="kaeden">{t.chain}</h2>
      <ol class="hv-links">
        {links.map(([path, key]) => (
          <li>
            {isHere(path) ? (
              <strong aria-current="page">{t.chainOf[key]}</strong>
            ) : (
              <a href={caseHref(c, path)}>{t.chainOf[key]}</a>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}
