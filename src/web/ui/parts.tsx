/** The parts that pages are put together from, drawn with DKFDS' own classes where it has them. None needs script. */
import type { Child, FC } from 'hono/jsx'
import type { Marker } from '../i18n/deadline-marker.ts'
import type { Language } from '../i18n/messages.ts'
import { frameMessages } from './frame-messages.ts'
import { Mark } from './mark.tsx'

/** A date's or an obligation's mark: shape and words; colour only repeats them. */
export const StatusMarker: FC<{ readonly marker: Marker }> = ({ marker }) => (
  <span class={`hv-mark hv-mark-${marker.kind}`}>
    <Mark shape={marker.shape} /> {marker.words}
  </span>
)

// Beside the colour: a disc with an i, a tick or a cross in it, and a triangle with an exclamation mark.
const alertIcons = {
  info: 'M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20zm-1 9h2v6h-2zm0-4h2v2h-2z',
  success: 'M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20zm-2 15-5-5 1.4-1.4 3.6 3.6 7.6-7.6L19 8z',
  warning: 'M1 21h22L12 2zm10-11h2v5h-2zm0 6h2v2h-2z',
  error:
    'M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20zm5 13.6L15.6 17 12 13.4 8.4 17 7 15.6l3.6-3.6L7 8.4 8.4 7l3.6 3.6L15.6 7 17 8.4 13.4 12z',
}

export const Alert: FC<{
  readonly kind: 'info' | 'success' | 'warning' | 'error'
  readonly title?: string | undefined
  readonly children?: Child
}> = ({ kind, title, children }) => (
  <div class={`alert alert-${kind}`}>
    <svg class="icon-svg alert-icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={alertIcons[kind]} />
    </svg>
    <div class="alert-body">
      {title && <h2 class="alert-heading">{title}</h2>}
      <div class="alert-text">{children}</div>
    </div>
  </div>
)

export type Column<Row> = {
  readonly heading: Child
  /** The heading as text, shown beside the cell on narrow screens. */
  readonly title: string
  readonly cell: (row: Row) => Child
  readonly sorted?: 'ascending' | 'descending' | undefined
}

