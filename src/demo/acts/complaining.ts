/**
 * A complaint over a refusal, as far as it has come: received (from a relative without power: not yet stood by), looked at
 * again, written for the Appeals Board and not handed over, with the Board, changed by it, sent back, or concluded.
 */
import { currentProceeding } from '../../domain/case/case-file.ts'
import type { CaseCommand } from '../../domain/case/commands.ts'
import type { PartId } from '../../domain/identity.ts'
import { addDays, type CalendarDay } from '../../domain/time/calendar-day.ts'
import { asStaff, nextWorkingDay, type Scene } from '../scene.ts'
import type { Act } from '../story.ts'
import { decisionDay } from './deciding.ts'

const complaintEnds = [
  'received',
  'byRelative',
  'reassessed',
  'written',
  'forwarded',
  'changed',
  'remanded',
  'concluded',
] as const
export type ComplaintEnd = (typeof complaintEnds)[number]

const answers = {
  remanded: {
    result: 'remanded',
    cause: 'information',
    words: 'Kommunen skal belyse, hvilken støtte der er brug for om dagen, og indhente en ny udtalelse.',
  },
  changed: {
    result: 'changed',
    cause: 'assessment',
    words: 'Borgeren har ret til en plads tre dage om ugen.',
  },
  concluded: { result: 'upheld', words: 'Afgørelsen er rigtig.' },
} as const

/** `answered`: the day the Appeals Board's answer comes, where it has. */
export function complaintActs(scene: Scene, end: ComplaintEnd, answered: CalendarDay): readonly Act[] {
  const by = asStaff(scene.caseworker)
  const decided = decisionDay(scene)
  const received = nextWorkingDay(addDays(decided, 9))
  const looked = nextWorkingDay(addDays(received, 15))
  const sent = nextWorkingDay(addDays(looked, 2))
  const act = (day: CalendarDay, does: Act['does']): Act => ({ day, stage: 'opened', by, does })
  const about = (day: CalendarDay, command: (complaintId: PartId, today: CalendarDay) => CaseCommand): Act =>
    act(day, async ({ look, today }) => {
      const complaint = (await look()).complaints.at(-1)
      return complaint && command(complaint.complaintId, today)
    })
  const complained = act(received, async ({ look, today }) => {
    const { decision } = currentProceeding(await look())
    return (
      decision && {
        type: 'receiveComplaint',
        input: {
          decisionId: decision.record.decisionId,
          channel: 'phone',
          ...(end === 'byRelative' && { by: { kind: 'other', relation: 'søster' } }),
          receivedOn: today,
          words: 'Jeg kan ikke klare hverdagen alene, og det står der ikke noget om i afgørelsen.',
          wish: 'En plads tre dage om ugen.',
        },
      }
    )
  })
  if (end === 'received' || end === 'byRelative') return [complained]
  const reassessed = [
    complained,
    about(looked, (complaintId) => ({
      type: 'reassessComplaint',
      input: {
        complaintId,
        outcome: 'notUpheld',
        reasons: 'Vi har set på oplysningerne igen. De viser ikke et behov for et tilbud om dagen.',
      },
    })),
  ]
  if (end === 'reassessed') return reassessed
  const written = [
    ...reassessed,
    about(sent, (complaintId) => ({ type: 'forwardComplaint', input: { complaintId } })),
  ]
  if (end === 'written') return written
  const forwarded = [
    ...written,
    about(sent, (complaintId, today) => ({
      type: 'recordComplaintSent',
      input: { complaintId, how: 'digitalPost', sentOn: today },
    })),
  ]
  if (end === 'forwarded') return forwarded
  const answer = answers[end]
  const [clause] = 'cause' in answer ? scene.parameters.reversalClauses[answer.cause] : []
  return [
    ...forwarded,
    about(answered, (complaintId, today) => ({
      type: 'recordComplaintResult',
      input: {
        complaintId,
        receivedOn: today,
        reference: 'Ankestyrelsens afgørelse',
        ...answer,
        ...(clause && { clause }),
      },
    })),
  ]
}
