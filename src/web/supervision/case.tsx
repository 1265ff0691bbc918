/** A case as supervision sees it: what was decided, owed and done, on one page without a single form. */
import { obligationsFor } from '../../casework/obligations.ts'
import { phaseOf } from '../../domain/case/phase.ts'
import { currentStandard, findClause } from '../../standards/municipality.ts'
import { findOpening } from '../../store/case-openings.ts'
import { read } from '../../store/connection.ts'
import { listUsers } from '../../store/users.ts'
import { decisionWords } from '../authority/decision/words.ts'
import { eventInWords } from '../authority/event-words.ts'
import { sharedWords } from '../authority/words.ts'
import { actorNames } from '../i18n/clause-words.ts'
import { plainDay } from '../i18n/dates.ts'
import { markerOf } from '../i18n/deadline-marker.ts'
import { phaseInWords } from '../i18n/phases.ts'
import { taskNames } from '../i18n/tasks.ts'
import type { CaseContext } from '../platform/context.ts'
import { html } from '../platform/respond.tsx'
import { Alert, BackLink, StatusMarker, SummaryList, Table, Timeline } from '../ui/parts.tsx'
import { supervisionWords } from './words.ts'

export async function showSupervisedCase(c: CaseContext): Promise<Response> {
  const t = supervisionWords(c.language)
  const s = sharedWords(c.language)
  const { file, history, caseId } = c.case
  const { userId } = c.asking.subject
  const { users, opening } = await read(c.house.db, c.scope, async (tx) => ({
    users: await listUsers(tx),
    opening: userId && (await findOpening(tx, userId, caseId, c.house.now())),
  }))
  const nameOf = (id: string): string => users.find((u) => u.userId === id)?.name ?? '–'
  const soon = currentStandard(c.municipality).parameters.dueSoonWorkingDays.value
  const owed = obligationsFor(c.municipality, file)
  const decided = file.proceedings.flatMap(({ decision }) => decision ?? [])
  const title = s.case(file.caseNumber)
  return html(
    c,
    title,
    <>
      <div class="hv-supervision">
        <Alert kind="warning">
          <p>
            <strong>{t.banner}</strong>
          </p>
          {opening && <p>{t.bannerPurpose(opening.reason)}</p>}
        </Alert>
      </div>
      <BackLink href="/tilsyn" language={c.language} />
      <h1>{title}</h1>
      <h2>{t.facts}</h2>
      <SummaryList
        language={c.language}
        rows={[
          { label: t.received, value: plainDay(file.received.on, c.language) },
          { label: t.phase, value: phaseInWords(phaseOf(file), c.language) },
          { label: t.unit, value: file.unit ?? '–' },
          { label: s.caseworker, value: file.caseworker ? nameOf(file.caseworker) : s.nobody },
        ]}
      />
      <h2>{t.decisions}</h2>
      {decided.length === 0 && <p>{t.noDecisions}</p>}
      {decided.map(({ on, record }) => (
        <SummaryList
          language={c.language}
          rows={[
            { label: t.when, value: plainDay(on, c.language) },
            { label: t.outcome, value: decisionWords(c.language).outcomes[record.outcome] },
            { label: t.reasons, value: record.considerations ?? '–' },
          ]}
        />
      ))}
      <h2>{t.duties}</h2>
      <Table
        caption={t.duties}
        rows={owed.filter((o) => o.arisesOn <= c.today)}
        empty={<p>{t.noDuties}</p>}
        columns={[
          {
            heading: t.what,
            title: t.what,
            cell: (o) =>
              o.task
                ? taskNames(c.language)[o.task]
                : (findClause(c.municipality, o.clause)?.quote ?? o.clause),
          },
          { heading: t.who, title: t.who, cell: (o) => actorNames(c.language)[o.actor] },
          { heading: t.due, title: t.due, cell: (o) => (o.dueOn ? plainDay(o.dueOn, c.language) : '–') },
          {
            heading: t.state,
            title: t.state,
            cell: (o) => <StatusMarker marker={markerOf(o, c.today, soon, c.language)} />,
          },
        ]}
      />
      <h2>{t.happened}</h2>
      <Timeline
        happenings={history.toReversed().map((event) => ({
          when: plainDay(event.occurredOn, c.language),
          what: <span class="hv-pre">{eventInWords(event, c)}</span>,
          by: event.actor.kind === 'staff' ? s.by(nameOf(event.actor.userId)) : undefined,
        }))}
      />
    </>,
  )
}
