/** How one case is kept: fetched for the archive, delivered, held, approved for erasure. Nothing of its content is shown. */
import { packageOf } from '../../casework/archive-case.ts'
import { may } from '../../domain/access/permissions.ts'
import type { CaseCommandType } from '../../domain/case/commands.ts'
import {
  erasureObstacle,
  holdsOn,
  retainedUntil,
  standingApproval,
  standingDelivery,
} from '../../domain/case/retention/about.ts'
import { holdGrounds } from '../../domain/case/retention/events.ts'
import type { ArchivePackage } from '../../exchange/archive/package.ts'
import { read } from '../../store/connection.ts'
import { act, noProblem, type Problem } from '../authority/act.ts'
import { termsFor } from '../authority/case-frame.tsx'
import { eventNames } from '../authority/event-words.ts'
import { plainDay } from '../i18n/dates.ts'
import { refusalInWords } from '../i18n/refusals.ts'
import type { CaseContext } from '../platform/context.ts'
import { file, seeOther } from '../platform/respond.tsx'
import { dateOf } from '../ui/date-field.ts'
import { DateField, ErrorSummary, Form, Radios, Submit, TextArea, TextField } from '../ui/fields.tsx'
import { Alert, BackLink, SummaryList } from '../ui/parts.tsx'
import { keptHref, retentionHref, retentionPage } from './overview.tsx'
import { retentionWords } from './words.ts'

const packageHere = (c: CaseContext): Promise<ArchivePackage> =>
  read(c.house.db, c.scope, (tx) => packageOf(tx, c.municipality, c.case, eventNames('da')))

const href = (c: CaseContext, rest = ''): string => `${keptHref(c.case.file.caseNumber)}${rest}`

/** The package as it is now; its look is in the log like any other. */
export async function fetchPackage(c: CaseContext): Promise<Response> {
  if (c.case.file.closed === undefined) return seeOther(href(c))
  const { bytes, name } = await packageHere(c)
  return file(bytes, 'application/zip', name, 'attachment')
}

export async function showKeptCase(c: CaseContext, problem: Problem = noProblem): Promise<Response> {
  const say = retentionWords(c.language)
  const { file: kase } = c.case
  const { parameters } = termsFor(c)
  const until = retainedUntil(kase, parameters)
  const obstacle = erasureObstacle(kase, c.today, parameters)
  const wrong = Object.keys(problem.errors).length > 0 || problem.refusal !== undefined || problem.since
  const title = say.caseTitle
  return retentionPage(
    c,
    title,
    <>
      <ErrorSummary errors={problem.errors} language={c.language} />
      {problem.refusal && <Alert kind="warning">{refusalInWords(problem.refusal, c.language)}</Alert>}
      {problem.since && (
        <Alert kind="warning">{refusalInWords({ refused: true, code: 'packageOutdated' }, c.language)}</Alert>
      )}
      <SummaryList
        language={c.language}
        rows={[
          { label: say.caseNumber, value: kase.caseNumber },
          ...(kase.closed ? [{ label: say.closedOn, value: plainDay(kase.closed.on, c.language) }] : []),
          ...(until ? [{ label: say.keptUntil, value: plainDay(until, c.language) }] : []),
          { label: say.state, value: say.states[obstacle ?? 'ready'] },
        ]}
      />
      {kase.closed && (await Delivering(c, problem))}
      {Holding(c, problem)}
      {obstacle === 'notApproved' && Approving(c)}
      {obstacle === undefined && (
        <p>{say.approved(plainDay(standingApproval(kase)?.on ?? c.today, c.language))}</p>
      )}
      <BackLink href={retentionHref(c)} language={c.language} />
    </>,
    wrong ? 422 : 200,
  )
}

async function Delivering(c: CaseContext, { errors }: Problem) {
  const say = retentionWords(c.language)
  const { file: kase } = c.case
  const delivery = standingDelivery(kase)
  const made = await packageHere(c)
  return (
    <section aria-labelledby="aflevering">
      <h2 id="aflevering">{say.delivery}</h2>
      {delivery && (
        <p>{say.deliveredAs(delivery.receiver, plainDay(delivery.on, c.language), delivery.reference)}</p>
      )}
      {!delivery && kase.retention.deliveries.length > 0 && <Alert kind="warning">{say.outdated}</Alert>}
      <p>{say.fetchText}</p>
      <p>
        <a href={href(c, '/pakke')}>{say.fetch}</a>
      </p>
      <p>
        {say.sum}: <code>{made.hash}</code>
      </p>
      {!delivery && may('recordArchiveDelivery', c.asking.subject, targetOf(c)) && (
        <Form
          action={href(c, '/aflevering')}
          csrf={c.csrf}
          commandId={c.house.newId()}
          basedOn={kase.lastSeq}
        >
          <input type="hidden" name="package" value={made.hash} />
          <input type="hidden" name="through" value={String(made.through)} />
          <TextField name="receiver" label={say.receiver} value={c.form.text('receiver')} errors={errors} />
          <TextField
            name="reference"
            label={say.referenceField}
            hint={say.referenceHint}
            value={c.form.text('reference')}
            errors={errors}
          />
          <DateField
            name="deliveredOn"
            label={say.deliveredOn}
            value={c.today}
            typed={c.form.values}
            errors={errors}
            language={c.language}
          />
          <Submit>{say.deliver}</Submit>
        </Form>
      )}
    </section>
  )
}

