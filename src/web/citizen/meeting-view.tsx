/** One meeting as the citizen reads it, with what they want to say and, afterwards, what came of it. */
import type { StatusMeeting } from '../../domain/case/case-file.ts'
import { moods } from '../../domain/case/documentation/events.ts'
import { appointmentOf, isOpenMeeting } from '../../domain/case/follow-up/about.ts'
import {
  meetingQuestions,
  type PersonalSupervision,
  supervisionQuestions,
} from '../../domain/case/follow-up/events.ts'
import { reportOf } from '../../domain/case/follow-up/report.ts'
import { longDay } from '../i18n/dates.ts'
import type { PageContext } from '../platform/context.ts'
import { type Errors, Form, Radios, Submit, TextArea, TextField } from '../ui/fields.tsx'
import { Alert } from '../ui/parts.tsx'
import { meetingMessages } from './meeting-words.ts'

type Of = {
  readonly c: PageContext
  readonly meeting: StatusMeeting
  readonly href: string
  readonly mayAnswer: boolean
  readonly errors: Errors
}

export function MeetingView(of: Of) {
  const { c, meeting, href, mayAnswer } = of
  const t = meetingMessages(c.language)
  const { day, starts, ends, place } = appointmentOf(meeting)
  const moved = meeting.appointments.at(-2)
  const why = meeting.appointments.at(-1)?.because
  const open = isOpenMeeting(meeting)
  return (
    <>
      {meeting.cancelled && (
        <Alert kind="info">
          <p>{t.cancelled(meeting.cancelled.because)}</p>
        </Alert>
      )}
      {moved && (
        <Alert kind="info">
          <p>{t.moved(longDay(moved.day, c.language), why ?? '')}</p>
        </Alert>
      )}
      <h2>{t.when}</h2>
      <p class="font-lead">{t.time(longDay(day, c.language), starts, ends)}</p>
      {open && (
        <p>
          <a href={`${href}/kalender`}>{t.calendar}</a>
        </p>
      )}
      <h2>{t.where}</h2>
      <p lang="da">{place}</p>
      <h2>{t.who}</h2>
      <ul>
        {meeting.participants.map((kind) => (
          <li>{t.participants[kind]}</li>
        ))}
        {meeting.others && <li lang="da">{meeting.others}</li>}
      </ul>
      <Concluded c={c} meeting={meeting} />
      {open && (mayAnswer ? <Say {...of} /> : <p>{t.onlyRead}</p>)}
      {open && <OtherTime {...of} />}
      <Report c={c} meeting={meeting} />
    </>
  )
}

function Say({ c, meeting, href, errors }: Of) {
  const t = meetingMessages(c.language)
  const posted = c.form.commandId !== undefined
  const said = (question: (typeof meetingQuestions)[number]) =>
    meeting.prepared?.answers.find((a) => a.question === question)
  const value = (name: string, before: string | undefined) => (posted ? c.form.text(name) : before)
  return (
    <>
      <h2>{t.sayTitle}</h2>
      <p>{t.sayLead}</p>
      <Form action={href} csrf={c.csrf} commandId={c.form.commandId ?? c.house.newId()}>
        <Radios
          name="mood"
          label={t.moodOf}
          options={[
            ...moods.map((mood) => ({ value: mood, label: t.moods[mood] })),
            { value: 'unsaid', label: t.noMood },
          ]}
          value={value('mood', said('goesWell')?.mood)}
          errors={errors}
        />
        {meetingQuestions.map((question) => (
          <TextArea
            name={question}
            label={t.questions[question]}
            rows={2}
            value={value(question, said(question)?.words)}
            errors={errors}
          />
        ))}
        <TextField
          name="companion"
          label={t.companion}
          hint={t.companionHint}
          value={value('companion', meeting.prepared?.companion)}
          errors={errors}
        />
        <p>{t.read}</p>
        <Submit>{t.save}</Submit>
      </Form>
    </>
  )
}

function OtherTime({ c, meeting, href, mayAnswer, errors }: Of) {
  const t = meetingMessages(c.language)
  const last = meeting.otherTimes.at(-1)
  const kept = last?.answered?.because
  return (
    <>
      <h2>{t.otherTitle}</h2>
      {last && last.answered === undefined && <p>{t.otherSent}</p>}
      {kept !== undefined && <p>{t.otherKept(kept)}</p>}
      {mayAnswer && (
        <Form action={`${href}/anden-tid`} csrf={c.csrf} commandId={c.house.newId()}>
          <TextArea
            name="otherTime"
            label={t.otherWords}
            rows={2}
            value={c.form.text('otherTime')}
            errors={errors}
          />
          <Submit look="secondary">{t.otherSend}</Submit>
        </Form>
      )}
    </>
  )
}

/** What the place wrote about them is theirs to read. */
function Report({ c, meeting }: Pick<Of, 'c' | 'meeting'>) {
  const t = meetingMessages(c.language)
  const report = reportOf(meeting)
  const came = report?.days.find(({ outcome }) => outcome === 'came')?.count
  return (
    <>
      <h2>{t.reportTitle}</h2>
      {report === undefined ? (
        <p>{t.reportNone}</p>
      ) : (
        <>
          {report.voice.kind === 'said' ? (
            <>
              <h3>{t.reportVoice}</h3>
              <p class="hv-pre" lang="da">
                {report.voice.words}
              </p>
            </>
          ) : (
            <p>{t.reportNoVoice(report.voice.because)}</p>
          )}
          <h3>{t.reportView}</h3>
          <p class="hv-pre" lang="da">
            {report.assessment}
          </p>
          {came !== undefined && <p>{t.came(came)}</p>}
        </>
      )}
    </>
  )
}

function Concluded({ c, meeting: { concluded } }: Pick<Of, 'c' | 'meeting'>) {
  const t = meetingMessages(c.language)
  if (concluded === undefined) return null
  return (
    <>
      <h2>{t.doneTitle}</h2>
      <p class="font-lead">{t.onwards[concluded.onward]}</p>
      <p lang="da">{t.because(concluded.because)}</p>
      {concluded.supervision && <LookedAfter c={c} found={concluded.supervision} />}
    </>
  )
}

/** Whether the help is as it should be, as the municipality found it, in the citizen's words. */
function LookedAfter({ c, found }: Pick<Of, 'c'> & { readonly found: PersonalSupervision }) {
  const t = meetingMessages(c.language)
  return (
    <>
      <h3>{t.lookedAfter}</h3>
      <ul>
        {supervisionQuestions.map((question) => (
          <li>{t.supervision[question][found[question]]}</li>
        ))}
      </ul>
      {found.action && <p lang="da">{t.action(found.action)}</p>}
    </>
  )
}
