/** What the place has written and offered, as the caseworker reads it: each order with its notes (K2.2b-3). */
import { everydayOf } from '../../casework/read-everyday.ts'
import { GoalsAndPlan } from '../everyday/goals.tsx'
import { NoteList, notesInWords } from '../everyday/note-list.tsx'
import { OrderedAndGiven } from '../everyday/ordered-and-given.tsx'
import { everydayWords } from '../everyday/words.ts'
import { defineMessages } from '../i18n/messages.ts'
import type { CaseContext } from '../platform/context.ts'
import { choicesInWords } from '../provider/participation-page.tsx'
import { casePageOf } from './case-frame.tsx'
import { sharedWords } from './words.ts'

const words = defineMessages({
  da: { none: 'Borgeren er ikke startet i et tilbud endnu.', chosen: 'Valg og svar' },
  en: { none: 'The citizen has not started anywhere yet.', chosen: 'Choices and answers' },
})

export function dailyNotes(c: CaseContext): Promise<Response> {
  const t = words(c.language)
  const e = everydayWords(c.language)
  const { file } = c.case
  const orders = file.orders.filter((o) => o.started !== undefined || o.dailyNotes.length > 0).toReversed()
  return casePageOf(c, sharedWords(c.language).documentation, ({ userName }) => (
    <>
      {orders.length === 0 && <p>{t.none}</p>}
      {orders.map((order) => {
        const everyday = everydayOf(file, order)
        const choices = choicesInWords(everyday, c.language)
        return (
          <section>
            <h2>{c.municipality.providerName(order.content.provider)}</h2>
            <OrderedAndGiven
              everyday={everyday}
              content={order.content}
              today={c.today}
              language={c.language}
            />
            {choices.length > 0 && (
              <>
                <h2>{t.chosen}</h2>
                <ul>
                  {choices.map((line) => (
                    <li>{line}</li>
                  ))}
                </ul>
              </>
            )}
            <GoalsAndPlan everyday={everyday} naming={{ language: c.language, userName }} />
            <h2>{e.notes}</h2>
            <NoteList
              notes={notesInWords(everyday, { language: c.language, userName })}
              empty={e.noNotes}
              language={c.language}
            />
          </section>
        )
      })}
    </>
  ))
}