/** Of the municipality: no unit and no provider is asked about. */
const targetOf = ({ case: { file: kase } }: CaseContext) => ({
  personId: kase.personId,
  scopes: [],
  providers: [],
  opened: false,
})

function Holding(c: CaseContext, { errors }: Problem) {
  const say = retentionWords(c.language)
  const holds = holdsOn(c.case.file)
  return (
    <section aria-labelledby="hold">
      <h2 id="hold">{say.holding}</h2>
      {holds.length === 0 ? (
        <p>{say.noneHeld}</p>
      ) : (
        <ul>
          {holds.map((hold) => {
            const { on } = hold.kind === 'recorded' ? hold.hold : hold.since
            const since = say.heldSince(plainDay(on, c.language))
            if (hold.kind !== 'recorded') return <li>{`${say.holds[hold.kind]}. ${since}.`}</li>
            const { holdId, ground, because } = hold.hold
            return (
              <li>
                {`${say.holds[ground]}. ${since}. ${because}`}
                <Form action={href(c, '/ophaev')} csrf={c.csrf} commandId={c.house.newId()}>
                  <input type="hidden" name="holdId" value={holdId} />
                  <TextField
                    name={`because-${holdId}`}
                    label={say.releaseBecause}
                    value={c.form.text(`because-${holdId}`)}
                    errors={errors}
                  />
                  <Submit look="secondary">{say.release}</Submit>
                </Form>
              </li>
            )
          })}
        </ul>
      )}
      <Form action={href(c, '/hold')} csrf={c.csrf} commandId={c.house.newId()}>
        <Radios
          name="ground"
          label={say.ground}
          value={c.form.text('ground')}
          errors={errors}
          options={holdGrounds.map((value) => ({ value, label: say.holds[value] }))}
        />
        <TextArea name="because" label={say.because} value={c.form.text('because')} errors={errors} />
        <Submit look="secondary">{say.hold}</Submit>
      </Form>
    </section>
  )
}

function Approving(c: CaseContext) {
  const say = retentionWords(c.language)
  const { file: kase } = c.case
  return (
    <section aria-labelledby="godkend">
      <h2 id="godkend">{say.approving}</h2>
      <p>{say.approveText}</p>
      <Form action={href(c, '/godkend')} csrf={c.csrf} commandId={c.house.newId()} basedOn={kase.lastSeq}>
        <input type="hidden" name="package" value={standingDelivery(kase)?.package} />
        <Submit look="warning">{say.approve}</Submit>
      </Form>
    </section>
  )
}

const send = (c: CaseContext, type: CaseCommandType, input: unknown, at?: string): Promise<Response> =>
  act(c, type, input, {
    again: (problem) =>
      showKeptCase(c, {
        ...problem,
        errors: Object.fromEntries(
          Object.entries(problem.errors).map(([field, words]) => [at ?? field, words]),
        ),
      }),
    to: href(c),
  })

/** The package is made once more: a hash of something else is not recorded. */
export async function recordDelivery(c: CaseContext): Promise<Response> {
  const { form } = c
  const made = await packageHere(c)
  if (form.text('package') !== made.hash)
    return showKeptCase(c, { errors: {}, refusal: { refused: true, code: 'packageOutdated' } })
  return send(c, 'recordArchiveDelivery', {
    receiver: form.text('receiver'),
    reference: form.text('reference'),
    deliveredOn: dateOf(form, 'deliveredOn'),
    package: made.hash,
    through: made.through,
  })
}

export const hold = (c: CaseContext): Promise<Response> =>
  send(c, 'holdErasure', { ground: c.form.text('ground'), because: c.form.text('because') })

export function release(c: CaseContext): Promise<Response> {
  const holdId = c.form.text('holdId')
  const field = `because-${holdId}`
  return send(c, 'releaseErasure', { holdId, because: c.form.text(field) }, field)
}

export const approve = (c: CaseContext): Promise<Response> =>
  send(c, 'approveErasure', { package: c.form.text('package') })
