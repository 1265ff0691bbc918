/** Varsling: the citizen is told before the deadline that it cannot be kept, with a new date and why (K2.1-2, K2.1-3). */
import { currentProceeding } from '../../domain/case/case-file.ts'
import { processingDeadline } from '../../domain/case/processing.ts'
import type { LetterInputs } from '../../letters/letter-content.ts'
import { currentStandard } from '../../standards/municipality.ts'
import { longDay, plainDay } from '../i18n/dates.ts'
import { markerOfDate } from '../i18n/deadline-marker.ts'
import { derivationInWords } from '../i18n/derivation.ts'
import { defineMessages } from '../i18n/messages.ts'
import type { CaseContext } from '../platform/context.ts'
import { dateOf } from '../ui/date-field.ts'
import { DateField, Form, Submit, TextArea } from '../ui/fields.tsx'
import { Alert, StatusMarker, Table } from '../ui/parts.tsx'
import { act, noProblem, type Problem } from './act.ts'
import { caseHref } from './case-address.ts'
import { casePageOf, termsFor } from './case-frame.tsx'
import { DraftButtons, draftHref, type KeptContext } from './kept-draft.tsx'
import { LetterPreview, previewOf } from './letter-preview.tsx'
import { sharedWords } from './words.ts'

const words = defineMessages({
  da: {
    now: 'Borgeren har fået lovet svar senest',
    derivation: 'Sådan er fristen regnet ud',
    before: 'Det er lovet',
    promise: 'Lovet senest',
    when: 'Hvornår',
    why: 'Hvorfor',
    first: 'Fristen i kvalitetsstandarden',
    lateNotice: 'Sendt for sent',
    late: (day: string) =>
      `Fristen var ${day}. Beskeden kan stadig sendes, og det skal den, men den kommer for sent: det bliver registreret som et brud på løftet om at give besked inden fristen.`,
    newDate: 'Ny dato for svaret',
    newDateHint: 'En dato, I kan holde. Den bliver holdt øje med som den første.',
    reason: 'Hvorfor tager det længere tid?',
    reasonHint:
      'Skriv den konkrete grund til borgeren. Travlhed alene er ikke en forklaring, borgeren kan bruge.',
    preview: 'Se brevet',
    send: 'Send besked til borgeren',
    sendLate: 'Send besked til borgeren (for sent)',
    noNeed: 'Der er truffet afgørelse. Der er ikke noget at give besked om.',
    stops: 'Fristen stopper aldrig, heller ikke mens vi venter på andre.',
  },
  en: {
    now: 'The citizen has been promised an answer by',
    derivation: 'How the deadline is worked out',
    before: 'What was promised',
    promise: 'Promised by',
    when: 'When',
    why: 'Why',
    first: 'The deadline of the quality standard',
    lateNotice: 'Sent late',
    late: (day: string) =>
      `The deadline was ${day}. The notice can still be sent, and has to be, but it comes late: it is registered as a breach of the promise to give notice before the deadline.`,
    newDate: 'New date for the answer',
    newDateHint: 'A date that you can keep. It is watched like the first.',
    reason: 'Why does it take longer?',
    reasonHint:
      'Write the concrete reason to the citizen. Being busy is not by itself an explanation the citizen can use.',
    preview: 'See the letter',
    send: 'Send notice to the citizen',
    sendLate: 'Send notice to the citizen (late)',
    noNeed: 'A decision has been made. There is nothing to give notice of.',
    stops: 'The deadline never stops, not even while we wait for others.',
  },
})

