/** Assessment, hearing, delay notice and decision. */
import { addDays, latest } from '../../domain/time/calendar-day.ts'
import { deadlineFor } from '../../domain/time/deadline.ts'
import { assessmentOf, otherPossibilitiesOf } from '../assessment.ts'
import { draftOf, hearingParagraphs, viewOf } from '../decision.ts'
import { asCitizen, asStaff, nextWorkingDay, type Scene } from '../scene.ts'
import type { Act, Moment } from '../story.ts'

/** The day of the decision: when it was meant to be, but never before a silent party's time is up. */
export function decisionDay({ path, citizen, after, parameters }: Scene) {
  const meant = after(path.decidedAfter)
  if (path.hearing !== 'silent') return meant
  const { due } = deadlineFor('PARTY_HEARING_DUE', after(21), {
    parameters,
    channel: citizen.onPaper ? 'paper' : 'digital',
  })
  return latest(meant, nextWorkingDay(addDays(due, 2)))
}

export function decidingActs(scene: Scene): readonly Act[] {
  const { cast, path, citizen, caseworker, after, chance, parameters } = scene
  const me = asStaff(caseworker)
  const acts: Act[] = []
  if (path.delayNotice !== undefined) acts.push(delayAct(scene, path.delayNotice))
  acts.push(
    {
      day: after(18),
      stage: 'assessed',
      by: me,
      does: () => ({ type: 'assessTargetGroup', input: assessmentOf(scene) }),
    },
    {
      day: after(18),
      stage: 'assessed',
      by: me,
      does: () => ({ type: 'considerOtherPossibilities', input: otherPossibilitiesOf(scene) }),
    },
  )
  if (path.outcome !== 'refusal') acts.push(goalsAct(scene))
  if (path.hearing !== undefined)
    acts.push({
      day: after(21),
      stage: 'heard',
      by: me,
      does: () => ({ type: 'sendHearing', input: { paragraphs: hearingParagraphs(scene) } }),
    })
  if (path.hearing === 'answered')
    acts.push({
      day: after(29),
      stage: 'heard',
      by: citizen.onPaper ? me : asCitizen(citizen),
      does: async ({ look, today }) => {
        const file = await look()
        const hearing = file.proceedings.at(-1)?.hearings.at(-1)
        return (
          hearing && {
            type: 'answerHearing',
            input: {
              hearingId: hearing.hearingId,
              by: 'citizen',
              channel: citizen.onPaper ? 'phone' : 'web',
              answers: hearing.paragraphs.map((_, paragraph) => ({
                paragraph,
                agrees: paragraph === 0,
                ...(paragraph > 0 && {
                  inWords: viewOf(scene).answered,
                }),
              })),
              answeredOn: today,
            },
          }
        )
      },
    })
  const day = decisionDay(scene)
  const draft = async ({ look, terms, today }: Moment) => draftOf(scene, await look(), terms, today)
  // Where the standard asks for a second pair of eyes, the decision is another's to approve.
  const approved = parameters.secondPairOfEyes
  if (path.until === 'proposed' || approved)
    acts.push({
      day,
      stage: 'proposed',
      by: me,
      does: async (moment) => ({ type: 'proposeDecision', input: { draft: await draft(moment) } }),
    })
  acts.push({
    day,
    stage: 'decided',
    by: approved ? asStaff(cast.manager) : me,
    does: async (moment) =>
      approved
        ? { type: 'approveDecision', input: {} }
        : { type: 'issueDecision', input: { draft: await draft(moment) } },
  })
  if (!citizen.onPaper && chance.happens(0.6))
    acts.push({
      day: nextWorkingDay(addDays(day, 1)),
      stage: 'decided',
      by: asCitizen(citizen),
      does: async ({ look }) => {
        const file = await look()
        const letter = file.letters.findLast((l) => l.kind === 'decision')
        const copy = letter?.copies.find((c) => c.recipient === citizen.personId)
        return letter && copy?.delivered && !copy.opened
          ? { type: 'openLetter', input: { letterId: letter.letterId, by: citizen.personId } }
          : undefined
      },
    })
  return acts.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
}

function delayAct(scene: Scene, when: 'inTime' | 'late'): Act {
  const { after, caseworker } = scene
  const reasons = [
    'Vi mangler en udtalelse, som er vigtig for sagen. Vi har rykket for den.',
    'Din samtale blev flyttet på grund af sygdom, og vi vil gerne tale med dig, før vi afgør sagen.',
  ] as const
  return {
    day: after(when === 'inTime' ? 34 : 45),
    stage: 'opened',
    by: asStaff(caseworker),
    does: () => ({
      type: 'issueDelayNotice',
      input: { newDate: after(when === 'inTime' ? 63 : 70), reason: scene.chance.pick(reasons) },
    }),
  }
}

function goalsAct(scene: Scene): Act {
  const { profile, after, caseworker, say, chance } = scene
  const goals = profile.goals.map(({ words, ...goal }) => ({
    ...goal,
    text: say(goal.text),
    citizensWords: words,
  }))
  return {
    day: after(19),
    stage: 'assessed',
    by: asStaff(caseworker),
    does: async ({ look }) =>
      (await look()).planAnswer?.answer === 'yes'
        ? {
            type: 'makeActionPlan',
            input: {
              purpose: chance.pick(profile.purpose),
              intervention: chance.pick(profile.intervention),
              expectedDuration: 'Indtil videre, med opfølgning mindst en gang om året.',
              otherMatters: 'Støtten i hjemmet fortsætter. Lægen har ikke andre forslag.',
              goals,
            },
          }
        : { type: 'setGoals', input: { goals } },
  }
}
