/** The quality standard, read-only: when it was adopted, every promise, every number with where it comes from, places and texts. */
import type { Clause, Parameters, Standard } from '../../domain/standard/standard.ts'
import type { LetterPassage } from '../../letters/letter-texts.ts'
import { actorNames, clauseKindNames, clauseStatusNames } from '../i18n/clause-words.ts'
import { plainDay } from '../i18n/dates.ts'
import type { PageContext } from '../platform/context.ts'
import { errorPage } from '../platform/error-page.tsx'
import { html } from '../platform/respond.tsx'
import { Mark } from '../ui/mark.tsx'
import { Details, SummaryList, Table, Tabs } from '../ui/parts.tsx'
import { valueInWords } from './parameter-values.ts'
import { differenceOf } from './standard-difference.ts'
import { areaNames, originNames, parameterNames, passageNames, standardWords } from './standard-words.ts'

type Part = { readonly c: PageContext; readonly standard: Standard }

export function showStandard(c: PageContext): Response {
  const t = standardWords(c.language)
  const { standards, besides } = c.municipality
  const wanted = c.query.get('udgave')
  const index = wanted === null ? 0 : standards.findIndex((s) => s.version === wanted)
  const standard = standards[index]
  if (standard === undefined) return errorPage(c, 404)
  const before = standards[index + 1]
  const contents = [
    ['loefter', t.clauses],
    ['loven', t.lawClauses],
    ['hverdag', t.houseClauses],
    ['tal', t.parameters],
    ['tilbud', t.providers],
    ['breve', t.letterTexts],
  ] as const
  return html(
    c,
    t.title,
    <>
      <h1>{standard.title}</h1>
      <p>{t.readOnly}</p>
      {standards.length > 1 && (
        <Tabs
          label={t.versions}
          tabs={standards.map((s) => ({
            href: `/kvalitetsstandard?udgave=${encodeURIComponent(s.version)}`,
            text: `${t.version} ${s.version}`,
            current: s === standard,
          }))}
        />
      )}
      <Head c={c} standard={standard} />
      <h2>{t.differences}</h2>
      {before ? <Difference c={c} standard={standard} before={before} /> : <p>{t.onlyOne}</p>}
      <nav class="hv-contents" aria-label={t.contents}>
        <ul>
          {contents.map(([id, text]) => (
            <li>
              <a href={`#${id}`}>{text}</a>
            </li>
          ))}
        </ul>
      </nav>
      <h2 id="loefter">{t.clauses}</h2>
      <ByHeading c={c} clauses={standard.clauses} />
      <h2 id="loven">{t.lawClauses}</h2>
      <ClauseTable c={c} caption={t.lawClauses} clauses={besides.law} />
      <h2 id="hverdag">{t.houseClauses}</h2>
      <ClauseTable c={c} caption={t.houseClauses} clauses={besides.house} />
      <h2 id="tal">{t.parameters}</h2>
      <ParameterTable c={c} standard={standard} />
      <h2 id="tilbud">{t.providers}</h2>
      <ProviderTable c={c} standard={standard} />
      <h2 id="breve">{t.letterTexts}</h2>
      <Texts c={c} />
    </>,
  )
}

function Head({ c, standard }: Part) {
  const t = standardWords(c.language)
  const { validTo, datesNote } = standard
  return (
    <SummaryList
      language={c.language}
      rows={[
        { label: t.version, value: standard.version },
        { label: t.paragraph, value: standard.paragraph },
        { label: t.adoptedOn, value: plainDay(standard.adoptedOn, c.language) },
        { label: t.validFrom, value: plainDay(standard.validFrom, c.language) },
        { label: t.validTo, value: validTo ? plainDay(validTo, c.language) : t.stillValid },
        ...(datesNote ? [{ label: t.note, value: datesNote }] : []),
      ]}
    />
  )
}

function Difference({ c, standard, before }: Part & { readonly before: Standard }) {
  const t = standardWords(c.language)
  const found = differenceOf(before, standard)
  if (found.nothing) return <p>{t.same}</p>
  const value = (name: keyof Parameters, of: Standard) => valueInWords(name, of.parameters, c.language)
  return (
    <ul>
      {found.added.map(({ id, quote }) => (
        <li>{`${t.added}: ${id} »${quote}«`}</li>
      ))}
      {found.removed.map(({ id, quote }) => (
        <li>{`${t.removed}: ${id} »${quote}«`}</li>
      ))}
      {found.changed.map(({ before: was, after: is }) => (
        <li>{`${t.changed}: ${is.id} »${was.quote}« → »${is.quote}«`}</li>
      ))}
      {found.parameters.map((name) => (
        <li>
          {`${t.changed}: ${parameterNames(c.language)[name]}: ${value(name, before)} → ${value(name, standard)}`}
        </li>
      ))}
    </ul>
  )
}

