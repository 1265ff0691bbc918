/** Cases given to a caseworker, several at once: each by a command of its own, and each tells how it went. */
import { fullName } from '../../casework/people.ts'
import { isConflict, perform } from '../../casework/perform.ts'
import { UserId } from '../../domain/identity.ts'
import { isRefusal } from '../../domain/refusal.ts'
import { currentStandard } from '../../standards/municipality.ts'
import { type CaseEntry, findCasesByNumbers, openCases } from '../../store/cases.ts'
import { read } from '../../store/connection.ts'
import { findPersons, type Person } from '../../store/persons.ts'
import { listUsers, type StaffUser } from '../../store/users.ts'
import { shortDay } from '../i18n/dates.ts'
import { markerOfDate } from '../i18n/deadline-marker.ts'
import { phaseInWords } from '../i18n/phases.ts'
import { refusalInWords } from '../i18n/refusals.ts'
import type { PageContext } from '../platform/context.ts'
import { html } from '../platform/respond.tsx'
import { ErrorSummary, type Errors, Form, Select, Submit } from '../ui/fields.tsx'
import { Mark } from '../ui/mark.tsx'
import { BackLink, StatusMarker, Table, Tabs } from '../ui/parts.tsx'
import { ManagementTabs } from './frame.tsx'
import { caseworkersOf } from './overview.tsx'
import { managementWords } from './words.ts'

const most = 100

type View = 'ufordelt' | 'over-fristen' | 'alle'
type Wanted = { readonly view: View; readonly at: UserId | undefined }

function wantedOf({ query }: PageContext): Wanted {
  const at = UserId.safeParse(query.get('hos') ?? '')
  if (at.success) return { view: 'alle', at: at.data }
  const view = (['over-fristen', 'alle'] as const).find((v) => v === query.get('visning'))
  return { view: view ?? 'ufordelt', at: undefined }
}

const hrefOf = ({ view, at }: Wanted): string =>
  at ? `/ledelse/fordeling?hos=${at}` : `/ledelse/fordeling?visning=${view}`

type Lists = {
  readonly cases: readonly CaseEntry[]
  readonly people: readonly Person[]
  readonly users: readonly StaffUser[]
}

function readLists(c: PageContext, { view, at }: Wanted): Promise<Lists> {
  const { unit } = c.asking.subject
  return read(c.house.db, c.scope, async (tx) => {
    const [cases, users] = await Promise.all([
      openCases(tx, {
        ...(unit && { unit }),
        ...(at ? { assignedTo: at } : view === 'ufordelt' && { assignedTo: null }),
        ...(view === 'over-fristen' && { dueBefore: c.today }),
        limit: most,
      }),
      listUsers(tx),
    ])
    const people = await findPersons(
      tx,
      cases.map((k) => k.personId),
    )
    return { cases, people, users }
  })
}

const nameIn = (people: readonly Person[], { personId, caseNumber }: CaseEntry): string => {
  const person = people.find((p) => p.personId === personId)
  return person ? fullName(person) : caseNumber
}

/** A case's own command, and what its row rests on, go along hidden with its box. */
const Box = ({ entry, name, c }: { entry: CaseEntry; name: string; c: PageContext }) => {
  const { caseNumber, version } = entry
  const sent = c.form.values
  const checked = c.form.all('sag').includes(caseNumber) || c.query.get('vaelg') === 'alle'
  return (
    <div class="form-group-checkbox">
      <input
        class="form-checkbox"
        type="checkbox"
        id={`sag-${caseNumber}`}
        name="sag"
        value={caseNumber}
        checked={checked}
      />
      <label for={`sag-${caseNumber}`}>
        {name} <span class="hv-by">{caseNumber}</span>
      </label>
      <input
        type="hidden"
        name={`kommando-${caseNumber}`}
        value={sent[`kommando-${caseNumber}`]?.[0] ?? c.house.newId()}
      />
      <input
        type="hidden"
        name={`set-${caseNumber}`}
        value={sent[`set-${caseNumber}`]?.[0] ?? String(version)}
      />
    </div>
  )
}

