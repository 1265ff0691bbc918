/** Those who act for the citizen: who, what they may, and how the citizen ends it, which works at once (FVL § 8). */
import { fullName } from '../../casework/people.ts'
import { isConflict, perform } from '../../casework/perform.ts'
import type { Representation } from '../../domain/case/case-file.ts'
import { type LetterKind, letterKinds } from '../../domain/case/letter/events.ts'
import { isGuardian } from '../../domain/case/party/decide.ts'
import { awaitsVerification, isInForce, othersWhoGet } from '../../domain/case/recipients.ts'
import type { PersonId } from '../../domain/identity.ts'
import { isRefusal, type Refusal } from '../../domain/refusal.ts'
import { read } from '../../store/connection.ts'
import { findPersons } from '../../store/persons.ts'
import { plainDay } from '../i18n/dates.ts'
import { refusalInWords } from '../i18n/refusals.ts'
import type { CaseContext } from '../platform/context.ts'
import { errorPage } from '../platform/error-page.tsx'
import { html, seeOther } from '../platform/respond.tsx'
import { Form, Submit, TextArea } from '../ui/fields.tsx'
import { Alert, BackLink, LinkButton, SummaryList, Table } from '../ui/parts.tsx'
import { caseMessages } from './case-messages.ts'
import { giveHelpMessages } from './give-help-messages.ts'
import { helperMessages } from './helper-messages.ts'
import { mayDo } from './may-do.ts'
import { caseHref } from './situation.ts'

/** Waits for somebody to look at it, or begins later: the citizen can take it back already. */
const isStanding = (c: CaseContext, r: Representation): boolean =>
  awaitsVerification(r) || (r.verified !== undefined && !r.revoked && r.from > c.today)

export const helpersOf = (c: CaseContext): readonly Representation[] =>
  c.case.file.representations.filter((r) => isInForce(r, c.today) || isStanding(c, r))

/** By id; a representative is told of others what they are, and not their names. */
export async function namesOfHelpers(c: CaseContext): Promise<ReadonlyMap<PersonId, string>> {
  const ids = helpersOf(c).map((r) => r.personId)
  if (c.asking.onBehalfOf || ids.length === 0) return new Map()
  const scope = { municipality: c.municipality.code, viewer: { kind: 'system' } } as const
  const persons = await read(c.house.db, scope, (tx) => findPersons(tx, ids))
  return new Map(persons.map((p) => [p.personId, fullName(p)]))
}

export const helpersHref = (c: CaseContext): string => `${caseHref(c.case.file)}/hjaelpere`

export async function helpers(c: CaseContext): Promise<Response> {
  const t = helperMessages(c.language)
  const names = await namesOfHelpers(c)
  const all = helpersOf(c)
  const mayEnd = mayDo(c, 'revokeRepresentative')
  return html(
    c,
    t.title,
    <>
      <BackLink href={caseHref(c.case.file)} language={c.language} />
      <h1>{t.title}</h1>
      <p>{all.length === 0 ? t.none : t.lead}</p>
      {all.map((helper) => (
        <div class="hv-card">
          <h2>{names.get(helper.personId) ?? t.kinds[helper.type]}</h2>
          <SummaryList
            language={c.language}
            rows={[
              { label: t.role, value: t.kinds[helper.type] },
              { label: t.may, value: <WhatTheyMay c={c} helper={helper} /> },
              { label: t.since, value: plainDay(helper.from, c.language) },
              ...(awaitsVerification(helper) ? [{ label: t.state, value: t.waits }] : []),
              ...(helper.to ? [{ label: t.until, value: plainDay(helper.to, c.language) }] : []),
            ]}
          />
          {mayEnd && isGuardian(helper.type) && <p>{t.guardian}</p>}
          {mayEnd && !isGuardian(helper.type) && (
            <LinkButton href={`${helpersHref(c)}/${helper.representationId}`} look="secondary">
              {t.stop}
              <span class="sr-only"> ({names.get(helper.personId) ?? t.kinds[helper.type]})</span>
            </LinkButton>
          )}
        </div>
      ))}
      {mayDo(c, 'giveRepresentation') && (
        <LinkButton href={`${helpersHref(c)}/ny`}>{giveHelpMessages(c.language).title}</LinkButton>
      )}
      <p>{mayEnd ? t.add(c.municipality.letterhead.phone) : t.onlySelf}</p>
      <p>
        <a href={`${helpersHref(c)}/breve`}>{giveHelpMessages(c.language).lettersTitle}</a>
      </p>
    </>,
  )
}

