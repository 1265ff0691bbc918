/** `docs/clauses.md`: every promise that the product knows, with the rule that holds it. */
import { findJudgement } from '../domain/standard/judgements.ts'
import type { Clause } from '../domain/standard/standard.ts'
import { loadMunicipalities } from '../standards/load.ts'
import { currentStandard } from '../standards/municipality.ts'
import { placeOf } from '../web/authority/case.tsx'
import { actorNames, clauseKindNames, clauseStatusNames } from '../web/i18n/clause-words.ts'
import { taskNames } from '../web/i18n/tasks.ts'
import { generated, markdownTable } from './markdown.ts'

const rowOf = (clause: Clause): readonly string[] => {
  const { id, quote, actor, kind, status, rule, parameters, judgedBy } = clause
  const given =
    parameters === undefined
      ? ''
      : ` (${Object.entries(parameters)
          .map((p) => p.join(': '))
          .join(', ')})`
  return [
    id,
    quote,
    actorNames('en')[actor],
    clauseKindNames('en')[kind],
    clauseStatusNames('en')[status] + judgementIn(rule, judgedBy),
    rule === undefined ? '' : `\`${rule}\`${given}`,
  ]
}

/** Who judges, on which screen, and the event that records it. */
function judgementIn(rule: Clause['rule'], judgedBy: Clause['judgedBy']): string {
  const judgement = findJudgement(rule)
  if (judgement === undefined || judgedBy === undefined) return ''
  const { task, event } = judgement
  const who = actorNames('en')[judgedBy]
  return `: by ${who}, on “${taskNames('en')[task]}” (\`${placeOf[task] ?? ''}\`), recorded as \`${event}\``
}

const header = ['Clause', 'Quote', 'Who owes it', 'Kind', 'Status', 'Rule']

const counts = (clauses: readonly Clause[]): string => {
  const inForce = clauses.filter((c) => c.status !== 'not built yet').length
  return `${clauses.length} clauses, ${inForce} of them built.`
}

export function clausesDocument(): string {
  const municipalities = [...loadMunicipalities()].sort((a, b) => a.code.localeCompare(b.code))
  const [first] = municipalities
  const { law = [], house = [] } = first?.besides ?? {}
  return generated(
    'Clauses',
    'the standards in `standards/`',
    'Each sentence of a quality standard is one clause or several: who owes it, and the rule in `src/domain` that tells from a\n' +
      'case’s history when it arises, when it is due and what meets it. Quotes are as they were adopted, errors and all.\n' +
      '*Not built yet* means that the product does nothing for it: nobody shall take silence for fulfilment.',
    '`npx hverdag clauses --json` gives the same with the whole sentence of each quote and the titles of the tests that hold it.',
    ...municipalities.flatMap((municipality) => {
      const { title, id, version, clauses, validFrom } = currentStandard(municipality)
      return [
        `## ${municipality.name}: ${title}`,
        `\`${id}@${version}\`, in force from ${validFrom}. ${counts(clauses)}`,
        markdownTable(header, clauses.map(rowOf)),
      ]
    }),
    '## The law',
    `What holds beside every standard, told in our own words. ${counts(law)}`,
    markdownTable(
      [...header, 'Source', 'Checked against it'],
      law.map((c) => [...rowOf(c), c.source ?? '', c.verifiedOn ?? 'not yet']),
    ),
    '## The house’s own promises',
    `What no standard says and the product does all the same. ${counts(house)}`,
    markdownTable(header, house.map(rowOf)),
  )
}
