/**
 * Today's list on a tablet. One form around it: who one is, then one press a person. Works by itself when the net is there;
 * `tablet.js` makes of the same presses facts that wait when it is not.
 */
import type { Child } from 'hono/jsx'
import { absenceReasons, informants } from '../../domain/attendance/fact.ts'
import { againstArrival, choicesOf, stateWith } from '../../domain/device/press.ts'
import { plainDay } from '../i18n/dates.ts'
import type { PageContext } from '../platform/context.ts'
import { html } from '../platform/respond.tsx'
import { saidOf } from '../provider/day/fact-words.ts'
import { dayWords } from '../provider/day/words.ts'
import { ErrorSummary, type Errors, Select, Submit } from '../ui/fields.tsx'
import { Alert } from '../ui/parts.tsx'
import { CodeField, PasskeyButton, Queue, ScriptWords } from './parts.tsx'
import { groupsOf, isExpected, readTabletDay, type TabletRow } from './read-day.ts'
import { tabletWords } from './words.ts'

/** Told after a post without script. */
const told = (c: PageContext): Child => {
  const t = tabletWords(c.language)
  const said = c.query.get('gemt')
  if (said === 'ja') return <Alert kind="success">{t.saved}</Alert>
  return said === 'ubekraeftet' ? <Alert kind="warning">{t.savedUnconfirmed}</Alert> : null
}

export async function showDay(c: PageContext, errors: Errors = {}): Promise<Response> {
  const t = tabletWords(c.language)
  const { rows, staff } = await readTabletDay(c, 'tablet.home')
  const names = new Map<string, string>(staff.map(({ userId, name }) => [userId, name]))
  const answer = html(
    c,
    t.title,
    <>
      <ScriptWords c={c} />
      <h1>{t.onDay(plainDay(c.today, c.language))}</h1>
      <Queue c={c} />
      {told(c)}
      <ErrorSummary errors={errors} language={c.language} />
      <form method="post" action="/tablet" id="hv-day" class="hv-day" novalidate>
        <input type="hidden" name="_csrf" value={c.csrf} />
        <input type="hidden" name="_command" value={c.form.commandId ?? c.house.newId()} />
        <fieldset class="hv-day-me">
          <legend class="form-label">{t.whoTitle}</legend>
          <Select
            name="userId"
            label={t.who}
            empty={t.whoEmpty}
            value={c.form.text('userId') ?? c.query.get('som') ?? undefined}
            errors={errors}
            options={staff.map(({ userId, name }) => ({ value: userId, label: name }))}
          />
          <CodeField label={t.code} hint={t.codeHint} errors={errors} />
          {/* First in the form: what Enter in the code's field does. */}
          <Submit look="secondary" name="act" value="who">
            {t.itsMe}
          </Submit>
          <PasskeyButton c={c} />
        </fieldset>
        {rows.length === 0 ? (
          <p class="hv-empty">{t.nobody}</p>
        ) : (
          <>
            <p>
              <Submit name="act" value="allArrived">
                {t.all}
              </Submit>
            </p>
            <div id="hv-list">
              {groupsOf(rows).map(([group, own]) => (
                <>
                  <h2>{t.groupTitle(group ?? t.noGroup, own.filter(isHere).length, own.length)}</h2>
                  <ul class="hv-day-list no-max-width">
                    {own.map((row) => (
                      <Row c={c} row={row} staff={names} errors={errors} />
                    ))}
                  </ul>
                </>
              ))}
            </div>
          </>
        )}
      </form>
      <form method="post" action="/tablet/luk" id="hv-close" class="hv-day-close">
        <input type="hidden" name="_csrf" value={c.csrf} />
        <p>{t.closeText}</p>
        <Submit look="secondary">{t.close}</Submit>
      </form>
    </>,
    Object.keys(errors).length > 0 ? 422 : 200,
  )
  // What the tablet may keep for when the net is away.
  if (answer.status === 200) answer.headers.set('X-Hverdag-List', 'day')
  return answer
}

const isHere = ({ day }: TabletRow): boolean => day.state === 'here'

type RowProps = {
  readonly c: PageContext
  readonly row: TabletRow
  /** Who works here, by their id. */
  readonly staff: ReadonlyMap<string, string>
  readonly errors: Errors
}