/** Each kind of letter, with whoever gets it beside the citizen. */
export async function whoGetsMyLetters(c: CaseContext): Promise<Response> {
  const t = giveHelpMessages(c.language)
  const { kinds } = helperMessages(c.language)
  const names = await namesOfHelpers(c)
  const others = (kind: LetterKind): string =>
    othersWhoGet(c.case.file, kind, c.today)
      .map((r) => names.get(r.personId) ?? kinds[r.type].toLowerCase())
      .join(', ')
  return html(
    c,
    t.lettersTitle,
    <>
      <BackLink href={helpersHref(c)} language={c.language} />
      <h1>{t.lettersTitle}</h1>
      <p>{t.lettersLead}</p>
      <Table
        caption={t.lettersTitle}
        rows={letterKinds}
        empty=""
        columns={[
          {
            heading: t.letterHeading,
            title: t.letterHeading,
            cell: (kind) => caseMessages(c.language).letters[kind],
          },
          {
            heading: t.whoHeading,
            title: t.whoHeading,
            cell: (kind) => (others(kind) === '' ? t.onlyYou : t.youAnd(others(kind))),
          },
        ]}
      />
      <p>{t.why}</p>
    </>,
  )
}

function WhatTheyMay({ c, helper }: { readonly c: CaseContext; readonly helper: Representation }) {
  const t = helperMessages(c.language)
  if (helper.scopes.length === 0) return <>{t.nothing}</>
  return (
    <ul>
      {helper.scopes.map((scope) => (
        <li>{t.scopes[scope]}</li>
      ))}
    </ul>
  )
}

/** Asked once more: what it means, and what it does not undo. */
export async function askToEnd(c: CaseContext, refusal?: Refusal): Promise<Response> {
  const t = helperMessages(c.language)
  const helper = helpersOf(c).find((r) => r.representationId === c.parameter('representationId'))
  if (helper === undefined) return errorPage(c, 404)
  const names = await namesOfHelpers(c)
  const guardian = isGuardian(helper.type)
  return html(
    c,
    t.title,
    <>
      <BackLink href={helpersHref(c)} language={c.language} />
      <h1>{t.sure(names.get(helper.personId) ?? t.someone)}</h1>
      {refusal && <Alert kind="error">{refusalInWords(refusal, c.language)}</Alert>}
      {guardian ? (
        <p>{t.guardian}</p>
      ) : (
        <>
          <p>{t.atOnce}</p>
          <p>{t.kept}</p>
          {helper.type === 'digitalPowerOfAttorney' && <p>{t.alsoThere}</p>}
          <Form action={c.path} csrf={c.csrf} commandId={c.form.commandId ?? c.house.newId()}>
            <TextArea name="reason" label={t.why} rows={3} value={c.form.text('reason')} />
            <Submit look="warning">{t.yes}</Submit>
          </Form>
        </>
      )}
      <p>
        <a href={helpersHref(c)}>{t.no}</a>
      </p>
    </>,
    refusal ? 422 : 200,
  )
}

export async function endHelp(c: CaseContext): Promise<Response> {
  const helper = c.case.file.representations.find(
    (r) => r.representationId === c.parameter('representationId'),
  )
  // Staff end it on the authority's pages, in their own name.
  if (helper === undefined || c.visitor.kind !== 'citizen') return errorPage(c, 404)
  const { representationId } = helper
  const reason = c.form.text('reason') ?? helperMessages(c.language).ended
  const done = await perform(c.house, c.asking, {
    caseId: c.case.caseId,
    command: { type: 'revokeRepresentative', input: { representationId, reason } },
    commandId: c.form.commandId ?? c.house.newId(),
  })
  if (isConflict(done)) throw new Error('nothing was based on')
  if (isRefusal(done) && done.code !== 'alreadyDone') return askToEnd(c, done)
  return seeOther(helpersHref(c))
}
