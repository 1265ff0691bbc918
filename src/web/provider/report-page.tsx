/** T9: the report before a status meeting. It gathers itself; the citizen's voice has a field of its own and is never left out. */
import { type PlaceFollowUp, readPlaceFollowUp } from '../../casework/gather-report.ts'
import { appointmentOf } from '../../domain/case/follow-up/about.ts'
import { type CitizensVoice, reportOf } from '../../domain/case/follow-up/report.ts'
import { valuesOf } from '../../domain/standard/standard.ts'
import { deadlineFor } from '../../domain/time/deadline.ts'
import { currentStandard } from '../../standards/municipality.ts'
import { GatheredFacts, ReportView } from '../follow-up/report-view.tsx'
import { followUpNames, followUpWords } from '../follow-up/words.ts'
import { longDay, plainDay } from '../i18n/dates.ts'
import type { OrderContext } from '../platform/context.ts'
import { errorPage } from '../platform/error-page.tsx'
import { Checkboxes, ErrorSummary, type Errors, Form, Radios, Submit, TextArea } from '../ui/fields.tsx'
import { Alert, SummaryList } from '../ui/parts.tsx'
import { act, noProblem, type Problem, statusOf } from './act.ts'
import { placeFollowUpWords } from './follow-up-words.ts'
import { orderFrame } from './order-page.tsx'
import { isAnswered, personHref } from './orders.ts'
import { type OrderRead, readOrder, userName } from './read-orders.ts'
import { providerWords } from './words.ts'

export async function readFollowUpPage(c: OrderContext) {
  const found = await readOrder(c)
  if (found === undefined || !isAnswered(found.order)) return undefined
  const place = await readPlaceFollowUp(c.house, c.municipality.code, found.order, c.today)
  return { found, place }
}

export const namingOf = (c: OrderContext, { colleagues }: OrderRead) => ({
  language: c.language,
  userName: (id: Parameters<typeof userName>[1]) => userName(colleagues, id),
})

/** When and where it is, who comes, and by when the report is due. */
export function MeetingAndDue({
  c,
  meeting,
}: {
  readonly c: OrderContext
  readonly meeting: NonNullable<PlaceFollowUp['meeting']>
}) {
  const t = placeFollowUpWords(c.language)
  const f = followUpWords(c.language)
  const { day, starts, ends, place } = appointmentOf(meeting)
  const parameters = valuesOf(currentStandard(c.municipality).parameters)
  const { due } = deadlineFor('PROVIDER_REPORT_DUE', day, { parameters })
  const who = meeting.participants.map((kind) => followUpNames(c.language).participants[kind])
  return (
    <>
      <SummaryList
        language={c.language}
        rows={[
          { label: f.when, value: `${longDay(day, c.language)} ${f.time(starts, ends)}` },
          { label: f.where, value: place },
          { label: f.who, value: [...who, ...(meeting.others ? [meeting.others] : [])].join(', ') },
        ]}
      />
      <p>{t.due(longDay(due, c.language))}</p>
    </>
  )
}

export async function showReport(c: OrderContext, problem: Problem = noProblem): Promise<Response> {
  const t = placeFollowUpWords(c.language)
  const page = await readFollowUpPage(c)
  if (page === undefined) return errorPage(c, 404, { about: 'order' })
  const { found, place } = page
  const naming = namingOf(c, found)
  const sent = place?.meeting && reportOf(place.meeting)
  return orderFrame(
    c,
    found,
    { title: t.reportTitle, back: personHref(found.order, '/opfoelgning'), status: statusOf(problem) },
    <>
      {problem.changed && (
        <Alert kind="warning" title={providerWords(c.language).changedTitle}>
          <p>{providerWords(c.language).changedText}</p>
        </Alert>
      )}
      <ErrorSummary errors={problem.errors} language={c.language} />
      {c.query.has('sendt') && (
        <Alert kind="success">
          <p>{t.sentAlert}</p>
        </Alert>
      )}
      {place === undefined && <p>{t.notStarted}</p>}
      {place && place.meeting === undefined && <p>{t.noMeeting}</p>}
      {place?.meeting && <MeetingAndDue c={c} meeting={place.meeting} />}
      {place && sent && (
        <>
          <h2>{t.sent(plainDay(sent.on, c.language))}</h2>
          <ReportView report={sent} order={place.order} naming={naming} />
          <h2>{t.again}</h2>
        </>
      )}
      {place?.meeting && (
        <>
          <p>{t.gathers}</p>
          <GatheredFacts facts={place.facts} order={place.order} naming={naming} />
          <p>
            <a href={personHref(found.order, '/maal')}>{t.toGoals}</a>
          </p>
          <Form
            action={personHref(found.order, '/statusrapport')}
            csrf={c.csrf}
            commandId={c.form.commandId ?? c.house.newId()}
          >
            <Fields c={c} place={place} errors={problem.errors} />
            <p>{t.after}</p>
            <Submit>{t.send}</Submit>
          </Form>
        </>
      )}
    </>,
  )
}

