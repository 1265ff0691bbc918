/** The registers: what happened, by when it has to be told, and what was done. */
import { loadMunicipalityStream } from '../../casework/municipality.ts'
import { isLate } from '../../domain/oversight/decide.ts'
import type { Breach } from '../../domain/oversight/file.ts'
import { breachDueAt } from '../../domain/time/deadline.ts'
import { read } from '../../store/connection.ts'
import { worklist } from '../../store/worklist.ts'
import { dayAndTime, plainDay } from '../i18n/dates.ts'
import { ManagementTabs } from '../management/frame.tsx'
import type { PageContext } from '../platform/context.ts'
import { html } from '../platform/respond.tsx'
import { Table } from '../ui/parts.tsx'
import { registersHref } from './forms.tsx'
import { oversightWords } from './words.ts'

export const oversightOf = async (c: PageContext) =>
  (await read(c.house.db, c.scope, loadMunicipalityStream)).file.oversight

function stateOf(c: PageContext, breach: Breach): string {
  const t = oversightWords(c.language)
  const { assessed, notified, notNotified, informed } = breach
  return [
    assessed ? t.options[assessed.risk] : t.notAssessed,
    notified &&
      `${t.forms.notifyBreach}: ${dayAndTime(notified.notifiedAt, c.language)}${isLate(breach, notified.notifiedAt) ? ` (${t.late})` : ''}`,
    notNotified && `${t.forms.leaveBreachUnnotified} ${notNotified.because}`,
    !notified && !notNotified && t.notSettled,
    informed?.words,
  ]
    .filter(Boolean)
    .join('. ')
}

/** Citizens' questions about who looked, in any case: the leader's to answer. */
const lookQuestionsOf = (c: PageContext) =>
  read(c.house.db, c.scope, (tx) =>
    worklist(
      tx,
      { today: c.today, actors: ['management'], tasks: ['answerLookQuestion'] },
      { limit: mostQuestions },
    ),
  )
const mostQuestions = 100

export async function showRegisters(c: PageContext): Promise<Response> {
  const t = oversightWords(c.language)
  const [file, questions] = await Promise.all([oversightOf(c), lookQuestionsOf(c)])
  const next = (b: Breach) => [
    ...(b.notified || b.notNotified ? [] : [['assessBreach', '/brud/vurdering'] as const]),
    ...(b.notified ? [] : [['notifyBreach', '/brud/anmeldt'] as const]),
    ...(b.assessed?.risk === 'unlikely' && !b.notified && !b.notNotified
      ? [['leaveBreachUnnotified', '/brud/ikke-anmeldt'] as const]
      : []),
    ...(b.informed ? [] : [['informAffected', '/brud/beroerte'] as const]),
  ]
  const reports = [
    ...file.statistics.map((s) => ({ on: s.on, text: `${t.forms.recordStatistics}: ${s.month}` })),
    ...file.councilMaps.map((m) => ({
      on: m.on,
      text: `${t.forms.recordCouncilMap}: ${m.year}. ${m.because}`,
    })),
  ]
  return html(
    c,
    t.registers,
    <>
      <h1>{t.registers}</h1>
      <ManagementTabs c={c} current="/registre" />
      <p>{t.registersLead}</p>
      <h2>{t.breaches}</h2>
      <Table
        caption={t.breaches}
        rows={file.breaches.toReversed()}
        empty={<p class="hv-empty">{t.noBreaches}</p>}
        columns={[
          { heading: t.what, title: t.what, cell: (b) => `${b.what} (${b.affected})` },
          { heading: t.knownAt, title: t.knownAt, cell: (b) => dayAndTime(b.knownAt, c.language) },
          { heading: t.dueAt, title: t.dueAt, cell: (b) => dayAndTime(breachDueAt(b.knownAt), c.language) },
          { heading: t.state, title: t.state, cell: (b) => stateOf(c, b) },
          {
            heading: t.next,
            title: t.next,
            cell: (b) => (
              <ul class="hv-links">
                {next(b).map(([command, path]) => (
                  <li>
                    <a href={`${registersHref}${path}?om=${b.breachId}`}>{t.forms[command]}</a>
                  </li>
                ))}
              </ul>
            ),
          },
        ]}
      />
      <p>
        <a href={`${registersHref}/brud`}>{t.forms.recordBreach}</a>
      </p>
      <h2>{t.lookQuestions}</h2>
      <Table
        caption={t.lookQuestions}
        rows={questions}
        empty={<p class="hv-empty">{t.noLookQuestions}</p>}
        columns={[
          {
            heading: t.caseNumber,
            title: t.caseNumber,
            cell: (one) => <a href={`/myndighed/sager/${one.caseNumber}/opslag`}>{one.caseNumber}</a>,
          },
          {
            heading: t.answerBy,
            title: t.answerBy,
            cell: (one) => one.dueOn && plainDay(one.dueOn, c.language),
          },
        ]}
      />
      <h2>{t.concerns}</h2>
      <Table
        caption={t.concerns}
        rows={file.concerns.toReversed()}
        empty={<p class="hv-empty">{t.noConcerns}</p>}
        columns={[
          { heading: t.day, title: t.day, cell: (one) => plainDay(one.on, c.language) },
          { heading: t.what, title: t.what, cell: (one) => `${t.options[one.about]}: ${one.words}` },
          {
            heading: t.state,
            title: t.state,
            cell: (one) =>
              one.handled ? (
                `${one.handled.passedTo}: ${one.handled.done}`
              ) : (
                <a href={`${registersHref}/bekymring/haandteret?om=${one.concernId}`}>
                  {t.forms.handleConcern}
                </a>
              ),
          },
        ]}
      />
      <p>
        <a href={`${registersHref}/bekymring`}>{t.forms.recordConcern}</a>
      </p>
      <h2>{t.reports}</h2>
      <Table
        caption={t.reports}
        rows={reports.sort((a, b) => b.on.localeCompare(a.on))}
        empty={<p class="hv-empty">{t.noReports}</p>}
        columns={[
          { heading: t.day, title: t.day, cell: ({ on }) => plainDay(on, c.language) },
          { heading: t.what, title: t.what, cell: ({ text }) => text },
        ]}
      />
      <ul class="hv-links">
        <li>
          <a href={`${registersHref}/statistik`}>{t.forms.recordStatistics}</a>
        </li>
        <li>
          <a href={`${registersHref}/danmarkskort`}>{t.forms.recordCouncilMap}</a>
        </li>
      </ul>
    </>,
  )
}
