/** B15: meetings about the citizen. When, where and who; what they want to say; another time; and asking for one now. */

import { targetOf } from '../../casework/load-case.ts'
import { isConflict, perform } from '../../casework/perform.ts'
import { type Placement, weekAhead } from '../../casework/week-ahead.ts'
import { type Action, may } from '../../domain/access/permissions.ts'
import type { StatusMeeting } from '../../domain/case/case-file.ts'
import type { CaseCommand } from '../../domain/case/commands.ts'
import { moods } from '../../domain/case/documentation/events.ts'
import { appointmentOf, isOpenMeeting, nextFollowUp, openWishes } from '../../domain/case/follow-up/about.ts'
import { followUpTriggers, meetingQuestions } from '../../domain/case/follow-up/events.ts'
import { placementOf } from '../../domain/case/placement-rounds.ts'
import { isRefusal } from '../../domain/refusal.ts'
import { valuesOf } from '../../domain/standard/standard.ts'
import { icalendar } from '../../exchange/calendar/ical.ts'
import { currentStandard } from '../../standards/municipality.ts'
import { read } from '../../store/connection.ts'
import { longDay, plainDay } from '../i18n/dates.ts'
import { refusalInWords } from '../i18n/refusals.ts'
import type { PageContext } from '../platform/context.ts'
import { errorPage } from '../platform/error-page.tsx'
import { file, html, seeOther } from '../platform/respond.tsx'
import { ErrorSummary, type Errors, Form, Select, Submit, TextArea } from '../ui/fields.tsx'
import { Alert, BackLink, LinkButton } from '../ui/parts.tsx'
import { MeetingView } from './meeting-view.tsx'
import { meetingMessages } from './meeting-words.ts'
import { maySee } from './own-cases.ts'

export const meetingsHref = '/borger/moede'
export const meetingHref = ({ meetingId }: Pick<StatusMeeting, 'meetingId'>, more = ''): string =>
  `${meetingsHref}/${meetingId}${more}`

/** Where the person is or begins today, in the scope of whoever looks. */
async function placesOf(c: PageContext): Promise<readonly Placement[]> {
  const about = c.asking.onBehalfOf ?? c.asking.subject.personId
  if (about === undefined) return []
  const { placements } = await read(c.house.db, c.scope, (tx) =>
    weekAhead(tx, about, { from: c.today, to: c.today }, maySee(c, 'viewOwnCase')),
  )
  return placements
}

const mayHere = (c: PageContext, { loaded }: Placement, action: Action): boolean =>
  may(
    action,
    c.asking.subject,
    targetOf(loaded, { personId: c.asking.subject.personId, today: c.today, opened: false }),
  )

/** By when the next follow-up is, of a place where the person has begun. */
export function nextOf(c: PageContext, { loaded, order }: Placement) {
  if (!order.started || order.started.on > c.today) return undefined
  const parameters = valuesOf(currentStandard(c.municipality).parameters)
  const placement = placementOf(loaded.file, order)
  return placement && nextFollowUp(loaded.file, placement, parameters)
}

export async function showMeetings(c: PageContext, errors: Errors = {}): Promise<Response> {
  const t = meetingMessages(c.language)
  const places = (await placesOf(c)).filter((place) => nextOf(c, place) !== undefined)
  return html(
    c,
    t.title,
    <>
      <BackLink href="/borger" language={c.language} />
      <ErrorSummary errors={errors} language={c.language} />
      <h1>{t.title}</h1>
      <p class="font-lead">{places.length === 0 ? t.noPlace : t.lead}</p>
      {c.query.has('sendt') && (
        <Alert kind="success">
          <p>{t.asked}</p>
        </Alert>
      )}
      {places.map((place) => (
        <OfPlace c={c} place={place} errors={errors} />
      ))}
    </>,
    Object.keys(errors).length > 0 ? 422 : 200,
  )
}

