/** Sagsoplysning: what the case needs, who was asked and may be asked, what came in, and whether it is enough (RSL § 10). */

import { currentProceeding, type InformationRequest } from '../../domain/case/case-file.ts'
import { stoppedBy } from '../../domain/case/information/rules.ts'
import { currentStandard } from '../../standards/municipality.ts'
import { plainDay, shortDay } from '../i18n/dates.ts'
import { markerOfDate, type Shape } from '../i18n/deadline-marker.ts'
import { defineMessages } from '../i18n/messages.ts'
import type { CaseContext } from '../platform/context.ts'
import { Form, Submit, TextArea } from '../ui/fields.tsx'
import { Mark } from '../ui/mark.tsx'
import { Alert, LinkButton, StatusMarker, Table, Timeline } from '../ui/parts.tsx'
import { act, noProblem, type Problem } from './act.ts'
import { caseHref } from './case-address.ts'
import { casePageOf } from './case-frame.tsx'
import { answerByOf, type ChecklistLine, checklistOf } from './information-checklist.ts'
import { Consents } from './information-consents.tsx'
import { sourceNames, topicNames } from './information-words.ts'
import { DraftButtons, draftHref, type KeptContext } from './kept-draft.tsx'
import { SourceLetters } from './source-letter.tsx'
import { sharedWords } from './words.ts'

const words = defineMessages({
  da: {
    needed: 'Det plejer sagen at skulle bruge',
    topic: 'Emne',
    state: 'Hvor langt er det?',
    told: (who: string, day: string) => `Oplyst af ${who} ${day}`,
    asked: (who: string, day: string) => `Spurgt: ${who}. Svar senest ${day}`,
    late: (who: string, day: string) => `Spurgt: ${who}. Skulle have svaret ${day}`,
    notAsked: 'Ikke spurgt',
    neverDiagnosis: 'En diagnose er aldrig et krav.',
    who: 'Hvem er spurgt?',
    source: 'Kilde',
    what: 'Om hvad',
    askedOn: 'Spurgt',
    answer: 'Svar',
    answered: (day: string) => `Svar kom ${day}`,
    stopped: (day: string) => `Standset: borgeren trak samtykket tilbage ${day}. Spørg ikke igen.`,
    reminded: (n: number) => (n === 1 ? 'Rykket 1 gang' : `Rykket ${n} gange`),
    basis: (ground: string) => `Uden samtykke: ${ground}`,
    receive: 'Registrér svar',
    remind: 'Send rykker',
    nothing: 'Intet indhentet endnu',
    ask: 'Indhent oplysninger',
    other: 'Registrér oplysninger, der er kommet',
    received: 'Det er kommet ind',
    adverse: 'Taler imod ansøgningen',
    adverseNote: 'Borgeren skal høres om det, før der træffes en afgørelse, der går borgeren imod.',
    hear: 'Gå til partshøring',
    document: 'Se dokumentet',
    enough: 'Er sagen oplyst nok?',
    enoughYes: (day: string) => `Ja, siden ${day}:`,
    enoughStale: 'Der er kommet nye oplysninger siden. Vurdér igen, om sagen er oplyst nok.',
    reason: 'Hvorfor er sagen oplyst nok til en afgørelse?',
    reasonHint:
      'Skriv, hvad vurderingen kan bygge på, og hvorfor det, der eventuelt mangler, ikke kan ændre udfaldet.',
    mark: 'Markér sagen som oplyst',
  },
  en: {
    needed: 'What the case usually needs',
    topic: 'Topic',
    state: 'How far is it?',
    told: (who: string, day: string) => `Told by ${who} ${day}`,
    asked: (who: string, day: string) => `Asked: ${who}. Answer by ${day}`,
    late: (who: string, day: string) => `Asked: ${who}. Should have answered ${day}`,
    notAsked: 'Not asked',
    neverDiagnosis: 'A diagnosis is never a condition.',
    who: 'Who was asked?',
    source: 'Source',
    what: 'About what',
    askedOn: 'Asked',
    answer: 'Answer',
    answered: (day: string) => `Answer came ${day}`,
    stopped: (day: string) => `Stopped: the citizen withdrew the consent ${day}. Do not ask again.`,
    reminded: (n: number) => (n === 1 ? 'Reminded once' : `Reminded ${n} times`),
    basis: (ground: string) => `Without consent: ${ground}`,
    receive: 'Register the answer',
    remind: 'Send reminder',
    nothing: 'Nothing asked for yet',
    ask: 'Ask for information',
    other: 'Register information that has come in',
    received: 'What has come in',
    adverse: 'Speaks against the application',
    adverseNote: 'The citizen has to be heard about it before a decision is made that goes against them.',
    hear: 'Go to the party hearing',
    document: 'See the document',
    enough: 'Is the case sufficiently informed?',
    enoughYes: (day: string) => `Yes, since ${day}:`,
    enoughStale:
      'New information has come in since. Consider again whether the case is sufficiently informed.',
    reason: 'Why is the case sufficiently informed for a decision?',
    reasonHint:
      'Write what the assessment can rest on, and why what may be missing cannot change the outcome.',
    mark: 'Mark the case as informed',
  },
})