export async function showAssignment(c: PageContext, errors: Errors = {}): Promise<Response> {
  const t = managementWords(c.language)
  const wanted = wantedOf(c)
  const { cases, people, users } = await readLists(c, wanted)
  const names = new Map(users.map((u) => [u.userId, u.name]))
  const soon = currentStandard(c.municipality).parameters.dueSoonWorkingDays.value
  const empty = { ufordelt: t.noneUnassigned, 'over-fristen': t.noneOverdue, alle: t.noneOpen }[wanted.view]
  const texts = { ufordelt: t.unassigned, 'over-fristen': t.overdue, alle: t.allCases }
  const href = hrefOf(wanted)
  return html(
    c,
    t.assignment,
    <>
      <ErrorSummary errors={errors} language={c.language} />
      <h1>{t.assignment}</h1>
      <ManagementTabs c={c} current="/fordeling" />
      <Tabs
        label={t.views}
        tabs={(Object.keys(texts) as View[]).map((view) => ({
          href: hrefOf({ view, at: undefined }),
          text: texts[view],
          current: wanted.at === undefined && view === wanted.view,
        }))}
      />
      {wanted.at && <h2>{names.get(wanted.at) ?? t.caseworker}</h2>}
      {cases.length === most && <p>{t.onlyFirst(most)}</p>}
      <Form action={href} csrf={c.csrf}>
        {cases.length > 0 && (
          <p>
            <a href={`${href}&vaelg=alle`}>{t.chooseAll}</a>
            {' · '}
            <a href={href}>{t.chooseNone}</a>
          </p>
        )}
        <div id="f-sag" tabindex={-1} class={errors.sag ? 'form-group form-error' : undefined}>
          {errors.sag && <span class="form-error-message">{errors.sag}</span>}
          <Table
            caption={texts[wanted.view]}
            rows={cases}
            empty={<p>{empty}</p>}
            columns={[
              {
                heading: t.case,
                title: t.case,
                cell: (entry) => <Box entry={entry} name={nameIn(people, entry)} c={c} />,
              },
              {
                heading: t.received,
                title: t.received,
                cell: ({ receivedOn }) => shortDay(receivedOn, c.language),
              },
              {
                heading: t.decisionDue,
                title: t.decisionDue,
                sorted: 'ascending',
                cell: ({ decisionDueOn }) =>
                  decisionDueOn ? (
                    <>
                      {`${shortDay(decisionDueOn, c.language)} `}
                      <StatusMarker marker={markerOfDate(decisionDueOn, c.today, soon, c.language)} />
                    </>
                  ) : (
                    '–'
                  ),
              },
              {
                heading: t.now,
                title: t.now,
                cell: ({ assignedTo }) => (assignedTo ? (names.get(assignedTo) ?? '–') : t.nobody),
              },
              { heading: t.phase, title: t.phase, cell: ({ phase }) => phaseInWords(phase, c.language) },
            ]}
          />
        </div>
        {cases.length > 0 && (
          <>
            <Select
              name="til"
              label={t.assignTo}
              empty={t.choose}
              value={c.form.text('til')}
              options={caseworkersOf(users, c.asking.subject.unit).map((u) => ({
                value: u.userId,
                label: u.name,
              }))}
              errors={errors}
            />
            <Submit>{t.assign}</Submit>
          </>
        )}
      </Form>
    </>,
    Object.keys(errors).length > 0 ? 422 : 200,
  )
}

type Outcome = {
  readonly caseNumber: string
  readonly name: string
  readonly done: boolean
  readonly words: string
}

/** Sent again, each case answers what it answered the first time: the page can be reloaded. */
export async function assignChosen(c: PageContext): Promise<Response> {
  const t = managementWords(c.language)
  const numbers = [...new Set(c.form.all('sag'))].slice(0, most)
  const { entries, people, users } = await read(c.house.db, c.scope, async (tx) => {
    const [entries, users] = await Promise.all([findCasesByNumbers(tx, numbers), listUsers(tx)])
    return {
      entries,
      users,
      people: await findPersons(
        tx,
        entries.map((k) => k.personId),
      ),
    }
  })
  const to = caseworkersOf(users, c.asking.subject.unit).find((u) => u.userId === c.form.text('til'))
  if (numbers.length === 0 || to === undefined)
    return showAssignment(c, {
      ...(numbers.length === 0 && { sag: t.needCases }),
      ...(to === undefined && { til: t.needCaseworker }),
    })
  const outcomes: Outcome[] = []
  // One after the other: each case is a transaction of its own, and one that is refused holds up no other.
  for (const caseNumber of numbers) {
    const entry = entries.find((k) => k.caseNumber === caseNumber)
    const words = entry ? await assignOne(c, entry, to) : t.notFound
    outcomes.push({
      caseNumber,
      name: entry ? nameIn(people, entry) : caseNumber,
      done: words === undefined,
      words: words ?? t.doneTo(to.name),
    })
  }
  return resultPage(c, outcomes)
}

/** Undefined when it was done, otherwise why not. */
async function assignOne(c: PageContext, entry: CaseEntry, to: StaffUser): Promise<string | undefined> {
  const seen = Number(c.form.text(`set-${entry.caseNumber}`))
  const done = await perform(c.house, c.asking, {
    caseId: entry.caseId,
    command: { type: 'assignCase', input: { unit: entry.unit, userId: to.userId } },
    commandId: c.form.text(`kommando-${entry.caseNumber}`) ?? c.house.newId(),
    ...(Number.isInteger(seen) && seen > 0 && { basedOn: seen }),
  })
  if (isConflict(done)) return managementWords(c.language).conflict
  return isRefusal(done) ? refusalInWords(done, c.language) : undefined
}

function resultPage(c: PageContext, outcomes: readonly Outcome[]): Response {
  const t = managementWords(c.language)
  const done = outcomes.filter((o) => o.done).length
  return html(
    c,
    t.result,
    <>
      <BackLink href={hrefOf(wantedOf(c))} language={c.language} text={t.back} />
      <h1>{t.result}</h1>
      <p role="status">{t.resultOf(done, outcomes.length)}</p>
      <Table
        caption={t.result}
        rows={outcomes}
        empty={t.noneOpen}
        columns={[
          {
            heading: t.case,
            title: t.case,
            cell: ({ caseNumber, name }) => (
              <>
                {name} <a href={`/myndighed/sager/${caseNumber}`}>{caseNumber}</a>
              </>
            ),
          },
          {
            heading: t.outcome,
            title: t.outcome,
            cell: (o) => (
              <span class={`hv-mark-${o.done ? 'kept' : 'broken'}`}>
                <Mark shape={o.done ? 'check' : 'square'} /> {o.words}
              </span>
            ),
          },
        ]}
      />
    </>,
    done === 0 ? 409 : 200,
  )
}
