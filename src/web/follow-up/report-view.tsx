/** The provider's report as it was sent (or as it would be): for whoever gives it, and for whoever gets it. */
import type { Order } from '../../domain/case/case-file.ts'
import {
  followingsIn,
  notesIn,
  type ReportFacts,
  type StatusReport,
} from '../../domain/case/follow-up/report.ts'
import type { UserId } from '../../domain/identity.ts'
import { goalWords } from '../everyday/goal-words.ts'
import { followingInWords } from '../everyday/goals.tsx'
import { absenceReasonNames, outcomeNames } from '../i18n/absence-words.ts'
import { longDay, plainDay } from '../i18n/dates.ts'
import type { Language } from '../i18n/messages.ts'
import { Table } from '../ui/parts.tsx'
import { followUpNames, followUpWords } from './words.ts'

type Naming = { readonly language: Language; readonly userName: (id: UserId) => string | undefined }
type Told = Pick<Order, 'followed' | 'dailyNotes'>

/** What gathers itself: attendance, absences with their reasons, the goals with both voices. */
export function GatheredFacts({
  facts,
  order,
  naming,
}: {
  readonly facts: ReportFacts
  readonly order: Told
  readonly naming: Naming
}) {
  const { language } = naming
  const t = followUpWords(language)
  const g = goalWords(language)
  return (
    <>
      <p>{t.period(plainDay(facts.from, language), plainDay(facts.to, language))}</p>
      <h3>{t.attendance}</h3>
      <Table
        caption={t.attendance}
        rows={facts.days}
        empty={<p>{t.noDays}</p>}
        columns={[
          { heading: t.outcome, title: t.outcome, cell: (row) => outcomeNames(language)[row.outcome] },
          { heading: t.days, title: t.days, cell: (row) => row.count },
        ]}
      />
      <h3>{t.absences}</h3>
      <Table
        caption={t.absences}
        rows={facts.absences}
        empty={<p>{t.noAbsences}</p>}
        columns={[
          { heading: t.day, title: t.day, cell: ({ day }) => plainDay(day, language) },
          { heading: t.outcome, title: t.outcome, cell: ({ outcome }) => outcomeNames(language)[outcome] },
          {
            heading: t.reason,
            title: t.reason,
            cell: ({ reason }) => (reason ? absenceReasonNames(language)[reason] : t.notSaid),
          },
        ]}
      />
      <h3>{t.goals}</h3>
      {facts.goals.map(({ text, followed }) => (
        <section class="hv-card">
          <h4 lang="da">{text}</h4>
          <Table
            caption={text}
            rows={followingsIn(order, followed).map((one) => followingInWords(one, naming))}
            empty={<p>{t.notFollowed}</p>}
            columns={[
              { heading: g.day, title: g.day, cell: (r) => r.day },
              { heading: g.voice, title: g.voice, cell: (r) => r.voice },
              { heading: g.level, title: g.level, cell: (r) => r.level },
              { heading: g.saw, title: g.saw, cell: (r) => r.saw },
              { heading: g.who, title: g.who, cell: (r) => r.by },
            ]}
          />
        </section>
      ))}
    </>
  )
}

export function ReportView({
  report,
  order,
  naming,
}: {
  readonly report: StatusReport
  readonly order: Told
  readonly naming: Naming
}) {
  const { language } = naming
  const t = followUpWords(language)
  const notes = notesIn(order, report.notes)
  const { voice } = report
  return (
    <>
      <h3>{t.voice}</h3>
      {voice.kind === 'said' ? (
        <>
          <p class="hv-pre" lang="da">
            {voice.words}
          </p>
          <p>{followUpNames(language).how[voice.how]}</p>
        </>
      ) : (
        <p>{t.voiceNotHad(voice.because)}</p>
      )}
      <h3>{t.assessment}</h3>
      <p class="hv-pre" lang="da">
        {report.assessment}
      </p>
      <GatheredFacts facts={report} order={order} naming={naming} />
      <h3>{t.notes}</h3>
      {notes.length === 0 ? (
        <p>{t.noNotes}</p>
      ) : (
        <ul>
          {notes.map((note) => (
            <li>
              {longDay(note.on, language)}: <span lang="da">{note.text}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
