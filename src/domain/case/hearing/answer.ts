import type { Hearing, HearingAnswer } from '../case-file.ts'

/** What the citizen said themselves, or what was said for them: the one never stands for the other. */
export const answerOf = (hearing: Hearing, by: HearingAnswer['by']): HearingAnswer | undefined =>
  hearing.answers.find((answer) => answer.by === by)
