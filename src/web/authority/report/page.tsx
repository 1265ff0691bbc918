/** M15: what the provider has reported, with the records behind it, and what the caseworker does about it. */
import type { ProviderReport } from '../../../domain/case/case-file.ts'
import { conclusionOf } from '../../../domain/case/report/decide.ts'
import { reactions } from '../../../domain/case/report/events.ts'
import { isOpenOn } from '../../../domain/standard/obligation.ts'
import { currentStandard } from '../../../standards/municipality.ts'
import { plainDay } from '../../i18n/dates.ts'
import { markerOf } from '../../i18n/deadline-marker.ts'
import { defineMessages } from '../../i18n/messages.ts'
import { reactionNames, reportHintNames, reportKindNames } from '../../i18n/report-words.ts'
import type { CaseContext } from '../../platform/context.ts'
import { errorPage } from '../../platform/error-page.tsx'
import { Form, Radios, Submit, TextArea } from '../../ui/fields.tsx'
import { BackLink, StatusMarker, SummaryList, Table, Timeline } from '../../ui/parts.tsx'
import { act, noProblem, type Problem } from '../act.ts'
import { caseHref, casePageOf, obligationsHere } from '../case-frame.tsx'

const words = defineMessages({
  da: {
    title: 'Meldinger fra tilbuddet',
    one: 'Melding fra tilbuddet',
    none: 'Tilbuddet har ikke meldt noget.',
    kind: 'Det drejer sig om',
    told: 'Meldt',
    state: 'Status',
    open: 'Venter på svar',
    since: 'Begyndte',
    what: 'Hvad er der sket?',
    done: 'Hvad har tilbuddet gjort?',
    proposed: 'Hvad foreslår tilbuddet?',
    hints: 'Tilbuddet peger på',
    facts: 'Registreret i perioden',
    factsText: (came: number, absent: number, notes: number, goals: number) =>
      `${came} dage mødt, ${absent} dage væk, ${notes} noter. ${goals} mål uden noter.`,
    answers: 'Svar',
    noAnswers: 'Ingen endnu.',
    reaction: 'Hvad gør du?',
    reactionHints: {
      contact: 'Du taler med borgeren eller tilbuddet. Meldingen bliver stående.',
      noChange: 'Du skriver hvorfor, og meldingen er slut.',
      reassessment: 'En revurdering begynder. Intet ændres, før der er en ny afgørelse.',
      followUp: 'I tager det op ved næste opfølgning.',
    },
    words: 'Svar til tilbuddet',
    wordsHint: 'Tilbuddet læser det.',
    send: 'Send svar',
  },
  en: {
    title: 'Reports from the provider',
    one: 'Report from the provider',
    none: 'The provider has reported nothing.',
    kind: 'It is about',
    told: 'Reported',
    state: 'Status',
    open: 'Awaits an answer',
    since: 'Began',
    what: 'What has happened?',
    done: 'What has the provider done?',
    proposed: 'What does the provider propose?',
    hints: 'The provider points at',
    facts: 'On record for the period',
    factsText: (came: number, absent: number, notes: number, goals: number) =>
      `${came} days came, ${absent} days away, ${notes} notes. ${goals} goals without notes.`,
    answers: 'Answers',
    noAnswers: 'None yet.',
    reaction: 'What do you do?',
    reactionHints: {
      contact: 'You talk with the citizen or the provider. The report stays open.',
      noChange: 'You write why, and the report is closed.',
      reassessment: 'A reassessment begins. Nothing changes before there is a new decision.',
      followUp: 'It is taken up at the next follow-up.',
    },
    words: 'Answer to the provider',
    wordsHint: 'The provider reads it.',
    send: 'Send the answer',
  },
})

function State({ c, report }: { readonly c: CaseContext; readonly report: ProviderReport }) {
  const last = report.answers.at(-1)
  const soon = currentStandard(c.municipality).parameters.dueSoonWorkingDays.value
  const owed = obligationsHere(c).find(
    (o) => o.task === 'answerReport' && o.evidence.includes(report.seq) && isOpenOn(o, c.today),
  )
  if (owed)
    return (
      <>
        {owed.dueOn && plainDay(owed.dueOn, c.language)}{' '}
        <StatusMarker marker={markerOf(owed, c.today, soon, c.language)} />
      </>
    )
  return <>{last ? reactionNames(c.language)[last.reaction] : words(c.language).open}</>
}

