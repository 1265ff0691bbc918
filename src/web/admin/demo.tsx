/** The demonstration's clock: which day it is, and a way forward. Only the day moves; log-ins and the journal's own times are real. */
import { addDays, addMonths, type CalendarDay, findDay } from '../../domain/time/calendar-day.ts'
import { read, write } from '../../store/connection.ts'
import {
  type Fallen,
  fallenBetween,
  findDemoClock,
  moveDemoClock,
  startDemoClock,
} from '../../store/demo-clock.ts'
import { enqueue, isQueued } from '../../store/jobs.ts'
import { actorNames } from '../i18n/clause-words.ts'
import { longDay, plainDay } from '../i18n/dates.ts'
import { defineMessages } from '../i18n/messages.ts'
import type { PageContext } from '../platform/context.ts'
import { seeOther } from '../platform/respond.tsx'
import { dateOf } from '../ui/date-field.ts'
import { DateField, ErrorSummary, type Errors, Form, Submit } from '../ui/fields.tsx'
import { Alert, Table } from '../ui/parts.tsx'
import { adminPage } from './frame.tsx'

const words = defineMessages({
  da: {
    title: 'Demonstrationens ur',
    today: (day: string) => `I demonstrationen er det ${day}.`,
    anchor: (day: string) => `Personerne er lavet, som om det var ${day}.`,
    intro:
      'Flyt dagen frem, og se frister forfalde på opgavelisterne, hos borgeren og i kvalitetsstandarden. Dagen kan ikke flyttes tilbage, for det, der er sket, står i sagerne.',
    dayForward: 'Én dag frem',
    weekForward: 'Én uge frem',
    to: 'Flyt til en dato',
    move: 'Flyt dagen',
    moved: (from: string, to: string) => `Dagen er flyttet fra ${from} til ${to}`,
    sweeping: 'Systemet er ved at skrive det ned, der er forfaldet. Genindlæs siden om lidt.',
    swept: 'Det, der var forfaldet, er skrevet ned, og kvitteringer for post er hentet.',
    fallen: 'Hvad dagene gjorde',
    nothing: 'Ingen frister faldt i de dage.',
    who: 'Hvem',
    broken: 'Nu overskredet',
    due: 'Frist i de dage',
    arisen: 'Nye opgaver',
    wrong: 'Skriv en dato, der findes.',
    missing: 'Skriv den dato, dagen skal flyttes til.',
    backwards: (day: string) => `Dagen kan kun flyttes frem. Vælg en dato efter ${day}.`,
    tooFar: (day: string) => `Så langt kan dagen ikke flyttes på én gang. Vælg en dato senest ${day}.`,
  },
  en: {
    title: 'The demonstration’s clock',
    today: (day: string) => `In the demonstration it is ${day}.`,
    anchor: (day: string) => `The people are made as if it were ${day}.`,
    intro:
      'Move the day forward and see dates fall due on the worklists, with the citizen and in the quality standard. The day cannot be moved back, for what has happened stands in the cases.',
    dayForward: 'One day forward',
    weekForward: 'One week forward',
    to: 'Move to a date',
    move: 'Move the day',
    moved: (from: string, to: string) => `The day was moved from ${from} to ${to}`,
    sweeping: 'The system is writing down what fell due. Reload the page in a moment.',
    swept: 'What had fallen due is written down, and receipts for post are collected.',
    fallen: 'What the days did',
    nothing: 'No deadlines fell on those days.',
    who: 'Who',
    broken: 'Now overdue',
    due: 'Due on those days',
    arisen: 'New tasks',
    wrong: 'Write a date that exists.',
    missing: 'Write the date that the day is to be moved to.',
    backwards: (day: string) => `The day only moves forward. Choose a date after ${day}.`,
    tooFar: (day: string) => `The day cannot be moved that far at once. Choose a date no later than ${day}.`,
  },
})

/** So that a slip of the finger does not end the demonstration in another century. */
const mostMonths = 12

