/** Search by case number, name or CPR number. What is searched for is posted and never stands in an address. */

import { fullName } from '../../casework/people.ts'
import { findCpr } from '../../domain/person/cpr.ts'
import { logAccess } from '../../store/access-log.ts'
import { findOpening, openOtherCase } from '../../store/case-openings.ts'
import { type CaseEntry, casesOfPersons, findCaseByNumber } from '../../store/cases.ts'
import { read, write } from '../../store/connection.ts'
import { findPersonByCpr, findPersons, type Person, searchPersons } from '../../store/persons.ts'
import { plainDay } from '../i18n/dates.ts'
import { defineMessages } from '../i18n/messages.ts'
import type { PageContext } from '../platform/context.ts'
import { errorPage } from '../platform/error-page.tsx'
import { noteLooks } from '../platform/looks.ts'
import { html, seeOther } from '../platform/respond.tsx'
import { ErrorSummary, type Errors, Form, Submit, TextArea, TextField } from '../ui/fields.tsx'
import { Alert, Table } from '../ui/parts.tsx'

const words = defineMessages({
  da: {
    title: 'Søg',
    what: 'Navn, sagsnummer eller CPR-nummer',
    hint: 'Begyndelsen af navnet er nok. Søgningen bliver logget.',
    button: 'Søg',
    none: 'Ingen fundet. Prøv en anden stavemåde.',
    results: 'Resultater',
    name: 'Navn',
    born: 'Født',
    cases: 'Sager',
    noCases: 'Ingen sag',
    openTitle: 'Åbn en sag uden for din enhed',
    openText:
      'Sagen hører ikke til din enhed. Skriv, hvorfor du skal bruge den. Borgeren kan se, at du har åbnet den, og hvorfor.',
    reason: 'Begrundelse',
    open: 'Åbn sagen',
    needReason: 'Skriv en begrundelse.',
  },
  en: {
    title: 'Search',
    what: 'Name, case number or CPR number',
    hint: 'The beginning of the name is enough. The search is logged.',
    button: 'Search',
    none: 'Nobody found. Try another spelling.',
    results: 'Results',
    name: 'Name',
    born: 'Born',
    cases: 'Cases',
    noCases: 'No case',
    openTitle: 'Open a case outside your unit',
    openText:
      'The case is not your unit’s. Write why you need it. The citizen can see that you opened it, and why.',
    reason: 'Reason',
    open: 'Open the case',
    needReason: 'Write a reason.',
  },
})

type Found = { readonly person: Person; readonly cases: readonly CaseEntry[] }

async function find(c: PageContext, text: string): Promise<readonly Found[]> {
  return read(c.house.db, c.scope, async (tx) => {
    const cpr = findCpr(text)
    const byNumber = /^\d{4}-\d{4,}$/.test(text) ? await findCaseByNumber(tx, text) : undefined
    const persons = byNumber
      ? await findPersons(tx, [byNumber.personId])
      : cpr
        ? [await findPersonByCpr(tx, cpr)].flatMap((p) => (p ? [p] : []))
        : await searchPersons(tx, text, 50)
    const cases = await casesOfPersons(
      tx,
      persons.map((p) => p.personId),
    )
    return persons.map((person) => ({ person, cases: cases.filter((k) => k.personId === person.personId) }))
  })
}

function page(c: PageContext, typed: string | undefined, found: readonly Found[] | undefined): Response {
  const t = words(c.language)
  return html(
    c,
    t.title,
    <>
      <h1>{t.title}</h1>
      <Form action="/myndighed/soeg" csrf={c.csrf}>
        <TextField name="tekst" label={t.what} hint={t.hint} value={typed} type="search" />
        <Submit>{t.button}</Submit>
      </Form>
      {found && (
        <>
          <h2>{t.results}</h2>
          <Table
            caption={t.results}
            rows={found}
            empty={<p>{t.none}</p>}
            columns={[
              { heading: t.name, title: t.name, cell: ({ person }) => fullName(person) },
              {
                heading: t.born,
                title: t.born,
                cell: ({ person }) => plainDay(person.birthDate, c.language),
              },
              {
                heading: t.cases,
                title: t.cases,
                cell: ({ cases }) =>
                  cases.length === 0
                    ? t.noCases
                    : cases.map((k) => (
                        <>
                          <a
                            href={`/myndighed/sager/${k.caseNumber}${k.unit === c.asking.subject.unit ? '' : '/aabn'}`}
                          >
                            {k.caseNumber}
                          </a>{' '}
                        </>
                      )),
              },
            ]}
          />
        </>
      )}
    </>,
  )
}

export const showSearch = (c: PageContext): Response => page(c, undefined, undefined)

export async function search(c: PageContext): Promise<Response> {
  const typed = c.form.text('tekst')
  if (typed === undefined) return page(c, undefined, undefined)
  const found = await find(c, typed)
  noteLooks(
    c,
    'authority.search.post',
    found.map(({ person }) => ({ personId: person.personId })),
  )
  return page(c, typed, found)
}

/** Break-glass: another unit's case, with a reason that the citizen can read. For the working day. */
export function showOpening(c: PageContext, errors: Errors = {}): Response {
  const t = words(c.language)
  return html(
    c,
    t.openTitle,
    <>
      <ErrorSummary errors={errors} language={c.language} />
      <h1>{t.openTitle}</h1>
      <Alert kind="warning">{t.openText}</Alert>
      <Form action={c.path} csrf={c.csrf}>
        <TextArea name="reason" label={t.reason} value={c.form.text('reason')} errors={errors} />
        <Submit>{t.open}</Submit>
      </Form>
    </>,
    Object.keys(errors).length > 0 ? 422 : 200,
  )
}

/** Whoever may see the case already is sent on to it. */
export async function askToOpen(c: PageContext): Promise<Response> {
  const { userId, unit } = c.asking.subject
  const open = await read(c.house.db, c.scope, async (tx) => {
    const entry = await findCaseByNumber(tx, c.parameter('caseNumber'))
    if (entry === undefined || userId === undefined) return undefined
    const own = unit !== undefined && entry.unit === unit
    return own || (await findOpening(tx, userId, entry.caseId, c.house.now())) ? entry : undefined
  })
  return open ? seeOther(`/myndighed/sager/${open.caseNumber}`) : showOpening(c)
}

const openHours = 8

export async function openCase(c: PageContext): Promise<Response> {
  const reason = c.form.text('reason')
  if (reason === undefined) return showOpening(c, { reason: words(c.language).needReason })
  const { userId } = c.asking.subject
  const entry = await read(c.house.db, c.scope, (tx) => findCaseByNumber(tx, c.parameter('caseNumber')))
  if (entry === undefined || userId === undefined) return errorPage(c, 404)
  const now = c.house.now()
  const scope = { municipality: c.municipality.code, viewer: { kind: 'system' } } as const
  await write(c.house.db, scope, async (tx) => {
    await openOtherCase(tx, {
      userId,
      caseId: entry.caseId,
      reason,
      openedAt: now,
      until: new Date(now.getTime() + openHours * 3_600_000),
    })
    await logAccess(tx, [
      {
        id: c.house.newId(),
        at: now.toISOString(),
        onDay: c.today,
        actor: c.asking.actor,
        route: 'authority.open.post',
        caseId: entry.caseId,
        personId: entry.personId,
        purpose: reason,
        outcome: 'allowed',
      },
    ])
  })
  return seeOther(`/myndighed/sager/${entry.caseNumber}`)
}
