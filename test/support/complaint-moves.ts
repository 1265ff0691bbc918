/** What somebody could do about a complaint, from the day it is written to what the Appeals Board makes of it. */

import type { CaseFile } from '../../src/domain/case/case-file.ts'
import { decidedProceedings } from '../../src/domain/case/complaint/about.ts'
import {
  boardResults,
  type Complainant,
  isReversal,
  reassessmentOutcomes,
  reversalCauses,
} from '../../src/domain/case/complaint/events.ts'
import { addDays, type CalendarDay, latest } from '../../src/domain/time/calendar-day.ts'
import { asKaren, asLone, lone } from './case-story.ts'
import { vejenTerms } from './commands.ts'
import { type Move, one, sometimes } from './move.ts'

export function complaining(file: CaseFile, today: CalendarDay, detail: number): readonly Move[] {
  const decided = decidedProceedings(file)
  const decision = decided[detail % Math.max(1, decided.length)]?.decision
  if (decision === undefined) return []
  const { decisionId } = decision.record
  const receivedOn = latest(decision.on, addDays(today, -(detail % 3)))
  const said = { decisionId, receivedOn, words: 'Jeg kan godt klare fem dage.' }
  const callBack = { phone: '22 33 44 55' }
  const complain = [
    sometimes(2, { type: 'receiveComplaint', input: { ...said, channel: 'web' } }, asKaren),
    sometimes(1, { type: 'receiveComplaint', input: { ...said, channel: 'web' } }, asLone),
    sometimes(2, {
      type: 'receiveComplaint',
      input: {
        decisionId,
        receivedOn,
        channel: one(['phone', 'letter', 'email', 'inPerson'], detail),
        by: one<Complainant>(
          [
            { kind: 'citizen' },
            { kind: 'other', relation: 'søster' },
            { kind: 'representative', personId: lone },
          ],
          detail,
        ),
        ...(detail % 2 === 0 && { callBack }),
      },
    }),
  ]
  const complaint = file.complaints[detail % Math.max(1, file.complaints.length)]
  if (complaint === undefined) return complain
  const { complaintId } = complaint
  const outcome = one(reassessmentOutcomes, detail)
  const result = one(boardResults, detail)
  const cause = one(reversalCauses, detail)
  const [clause] = vejenTerms.parameters.reversalClauses[cause]
  const failed = { cause, ...(detail % 3 > 0 && clause && { clause }) }
  return [
    ...complain,
    sometimes(2, {
      type: 'supplementComplaint',
      input: {
        complaintId,
        receivedOn: today,
        channel: one(['phone', 'letter'], detail),
        words: 'Især onsdag.',
      },
    }),
    sometimes(2, { type: 'confirmComplaint', input: { complaintId, how: 'telefon' } }),
    sometimes(1, { type: 'withdrawComplaint', input: { complaintId, how: 'web' } }, asKaren),
    sometimes(1, {
      type: 'postponeDecision',
      input: { complaintId, postponed: detail % 2 === 0, because: 'Kørslen kan ikke nås.' },
    }),
    sometimes(6, {
      type: 'reassessComplaint',
      input: {
        complaintId,
        outcome,
        reasons: 'Vi har talt med lægen igen.',
        ...(outcome === 'part' && { upheldIn: 'Kørslen.' }),
        ...(outcome !== 'notUpheld' && failed),
        ...(detail % 2 === 0 && { insteadBecause: 'Sanne er på orlov.' }),
      },
    }),
    sometimes(2, {
      type: 'tellComplaintDelay',
      input: { complaintId, newDate: addDays(today, 5 + (detail % 40)), reason: 'Vi venter på lægen.' },
    }),
    sometimes(6, { type: 'forwardComplaint', input: { complaintId } }),
    sometimes(6, {
      type: 'recordComplaintSent',
      input: { complaintId, how: one(['digitalPost', 'secureMail', 'paper'], detail), sentOn: today },
    }),
    sometimes(6, {
      type: 'recordComplaintResult',
      input: {
        complaintId,
        receivedOn: today,
        result,
        reference: 'AST 27-1',
        words: 'Sagen er ikke oplyst godt nok.',
        ...(isReversal(result) && failed),
      },
    }),
    sometimes(3, { type: 'carryOutResult', input: { complaintId, how: 'Kørslen er bestilt.' } }),
  ]
}
