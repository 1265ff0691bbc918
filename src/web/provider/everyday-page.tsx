/** What a person's days at the place have held: the notes, of one goal or of all, and what was ordered beside what was given. */
import { readEveryday } from '../../casework/read-everyday.ts'
import { NoteList, notesInWords } from '../everyday/note-list.tsx'
import { OrderedAndGiven } from '../everyday/ordered-and-given.tsx'
import { everydayWords } from '../everyday/words.ts'
import type { OrderContext } from '../platform/context.ts'
import { errorPage } from '../platform/error-page.tsx'
import { Alert, LinkButton, Tabs } from '../ui/parts.tsx'
import { noteWords } from './note-words.ts'
import { orderFrame } from './order-page.tsx'
import { isAnswered, orderHref, personHref } from './orders.ts'
import { readOrder, userName } from './read-orders.ts'

export async function showNotes(c: OrderContext): Promise<Response> {
  const t = noteWords(c.language)
  const e = everydayWords(c.language)
  const found = await readOrder(c)
  const everyday = found && (await readEveryday(c.house, c.municipality.code, found.order))
  if (found === undefined || everyday === undefined || !isAnswered(found.order))
    return errorPage(c, 404, { about: 'order' })
  const { order, colleagues } = found
  const goal = everyday.goals.find((g) => g.goalId === c.query.get('maal'))
  const notes = notesInWords(
    everyday,
    { language: c.language, userName: (id) => userName(colleagues, id) },
    goal?.goalId,
  )
  const here = personHref(order, '/noter')
  return orderFrame(
    c,
    found,
    { title: t.person, back: '/tilbud/overblik' },
    <>
      {c.query.has('gemt') && (
        <Alert kind="success">
          <p>{t.saved}</p>
        </Alert>
      )}
      <div class="hv-actions">
        <LinkButton href={personHref(order, '/note')}>{t.writeNote}</LinkButton>
      </div>
      <ul class="hv-links">
        <li>
          <a href={personHref(order, '/aktiviteter')}>{t.toActivities}</a>
        </li>
        <li>
          <a href={orderHref(order)}>{t.toOrder}</a>
        </li>
      </ul>
      <OrderedAndGiven everyday={everyday} content={order.content} today={c.today} language={c.language} />
      <h2>{e.notes}</h2>
      <Tabs
        label={e.filter}
        tabs={[
          { href: here, text: e.allGoals, current: goal === undefined },
          ...everyday.goals.map((g) => ({
            href: `${here}?maal=${g.goalId}`,
            text: g.text,
            current: g.goalId === goal?.goalId,
          })),
        ]}
      />
      <NoteList
        notes={notes}
        empty={goal ? e.noNotesOfGoal : e.noNotes}
        language={c.language}
        correctAt={(noteId) => personHref(order, `/note?retter=${noteId}`)}
      />
    </>,
  )
}
