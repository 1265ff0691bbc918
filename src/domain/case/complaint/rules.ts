import { z } from 'zod'
import { caseRule, dueBy, dueInWorkingDays, metBy } from '../../standard/rule.ts'
import { deadlineFor } from '../../time/deadline.ts'
import { isOral } from '../application/events.ts'
import type { CaseFile, Complaint, Fact } from '../case-file.ts'
import { decisionToldAfter, dispatchOf } from '../processing.ts'
import { answeredBy, carriedOutBy, proceedingOf, resultToCarryOut } from './about.ts'

/** A complaint over the answer to an application (or a remand), or over a later change of what was granted. */
const Over = z.object({ over: z.enum(['application', 'change', 'any']) })

const complaintsOver = (file: CaseFile, { over }: z.infer<typeof Over>): readonly Complaint[] =>
  file.complaints.filter((complaint) => {
    const proceeding = proceedingOf(file, complaint)
    if (over === 'any' || proceeding === undefined) return over !== 'change'
    const { kind } = proceeding.trigger
    return (kind === 'application' || kind === 'remand') === (over === 'application')
  })

/** A complaint is treated though the case is closed or has moved; it falls away with the complaint or with the person. */
function ended(file: CaseFile, { withdrawn }: Complaint) {
  if (withdrawn) return { voidOn: withdrawn.on, voidReason: 'withdrawn' as const }
  if (file.died) return { voidOn: file.died.diedOn, voidReason: 'death' as const }
  return {}
}

const owed = (file: CaseFile, complaint: Complaint, what: string, by: Fact = complaint) => ({
  about: `${what}-${by.seq}`,
  triggeredOn: complaint.on,
  arisesOn: by.on,
  survives: true,
  ...ended(file, complaint),
})

/**
 * Whoever complains gets a receipt that names who looks at it, is called when they asked to be, and the citizen is asked
 * when somebody without power did it for them (K2.2a-13, K2.3-8). Late ones too.
 */
export const complaintReceipted = caseRule(Over, (file, over, { parameters }) =>
  complaintsOver(file, over).flatMap((complaint) => {
    const soon = dueInWorkingDays(complaint.on, parameters.receiptWorkingDays)
    const call = complaint.supplements.find(({ channel }) => isOral(channel))
    return [
      {
        ...owed(file, complaint, 'complaint-receipt'),
        ...soon,
        ...metBy(dispatchOf(file, complaint.letterId), complaint.seq),
        task: 'sendComplaintReceipt' as const,
      },
      ...(complaint.callBack
        ? [
            {
              ...owed(file, complaint, 'complaint-call'),
              ...soon,
              ...metBy(call, complaint.seq),
              task: 'callComplainant' as const,
            },
          ]
        : []),
      ...(complaint.by.kind === 'other'
        ? [
            {
              ...owed(file, complaint, 'complaint-confirm'),
              actor: 'citizen' as const,
              towards: 'authority' as const,
              ...metBy(complaint.confirmed, complaint.seq),
              task: 'confirmComplaint' as const,
            },
          ]
        : []),
    ]
  }),
)

/**
 * The case is looked at again within four weeks, which do not roll (K2.2a-14, RSL § 66). Who is given right, in full or in
 * part, is owed a new decision in a letter that has gone to them: a decision that lies here is none to them.
 */
export const complaintReassessed = caseRule(z.object({}), (file, _, { parameters }) =>
  file.complaints.flatMap((complaint) => {
    const { reassessed } = complaint
    const reassess = {
      ...owed(file, complaint, 'reassess'),
      ...dueBy(deadlineFor('REASSESSMENT_DUE', complaint.on, { parameters })),
      ...metBy(reassessed, complaint.seq),
      task: 'reassessComplaint' as const,
    }
    if (reassessed === undefined || reassessed.outcome === 'notUpheld') return [reassess]
    const decide = {
      about: `decide-upheld-${reassessed.seq}`,
      triggeredOn: complaint.on,
      arisesOn: reassessed.on,
      ...dueInWorkingDays(reassessed.on, parameters.complaintResultWorkingDays),
      ...metBy(decisionToldAfter(file, reassessed), reassessed.seq),
      task: 'decideUpheld' as const,
    }
    return [reassess, decide]
  }),
)

/** What is not upheld goes to the Appeals Board within the same four weeks (K2.2a-15, RSL § 66). */
export const complaintForwarded = caseRule(z.object({}), (file, _, { parameters }) =>
  file.complaints.flatMap((complaint) => {
    const { reassessed, sent, result } = complaint
    if (reassessed === undefined || reassessed.outcome === 'full') return []
    return [
      {
        ...owed(file, complaint, 'forward', reassessed),
        ...dueBy(deadlineFor('REASSESSMENT_DUE', complaint.on, { parameters })),
        ...metBy(sent ?? result, complaint.seq, reassessed.seq),
        task: 'forwardComplaint' as const,
      },
    ]
  }),
)

/** When the four weeks do not hold, the citizen is told in writing why, and until when; and that date is kept in turn. */
export const complaintDelayTold = caseRule(z.object({}), (file, _, { parameters }) =>
  file.complaints.flatMap((complaint) => {
    const { delays } = complaint
    const answered = answeredBy(complaint)
    const [first] = delays
    const tell = {
      ...owed(file, complaint, 'tell-delay'),
      ...dueBy(deadlineFor('REASSESSMENT_DUE', complaint.on, { parameters })),
      ...metBy(first && dispatchOf(file, first.letterId), complaint.seq),
      ...(answered && { voidOn: answered.on, voidReason: 'notNeeded' as const }),
      task: 'tellComplaintDelay' as const,
    }
    const keep = delays.map((told, index) => {
      const next = delays[index + 1]
      const replaced = next && dispatchOf(file, next.letterId)
      return {
        ...owed(file, complaint, 'complaint-date', told),
        ...dueBy(deadlineFor('NEW_EXPECTED_DATE', told.newDate, { parameters })),
        ...metBy(answered, complaint.seq, told.seq),
        ...(replaced && { voidOn: replaced.on, voidReason: 'superseded' as const }),
        task: 'answerComplaintByNewDate' as const,
      }
    })
    return [tell, ...keep]
  }),
)

/**
 * What was sent on is answered by the Appeals Board (K2.2a-12), without a date that the municipality could promise. What
 * it changes or annuls is carried out.
 */
export const complaintConcluded = caseRule(z.object({}), (file, _, { parameters }) =>
  file.complaints.flatMap((complaint) => {
    const { sent, result } = complaint
    const answer = sent && {
      ...owed(file, complaint, 'board', sent),
      actor: 'appealsBoard' as const,
      ...metBy(result, complaint.seq, sent.seq),
    }
    const toCarryOut = resultToCarryOut(complaint)
    const carryOut = toCarryOut && {
      // Taken back or not, what the Appeals Board has changed is changed.
      ...owed(file, { ...complaint, withdrawn: undefined }, 'carry-out', toCarryOut),
      ...dueInWorkingDays(toCarryOut.on, parameters.complaintResultWorkingDays),
      ...metBy(carriedOutBy(file, complaint), toCarryOut.seq),
      task: 'carryOutResult' as const,
    }
    return [...(answer ? [answer] : []), ...(carryOut ? [carryOut] : [])]
  }),
)
