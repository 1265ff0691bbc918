import { refuse } from '../../refusal.ts'
import { CalendarDay } from '../../time/calendar-day.ts'
import { defineCommand, only } from '../command.ts'
import { noteEvents } from './events.ts'

const happened = { happenedOn: CalendarDay }

export const noteCommands = {
  /** A note can be written from anywhere, at any time, in any case; written later than heard, it says so (OFL § 13). */
  recordNote: defineCommand({
    schema: noteEvents.noteRecorded.extend(happened),
    invalidatedBy: [],
    decide: (_file, { happenedOn, ...payload }, { today }) =>
      happenedOn > today
        ? refuse('dateInFuture', { field: 'happenedOn' })
        : only({ type: 'noteRecorded', payload, occurredOn: happenedOn }),
  }),
  registerDocument: defineCommand({
    schema: noteEvents.documentRegistered.extend(happened),
    invalidatedBy: [],
    decide: (_file, { happenedOn, ...payload }, { today }) =>
      happenedOn > today
        ? refuse('dateInFuture', { field: 'happenedOn' })
        : only({ type: 'documentRegistered', payload, occurredOn: happenedOn }),
  }),
} as const
