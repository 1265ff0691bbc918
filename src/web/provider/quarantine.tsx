/** What a tablet delivered that was not taken as it came: shown to the lead, who says whether it holds, and why. */
import type { OpenedFact } from '../../casework/deliver.ts'
import { fullName } from '../../casework/people.ts'
import { settleQuarantine } from '../../casework/settle-quarantine.ts'
import { refusalCodes } from '../../domain/refusal.ts'
import { ordersInReach } from '../../store/cases.ts'
import { read } from '../../store/connection.ts'
import { findPersons } from '../../store/persons.ts'
import { listQuarantine, type Quarantined } from '../../store/quarantine.ts'
import { staffOfProvider } from '../../store/users.ts'
import { dayAndTime, shortDay } from '../i18n/dates.ts'
import { refusalMessages } from '../i18n/refusals.ts'
import type { PageContext } from '../platform/context.ts'
import { errorPage } from '../platform/error-page.tsx'
import { seeOther } from '../platform/respond.tsx'
import { type Errors, Form, Submit, TextField } from '../ui/fields.tsx'
import { Card } from '../ui/parts.tsx'
import { tabletsWords } from './tablet-words.ts'
import { leadOf, showTablets } from './tablets.tsx'

type Waiting = Quarantined<OpenedFact>

export type QuarantineRead = {
  readonly facts: readonly Waiting[]
  readonly personOf: ReadonlyMap<string, string>
  readonly staffName: ReadonlyMap<string, string>
}

const most = 200

export async function readQuarantine(c: PageContext): Promise<QuarantineRead> {
  const provider = leadOf(c)?.provider
  return read(c.house.db, c.scope, async (tx) => {
    const facts = await listQuarantine<OpenedFact>(tx, most)
    if (facts.length === 0 || provider === undefined)
      return { facts, personOf: new Map(), staffName: new Map() }
    const [orders, staff] = await Promise.all([ordersInReach(tx), staffOfProvider(tx, provider)])
    const people = await findPersons(
      tx,
      orders.map(({ personId }) => personId),
    )
    const names = new Map(people.map((person) => [person.personId, fullName(person)]))
    return {
      facts,
      personOf: new Map(orders.map((o) => [o.orderId, names.get(o.personId) ?? ''])),
      staffName: new Map(staff.map(({ userId, name }) => [userId, name])),
    }
  })
}

function whyInWords(c: PageContext, why: string): string {
  const own: Readonly<Record<string, string>> = tabletsWords(c.language).whys
  const code = refusalCodes.find((known) => known === why)
  return own[why] ?? (code ? refusalMessages(c.language)[code] : why)
}

type Props = {
  readonly c: PageContext
  readonly waiting: QuarantineRead
  readonly errors: Errors
  readonly at: string | undefined
}

export function QuarantineList({ c, waiting, errors, at }: Props) {
  const t = tabletsWords(c.language)
  const open = waiting.facts.filter(({ outcome }) => outcome === null)
  const settled = waiting.facts.filter(({ outcome }) => outcome !== null)
  return (
    <>
      <h2>{t.quarantine}</h2>
      {open.length === 0 ? <p>{t.quarantineNone}</p> : <p>{t.quarantineText}</p>}
      {open.map((fact) => (
        <Card level={3} title={titleOf(c, waiting, fact)}>
          <Facts c={c} waiting={waiting} fact={fact} />
          <Form action={`/tilbud/tablets/afgoer/${fact.factId}`} csrf={c.csrf}>
            <TextField
              // Each card has a field of its own, with a name of its own.
              name={`reason-${fact.factId}`}
              label={t.reason}
              value={at === fact.factId ? c.form.text(`reason-${fact.factId}`) : undefined}
              errors={errors}
            />
            <div class="hv-actions">
              {fact.opened && (
                <Submit look="secondary" name="outcome" value="accepted">
                  {t.accept}
                </Submit>
              )}
              <Submit look="secondary" name="outcome" value="rejected">
                {t.reject}
              </Submit>
            </div>
          </Form>
        </Card>
      ))}
      {settled.length > 0 && <h2>{t.settled}</h2>}
      {settled.map((fact) => (
        <Card level={3} title={titleOf(c, waiting, fact)}>
          <Facts c={c} waiting={waiting} fact={fact} />
          <p>
            {t[fact.outcome ?? 'rejected'](
              waiting.staffName.get(fact.settledBy ?? '') ?? t.somebody,
              fact.reason ?? '',
            )}
          </p>
        </Card>
      ))}
    </>
  )
}

function titleOf(c: PageContext, { personOf }: QuarantineRead, { opened }: Waiting): string {
  const t = tabletsWords(c.language)
  if (opened === null) return t.whatUnknown
  const { kind, orderId, day } = opened.fact
  return `${personOf.get(orderId) ?? t.unknownPerson}: ${t.kinds[kind]}, ${t.on(shortDay(day, c.language))}`
}

function Facts({
  c,
  waiting: { staffName },
  fact: { why, opened, receivedAt },
}: {
  readonly c: PageContext
  readonly waiting: QuarantineRead
  readonly fact: Waiting
}) {
  const t = tabletsWords(c.language)
  const actor = opened?.fact.actor
  const by = actor?.kind === 'staff' ? (staffName.get(actor.userId) ?? t.somebody) : undefined
  return (
    <>
      <p>
        <strong>{whyInWords(c, why)}</strong>
      </p>
      <p>
        {opened && `${t.recorded(dayAndTime(opened.fact.at, c.language))}. `}
        {t.received(dayAndTime(receivedAt, c.language))}.
      </p>
      {by && (
        <p>
          {t.by(by)}
          {opened && !opened.fact.confirmed && ` (${t.notConfirmed})`}
        </p>
      )}
    </>
  )
}

export async function settle(c: PageContext): Promise<Response> {
  const t = tabletsWords(c.language)
  const lead = leadOf(c)
  if (lead === undefined) return errorPage(c, 403)
  const factId = c.parameter('factId')
  if (!/^[0-9a-f-]{36}$/.test(factId)) return errorPage(c, 404)
  const field = `reason-${factId}`
  const reason = c.form.text(field)
  if (reason === undefined) return showTablets(c, { errors: { [field]: t.reasonMissing }, at: factId })
  const outcome = c.form.text('outcome') === 'accepted' ? 'accepted' : 'rejected'
  const refusal = await settleQuarantine(c.house, c.asking, lead, { factId, outcome, reason })
  if (refusal?.code === 'notFound') return errorPage(c, 404)
  // Settled by a colleague meanwhile: their word stands there to be read.
  if (refusal && refusal.code !== 'alreadyDone')
    return showTablets(c, { errors: { [field]: refusalMessages(c.language)[refusal.code] }, at: factId })
  return seeOther('/tilbud/tablets')
}