export function delay(
  c: KeptContext,
  problem: Problem = noProblem,
  letters: readonly LetterInputs[] = [],
): Promise<Response> {
  const t = words(c.language)
  const s = sharedWords(c.language)
  const proceeding = currentProceeding(c.case.file)
  const deadline = processingDeadline(proceeding, termsFor(c).parameters)
  const { delayNotices, decision, trigger } = proceeding
  const promised = delayNotices.at(-1)?.newDate ?? deadline.due
  const soon = currentStandard(c.municipality).parameters.dueSoonWorkingDays.value
  const promises = [
    { on: trigger.on, date: deadline.due, why: t.first, late: false },
    ...delayNotices.map((n) => ({ on: n.on, date: n.newDate, why: n.reason, late: n.on > n.formerDate })),
  ]
  return casePageOf(
    c,
    s.delay,
    () => (
      <>
        <p class="hv-lead">
          {t.now} <strong>{longDay(promised, c.language)}</strong>{' '}
          {!decision && <StatusMarker marker={markerOfDate(promised, c.today, soon, c.language)} />}
        </p>
        <h2>{t.derivation}</h2>
        <p>{derivationInWords(deadline.derivation, c.language)}</p>
        <p>{t.stops}</p>
        <h2>{t.before}</h2>
        <Table
          caption={t.before}
          rows={promises}
          empty={null}
          columns={[
            { heading: t.promise, title: t.promise, cell: (p) => longDay(p.date, c.language) },
            {
              heading: t.when,
              title: t.when,
              cell: (p) => (
                <>
                  {plainDay(p.on, c.language)}{' '}
                  {p.late && (
                    <StatusMarker marker={{ kind: 'overdue', shape: 'square', words: t.lateNotice }} />
                  )}
                </>
              ),
            },
            { heading: t.why, title: t.why, cell: (p) => p.why },
          ]}
        />
        {decision ? (
          <Alert kind="info">{t.noNeed}</Alert>
        ) : (
          <>
            {c.today > promised && (
              <Alert kind="warning">
                <p>{t.late(longDay(promised, c.language))}</p>
              </Alert>
            )}
            <NoticeForm c={c} problem={problem} letters={letters} late={c.today > promised} />
          </>
        )}
      </>
    ),
    problem,
  )
}

function NoticeForm({
  c,
  problem,
  letters,
  late,
}: {
  readonly c: KeptContext
  readonly problem: Problem
  readonly letters: readonly LetterInputs[]
  readonly late: boolean
}) {
  const t = words(c.language)
  const { form } = c
  return (
    <Form
      action={caseHref(c, '/varsling')}
      csrf={c.csrf}
      commandId={form.commandId ?? c.house.newId()}
      basedOn={c.case.file.lastSeq}
      draft={draftHref(c, 'varsling')}
    >
      <DateField
        name="newDate"
        label={t.newDate}
        hint={t.newDateHint}
        typed={form.values}
        errors={problem.errors}
        language={c.language}
      />
      <TextArea
        name="reason"
        label={t.reason}
        hint={t.reasonHint}
        value={form.text('reason')}
        errors={problem.errors}
      />
      <LetterPreview c={c} letters={letters} />
      <div class="hv-actions">
        {letters.length > 0 && (
          <Submit name="_do" value="send">
            {late ? t.sendLate : t.send}
          </Submit>
        )}
        <Submit name="_do" value="preview" look={letters.length > 0 ? 'secondary' : 'primary'}>
          {t.preview}
        </Submit>
      </div>
      <DraftButtons c={c} form="varsling" />
    </Form>
  )
}

/** A look at the letter first, then the letter: what stands on it is what the citizen gets. */
export async function sendNotice(c: CaseContext): Promise<Response> {
  const input = { newDate: dateOf(c.form, 'newDate'), reason: c.form.text('reason') }
  if (c.form.text('_do') === 'preview') {
    const foreseen = await previewOf(c, 'issueDelayNotice', input)
    return 'errors' in foreseen ? delay(c, foreseen) : delay(c, noProblem, foreseen.letters)
  }
  return act(c, 'issueDelayNotice', input, {
    again: (p) => delay(c, p),
    to: caseHref(c, '/varsling'),
    draft: 'varsling',
  })
}
