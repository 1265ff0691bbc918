/** Where an application under way stands: whom it is about, what is answered, which pages come before and after. */
import type { Child } from 'hono/jsx'
import { findPower } from '../../casework/powers.ts'
import { birthDateOf, findCpr } from '../../domain/person/cpr.ts'
import type { CalendarDay } from '../../domain/time/calendar-day.ts'
import { findCase } from '../../store/cases.ts'
import { read } from '../../store/connection.ts'
import { findCommandResult } from '../../store/journal.ts'
import { findPerson, type Person } from '../../store/persons.ts'
import type { PageContext } from '../platform/context.ts'
import { html } from '../platform/respond.tsx'
import { Alert, LinkButton, StepIndicator } from '../ui/parts.tsx'
import { type ApplicationDraft, findApplicationDraft } from './application-draft.ts'
import { applicationMessages } from './application-messages.ts'
import { one, type Step, type Values } from './application-step.ts'
import { stepsFor } from './application-steps.ts'

export const base = '/borger/ansoegning'
export const say = (c: PageContext) => applicationMessages(c.language)
export const systemScope = (c: PageContext) =>
  ({ municipality: c.municipality.code, viewer: { kind: 'system' } }) as const

export type Progress = {
  readonly draft: ApplicationDraft | undefined
  readonly values: Values
  readonly steps: readonly Step[]
  readonly bornOn: CalendarDay | undefined
  /** Whoever sits at the screen, where the application is their own: what we know, to be put right. */
  readonly self: Person | undefined
}

export async function progressOf(c: PageContext): Promise<Progress> {
  const draft = await findApplicationDraft(c)
  const values = draft?.body.values ?? {}
  const { bornOn, self } = await subjectOf(c, values)
  return { draft, values, bornOn, self, steps: stepsFor({ c, bornOn, values }) }
}

/** Of somebody who is helped we know what the helper typed, and tell nothing that the register knows besides. */
async function subjectOf(c: PageContext, values: Values): Promise<Pick<Progress, 'bornOn' | 'self'>> {
  const { onBehalfOf, subject } = c.asking
  if (onBehalfOf === undefined && one(values, 'who') === 'helper') {
    const cpr = findCpr(one(values, 'helperCpr') ?? '')
    return { bornOn: cpr ? birthDateOf(cpr) : undefined, self: undefined }
  }
  const personId = onBehalfOf ?? subject.personId
  const person = personId && (await read(c.house.db, systemScope(c), (tx) => findPerson(tx, personId)))
  return { bornOn: person?.birthDate, self: onBehalfOf ? undefined : person }
}

/** The pages in order: papers come before consent, and the check at the end. */
export const pathsOf = (steps: readonly Step[]): readonly string[] => {
  const ids = steps.map((s) => s.id)
  const consent = ids.indexOf('samtykke')
  return [...ids.slice(0, consent), 'bilag', ...ids.slice(consent), 'tjek']
}

export const after = (steps: readonly Step[], id: string): string => {
  const paths = pathsOf(steps)
  return `${base}/${paths[paths.indexOf(id) + 1] ?? 'tjek'}`
}

export const before = (steps: readonly Step[], id: string): string => {
  const paths = pathsOf(steps)
  const index = paths.indexOf(id)
  return index <= 0 ? base : `${base}/${paths[index - 1]}`
}

/** The pages that are neither answered nor skipped yet. */
export const unseen = ({ draft, steps }: Progress): readonly string[] =>
  pathsOf(steps).filter((id) => id !== 'tjek' && !draft?.body.seen.includes(id))

/** What has to be there before it can be sent: who it is about, and nothing else (K2.2a-2). */
export const lacking = (c: PageContext, { steps, values, bornOn }: Progress): readonly Step[] =>
  steps.filter(
    (step) => !step.canSkip && Object.keys(step.check?.({ c, values, errors: {}, bornOn }) ?? {}).length > 0,
  )

/** The person this page is about, hidden in its forms: another window may have gone over to somebody else. */
export const aboutWhom = (c: PageContext): string =>
  c.asking.onBehalfOf ?? c.asking.subject.personId ?? 'nobody'

export const AboutField = ({ c }: { readonly c: PageContext }) => (
  <input type="hidden" name="about" value={aboutWhom(c)} />
)

/** Why this page of the application cannot be shown or taken; undefined when it can. */
export async function findObstacle(c: PageContext): Promise<Response | undefined> {
  const t = say(c)
  const { visitor, asking } = c
  const explain = (title: string, status: number, body: Child) =>
    html(
      c,
      title,
      <>
        <h1>{title}</h1>
        {body}
      </>,
      status,
    )
  if (visitor.kind !== 'citizen') return explain(t.staffTitle, 200, <p>{t.staffText}</p>)
  const about = c.form.text('about')
  if (about !== undefined && about !== aboutWhom(c))
    return explain(
      t.otherPersonTitle,
      409,
      <>
        <p>{t.otherPersonText}</p>
        <LinkButton href="/hvem-handler-du-for">{t.otherPersonButton}</LinkButton>
      </>,
    )
  const { onBehalfOf } = asking
  if (onBehalfOf === undefined || (await findPower(c.house, asking, onBehalfOf))) return undefined
  return explain(
    t.noPowerTitle,
    200,
    <>
      <p class="font-lead">{t.noPowerText(visitor.actingFor?.name ?? '')}</p>
      <p>{t.noPowerHelp}</p>
      <LinkButton href="/hvem-handler-du-for">{t.otherPersonButton}</LinkButton>
    </>,
  )
}

/** Where the receipt of what this draft became is; undefined while it has not been sent. */
export async function findSent(c: PageContext, draftId: string | undefined): Promise<string | undefined> {
  if (draftId === undefined || !/^[0-9a-f-]{36}$/.test(draftId)) return undefined
  const sent = await read(c.house.db, systemScope(c), (tx) => findCommandResult(tx, draftId))
  if (sent === undefined) return undefined
  const own = await read(c.house.db, c.scope, (tx) => findCase(tx, sent.streamId))
  return own ? `${base}/kvittering/${own.caseNumber}` : `${base}/sendt`
}

/** The top of each page: how far one is, and, for a helper, whom the questions are put to. */
export const StepTop = ({
  c,
  progress: { steps, values },
  id,
}: {
  readonly c: PageContext
  readonly progress: Pick<Progress, 'steps' | 'values'>
  readonly id: string
}) => {
  const paths = pathsOf(steps)
  const helped = c.asking.onBehalfOf === undefined && one(values, 'who') === 'helper'
  const name = helped && id !== 'hvem' && id !== 'personen' && one(values, 'helperName')
  return (
    <>
      <StepIndicator step={paths.indexOf(id) + 1} of={paths.length} language={c.language} />
      {name && <Alert kind="info">{say(c).helping(name)}</Alert>}
    </>
  )
}
