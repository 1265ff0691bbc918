/** Writing about a day (K2.2b-3): about one person, or the same about several at once. What is typed is kept as it is typed. */
import { createHash } from 'node:crypto'
import { isConflict, perform } from '../../casework/perform.ts'
import { type Everyday, readEveryday } from '../../casework/read-everyday.ts'
import { isOffered, type PlannedActivity } from '../../domain/activity-plan.ts'
import { PartId } from '../../domain/identity.ts'
import { isRefusal } from '../../domain/refusal.ts'
import { activitiesOf } from '../../store/activities.ts'
import { read } from '../../store/connection.ts'
import type { DraftKey } from '../../store/drafts.ts'
import { plainDay } from '../i18n/dates.ts'
import { refusalInWords } from '../i18n/refusals.ts'
import type { OrderContext, PageContext } from '../platform/context.ts'
import { errorPage } from '../platform/error-page.tsx'
import { forgetForm, KeptButtons, keepForm, recallForm, type Saved } from '../platform/kept-form.tsx'
import { html, seeOther } from '../platform/respond.tsx'
import { Checkboxes, ErrorSummary, type Errors, Form, Submit } from '../ui/fields.tsx'
import { Alert, BackLink } from '../ui/parts.tsx'
import { NoteFields, noteOf } from './note-form.tsx'
import { noteWords } from './note-words.ts'
import { orderFrame } from './order-page.tsx'
import { isAnswered, nameOf, type Order, personHref } from './orders.ts'
import { type Desk, readDesk, readOrder } from './read-orders.ts'
import { providerWords } from './words.ts'

type Kept = { readonly saved?: Saved | undefined }

const keyOf = (c: PageContext, order?: Pick<Order, 'caseId'>): DraftKey => {
  const author = c.asking.subject.userId
  if (author === undefined) throw new Error('only staff keep notes')
  return { author, form: order ? 'tilbudsnote' : 'tilbudsnote-flere', caseId: order?.caseId ?? null }
}

/** What the place offers today, to choose from. */
export async function offeredNow(c: PageContext): Promise<readonly PlannedActivity[]> {
  const { provider } = c.asking.subject
  if (provider === undefined) return []
  const all = await read(c.house.db, c.scope, (tx) => activitiesOf(tx, provider))
  return all.filter((a) => isOffered(a, c.today))
}

/** The note that this one puts right, as the address or the form names it. */
function correctedBy(c: PageContext, everyday: Everyday) {
  const id = PartId.safeParse(c.form.text('corrects') ?? c.query.get('retter') ?? undefined)
  return id.success ? everyday.dailyNotes.find((n) => n.noteId === id.data) : undefined
}

export async function showNote(
  c: OrderContext,
  errors: Errors = {},
  { saved }: Kept = {},
): Promise<Response> {
  const t = noteWords(c.language)
  const found = await readOrder(c)
  const everyday = found && (await readEveryday(c.house, c.municipality.code, found.order))
  if (found === undefined || everyday === undefined || !isAnswered(found.order))
    return errorPage(c, 404, { about: 'order' })
  const { order } = found
  const corrects = correctedBy(c, everyday)
  const kept = personHref(order, '/note/kladde')
  return orderFrame(
    c,
    found,
    { title: t.title, back: personHref(order, '/noter'), status: Object.keys(errors).length > 0 ? 422 : 200 },
    <>
      <ErrorSummary errors={errors} language={c.language} />
      {corrects && (
        <Alert kind="info">
          <p>{t.correcting(plainDay(corrects.on, c.language))}</p>
        </Alert>
      )}
      <Form
        action={personHref(order, '/note')}
        csrf={c.csrf}
        commandId={c.form.commandId ?? c.house.newId()}
        draft={kept}
      >
        {corrects && <input type="hidden" name="corrects" value={corrects.noteId} />}
        <NoteFields
          c={c}
          errors={errors}
          goals={everyday.goals}
          activities={await offeredNow(c)}
          hint={t.textHint}
        />
        <Submit>{t.save}</Submit>
        <KeptButtons c={c} to={kept} saved={saved} />
      </Form>
    </>,
  )
}

/** With what was half written, when there is something. */
export async function openNote(c: OrderContext): Promise<Response> {
  const kept = await recallForm(c, keyOf(c, c.order))
  return kept ? showNote({ ...c, form: kept.form }, {}, { saved: kept }) : showNote(c)
}

export async function saveNote(c: OrderContext): Promise<Response> {
  const { caseId, orderId } = c.order
  const key = keyOf(c, c.order)
  const corrects = PartId.safeParse(c.form.text('corrects'))
  const input = noteOf(c, { orderId, together: false, corrects: corrects.data })
  if ('errors' in input) {
    await keepForm(c, key)
    return showNote(c, input.errors)
  }
  const done = await perform(c.house, c.asking, {
    caseId,
    command: { type: 'recordDailyNote', input },
    commandId: c.form.commandId ?? c.house.newId(),
  })
  if (isConflict(done)) throw new Error('a note is never in conflict')
  if (isRefusal(done)) {
    await keepForm(c, key)
    return showNote(c, { [done.field ?? 'text']: refusalInWords(done, c.language) })
  }
  await forgetForm(c, key)
  return seeOther(personHref(c.order, '/noter?gemt'))
}

export async function keepNote(c: OrderContext): Promise<Response> {
  await (c.form.text('_forget') ? forgetForm(c, keyOf(c, c.order)) : keepForm(c, keyOf(c, c.order)))
  return seeOther(personHref(c.order, '/note'))
}