/** A table whose first column names the row. On narrow screens each cell says its column. */
export function Table<Row>({
  caption,
  columns,
  rows,
  empty,
}: {
  readonly caption: string
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly empty: Child
}) {
  if (rows.length === 0) return <div class="hv-empty">{empty}</div>
  return (
    <table class="table table--responsive-headers table-md-responsive-headers hv-table">
      <caption class="sr-only">{caption}</caption>
      <thead>
        <tr>
          {columns.map(({ heading, sorted }) => (
            <th scope="col" {...(sorted && { 'aria-sort': sorted })}>
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr>
            {columns.map(({ title, cell }, index) =>
              index === 0 ? (
                <th scope="row" data-title={title}>
                  {cell(row)}
                </th>
              ) : (
                <td data-title={title}>{cell(row)}</td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

export type SummaryRow = {
  readonly label: string
  readonly value: Child
  readonly change?: { readonly href: string; readonly what: string } | undefined
}

/** Answers or facts, each with a way to change it. */
export const SummaryList: FC<{ readonly rows: readonly SummaryRow[]; readonly language: Language }> = ({
  rows,
  language,
}) => (
  <dl class="hv-summary">
    {rows.map(({ label, value, change }) => (
      <div>
        <dt>{label}</dt>
        <dd>{value}</dd>
        {change && (
          <dd class="hv-change">
            <a href={change.href}>
              {frameMessages(language).change}
              <span class="sr-only"> {change.what}</span>
            </a>
          </dd>
        )}
      </div>
    ))}
  </dl>
)

export type TabLink = {
  readonly href: string
  readonly text: string
  readonly count?: number | undefined
  readonly current: boolean
}

/** Tabs that are links: each is a page of its own. */
export const Tabs: FC<{ readonly label: string; readonly tabs: readonly TabLink[] }> = ({ label, tabs }) => (
  <nav class="hv-tabs" aria-label={label}>
    <ul class="no-max-width">
      {tabs.map((tab) => (
        <li>
          <a href={tab.href} {...(tab.current && { 'aria-current': 'page' })}>
            {tab.text}
            {tab.count !== undefined && ` (${tab.count})`}
          </a>
        </li>
      ))}
    </ul>
  </nav>
)

export type Step = { readonly text: string; readonly state: 'done' | 'now' | 'later' }

/** Where something is, in steps: each says in words whether it is done. */
export const ProgressSteps: FC<{
  readonly steps: readonly Step[]
  readonly label: string
  readonly language: Language
}> = ({ steps, label, language }) => (
  <ol class="hv-steps" aria-label={label}>
    {steps.map((step) => (
      <li class={`hv-step-${step.state}`} {...(step.state === 'now' && { 'aria-current': 'step' })}>
        <span class="hv-step-text">{step.text}</span>{' '}
        <span class="hv-step-state">{frameMessages(language)[step.state]}</span>
      </li>
    ))}
  </ol>
)

export type Happening = {
  readonly when: string
  readonly what: Child
  readonly by?: string | undefined
  readonly more?: Child
}

/** What has happened, the newest first. */
export const Timeline: FC<{ readonly happenings: readonly Happening[] }> = ({ happenings }) => (
  <ol class="hv-timeline">
    {happenings.map(({ when, what, by, more }) => (
      <li>
        <p class="hv-when">{when}</p>
        <div class="hv-what">{what}</div>
        {more}
        {by && <p class="hv-by">{by}</p>}
      </li>
    ))}
  </ol>
)

export const Card: FC<{
  readonly title?: string | undefined
  readonly level?: 2 | 3
  readonly children?: Child
}> = ({ title, level = 2, children }) => (
  <div class="hv-card">
    {title && (level === 2 ? <h2>{title}</h2> : <h3>{title}</h3>)}
    {children}
  </div>
)

export const Details: FC<{
  readonly summary: string
  readonly open?: boolean
  readonly children?: Child
}> = ({ summary, open, children }) => (
  <details class="details" {...(open && { open: true })}>
    <summary class="details-summary">
      <span class="details-summary-text">{summary}</span>
    </summary>
    <div class="details-text">{children}</div>
  </details>
)

/** The person a case is about, and what one must know of them, on every page of the case. */
export const IdentityBar: FC<{
  readonly name: string
  readonly facts: readonly { readonly label: string; readonly value: Child }[]
  readonly marks: readonly string[]
}> = ({ name, facts, marks }) => (
  <section class="hv-identity" aria-label={name}>
    <p class="hv-identity-name">{name}</p>
    <dl>
      {facts.map(({ label, value }) => (
        <div>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
    {marks.length > 0 && (
      <ul class="hv-marks no-max-width">
        {marks.map((mark) => (
          <li class="tag">{mark}</li>
        ))}
      </ul>
    )}
  </section>
)

export const BackLink: FC<{
  readonly href: string
  readonly language: Language
  readonly text?: string | undefined
}> = ({ href, language, text }) => (
  <a class="back-link" href={href}>
    <svg class="icon-svg" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d="M15.4 7.4 14 6l-6 6 6 6 1.4-1.4-4.6-4.6z" />
    </svg>
    {text ?? frameMessages(language).back}
  </a>
)

/** “Trin 2 af 11” */
export const StepIndicator: FC<{
  readonly step: number
  readonly of: number
  readonly language: Language
}> = ({ step, of, language }) => <p class="hv-step-indicator">{frameMessages(language).step(step, of)}</p>

export const LinkButton: FC<{
  readonly href: string
  readonly look?: 'primary' | 'secondary' | 'tertiary'
  readonly children?: Child
}> = ({ href, look = 'primary', children }) => (
  <a class={`button button-${look}`} href={href}>
    {children}
  </a>
)