type Part = { readonly c: CaseContext }

export function information(c: KeptContext, problem: Problem = noProblem): Promise<Response> {
  const s = sharedWords(c.language)
  return casePageOf(
    c,
    s.information,
    () => (
      <>
        <Checklist c={c} />
        <Requests c={c} />
        <Consents c={c} />
        <Received c={c} />
        <Enough c={c} problem={problem} />
      </>
    ),
    problem,
  )
}

/** Shape and words beside the state, never colour alone. */
const shapes: Record<ChecklistLine['state']['kind'], Shape> = {
  told: 'check',
  asked: 'disc',
  late: 'square',
  notAsked: 'ring',
}

function Checklist({ c }: Part) {
  const t = words(c.language)
  const source = sourceNames(c.language)
  const inWords = ({ state }: ChecklistLine): string => {
    switch (state.kind) {
      case 'told':
        return t.told(source[state.by].toLowerCase(), plainDay(state.on, c.language))
      case 'asked':
      case 'late':
        return t[state.kind](source[state.whom].toLowerCase(), plainDay(state.answerBy, c.language))
      case 'notAsked':
        return t.notAsked
    }
  }
  return (
    <>
      <h2>{t.needed}</h2>
      <Table
        caption={t.needed}
        rows={checklistOf(c.case.file, c.today)}
        empty={null}
        columns={[
          { heading: t.topic, title: t.topic, cell: ({ topic }) => topicNames(c.language)[topic] },
          {
            heading: t.state,
            title: t.state,
            cell: (line) => (
              <>
                <Mark shape={shapes[line.state.kind]} /> {inWords(line)}
              </>
            ),
          },
        ]}
      />
      <p>{t.neverDiagnosis}</p>
    </>
  )
}

