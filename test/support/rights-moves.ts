/** The citizen's rights over the papers: asked for, answered, said to be wrong. */
import { papersOf } from '../../src/domain/case/access-request/papers.ts'
import type { CaseFile } from '../../src/domain/case/case-file.ts'
import { addDays, type CalendarDay } from '../../src/domain/time/calendar-day.ts'
import { asKaren, asLeader, document } from './case-story.ts'
import { type Move, one, sometimes } from './move.ts'

/** What the citizen asks about the papers, and what is answered. */
export function rights(file: CaseFile, today: CalendarDay, detail: number): readonly Move[] {
  const request = file.accessRequests.find((r) => r.answered === undefined)
  const correction = file.corrections.find((c) => c.answered === undefined)
  const question = file.lookQuestions.find((q) => q.answered === undefined)
  const keys = papersOf(file).map((p) => p.key)
  const leave = detail % 3 === 0 ? keys.slice(0, 1) : []
  return [
    sometimes(
      1,
      {
        type: 'requestAccess',
        input: {
          rights: one([['fileAccess'], ['fileAccess', 'dataProtection']], detail),
          whole: true,
          channel: 'web',
        },
      },
      asKaren,
    ),
    ...(request
      ? [
          sometimes(1, {
            type: 'tellAccessDelay',
            input: {
              requestId: request.requestId,
              because: 'Mange papirer',
              expectedOn: addDays(today, detail % 20),
            },
          }),
          sometimes(3, {
            type: 'answerAccess',
            input: {
              requestId: request.requestId,
              given: keys.slice(leave.length),
              left: leave.map((key) => ({
                key,
                title: 'Papir',
                ground: 'otherPersons',
                because: 'Om andre',
                openness: 'Kan ikke deles',
              })),
              file: document('access-file'),
              data: document('access-data'),
            },
          }),
        ]
      : []),
    sometimes(1, { type: 'requestCorrection', input: { key: keys[0], wrong: 'Det passer ikke.' } }, asKaren),
    ...(correction
      ? [
          sometimes(3, {
            type: 'answerCorrection',
            input: { correctionId: correction.correctionId, outcome: 'partly', answer: 'Rettet til.' },
          }),
        ]
      : []),
    sometimes(1, { type: 'askAboutLook', input: { look: 'Leder, i går', words: 'Hvorfor?' } }, asKaren),
    ...(question
      ? [
          sometimes(
            3,
            {
              type: 'answerLookQuestion',
              input: { questionId: question.questionId, justified: detail % 2 > 0, answer: 'Afløsning.' },
            },
            asLeader,
          ),
        ]
      : []),
  ]
}