/** The standard's own headings, in its own order: a number alone does not say which, for some stand twice. */
function ByHeading({ c, clauses }: { readonly c: PageContext; readonly clauses: readonly Clause[] }) {
  const headings = [...new Set(clauses.map((clause) => clause.heading ?? ''))]
  return (
    <>
      {headings.map((heading) => (
        <>
          <h3>{heading}</h3>
          <ClauseTable
            c={c}
            caption={heading}
            clauses={clauses.filter((clause) => (clause.heading ?? '') === heading)}
          />
        </>
      ))}
    </>
  )
}

function ClauseTable({
  c,
  caption,
  clauses,
}: {
  readonly c: PageContext
  readonly caption: string
  readonly clauses: readonly Clause[]
}) {
  const t = standardWords(c.language)
  const checked = ({ verifiedOn }: Clause): string | undefined =>
    verifiedOn === undefined
      ? undefined
      : verifiedOn === null
        ? t.notVerified
        : t.verifiedOn(plainDay(verifiedOn, c.language))
  return (
    <Table
      caption={caption}
      rows={clauses}
      empty="–"
      columns={[
        {
          heading: t.clause,
          title: t.clause,
          cell: (clause) => (
            <>
              {clause.id}
              {clause.source && ` · ${clause.source}`}
              <br />
              <span class="hv-promise">{clause.quote}</span>
            </>
          ),
        },
        { heading: t.who, title: t.who, cell: ({ actor }) => actorNames(c.language)[actor] },
        { heading: t.kind, title: t.kind, cell: ({ kind }) => clauseKindNames(c.language)[kind] },
        {
          heading: t.state,
          title: t.state,
          cell: (clause) =>
            [clauseStatusNames(c.language)[clause.status], checked(clause)].filter(Boolean).join(' · '),
        },
      ]}
    />
  )
}

function ParameterTable({ c, standard }: Part) {
  const t = standardWords(c.language)
  const { parameters } = standard
  return (
    <Table
      caption={t.parameters}
      rows={Object.keys(parameters) as readonly (keyof Parameters)[]}
      empty="–"
      columns={[
        { heading: t.name, title: t.name, cell: (name) => parameterNames(c.language)[name] },
        { heading: t.value, title: t.value, cell: (name) => valueInWords(name, parameters, c.language) },
        {
          heading: t.origin,
          title: t.origin,
          cell: (name) => {
            const { origin } = parameters[name]
            const words = originNames(c.language)[origin]
            return origin === 'assumption' ? (
              <span class="hv-assumption">
                <Mark shape="up" /> {words}
              </span>
            ) : (
              words
            )
          },
        },
        { heading: t.why, title: t.why, cell: (name) => parameters[name].note },
      ]}
    />
  )
}

function ProviderTable({ c, standard }: Part) {
  const t = standardWords(c.language)
  return (
    <Table
      caption={t.providers}
      rows={standard.providers}
      empty={<p>{t.noProviders}</p>}
      columns={[
        { heading: t.name, title: t.name, cell: ({ name }) => name },
        {
          heading: t.area,
          title: t.area,
          cell: ({ serviceArea }) => areaNames(c.language)[serviceArea],
        },
        {
          heading: t.owner,
          title: t.owner,
          cell: ({ internal }) => (internal ? t.internal : t.external),
        },
        { heading: t.address, title: t.address, cell: ({ address }) => address?.join(', ') ?? '–' },
        { heading: t.phone, title: t.phone, cell: ({ phone }) => phone ?? '–' },
      ]}
    />
  )
}

function Texts({ c }: { readonly c: PageContext }) {
  const t = standardWords(c.language)
  const { texts } = c.municipality
  return (
    <>
      {(Object.keys(texts) as LetterPassage[]).map((name) => (
        <Details summary={passageNames(c.language)[name]}>
          <div lang="da">
            <h3>{t.formal}</h3>
            {texts[name].da.map((paragraph) => (
              <p>{paragraph}</p>
            ))}
            <h3>{t.easy}</h3>
            {texts[name].let.map((paragraph) => (
              <p>{paragraph}</p>
            ))}
          </div>
        </Details>
      ))}
    </>
  )
}