export function showReports(c: CaseContext): Promise<Response> {
  const t = words(c.language)
  return casePageOf(c, t.title, () => (
    <Table
      caption={t.title}
      rows={c.case.file.reports.toReversed()}
      empty={<p>{t.none}</p>}
      columns={[
        {
          heading: t.kind,
          title: t.kind,
          cell: (r) => (
            <a href={caseHref(c, `/melding/${r.reportId}`)}>{reportKindNames(c.language)[r.kind]}</a>
          ),
        },
        { heading: t.told, title: t.told, cell: (r) => plainDay(r.on, c.language) },
        { heading: t.state, title: t.state, cell: (r) => <State c={c} report={r} /> },
      ]}
    />
  ))
}

const reportOf = (c: CaseContext): ProviderReport | undefined =>
  c.case.file.reports.find((r) => r.reportId === c.parameter('reportId'))

export async function showReport(c: CaseContext, problem: Problem = noProblem): Promise<Response> {
  const t = words(c.language)
  const report = reportOf(c)
  if (report === undefined) return errorPage(c, 404)
  const { facts, hints, answers } = report
  return casePageOf(
    c,
    t.one,
    (people) => (
      <>
        <SummaryList
          language={c.language}
          rows={[
            { label: t.kind, value: reportKindNames(c.language)[report.kind] },
            { label: t.told, value: plainDay(report.on, c.language) },
            { label: t.state, value: <State c={c} report={report} /> },
            { label: t.since, value: plainDay(report.since, c.language) },
            { label: t.what, value: report.what },
            { label: t.done, value: report.done },
            { label: t.proposed, value: report.proposed },
            ...(hints.length > 0
              ? [{ label: t.hints, value: hints.map((h) => reportHintNames(c.language)[h]).join('; ') }]
              : []),
            ...(facts
              ? [
                  {
                    label: t.facts,
                    value: `${plainDay(facts.from, c.language)} – ${plainDay(facts.to, c.language)}: ${t.factsText(facts.came, facts.absent, facts.notes, facts.goalsNotWorkedWith.length)}`,
                  },
                ]
              : []),
          ]}
        />
        <h2>{t.answers}</h2>
        {answers.length === 0 ? (
          <p>{t.noAnswers}</p>
        ) : (
          <Timeline
            happenings={answers.map((answer) => ({
              when: plainDay(answer.on, c.language),
              what: reactionNames(c.language)[answer.reaction],
              more: <p class="hv-pre">{answer.words}</p>,
              by: answer.actor.kind === 'staff' ? people.userName(answer.actor.userId) : '–',
            }))}
          />
        )}
        {conclusionOf(report) === undefined && (
          <Form
            action={caseHref(c, `/melding/${report.reportId}`)}
            csrf={c.csrf}
            commandId={c.form.commandId ?? c.house.newId()}
            basedOn={c.case.file.lastSeq}
          >
            <Radios
              name="reaction"
              label={t.reaction}
              options={reactions.map((value) => ({
                value,
                label: reactionNames(c.language)[value],
                hint: t.reactionHints[value],
              }))}
              value={c.form.text('reaction')}
              errors={problem.errors}
            />
            <TextArea
              name="words"
              label={t.words}
              hint={t.wordsHint}
              value={c.form.text('words')}
              errors={problem.errors}
            />
            <Submit>{t.send}</Submit>
          </Form>
        )}
        <BackLink href={caseHref(c, '/melding')} language={c.language} />
      </>
    ),
    problem,
  )
}

export async function answerReport(c: CaseContext): Promise<Response> {
  const report = reportOf(c)
  if (report === undefined) return errorPage(c, 404)
  const reaction = c.form.text('reaction')
  const input = { reportId: report.reportId, reaction, words: c.form.text('words') }
  return act(c, 'answerReport', input, {
    again: (p) => showReport(c, p),
    to: caseHref(c, reaction === 'reassessment' ? '/revurdering' : `/melding/${report.reportId}`),
  })
}
