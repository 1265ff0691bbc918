/** The parts of the page that follow what is written: script fetches them again when the draft is saved; a button does too. */
import type { DecisionDraft } from '../../../domain/case/decision/record.ts'
import type { LetterInputs } from '../../../letters/letter-content.ts'
import type { CaseContext } from '../../platform/context.ts'
import { LetterSections } from '../../ui/letter-view.tsx'
import { Mark } from '../../ui/mark.tsx'
import { Alert, Details, Table } from '../../ui/parts.tsx'
import { caseHref } from '../case-address.ts'
import { MissingList } from '../missing-list.tsx'
import { type Presented, presentDraft, presentReadability } from './presenter.ts'
import { decisionWords } from './words.ts'
import { termsToday } from './written.ts'

const shapes = {
  asApplied: ['check', 'kept'],
  less: ['down', 'broken'],
  open: ['ring', 'soon'],
} as const

export const presentedOf = (c: CaseContext, draft: DecisionDraft): Presented =>
  presentDraft(draft, {
    file: c.case.file,
    terms: termsToday(c),
    today: c.today,
    language: c.language,
    providerName: c.municipality.providerName,
  })

/** Applied ‖ Granted, and the outcome that the table amounts to. */
export function Outcome({ c, presented }: { readonly c: CaseContext; readonly presented: Presented }) {
  const t = decisionWords(c.language)
  const { outcome, rows } = presented
  return (
    <>
      <div id="sammenligning" data-live>
        <Table
          caption={t.table}
          rows={rows}
          empty=""
          columns={[
            { heading: t.element, title: t.element, cell: (row) => row.name },
            { heading: t.applied, title: t.applied, cell: (row) => row.applied },
            { heading: t.granted, title: t.granted, cell: (row) => row.granted },
            {
              heading: t.compared,
              title: t.compared,
              cell: ({ mark }) => (
                <span class={`hv-compared hv-mark-${shapes[mark][1]}`}>
                  <Mark shape={shapes[mark][0]} /> {t.marks[mark]}
                </span>
              ),
            },
          ]}
        />
      </div>
      <div id="udfald" data-live role="status">
        <div class={`hv-outcome hv-outcome-${outcome ?? 'open'}`}>
          <p class="hv-date">{outcome ? t.outcomes[outcome] : t.noOutcome}</p>
          <p>{t.computed}</p>
          {(outcome === 'PARTIALLY_REFUSED' || outcome === 'REFUSED') && <p>{t.adverse}</p>}
        </div>
      </div>
    </>
  )
}

/** What the gate says: each item leads to its field or page. */
export function Gate({ c, presented }: { readonly c: CaseContext; readonly presented: Presented }) {
  const t = decisionWords(c.language)
  const { missing, warnings } = presented
  return (
    <section id="mangler" data-live aria-label={t.gate}>
      {presented.outcome && <p class="hv-compared">{t.outcomes[presented.outcome]}</p>}
      <h2>{t.gate}</h2>
      {missing.length === 0 ? (
        <Alert kind="success">{t.complete}</Alert>
      ) : (
        <MissingList c={c} missing={missing} />
      )}
      {warnings.length > 0 && (
        <>
          <h3>{t.warnings}</h3>
          <MissingList c={c} missing={warnings} />
        </>
      )}
    </section>
  )
}

type WithLetter = {
  readonly c: CaseContext
  readonly draft: DecisionDraft
  readonly letter: LetterInputs | undefined
}

export function Reading({ c, draft, letter }: WithLetter) {
  const t = decisionWords(c.language)
  return (
    <section id="laesbarhed" data-live aria-label={t.reading}>
      <h2>{t.reading}</h2>
      <Table
        caption={t.reading}
        rows={presentReadability(draft, letter, c.language)}
        empty={<p>{t.nothingToRead}</p>}
        columns={[
          { heading: t.text, title: t.text, cell: (row) => row.name },
          { heading: 'LIX', title: 'LIX', cell: (row) => String(row.lix) },
          {
            heading: t.verdict,
            title: t.verdict,
            cell: (row) => (row.heavy ? t.heavy(row.limit) : t.light(row.limit)),
          },
        ]}
      />
    </section>
  )
}

/** The letter itself, as it would go out now. */
export function Preview({ c, letter, pdf }: WithLetter & { readonly pdf?: string }) {
  const t = decisionWords(c.language)
  return (
    <section id="brevet" data-live aria-label={t.preview}>
      <h2>{t.preview}</h2>
      {letter === undefined ? (
        <p>{t.noPreview}</p>
      ) : (
        <>
          <p>
            <a href={pdf ?? caseHref(c, '/afgoerelse/udkast.pdf')}>{t.pdf}</a>
          </p>
          <LetterOnPage c={c} letter={letter} />
        </>
      )}
    </section>
  )
}

/** Formal letter and easy-read letter from the same content as the PDF. */
export function LetterOnPage({ c, letter }: { readonly c: CaseContext; readonly letter: LetterInputs }) {
  const t = decisionWords(c.language)
  const { content, recipient, copyTo } = letter
  return (
    <>
      <p>
        {t.to(recipient.name)}
        {copyTo.length > 0 && ` · ${t.copies(copyTo.join(', '))}`}
      </p>
      <div class="hv-letter" lang={content.language}>
        <p>
          <strong>{content.title}</strong>
        </p>
        <p>{content.oneSentence}</p>
        <LetterSections sections={content.sections} />
      </div>
      {content.easyRead && (
        <Details summary={t.easy}>
          <div lang="da">
            <p>
              <strong>{content.easyRead.title}</strong>
            </p>
            <LetterSections sections={content.easyRead.sections} />
          </div>
        </Details>
      )}
    </>
  )
}
