/** At a clause: the decisions that were reversed because of it, with what failed and the letter texts it was told in. */
import type { ClauseReversal } from '../../store/complaints.ts'
import { complaintNames } from '../i18n/complaint-words.ts'
import { shortDay } from '../i18n/dates.ts'
import type { PageContext } from '../platform/context.ts'
import { Table } from '../ui/parts.tsx'
import { outcomeWords } from './complaint-words.ts'
import { complaintHref } from './complaints.tsx'

export function ClauseReversals({
  c,
  reversals,
}: {
  readonly c: PageContext
  readonly reversals: readonly ClauseReversal[]
}) {
  const t = outcomeWords(c.language)
  const names = complaintNames(c.language)
  return (
    <>
      <h2>{t.reversals}</h2>
      <Table
        caption={t.reversals}
        rows={reversals}
        empty={<p>{t.noReversals}</p>}
        columns={[
          {
            heading: t.case,
            title: t.case,
            cell: (row) => <a href={complaintHref(c, row)}>{row.caseNumber}</a>,
          },
          { heading: t.on, title: t.on, sorted: 'descending', cell: ({ on }) => shortDay(on, c.language) },
          {
            heading: t.by,
            title: t.by,
            cell: ({ outcome, result }) =>
              result ? t.byBoard(names.results[result]) : outcome ? t.byUs(names.outcomes[outcome]) : '–',
          },
          { heading: t.failed, title: t.failed, cell: ({ cause }) => names.causes[cause] },
          { heading: t.letterText, title: t.letterText, cell: ({ letterText }) => letterText },
        ]}
      />
    </>
  )
}