function Requests({ c }: Part) {
  const t = words(c.language)
  const soon = currentStandard(c.municipality).parameters.dueSoonWorkingDays.value
  const answer = (r: InformationRequest) => {
    const stopped = stoppedBy(c.case.file, r)
    return r.received ? (
      t.answered(plainDay(r.received.on, c.language))
    ) : (
      <>
        {stopped && <strong class="tag">{t.stopped(plainDay(stopped.on, c.language))}</strong>}{' '}
        {shortDay(answerByOf(r), c.language)}{' '}
        <StatusMarker marker={markerOfDate(answerByOf(r), c.today, soon, c.language)} />
        {r.reminders.length > 0 && ` ${t.reminded(r.reminders.length)}`}
        <p class="hv-links">
          <a href={caseHref(c, `/oplysning/svar?id=${r.requestId}`)}>
            {t.receive}
            <span class="sr-only">: {r.what}</span>
          </a>{' '}
          {!stopped && (
            <a href={caseHref(c, `/oplysning/rykker?id=${r.requestId}`)}>
              {t.remind}
              <span class="sr-only">: {r.what}</span>
            </a>
          )}
        </p>
      </>
    )
  }
  return (
    <>
      <h2>{t.who}</h2>
      <Table
        caption={t.who}
        rows={c.case.file.requests}
        empty={<p>{t.nothing}</p>}
        columns={[
          { heading: t.source, title: t.source, cell: (r) => sourceNames(c.language)[r.source] },
          {
            heading: t.what,
            title: t.what,
            cell: (r) => (
              <>
                {r.what}
                {r.withoutConsent && <p>{t.basis(r.withoutConsent)}</p>}
                <SourceLetters c={c} of={r} />
              </>
            ),
          },
          { heading: t.askedOn, title: t.askedOn, cell: (r) => shortDay(r.on, c.language) },
          { heading: t.answer, title: t.answer, cell: answer },
        ]}
      />
      <p class="hv-buttons">
        <LinkButton href={caseHref(c, '/oplysning/spoerg')} look="secondary">
          {t.ask}
        </LinkButton>{' '}
        <LinkButton href={caseHref(c, '/oplysning/svar')} look="secondary">
          {t.other}
        </LinkButton>
      </p>
    </>
  )
}

function Received({ c }: Part) {
  const t = words(c.language)
  const { information: all } = c.case.file
  if (all.length === 0) return null
  return (
    <>
      <h2>{t.received}</h2>
      <Timeline
        happenings={[...all].reverse().map((i) => ({
          when: plainDay(i.on, c.language),
          what: (
            <>
              <strong>{sourceNames(c.language)[i.source]}</strong>
              {i.adverse && (
                <>
                  {' '}
                  <span class="tag">{t.adverse}</span>
                </>
              )}
              <p class="hv-pre">{i.summary}</p>
              {i.document && <a href={caseHref(c, `/dokumenter/${i.document}`)}>{t.document}</a>}
            </>
          ),
        }))}
      />
      {all.some((i) => i.adverse) && currentProceeding(c.case.file).hearings.length === 0 && (
        <Alert kind="warning">
          <p>{t.adverseNote}</p>
          <a href={caseHref(c, '/hoering')}>{t.hear}</a>
        </Alert>
      )}
    </>
  )
}

function Enough({ c, problem }: { readonly c: KeptContext; readonly problem: Problem }) {
  const t = words(c.language)
  const informed = currentProceeding(c.case.file).sufficientlyInformed
  const newer = informed && c.case.file.information.some((i) => i.seq > informed.seq)
  return (
    <>
      <h2>{t.enough}</h2>
      {informed && (
        <>
          <p>
            <strong>{t.enoughYes(plainDay(informed.on, c.language))}</strong>
          </p>
          <p class="hv-pre hv-quote">{informed.reason}</p>
        </>
      )}
      {newer && <Alert kind="warning">{t.enoughStale}</Alert>}
      <Form
        action={caseHref(c, '/oplysning')}
        csrf={c.csrf}
        commandId={c.form.commandId ?? c.house.newId()}
        basedOn={c.case.file.lastSeq}
        draft={draftHref(c, 'oplysning')}
      >
        <TextArea
          name="reason"
          label={t.reason}
          hint={t.reasonHint}
          value={c.form.text('reason')}
          errors={problem.errors}
        />
        <Submit>{t.mark}</Submit>
        <DraftButtons c={c} form="oplysning" />
      </Form>
    </>
  )
}

export const markInformed = (c: CaseContext): Promise<Response> =>
  act(
    c,
    'markInformed',
    { reason: c.form.text('reason') },
    { again: (p) => information(c, p), to: caseHref(c, '/oplysning'), draft: 'oplysning' },
  )

export const withdrawConsent = (c: CaseContext): Promise<Response> =>
  act(
    c,
    'withdrawConsent',
    { consentId: c.form.text('consentId') },
    { again: (p) => information(c, p), to: caseHref(c, '/oplysning') },
  )
