/** Everything that happened in the case, the newest first. */
import { plainDay } from '../i18n/dates.ts'
import type { CaseContext } from '../platform/context.ts'
import { Timeline } from '../ui/parts.tsx'
import { casePageOf } from './case-frame.tsx'
import { eventInWords } from './event-words.ts'
import { sharedWords } from './words.ts'

export function timeline(c: CaseContext): Promise<Response> {
  const s = sharedWords(c.language)
  return casePageOf(c, s.timeline, ({ userName }) => (
    <Timeline
      happenings={[...c.case.history].reverse().map((event) => ({
        when: plainDay(event.occurredOn, c.language),
        what: <span class="hv-pre">{eventInWords(event, c)}</span>,
        by: event.actor.kind === 'staff' ? s.by(userName(event.actor.userId)) : undefined,
      }))}
    />
  ))
}
