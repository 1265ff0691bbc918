/**
 * Today's list on a tablet. One form around it: who one is, then one press a person. Works by itself when the net is there;
 * `tablet.js` makes of the same presses facts that wait when it is not.
 */
import type { Child } from 'hono/jsx'
import { plainDay } from '../i18n/dates.ts'
import type { PageContext } from '../platform/context.ts'
import { html } from '../platform/respond.tsx'
import { ErrorSummary, type Errors, Select, Submit } from '../ui/fields.tsx'
import { Alert } from '../ui/parts.tsx'
import { CodeField, Queue, ScriptWords } from './parts.tsx'
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
                      <Row c={c} row={row} />
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

function Row({ c, row }: { readonly c: PageContext; readonly row: TabletRow }) {
  const t = tabletWords(c.language)
  const { orderId, name, day, undoable } = row
  const came = day.state === 'here' || day.state === 'gone'
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
        {button(`arrived:${orderId}`, t.arrived, !came)}
        {button(`left:${orderId}`, t.left, day.state === 'here')}
        {button(`noShow:${orderId}`, t.noShow, day.state === 'expected')}
        {button(`undone:${orderId}:${undoable ?? ''}`, t.undo, undoable !== undefined)}
      </div>
    </li>
  )
}