export async function showDemo(c: PageContext, errors: Errors = {}): Promise<Response> {
  const say = words(c.language)
  const from = findDay(c.query.get('fra') ?? '')
  const moved = from !== undefined && from < c.today
  const { clock, fallen, sweeping } = await read(c.house.db, c.scope, async (tx) => {
    const [clock, fallen, sweep, receipts] = await Promise.all([
      findDemoClock(tx),
      moved ? fallenBetween(tx, from, c.today) : [],
      isQueued(tx, 'sweep'),
      isQueued(tx, 'collect-receipts'),
    ])
    return { clock, fallen, sweeping: sweep || receipts }
  })
  return adminPage(
    c,
    'demo',
    say.title,
    <>
      <ErrorSummary errors={errors} language={c.language} />
      {moved && (
        <Alert kind="success" title={say.moved(plainDay(from, c.language), plainDay(c.today, c.language))}>
          {sweeping ? say.sweeping : say.swept}
        </Alert>
      )}
      <p>
        <strong>{say.today(longDay(c.today, c.language))}</strong>{' '}
        {clock && say.anchor(plainDay(clock.anchor, c.language))}
      </p>
      <p>{say.intro}</p>
      {moved && (
        <>
          <h2>{say.fallen}</h2>
          <FallenTable c={c} fallen={fallen} />
        </>
      )}
      <Form action="/admin/demo" csrf={c.csrf}>
        <div class="hv-actions">
          <Submit name="frem" value="dag" look="secondary">
            {say.dayForward}
          </Submit>
          <Submit name="frem" value="uge" look="secondary">
            {say.weekForward}
          </Submit>
        </div>
      </Form>
      <Form action="/admin/demo" csrf={c.csrf}>
        <DateField name="dato" label={say.to} language={c.language} typed={c.form.values} errors={errors} />
        <Submit>{say.move}</Submit>
      </Form>
    </>,
    Object.keys(errors).length > 0 ? 422 : 200,
  )
}

function FallenTable({ c, fallen }: { readonly c: PageContext; readonly fallen: readonly Fallen[] }) {
  const say = words(c.language)
  const names = actorNames(c.language)
  return (
    <Table
      caption={say.fallen}
      rows={fallen}
      empty={<p>{say.nothing}</p>}
      columns={[
        { heading: say.who, title: say.who, cell: ({ actor }) => names[actor] },
        { heading: say.broken, title: say.broken, cell: ({ broken }) => broken },
        { heading: say.due, title: say.due, cell: ({ fellDue }) => fellDue },
        { heading: say.arisen, title: say.arisen, cell: ({ arisen }) => arisen },
      ]}
    />
  )
}

type Asked = CalendarDay | 'wrong' | undefined

const askedFor = (c: PageContext): Asked => {
  const step = c.form.text('frem')
  if (step === 'dag') return addDays(c.today, 1)
  if (step === 'uge') return addDays(c.today, 7)
  return dateOf(c.form, 'dato')
}

/** What is wrong with a day to move to; undefined when it can be moved there. */
export function problemOf(
  to: Asked,
  today: CalendarDay,
  language: PageContext['language'],
): string | undefined {
  const say = words(language)
  const last = addMonths(today, mostMonths)
  if (to === undefined) return say.missing
  if (to === 'wrong') return say.wrong
  if (to <= today) return say.backwards(plainDay(today, language))
  return to > last ? say.tooFar(plainDay(last, language)) : undefined
}

/** Moves the day, and queues in the same transaction what the passing of days causes. */
export async function moveDay(c: PageContext): Promise<Response> {
  const to = askedFor(c)
  const problem = problemOf(to, c.today, c.language)
  if (problem !== undefined || to === undefined || to === 'wrong') return showDemo(c, { dato: problem ?? '' })
  const municipality = c.municipality.code
  await write(c.house.db, { municipality, viewer: { kind: 'system' } }, async (tx) => {
    await startDemoClock(tx, c.today)
    // Somebody else may have moved it further meanwhile: then it stays where they put it.
    if (!(await moveDemoClock(tx, to))) return
    for (const job of ['sweep', 'collect-receipts'] as const)
      await enqueue(tx, job, {}, { key: `${job}:${municipality}` })
  })
  return seeOther(`/admin/demo?fra=${c.today}`)
}
