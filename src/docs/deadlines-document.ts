/** `docs/deadlines.md`: the deadline catalogue, with an example of each worked out by the code itself. */
import { versionOn } from '../casework/house.ts'
import { getDay } from '../domain/time/calendar-day.ts'
import { type DeadlineKind, deadlineFor, deadlineKinds } from '../domain/time/deadline.ts'
import { publicHolidays } from '../domain/time/holidays.ts'
import { loadMunicipality } from '../standards/load.ts'
import { currentStandard } from '../standards/municipality.ts'
import { derivationInWords } from '../web/i18n/derivation.ts'
import { generated, markdownTable } from './markdown.ts'

/** What each counts from, and the ground for it. A kind without its row does not compile. */
const catalogue: Record<DeadlineKind, readonly [from: string, ground: string]> = {
  DECISION_DUE: ['the application is received', 'the standard, RSL § 3 stk. 2'],
  DELAY_NOTICE_DUE: ['the application is received', 'the standard, RSL § 3 stk. 2'],
  NEW_EXPECTED_DATE: ['the date in the delay notice', 'the standard, RSL § 3 stk. 2'],
  PARTY_HEARING_DUE: ['the citizen receives the hearing', 'FVL §§ 19–20'],
  COMPLAINT_EXPIRY: ['the citizen receives the decision', 'RSL § 67'],
  REASSESSMENT_DUE: ['the complaint is received', 'RSL § 66'],
  REMAND_DECISION_DUE: ['the Appeals Board’s decision is received', 'RSL § 3 a'],
  REVIEW_DUE: ['the last assessment', 'the standard, SEL § 148'],
  PROVIDER_REPORT_DUE: ['the status meeting, counted back', 'the standard'],
  DEVIATION_REACTION_DUE: ['the deviation is reported', 'the standard'],
  ABSENCE_DIALOG_DUE: ['the absence threshold is reached', 'the standard'],
  START_KPI: ['the grant', 'the standard'],
  ACCESS_DUE: ['the request for access to the file', 'FVL § 16 stk. 2'],
  GDPR_ACCESS_DUE: ['the request for access to personal data', 'GDPR art. 12 stk. 3'],
  BREACH_DUE: ['the breach is known (72 hours; the instant itself is kept)', 'GDPR art. 33'],
  DST_DUE: ['a day of the month that is reported', 'Danmarks Statistik'],
  LOG_REVIEW_DUE: ['the last review of the log', 'Datatilsynet'],
  COUNCIL_MAP_DUE: ['a day of the year', 'RSL § 79 b'],
}

const from = getDay('2026-11-13')

export function deadlinesDocument(): string {
  const municipality = loadMunicipality('vejen-104')
  const { parameters } = versionOn(municipality, from).terms
  const { id, version } = currentStandard(municipality)
  const rows = deadlineKinds.map((kind) => {
    const { due, lastWorkingDay, derivation } = deadlineFor(kind, from, { parameters })
    return [`\`${kind}\``, ...catalogue[kind], due, lastWorkingDay, derivationInWords(derivation, 'en')]
  })
  const onPaper = (['PARTY_HEARING_DUE', 'COMPLAINT_EXPIRY'] as const).map((kind) => {
    const { due, derivation } = deadlineFor(kind, from, { parameters, channel: 'paper' })
    return [`\`${kind}\``, due, derivationInWords(derivation, 'en')]
  })
  return generated(
    'Deadlines',
    '`src/domain/time/deadline.ts`',
    'The day something is received is not counted. Periods that run for the citizen (hearing, complaint) start at receipt and roll\n' +
      'forward over days when nothing can be handed in: Saturday, Sunday, public holidays, 5 June, 24 and 31 December, and the Friday\n' +
      'after Ascension. Periods for the authority and the provider never roll; they tell the last working day before instead.\n' +
      'Months clamp to the month’s last day.',
    `The lengths are parameters of the standard; the examples count from ${from} under \`${id}@${version}\`. Try others:\n` +
      '`npx hverdag deadline --kind DECISION_DUE --from 2026-11-13`.',
    markdownTable(['Kind', 'Counts from', 'Ground', 'Due', 'Last working day', 'How it came about'], rows),
    '## On paper',
    `A letter sent on ${from} is presumed to arrive some delivery days later, by the standard’s table of the day it was sent.`,
    markdownTable(['Kind', 'Due', 'How it came about'], onPaper),
    '## Public holidays in 2026 and 2027',
    markdownTable(
      ['Day', 'Holiday'],
      [2026, 2027].flatMap((year) => publicHolidays(year).map(({ day, name }) => [day, name])),
    ),
  )
}
