/** The citizen's own calendar: a secret address, made, renewed and ended by themselves, and shown once. */
import { randomBytes } from 'node:crypto'
import { type CalendarFeed, endFeed, findFeedOf, makeFeed } from '../../../store/calendar-feeds.ts'
import { read, write } from '../../../store/connection.ts'
import { dayAndTime } from '../../i18n/dates.ts'
import type { PageContext } from '../../platform/context.ts'
import { html, seeOther } from '../../platform/respond.tsx'
import { Form, Radios, Submit, TextField } from '../../ui/fields.tsx'
import { Alert, BackLink } from '../../ui/parts.tsx'
import { calendarMessages } from './calendar-words.ts'

const here = '/borger/uge/kalender'

/** Somebody who acts for the citizen gets no key to the citizen's days that outlives their power. */
const selfOf = (c: PageContext) => (c.asking.onBehalfOf === undefined ? c.asking.subject.personId : undefined)

export async function showCalendar(c: PageContext, link?: string): Promise<Response> {
  const t = calendarMessages(c.language)
  const personId = selfOf(c)
  const feed = personId && (await read(c.house.db, c.scope, (tx) => findFeedOf(tx, personId)))
  return html(
    c,
    t.title,
    <>
      <BackLink href="/borger/uge" language={c.language} />
      <h1>{t.title}</h1>
      <p>{t.what}</p>
      <p>{t.tells}</p>
      <p>{t.careful}</p>
      {c.query.has('slettet') && (
        <Alert kind="success">
          <p>{t.stopped}</p>
        </Alert>
      )}
      {link !== undefined && <NewLink c={c} link={link} />}
      {personId === undefined ? <p>{t.own}</p> : <Choices c={c} feed={feed} isNew={link !== undefined} />}
    </>,
  )
}

function NewLink({ c, link }: { readonly c: PageContext; readonly link: string }) {
  const t = calendarMessages(c.language)
  return (
    <Alert kind="success" title={t.yours}>
      <p>{t.once}</p>
      <TextField name="link" label={t.yours} value={link} />
      <p>
        <a href={link.replace(/^https?:/, 'webcal:')}>{t.add}</a>
      </p>
      <p>{t.how}</p>
    </Alert>
  )
}

function Choices({
  c,
  feed,
  isNew,
}: {
  readonly c: PageContext
  readonly feed: CalendarFeed | undefined
  readonly isNew: boolean
}) {
  const t = calendarMessages(c.language)
  return (
    <>
      {feed && !isNew && (
        <p>
          {t.made(dayAndTime(feed.madeAt, c.language))} {feed.showsPlace ? t.showsPlace : t.hidesPlace}
        </p>
      )}
      <Form action={here} csrf={c.csrf}>
        <Radios
          name="sted"
          label={t.place}
          value={feed?.showsPlace ? 'ja' : 'nej'}
          options={[
            { value: 'nej', label: t.placeNo },
            { value: 'ja', label: t.placeYes },
          ]}
        />
        {feed && <p>{t.renewText}</p>}
        <Submit>{feed ? t.renew : t.make}</Submit>
      </Form>
      {feed && (
        <Form action={`${here}/slet`} csrf={c.csrf}>
          <p>{t.stopText}</p>
          <Submit look="secondary">{t.stop}</Submit>
        </Form>
      )}
    </>
  )
}

/** Answers with the page itself: the secret stands in no address of ours, and is not shown again. */
export async function makeCalendar(c: PageContext): Promise<Response> {
  const personId = selfOf(c)
  if (personId === undefined) return seeOther(here)
  const token = randomBytes(32).toString('base64url')
  const showsPlace = c.form.text('sted') === 'ja'
  await write(c.house.db, c.scope, (tx) => makeFeed(tx, { personId, showsPlace, token, at: c.house.now() }))
  return showCalendar(c, `${c.origin}/kalender/${token}.ics`)
}

export async function stopCalendar(c: PageContext): Promise<Response> {
  const personId = selfOf(c)
  if (personId !== undefined) await write(c.house.db, c.scope, (tx) => endFeed(tx, personId))
  return seeOther(`${here}?slettet=1`)
}
