/**
 * The next lawful step of a case: one, with its ground. It is the first thing that the authority owes, in the order that
 * casework goes; dates decide only between equals. Nothing is stored: the obligations say it.
 */
import type { Obligation, Task } from '../standard/obligation.ts'
import { isOpenOn } from '../standard/obligation.ts'
import type { CalendarDay } from '../time/calendar-day.ts'

/**
 * The order of casework. A task further down rests on those above it. The citizen takes part from the beginning (RSL § 4),
 * which is no substitute for being heard over what has come in against them, once it has (FVL § 19).
 */
const order: readonly Task[] = [
  'handlePostFailure',
  'followUpLetter',
  'tellOfMove',
  'assignCase',
  'sendReceipt',
  'givePrivacyNotice',
  'writeNote',
  'registerDocument',
  'recordActingMunicipality',
  'guideAndForward',
  'sendLetterToRepresentative',
  'verifyRepresentative',
  'askAboutRepresentation',
  'answerOrderQuestion',
  'answerMessage',
  'recordParticipation',
  'sendSourceLetter',
  'remindSource',
  'informCase',
  'askEarlierMunicipality',
  'assess',
  'considerOtherHelp',
  'offerActionPlan',
  'hearParty',
  'approveDecision',
  'findAnotherPlace',
  'decide',
  'sendOrder',
  'discussAbsenceWithCitizen',
  'discussAbsenceWithProvider',
  'assessContinuation',
  'decideAnew',
  'answerOtherTime',
  'followUp',
  'sendComplaintReceipt',
  'callComplainant',
  'reassessComplaint',
  'decideUpheld',
  'forwardComplaint',
  'carryOutResult',
  'settleMove',
  'handOverPapers',
  'recordTakeover',
  'answerReport',
  'reassess',
  'arrangeTransport',
  'judgeContent',
]

/** Things to be done beside the road, whenever their date nears: they do not hold the next step back. */
const beside: ReadonlySet<Task> = new Set<Task>([
  'notifyDelay',
  'decideByNewDate',
  'tellComplaintDelay',
  'answerComplaintByNewDate',
])

const rank = (task: Task): number => {
  const index = order.indexOf(task)
  return index < 0 ? order.length : index
}

const byDate = (a: Obligation, b: Obligation): number => (a.dueOn ?? '9').localeCompare(b.dueOn ?? '9')

/** What the authority owes on a day and can act on, in the order of casework. */
export const openSteps = (obligations: readonly Obligation[], today: CalendarDay): readonly Obligation[] =>
  obligations
    .filter(
      (o) => o.actor !== 'citizen' && o.actor !== 'provider' && o.task !== undefined && isOpenOn(o, today),
    )
    .filter((o) => o.task !== undefined && !beside.has(o.task))
    .sort((a, b) => rank(a.task ?? 'decide') - rank(b.task ?? 'decide') || byDate(a, b))

/**
 * The one next step. A delay notice comes first when the deadline is so near (or past) that what is still missing before
 * the decision cannot be done in time by hurrying alone.
 */
export function nextStep(obligations: readonly Obligation[], today: CalendarDay): Obligation | undefined {
  const steps = openSteps(obligations, today)
  const notice = obligations.find((o) => o.task === 'notifyDelay' && isOpenOn(o, today))
  if (notice?.dueOn !== undefined && notice.dueOn < today) return notice
  return steps[0]
}
