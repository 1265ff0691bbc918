/** The outside world of the demonstration: test persons' Digital Post and what lies at the printing centre. */
import type { FC } from 'hono/jsx'
import { mayEver } from '../../domain/access/permissions.ts'
import { PersonId } from '../../domain/identity.ts'
import { presentOn } from '../../exchange/digital-post/simulated-present.ts'
import {
  findMailbox,
  listMailboxes,
  mailboxOf,
  openMessage,
  printedLetter,
  printedLetters,
  setMailbox,
} from '../../exchange/digital-post/simulator-switches.ts'
import type { MailboxEntry } from '../../store/simulated-post.ts'
import { dayAndTime } from '../i18n/dates.ts'
import type { PageContext } from '../platform/context.ts'
import { errorPage } from '../platform/error-page.tsx'
import { file, html, seeOther } from '../platform/respond.tsx'
import { Form, Radios, Submit } from '../ui/fields.tsx'
import { Alert, BackLink, Table } from '../ui/parts.tsx'
import { outsideWords } from './words.ts'

/** It stands on every page here: nobody is to take this for what the municipality can see. */
const Outside: FC<{ readonly c: PageContext }> = ({ c }) => {
  const say = outsideWords(c.language)
  return (
    <Alert kind="warning" title={say.outside}>
      {say.outsideText}
    </Alert>
  )
}

const presentOf = (c: PageContext): Date => presentOn(c.today, c.house.now())

/** The full lists of a demonstration are some hundreds; these are the latest. */
const listed = 200

export async function showMailboxes(c: PageContext): Promise<Response> {
  const say = outsideWords(c.language)
  const { db } = c.house
  const [owners, printed] = await Promise.all([
    listMailboxes(db, c.municipality.code, presentOf(c), listed),
    printedLetters(db, c.municipality.code),
  ])
  return html(
    c,
    say.title,
    <>
      <h1>{say.title}</h1>
      <Outside c={c} />
      <h2>{say.mailboxes}</h2>
      <Table
        caption={say.mailboxes}
        rows={owners}
        empty={<p>{say.noMailboxes}</p>}
        columns={[
          {
            heading: say.owner,
            title: say.owner,
            cell: (o) => <a href={`/demo/post/${o.personId}`}>{`${o.givenName} ${o.familyName}`}</a>,
          },
          { heading: say.mailbox, title: say.mailbox, cell: ({ state }) => say.state[state] },
          { heading: say.letters, title: say.letters, cell: ({ letters }) => letters },
          { heading: say.unread, title: say.unread, cell: ({ unread }) => unread },
          {
            heading: say.latest,
            title: say.latest,
            cell: ({ lastAt }) => (lastAt === null ? '–' : dayAndTime(lastAt, c.language)),
          },
        ]}
      />
      <h2>{say.printed}</h2>
      {printed.length > 0 && <p>{say.printedText}</p>}
      <Table
        caption={say.printed}
        rows={printed.slice(0, listed)}
        empty={<p>{say.noPrinted}</p>}
        columns={[
          { heading: say.owner, title: say.owner, cell: ({ name }) => name },
          { heading: say.address, title: say.address, cell: ({ address }) => address.join(', ') },
          {
            heading: say.handedOver,
            title: say.handedOver,
            cell: ({ handedOverAt }) => dayAndTime(handedOverAt, c.language),
          },
          {
            heading: say.letter,
            title: say.letter,
            cell: ({ messageId, name }) => (
              <a href={`/demo/papir/${messageId}`} aria-label={say.openPaper(name)}>
                {say.seeLetter}
              </a>
            ),
          },
        ]}
      />
    </>,
  )
}

async function findOwner(c: PageContext) {
  const id = PersonId.safeParse(c.parameter('person'))
  return id.success ? findMailbox(c.house.db, c.municipality.code, id.data, presentOf(c)) : undefined
}

const mailboxStates = ['open', 'exempt', 'closed'] as const

export async function showMailbox(c: PageContext): Promise<Response> {
  const say = outsideWords(c.language)
  const owner = await findOwner(c)
  if (owner === undefined) return errorPage(c, 404)
  const messages = owner.cpr ? await mailboxOf(c.house.db, c.municipality.code, owner.cpr, presentOf(c)) : []
  const toMessage = ({ messageId, title }: MailboxEntry) => (
    <a href={`/demo/post/${owner.personId}/${messageId}`}>{title}</a>
  )
  return html(
    c,
    say.boxTitle,
    <>
      <BackLink href="/demo/post" language={c.language} text={say.back} />
      <h1>{say.boxOf(`${owner.givenName} ${owner.familyName}`)}</h1>
      <Outside c={c} />
      {c.query.get('gemt') === '1' && <Alert kind="success">{say.saved}</Alert>}
      <p>
        {say.mailbox}: {say.state[owner.state]}
      </p>
      <Table
        caption={say.boxTitle}
        rows={messages}
        empty={<p>{owner.state === 'exempt' ? say.emptyExempt : say.empty}</p>}
        columns={[
          { heading: say.subject, title: say.subject, cell: toMessage },
          { heading: say.from, title: say.from, cell: ({ sender }) => sender },
          {
            heading: say.arrived,
            title: say.arrived,
            cell: ({ availableAt }) => dayAndTime(availableAt, c.language),
          },
          {
            heading: say.read,
            title: say.read,
            cell: ({ openedAt }) =>
              openedAt === null ? (
                <strong>{say.notRead}</strong>
              ) : (
                say.readOn(dayAndTime(openedAt, c.language))
              ),
          },
        ]}
      />
      {owner.cpr && mayEver('switchSimulator', c.asking.subject) && (
        <Form action={`/demo/post/${owner.personId}`} csrf={c.csrf}>
          <Radios
            name="tilstand"
            label={say.change}
            hint={say.changeText}
            value={owner.state}
            options={mailboxStates.map((value) => ({ value, label: say.options[value] }))}
          />
          <Submit>{say.save}</Submit>
        </Form>
      )}
    </>,
  )
}

/** The letter itself, as its recipient opens it; from then on it is marked as read. */
export async function openMailboxLetter(c: PageContext): Promise<Response> {
  const owner = await findOwner(c)
  const opened =
    owner?.cpr &&
    (await openMessage(c.house.db, c.municipality.code, owner.cpr, c.parameter('besked'), presentOf(c)))
  return opened ? file(opened.bytes, opened.mediaType, opened.fileName) : errorPage(c, 404)
}

/** A letter as it was handed to the printing centre. */
export async function showPrintedLetter(c: PageContext): Promise<Response> {
  const printed = await printedLetter(c.house.db, c.municipality.code, c.parameter('besked'))
  return printed ? file(printed.bytes, 'application/pdf', 'brev.pdf') : errorPage(c, 404)
}

export async function changeMailbox(c: PageContext): Promise<Response> {
  const owner = await findOwner(c)
  if (!owner?.cpr) return errorPage(c, 404)
  const state = mailboxStates.find((s) => s === c.form.text('tilstand'))
  if (state === undefined) return seeOther(`/demo/post/${owner.personId}`)
  await setMailbox(c.house.db, c.municipality.code, owner.cpr, state)
  return seeOther(`/demo/post/${owner.personId}?gemt=1`)
}