const hows = ['words', 'pictures', 'shown'] as const

function Fields({
  c,
  place,
  errors,
}: {
  readonly c: OrderContext
  readonly place: PlaceFollowUp
  readonly errors: Errors
}) {
  const t = placeFollowUpWords(c.language)
  const names = followUpNames(c.language)
  return (
    <>
      <Radios
        name="voice"
        label={t.voice}
        hint={t.voiceHint}
        options={(['said', 'notHad'] as const).map((value) => ({ value, label: t.voiceOptions[value] }))}
        value={c.form.text('voice')}
        errors={errors}
      />
      <TextArea name="voiceWords" label={t.voiceWords} value={c.form.text('voiceWords')} errors={errors} />
      <Radios
        name="how"
        label={t.how}
        options={hows.map((value) => ({ value, label: names.how[value] }))}
        value={c.form.text('how')}
        errors={errors}
      />
      <TextArea
        name="assessment"
        label={t.assessment}
        hint={t.assessmentHint}
        value={c.form.text('assessment')}
        errors={errors}
      />
      {place.notes.length === 0 ? (
        <p>{t.noNotes}</p>
      ) : (
        <Checkboxes
          name="notes"
          label={t.notes}
          options={place.notes.map((note) => ({
            value: String(note.seq),
            label: `${plainDay(note.on, c.language)}: ${note.text}`,
          }))}
          values={c.form.all('notes')}
          errors={errors}
        />
      )}
    </>
  )
}

/** What the citizen says, or why it could not be had: one of the two, in words. */
function typedVoice(c: OrderContext): CitizensVoice | Errors {
  const t = placeFollowUpWords(c.language)
  const kind = c.form.text('voice')
  const words = c.form.text('voiceWords')
  const how = hows.find((one) => one === c.form.text('how'))
  if (kind !== 'said' && kind !== 'notHad') return { voice: t.needVoice }
  if (words === undefined) return { voiceWords: t.needWords }
  if (kind === 'notHad') return { kind, because: words }
  return how === undefined ? { how: t.needHow } : { kind, words, how }
}

const isVoice = (typed: CitizensVoice | Errors): typed is CitizensVoice => 'kind' in typed

export async function sendReport(c: OrderContext): Promise<Response> {
  const t = placeFollowUpWords(c.language)
  const page = await readFollowUpPage(c)
  if (page?.place === undefined) return errorPage(c, 404, { about: 'order' })
  const { found, place } = page
  if (place.meeting === undefined) return showReport(c, { errors: {}, changed: true })
  const voice = typedVoice(c)
  const assessment = c.form.text('assessment')
  const missing = {
    ...(isVoice(voice) ? {} : voice),
    ...(assessment === undefined && { assessment: t.needAssessment }),
  }
  if (!isVoice(voice) || assessment === undefined) return showReport(c, { errors: missing })
  const notes = place.notes.map(({ seq }) => seq).filter((seq) => c.form.all('notes').includes(String(seq)))
  const { meetingId } = place.meeting
  return act(
    c,
    { type: 'sendStatusReport', input: { ...place.facts, meetingId, notes, voice, assessment } },
    { again: (p) => showReport(c, p), to: personHref(found.order, '/statusrapport?sendt=1') },
  )
}
