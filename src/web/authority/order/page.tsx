/** The order to the provider (M11): written from the decision, and what the provider will see shown as it will be seen. */
import { mayEver } from '../../../domain/access/permissions.ts'
import { currentProceeding } from '../../../domain/case/case-file.ts'
import { findGrantedPlace } from '../../../domain/case/decision/stated.ts'
import type { OrderContent } from '../../../domain/case/order/events.ts'
import {
  hasChangedPlaceOften,
  type Placed,
  providerChangesUpTo,
  wouldChangePlaceOften,
} from '../../../domain/case/order/provider-changes.ts'
import type { ProviderId } from '../../../domain/identity.ts'
import { valuesOf } from '../../../domain/standard/standard.ts'
import { amountInWords } from '../../../letters/day-in-words.ts'
import { currentStandard } from '../../../standards/municipality.ts'
import type { CaseContext } from '../../platform/context.ts'
import { seeOther } from '../../platform/respond.tsx'
import { contentRows, Goals } from '../../provider/order-page.tsx'
import { type Errors, Form, Submit, TextArea } from '../../ui/fields.tsx'
import { Alert, SummaryList } from '../../ui/parts.tsx'
import { act, noProblem, type Problem } from '../act.ts'
import { caseHref } from '../case-address.ts'
import { casePageOf, type People } from '../case-frame.tsx'
import { DraftButtons, draftHref, type KeptContext, keep, recalled } from '../kept-draft.tsx'
import { MissingList } from '../missing-list.tsx'
import { prefilled } from '../prefilled.ts'
import { sharedWords } from '../words.ts'
import { contentNow, orderFields, readOrder, standingOf } from './presenter.ts'
import { FormerOrders, OrderUnderWay } from './under-way.tsx'
import { orderWords } from './words.ts'

export async function showOrder(asked: CaseContext, problem: Problem = noProblem): Promise<Response> {
  const standing = standingOf(asked.case.file)
  const s = sharedWords(asked.language)
  const t = orderWords(asked.language)
  if (standing.kind === 'noGrant')
    return casePageOf(
      asked,
      s.order,
      () => (
        <>
          <Alert kind="info">{t.noGrant}</Alert>
          <p>
            <a href={caseHref(asked, '/afgoerelse')}>{t.toDecision}</a>
          </p>
          <FormerOrders c={asked} />
        </>
      ),
      problem,
    )
  if (standing.kind !== 'toSend')
    return casePageOf(
      asked,
      s.order,
      (people) => <OrderUnderWay c={asked} people={people} order={standing.order} errors={problem.errors} />,
      problem,
    )
  return writing(asked, problem)
}

async function writing(asked: CaseContext, problem: Problem): Promise<Response> {
  const kept: KeptContext =
    Object.keys(asked.form.values).length > 0 ? asked : await recalled(asked, 'bestilling')
  const c = prefilled(kept, orderFields(asked.case.file))
  const mine = mayEver('sendOrder', c.asking.subject)
  const content = contentNow(c.case.file, c.form)
  return casePageOf(
    c,
    sharedWords(c.language).order,
    (people) => (
      <div class="hv-columns">
        {mine ? (
          <Writing c={c} errors={problem.errors} />
        ) : (
          <Alert kind="info">{orderWords(c.language).onlySocialWorker}</Alert>
        )}
        {content && <Seen c={c} people={people} content={content} />}
      </div>
    ),
    problem,
  )
}

function Writing({ c, errors }: { readonly c: KeptContext; readonly errors: Errors }) {
  const t = orderWords(c.language)
  const { decision } = currentProceeding(c.case.file)
  const place = decision && findGrantedPlace(decision.record)
  const field = (name: 'needs' | 'resources' | 'considerations' | 'communication') => (
    <TextArea
      name={name}
      label={t[name]}
      hint={t.hints[name]}
      value={c.form.text(name)}
      errors={errors}
      rows={3}
    />
  )
  return (
    <Form
      action={caseHref(c, '/bestilling')}
      csrf={c.csrf}
      commandId={c.form.commandId ?? c.house.newId()}
      basedOn={c.case.file.lastSeq}
      draft={draftHref(c, 'bestilling')}
      live={caseHref(c, '/bestilling')}
    >
      {place && <p>{t.intro(c.municipality.providerName(place.provider))}</p>}
      {place && <PlaceOften c={c} orders={c.case.file.orders} to={place.provider} />}
      {c.case.file.goals.length === 0 && <MissingList c={c} missing={['goals']} />}
      {field('needs')}
      {field('resources')}
      {field('considerations')}
      {field('communication')}
      <p>
        {t.goalsFrom} <a href={caseHref(c, '/plan')}>{t.changeGoals}</a>
      </p>
      <div class="hv-actions">
        <Submit name="do" value="send">
          {t.send}
        </Submit>
        <Submit look="secondary" name="do" value="preview">
          {t.update}
        </Submit>
      </div>
      <DraftButtons c={c} form="bestilling" />
    </Form>
  )
}

/** Another place within the standard's time: said before it is ordered, or once it has become so (K2.0-9). */
export function PlaceOften({
  c,
  orders,
  to,
}: {
  readonly c: Pick<CaseContext, 'language' | 'municipality' | 'today'>
  readonly orders: readonly Placed[]
  readonly to: ProviderId
}) {
  const t = orderWords(c.language)
  const limits = valuesOf(currentStandard(c.municipality).parameters)
  if (!wouldChangePlaceOften(orders, to, c.today, limits) && !hasChangedPlaceOften(orders, c.today, limits))
    return null
  return (
    <Alert kind="warning" title={t.placeOften}>
      <p>{t.placeOftenText(providerChangesUpTo(orders, c.today, limits), limits.providerChangeMonths)}</p>
    </Alert>
  )
}

/** The provider's own view of the order, by the provider's own page. */
export function Seen({
  c,
  people,
  content,
}: {
  readonly c: CaseContext
  readonly people: People
  readonly content: OrderContent
}) {
  const t = orderWords(c.language)
  const days = amountInWords(content.daysPerWeek)
  const extent =
    content.hoursPerWeek === undefined ? days : t.daysAndHours(days, amountInWords(content.hoursPerWeek))
  return (
    <section id="tilbuddet-ser" data-live class="hv-sources" aria-label={t.seen} tabindex={0}>
      <h2>{t.seen}</h2>
      <p>{t.seenBy}</p>
      <SummaryList
        language={c.language}
        rows={[{ label: t.days, value: extent }, ...contentRows(c, { content }, people.citizen)]}
      />
      <Goals c={c} order={{ content }} />
    </section>
  )
}

export async function sendOrder(c: CaseContext): Promise<Response> {
  if (c.form.text('do') === 'preview') {
    await keep(c, 'bestilling')
    return seeOther(`${caseHref(c, '/bestilling')}#tilbuddet-ser`)
  }
  const { input, errors } = readOrder(c.form, orderWords(c.language).problems)
  if (standingOf(c.case.file).kind === 'toSend' && Object.keys(errors).length > 0) {
    await keep(c, 'bestilling')
    return showOrder(c, { errors })
  }
  return act(
    c,
    'sendOrder',
    { ...input, needs: input.needs ?? '–', resources: input.resources ?? '–' },
    { again: (p) => showOrder(c, p), to: caseHref(c, '/bestilling'), draft: 'bestilling' },
  )
}
