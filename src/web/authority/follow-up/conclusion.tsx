/** What a follow-up showed: goal by goal, and whether the need is another one. */
import type { CaseFile, FollowUp } from '../../../domain/case/case-file.ts'
import { type PersonalSupervision, supervisionQuestions } from '../../../domain/case/follow-up/events.ts'
import { functioningLevels } from '../../../domain/vocabulary/ffb.ts'
import { followUpNames, followUpWords } from '../../follow-up/words.ts'
import type { CaseContext } from '../../platform/context.ts'
import { Alert, SummaryList, Table } from '../../ui/parts.tsx'

export const levelName = (level: number | undefined): string => {
  const found = functioningLevels.find((l) => l.level === level)
  return found ? `${found.level} ${found.name}` : '–'
}

export function Conclusion({
  c,
  concluded,
  goals,
}: {
  readonly c: CaseContext
  readonly concluded: FollowUp
  readonly goals: CaseFile['goals']
}) {
  const t = followUpWords(c.language)
  const names = followUpNames(c.language)
  const { citizen } = concluded
  const all = [...c.case.file.goals, ...goals]
  return (
    <>
      <SummaryList
        language={c.language}
        rows={[
          { label: t.outcomeOf, value: names.onwards[concluded.onward] },
          { label: t.because, value: <span lang="da">{concluded.because}</span> },
          { label: t.ffb, value: names.results[concluded.result] },
          {
            label: t.citizensView,
            value: (
              <span lang="da">{citizen.kind === 'yes' ? citizen.said : t.notThere(citizen.because)}</span>
            ),
          },
          {
            label: t.minutes,
            value: (
              <span class="hv-pre" lang="da">
                {concluded.minutes}
              </span>
            ),
          },
        ]}
      />
      {concluded.supervision && <Supervision c={c} found={concluded.supervision} />}
      {concluded.withoutReport && (
        <Alert kind="warning">
          <p>{t.withoutReport(concluded.withoutReport)}</p>
        </Alert>
      )}
      <Table
        caption={t.goals}
        rows={concluded.goals}
        empty={<p>–</p>}
        columns={[
          { heading: t.goal, title: t.goal, cell: (g) => <span lang="da">{g.text}</span> },
          {
            heading: t.aim,
            title: t.aim,
            cell: (g) => {
              const aim = all.find(({ goalId }) => goalId === g.goalId)?.aim
              return aim ? names.aims[aim] : '–'
            },
          },
          { heading: t.result, title: t.result, cell: (g) => names.goalResults[g.result] },
          { heading: t.level, title: t.level, cell: (g) => levelName(g.level) },
          { heading: t.said, title: t.said, cell: (g) => <span lang="da">{g.words ?? '–'}</span> },
        ]}
      />
    </>
  )
}

/** What supervision found at the follow-up (SEL § 148), and what is done about it. */
function Supervision({ c, found }: { readonly c: CaseContext; readonly found: PersonalSupervision }) {
  const t = followUpWords(c.language)
  const names = followUpNames(c.language)
  return (
    <>
      <h3>{t.supervisionTitle}</h3>
      <SummaryList
        language={c.language}
        rows={[
          ...supervisionQuestions.map((question) => ({
            label: names.supervision[question],
            value: names.supervisionAnswers[found[question]],
          })),
          ...(found.action ? [{ label: t.action, value: <span lang="da">{found.action}</span> }] : []),
        ]}
      />
    </>
  )
}