function Row({ c, row, staff, errors }: RowProps) {
  const t = tabletWords(c.language)
  const { orderId, name, day, undoable } = row
  const button = (act: string, text: string, shown: boolean) => (
    <button
      type="submit"
      name="act"
      value={act}
      class="button button-secondary"
      data-act={act.split(':')[0]}
      hidden={!shown}
    >
      {text}
      <span class="sr-only"> {name}</span>
    </button>
  )
  return (
    <li
      class={`hv-day-row hv-day-${day.state}`}
      data-order={orderId}
      data-state={day.state}
      data-fact={undoable ?? ''}
      data-against={againstArrival(day).join(' ')}
      {...(isExpected(row) && { 'data-expected': '1' })}
    >
      <div class="hv-day-person">
        <h3>{name}</h3>
        {row.times.length > 0 && (
          <p>{row.times.map(({ starts, ends }) => t.between(starts, ends)).join(', ')}</p>
        )}
        {row.ride && <p>{t.ride}</p>}
        {row.important && (
          <p>
            <strong>{t.important}</strong> {row.important}
          </p>
        )}
      </div>
      <p class="hv-day-state">
        <span data-shown-state>{t.states[day.state]}</span>
        {day.unconfirmed && <span>, {t.notConfirmed}</span>}
      </p>
      <div class="hv-day-acts">
        {button(`arrived:${orderId}`, t.arrived, !['here', 'gone', 'unknown'].includes(day.state))}
        {button(`left:${orderId}`, t.left, day.state === 'here')}
        {button(`noShow:${orderId}`, t.noShow, day.state === 'expected')}
        {button(
          `undone:${orderId}:${undoable ?? ''}`,
          t.undo,
          undoable !== undefined && day.state !== 'unknown',
        )}
      </div>
      <Cancel c={c} row={row} errors={errors} />
      {day.contradictions.length > 0 && <Torn c={c} row={row} staff={staff} />}
    </li>
  )
}

/** “Afbud”: whose word it is, and why; “will not say” is an answer. The list does not show it again: others can see the tablet. */
function Cancel({ c, row, errors }: Omit<RowProps, 'staff'>) {
  const d = dayWords(c.language)
  const { orderId, name, day } = row
  const [reason, saidBy] = [`reason-${orderId}`, `saidBy-${orderId}`]
  return (
    <div class="hv-day-more" data-act="cancelled" hidden={day.state !== 'expected'}>
      <details class="details" open={errors[reason] !== undefined}>
        <summary class="details-summary">
          <span class="details-summary-text">
            {d.cancel}
            <span class="sr-only">: {name}</span>
          </span>
        </summary>
        <div class="details-text">
          <Select
            name={reason}
            label={d.why}
            empty=""
            value={c.form.text(reason)}
            errors={errors}
            options={absenceReasons.map((value) => ({ value, label: d.reasons[value] }))}
          />
          <Select
            name={saidBy}
            label={d.saidBy}
            empty=""
            value={c.form.text(saidBy)}
            options={informants.map((value) => ({ value, label: d.informants[value] }))}
          />
          <Submit look="secondary" name="act" value={`cancelled:${orderId}`}>
            {d.sendCancel}
            <span class="sr-only">: {name}</span>
          </Submit>
        </div>
      </details>
    </div>
  )
}

/** What was recorded against each other, with who and when; a person says which holds, and the other stays on record. */
function Torn({ c, row, staff }: Omit<RowProps, 'errors'>) {
  const d = dayWords(c.language)
  return (
    <div class="hv-day-more" data-act="settled">
      <p>{d.tornText}</p>
      <div class="hv-day-choices">
        {choicesOf(row.day).map(({ fact, setsAside, takesBack }) => (
          <button
            type="submit"
            name="act"
            value={`settled:${row.orderId}:${fact.factId}`}
            class="button button-secondary"
            data-sets-aside={setsAside.join(' ')}
            data-takes-back={takesBack.join(' ')}
            data-becomes={stateWith(fact.kind)}
          >
            {`${d.holds}: ${saidOf(c, { staff }, { ...fact, text: undefined })}`}
            <span class="sr-only">, {row.name}</span>
          </button>
        ))}
      </div>
    </div>
  )
}
