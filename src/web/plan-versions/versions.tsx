/** Two versions of a plan beside each other: which, chosen without script, and what one says that the other does not. */
import { type Change, changesBetween, type PlanVersion } from '../../domain/case/plan/versions.ts'
import { plainDay } from '../i18n/dates.ts'
import type { Language } from '../i18n/messages.ts'
import type { PageContext } from '../platform/context.ts'
import { Select, Submit } from '../ui/fields.tsx'
import { Difference } from './difference.tsx'
import { versionWords } from './words.ts'

type Shown = Pick<PageContext, 'language' | 'path' | 'query'>

/** One after another under its own heading; each is asked about by its own two names in the address. */
export type Versioned = { readonly heading: string; readonly versions: readonly PlanVersion[] }

export function PlanVersions({ c, of }: { readonly c: Shown; readonly of: readonly Versioned[] }) {
  const t = versionWords(c.language)
  return (
    <>
      <p>{t.lead}</p>
      {of.map(({ heading, versions }, index) => (
        <section>
          <h2>{heading}</h2>
          {versions.length < 2 ? (
            <p class="hv-empty">{versions.length === 0 ? t.none : t.one}</p>
          ) : (
            <Compared c={c} versions={versions} names={[`fra${index + 1}`, `til${index + 1}`]} of={heading} />
          )}
        </section>
      ))}
    </>
  )
}

function Compared({
  c,
  versions,
  names: [fromName, toName],
  of,
}: {
  readonly c: Shown
  readonly versions: readonly PlanVersion[]
  readonly names: readonly [string, string]
  readonly of: string
}) {
  const t = versionWords(c.language)
  const asked = (name: string, otherwise: number): PlanVersion | undefined =>
    versions.find(({ seq }) => String(seq) === c.query.get(name)) ?? versions.at(otherwise)
  const [from, to] = [asked(fromName, -2), asked(toName, -1)]
  if (from === undefined || to === undefined) return null
  const options = versions.map(({ seq, on }, index) => ({
    value: String(seq),
    label: t.version(index + 1, plainDay(on, c.language)),
  }))
  const changes = changesBetween(from, to)
  return (
    <>
      <form method="get" action={c.path} class="hv-filter" aria-label={of}>
        <Select name={fromName} label={t.from} value={String(from.seq)} options={options} />
        <Select name={toName} label={t.to} value={String(to.seq)} options={options} />
        <Submit look="secondary">{t.show}</Submit>
      </form>
      <p>{changes.length === 0 ? t.nothing : t.count(changes.length)}</p>
      {changes.map((change) => (
        <Changed change={change} language={c.language} />
      ))}
    </>
  )
}

function Changed({ change, language }: { readonly change: Change; readonly language: Language }) {
  const t = versionWords(language)
  const { kind, before, after } = change
  const how = before === undefined ? t.added : after === undefined ? t.removed : t.changed
  return (
    <div class="hv-card">
      <h3>
        {t.kinds[kind]} <strong class="tag">{how}</strong>
      </h3>
      <Difference before={before} after={after} language={language} />
    </div>
  )
}