function OfPlace({
  c,
  place,
  errors,
}: {
  readonly c: PageContext
  readonly place: Placement
  readonly errors: Errors
}) {
  const t = meetingMessages(c.language)
  const { order } = place
  const next = nextOf(c, place)
  const open = order.meetings.filter(isOpenMeeting)
  const before = order.meetings.filter((m) => !isOpenMeeting(m)).toReversed()
  return (
    <section>
      <h2>{c.municipality.providerName(order.content.provider)}</h2>
      {open.length === 0 && <p>{t.none}</p>}
      {open.map((meeting) => (
        <LinkButton href={meetingHref(meeting)}>
          {t.see(longDay(appointmentOf(meeting).day, c.language))}
        </LinkButton>
      ))}
      {next && open.length === 0 && <p>{t.next(longDay(next, c.language))}</p>}
      {before.length > 0 && (
        <>
          <h3>{t.before}</h3>
          <ul>
            {before.map((meeting) => (
              <li>
                <a href={meetingHref(meeting)}>
                  {t.held(
                    plainDay(appointmentOf(meeting).day, c.language),
                    meeting.concluded
                      ? t.onwards[meeting.concluded.onward]
                      : t.cancelled(meeting.cancelled?.because ?? ''),
                  )}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
      {mayHere(c, place, 'askForFollowUp') && <Ask c={c} place={place} errors={errors} />}
    </section>
  )
}

function Ask({
  c,
  place,
  errors,
}: {
  readonly c: PageContext
  readonly place: Placement
  readonly errors: Errors
}) {
  const t = meetingMessages(c.language)
  const { orderId } = place.order
  return (
    <>
      <h3>{t.askTitle}</h3>
      {openWishes(place.order)
        .filter(({ askedBy }) => askedBy === 'citizen' || askedBy === 'representative')
        .map((wish) => (
          <p>{t.waiting(plainDay(wish.on, c.language))}</p>
        ))}
      <p>{t.askLead}</p>
      <Form action={meetingsHref} csrf={c.csrf} commandId={c.form.commandId ?? c.house.newId()}>
        <input type="hidden" name="orderId" value={orderId} />
        <Select
          name="trigger"
          label={t.askAbout}
          empty="–"
          options={followUpTriggers.map((value) => ({ value, label: t.triggers[value] }))}
          value={c.form.text('trigger')}
          errors={errors}
        />
        <TextArea name="words" label={t.askWords} rows={3} value={c.form.text('words')} errors={errors} />
        <Submit look="secondary">{t.askSend}</Submit>
      </Form>
    </>
  )
}

/** A command of the citizen's own; a “no” comes back in words. */
async function send(c: PageContext, place: Placement, command: CaseCommand): Promise<string | undefined> {
  const done = await perform(c.house, c.asking, {
    caseId: place.loaded.caseId,
    command,
    commandId: c.form.commandId ?? c.house.newId(),
  })
  if (isConflict(done)) return refusalInWords({ refused: true, code: 'meetingOver' }, c.language)
  return isRefusal(done) ? refusalInWords(done, c.language) : undefined
}

export async function askForFollowUp(c: PageContext): Promise<Response> {
  const t = meetingMessages(c.language)
  const place = (await placesOf(c)).find(({ order }) => order.orderId === c.form.text('orderId'))
  if (place === undefined) return errorPage(c, 404)
  const trigger = followUpTriggers.find((one) => one === c.form.text('trigger'))
  const words = c.form.text('words')
  const errors = {
    ...(trigger === undefined && { trigger: t.askChoose }),
    ...(words === undefined && { words: t.askNeed }),
  }
  if (trigger === undefined || words === undefined) return showMeetings(c, errors)
  const askedBy = c.asking.onBehalfOf === undefined ? 'citizen' : 'representative'
  const { orderId } = place.order
  const refused = await send(c, place, {
    type: 'askForFollowUp',
    input: { orderId, askedBy, trigger, words },
  })
  return refused === undefined ? seeOther(`${meetingsHref}?sendt=1`) : showMeetings(c, { words: refused })
}

async function findHere(c: PageContext) {
  for (const place of await placesOf(c)) {
    const meeting = place.order.meetings.find((m) => m.meetingId === c.parameter('meetingId'))
    if (meeting) return { place, meeting }
  }
  return undefined
}

export async function showMeeting(c: PageContext, errors: Errors = {}): Promise<Response> {
  const t = meetingMessages(c.language)
  const found = await findHere(c)
  if (found === undefined) return errorPage(c, 404)
  const { place, meeting } = found
  return html(
    c,
    t.meetingTitle,
    <>
      <BackLink href={meetingsHref} language={c.language} />
      <ErrorSummary errors={errors} language={c.language} />
      <h1>{t.meetingTitle}</h1>
      {c.query.has('gemt') && (
        <Alert kind="success">
          <p>{t.saved}</p>
        </Alert>
      )}
      <MeetingView
        c={c}
        meeting={meeting}
        href={meetingHref(meeting)}
        mayAnswer={mayHere(c, place, 'prepareMeeting')}
        errors={errors}
      />
    </>,
    Object.keys(errors).length > 0 ? 422 : 200,
  )
}

/** Each question may be left empty; what is not said is not written down. */
export async function prepare(c: PageContext): Promise<Response> {
  const found = await findHere(c)
  if (found === undefined) return errorPage(c, 404)
  const { place, meeting } = found
  const answers = meetingQuestions.flatMap((question) => {
    const words = c.form.text(question)
    const mood = question === 'goesWell' ? moods.find((m) => m === c.form.text('mood')) : undefined
    if (words === undefined && mood === undefined) return []
    return [{ question, ...(mood && { mood }), ...(words !== undefined && { words }) }]
  })
  const companion = c.form.text('companion')
  const { meetingId } = meeting
  const refused = await send(c, place, {
    type: 'prepareMeeting',
    input: { meetingId, answers, ...(companion !== undefined && { companion }) },
  })
  return refused === undefined
    ? seeOther(meetingHref(meeting, '?gemt=1'))
    : showMeeting(c, { goesWell: refused })
}

export async function askForOtherTime(c: PageContext): Promise<Response> {
  const t = meetingMessages(c.language)
  const found = await findHere(c)
  if (found === undefined) return errorPage(c, 404)
  const { place, meeting } = found
  const words = c.form.text('otherTime')
  if (words === undefined) return showMeeting(c, { otherTime: t.otherNeed })
  const { meetingId } = meeting
  const refused = await send(c, place, { type: 'askForOtherTime', input: { meetingId, words } })
  return refused === undefined ? seeOther(meetingHref(meeting)) : showMeeting(c, { otherTime: refused })
}

/** For the citizen's own calendar: that there is a meeting and when. Nothing of what it is about, nor where. */
export async function meetingFile(c: PageContext): Promise<Response> {
  const found = await findHere(c)
  if (found === undefined) return errorPage(c, 404)
  const { meeting } = found
  const { day, starts, ends } = appointmentOf(meeting)
  const text = icalendar({
    name: meetingMessages(c.language).event,
    madeOn: c.today,
    entries: [
      {
        uid: `${meeting.meetingId}@hverdag`,
        day,
        starts,
        ends,
        summary: meetingMessages(c.language).event,
        cancelled: meeting.cancelled !== undefined,
      },
    ],
  })
  return file(new TextEncoder().encode(text), 'text/calendar; charset=utf-8', 'moede.ics', 'attachment')
}