type Outcome = { readonly saved: readonly string[]; readonly refused: readonly string[] }

function manyPage(
  c: PageContext,
  desk: Desk,
  activities: readonly PlannedActivity[],
  { errors = {}, outcome, saved }: { errors?: Errors; outcome?: Outcome } & Kept,
): Response {
  const t = noteWords(c.language)
  const placed = desk.orders.filter(isAnswered)
  const wrong = Object.keys(errors).length > 0 || outcome !== undefined
  return html(
    c,
    t.titleMany,
    <>
      <BackLink href="/tilbud/overblik" language={c.language} />
      <h1>{t.titleMany}</h1>
      <ErrorSummary errors={errors} language={c.language} />
      {outcome && (
        <Alert kind="warning" title={t.notSaved}>
          <ul>
            {outcome.refused.map((line) => (
              <li>{line}</li>
            ))}
          </ul>
          {outcome.saved.length > 0 && <p>{t.savedFor(outcome.saved.join(', '))}</p>}
          <p>{t.again}</p>
        </Alert>
      )}
      {placed.length === 0 ? (
        <p>{t.nobody}</p>
      ) : (
        <Form
          action="/tilbud/note"
          csrf={c.csrf}
          commandId={c.form.commandId ?? c.house.newId()}
          draft="/tilbud/note/kladde"
        >
          <NoteFields c={c} errors={errors} goals={[]} activities={activities} hint={t.textHintMany} />
          <p>{t.goalsAlone}</p>
          <Checkboxes
            name="people"
            label={t.people}
            options={placed.map((o) => ({ value: o.orderId, label: nameIn(c, desk, o) }))}
            values={c.form.all('people')}
            errors={errors}
          />
          <Submit>{t.save}</Submit>
          <KeptButtons c={c} to="/tilbud/note/kladde" saved={saved} />
        </Form>
      )}
    </>,
    wrong ? 422 : 200,
  )
}

const nameIn = (c: PageContext, desk: Desk, order: Order): string =>
  nameOf(desk.people, order.personId) ?? providerWords(c.language).unknownPerson

export async function openNoteForMany(c: PageContext): Promise<Response> {
  const [desk, activities, kept] = await Promise.all([
    readDesk(c, 'provider.notes.many'),
    offeredNow(c),
    recallForm(c, keyOf(c)),
  ])
  return kept
    ? manyPage({ ...c, form: kept.form }, desk, activities, { saved: kept })
    : manyPage(c, desk, activities, {})
}

/** The same id for the same person each time that the form is sent: who was written about already is not written about twice. */
export function commandFor(form: string, orderId: PartId): string {
  const hash = createHash('sha256').update(`${form} ${orderId}`).digest('hex')
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-a${hash.slice(17, 20)}-${hash.slice(20, 32)}`
}

/** One command a case, each of its own: what is refused for one is saved for the others, and told by name. */
export async function saveNoteForMany(c: PageContext): Promise<Response> {
  const t = noteWords(c.language)
  const [desk, activities] = await Promise.all([readDesk(c, 'provider.notes.many.post'), offeredNow(c)])
  const chosen = new Set(c.form.all('people'))
  const orders = desk.orders.filter((o) => isAnswered(o) && chosen.has(o.orderId))
  const [first] = orders
  const tried = noteOf(c, { orderId: first?.orderId ?? PartId.parse(c.house.newId()), together: true })
  const errors = {
    ...('errors' in tried && tried.errors),
    ...(first === undefined && { people: t.needPeople }),
  }
  if (Object.keys(errors).length > 0 || 'errors' in tried) {
    await keepForm(c, keyOf(c))
    return manyPage(c, desk, activities, { errors })
  }
  const form = c.form.commandId ?? c.house.newId()
  const saved: string[] = []
  const refused: { readonly orderId: string; readonly line: string }[] = []
  // Chosen while they were here, and gone when the form was sent: told, and not passed over.
  for (const orderId of chosen)
    if (!orders.some((o) => o.orderId === orderId)) refused.push({ orderId, line: t.gone })
  for (const order of orders) {
    const done = await perform(c.house, c.asking, {
      caseId: order.caseId,
      command: { type: 'recordDailyNote', input: { ...tried, orderId: order.orderId, goals: [] } },
      commandId: commandFor(form, order.orderId),
    })
    const name = nameIn(c, desk, order)
    if (isConflict(done)) throw new Error('a note is never in conflict')
    if (isRefusal(done))
      refused.push({ orderId: order.orderId, line: t.notSavedFor(name, refusalInWords(done, c.language)) })
    else saved.push(name)
  }
  if (refused.length === 0) {
    await forgetForm(c, keyOf(c))
    return seeOther('/tilbud/overblik?gemt')
  }
  await keepForm(c, keyOf(c))
  const missing = refused.map(({ orderId }) => orderId)
  const left = { ...c, form: { ...c.form, all: (n: string) => (n === 'people' ? missing : c.form.all(n)) } }
  return manyPage(left, desk, activities, { outcome: { saved, refused: refused.map(({ line }) => line) } })
}

export async function keepNoteForMany(c: PageContext): Promise<Response> {
  await (c.form.text('_forget') ? forgetForm(c, keyOf(c)) : keepForm(c, keyOf(c)))
  return seeOther('/tilbud/note')
}
