import { z } from 'zod'
import { LetterId, PartId } from '../../identity.ts'
import { CalendarDay } from '../../time/calendar-day.ts'
import { moods } from '../documentation/events.ts'
import { TimeOfDay } from '../schedule/events.ts'
import { StatusReport } from './report.ts'

const text = z.string().trim().min(1)

/** Who asks for a follow-up before the year is over (K2.3-2): anybody around the person. */
export const followUpAskers = ['citizen', 'representative', 'provider', 'caseworker', 'other'] as const

/** What makes it needed now. */
export const followUpTriggers = [
  'wellbeing',
  'moreSupport',
  'lessSupport',
  'days',
  'place',
  'goals',
  'transport',
  'other',
] as const
export type FollowUpTrigger = (typeof followUpTriggers)[number]

export const meetingParticipants = [
  'citizen',
  'companion',
  'representative',
  'contactPerson',
  'provider',
  'caseworker',
  'interpreter',
] as const
export type MeetingParticipant = (typeof meetingParticipants)[number]

/** When and where, in words that a person can find the way by. */
export const Appointment = z.object({ day: CalendarDay, starts: TimeOfDay, ends: TimeOfDay, place: text })
export type Appointment = z.infer<typeof Appointment>

/** What the citizen is asked before the meeting, in their own words. None has to be answered. */
export const meetingQuestions = ['goesWell', 'isHard', 'wantsToChange', 'goals', 'wantsToTalkAbout'] as const
export type MeetingQuestion = (typeof meetingQuestions)[number]

export const Preparation = z.object({
  answers: z.array(
    z
      .object({
        question: z.enum(meetingQuestions),
        mood: z.enum(moods).optional(),
        words: text.optional(),
      })
      .refine(({ mood, words }) => mood !== undefined || words !== undefined, 'something was said'),
  ),
  /** Whom they bring along, as they name them. */
  companion: text.optional(),
})

/** How far a goal has come, whether it was to improve, to keep up or to lose less. */
export const goalResults = ['reached', 'partly', 'notReached'] as const
export type GoalResult = (typeof goalResults)[number]

/** What the follow-up leads to. Only the last says that the need is another one, and it changes nothing by itself. */
export const onwards = ['asIs', 'adjustedGoals', 'reassessment'] as const
export type Onward = (typeof onwards)[number]

/** FFB's three results of a follow-up; the codes stand in `vocabulary/ffb.ts`. */
export const interventionResults = ['continue', 'endAndReferToNew', 'end'] as const
export type InterventionResult = (typeof interventionResults)[number]

/** Beside the citizen's view, which is asked for at the meeting itself. */
export const TookPart = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('yes'), said: text }),
  z.object({ kind: z.literal('no'), because: text }),
])
export type TookPart = z.infer<typeof TookPart>

/** What the handlekommune looks after at a follow-up (SEL § 148): each is answered. */
export const supervisionQuestions = ['getsDecided', 'towardsGoals', 'asItShouldBe'] as const
export type SupervisionQuestion = (typeof supervisionQuestions)[number]
export const supervisionAnswers = ['yes', 'partly', 'no'] as const
export type SupervisionAnswer = (typeof supervisionAnswers)[number]

/** Whether the citizen gets what was decided, whether it works towards the goals and is as it should be; and what is done where not. */
export const PersonalSupervision = z
  .object({
    getsDecided: z.enum(supervisionAnswers),
    towardsGoals: z.enum(supervisionAnswers),
    asItShouldBe: z.enum(supervisionAnswers),
    action: text.optional(),
  })
  .refine((found) => found.action !== undefined || supervisionQuestions.every((q) => found[q] === 'yes'), {
    path: ['action'],
  })
export type PersonalSupervision = z.infer<typeof PersonalSupervision>

export const followUpEvents = {
  /** Somebody says that a follow-up is needed now, and why (K2.3-2). */
  followUpAskedFor: z.object({
    orderId: PartId,
    askedBy: z.enum(followUpAskers),
    trigger: z.enum(followUpTriggers),
    words: text,
  }),
  statusMeetingCalled: Appointment.extend({
    meetingId: PartId,
    orderId: PartId,
    participants: z.array(z.enum(meetingParticipants)).min(1),
    /** Anybody else, in words. */
    others: text.optional(),
    letterId: LetterId,
  }),
  statusMeetingMoved: Appointment.extend({ meetingId: PartId, because: text, letterId: LetterId }),
  statusMeetingCancelled: z.object({ meetingId: PartId, because: text, letterId: LetterId }),
  /** The citizen, or who acts for them, asks for another time. */
  anotherTimeAskedFor: z.object({ meetingId: PartId, words: text }),
  /** It cannot be moved, and why: one answer to that wish. Moving or cancelling it is another. */
  meetingTimeKept: z.object({ meetingId: PartId, because: text }),
  /** What the citizen wants to say. A later one replaces it wholly. */
  meetingPrepared: Preparation.extend({ meetingId: PartId }),
  /** The provider's report before the meeting (K2.2b-4), as it was gathered on the day it was sent. */
  statusReportSent: StatusReport.extend({ meetingId: PartId, orderId: PartId }),
  /** The need is assessed (K2.3-1): goal by goal, with what it leads to. */
  followUpConcluded: z.object({
    meetingId: PartId,
    orderId: PartId,
    citizen: TookPart,
    minutes: text,
    goals: z.array(
      z.object({
        goalId: PartId,
        /** As it read that day. */
        text,
        result: z.enum(goalResults),
        level: z.int().min(0).max(4).optional(),
        words: text.optional(),
      }),
    ),
    onward: z.enum(onwards),
    because: text,
    result: z.enum(interventionResults),
    /** Why it was concluded without the provider's report. */
    withoutReport: text.optional(),
    /** Personal supervision as part of it. Follow-ups from before it was recorded are without. */
    supervision: PersonalSupervision.optional(),
  }),
} as const
