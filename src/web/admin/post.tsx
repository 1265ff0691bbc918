/** Post under way and post that failed: counts and a list without names; in the demonstration also what Digital Post is made to do. */
import { z } from 'zod'
import { mayEver } from '../../domain/access/permissions.ts'
import { deliveryChannels, letterKinds } from '../../domain/case/letter/events.ts'
import type { Faults } from '../../exchange/digital-post/answer.ts'
import { faultsOf, switchFaults } from '../../exchange/digital-post/simulator-switches.ts'
import { read } from '../../store/connection.ts'
import { countUnfinishedPost, type UnfinishedPost, unfinishedPost } from '../../store/post-overview.ts'
import { shortDay } from '../i18n/dates.ts'
import { defineMessages, type Language } from '../i18n/messages.ts'
import { channelNames, failureInWords, letterKindNames, postStateNames } from '../i18n/post-words.ts'
import type { PageContext } from '../platform/context.ts'
import { seeOther } from '../platform/respond.tsx'
import { Checkboxes, ErrorSummary, type Errors, Form, Submit, TextField } from '../ui/fields.tsx'
import { Alert, type Column, StatusMarker, Table } from '../ui/parts.tsx'
import { adminPage } from './frame.tsx'

const words = defineMessages({
  da: {
    title: 'Post',
    counts: 'Hvor meget',
    letters: 'Hvilke breve',
    none: 'Intet er undervejs, og intet er fejlet.',
    state: 'Tilstand',
    channel: 'Kanal',
    notChosen: 'Ikke sendt endnu',
    count: 'Antal',
    oldest: 'Ældste',
    letter: 'Brev',
    caseNumber: 'Sag',
    issued: 'Udstedt',
    why: 'Årsag',
    noNames: (most: number) =>
      `Listen viser højst ${most} breve, de fejlede først. Sagsbehandleren håndterer et brev, der ikke nåede frem, på sagen.`,
    simulator: 'Digital Post i demonstrationen',
    simulatorText:
      'Digital Post er efterlignet her. Du kan få det til at fejle, som det rigtige kan, og se, at intet bliver væk.',
    refuseNext: 'Afvis de næste breve',
    loseReceipts: 'Tab de næste kvitteringer',
    delayDays: 'Forsink breve så mange dage',
    outage: 'Nedbrud',
    outageOption: 'Digital Post svarer slet ikke',
    save: 'Gem indstillinger',
    saved: 'Indstillingerne gælder nu.',
    number: (field: string, most: number) => `${field}: skriv et helt tal fra 0 til ${most}.`,
    mailboxes: 'Se prøvepersonernes postkasser, hvor brevene lander',
  },
  en: {
    title: 'Post',
    counts: 'How much',
    letters: 'Which letters',
    none: 'Nothing is under way, and nothing has failed.',
    state: 'State',
    channel: 'Channel',
    notChosen: 'Not sent yet',
    count: 'Number',
    oldest: 'Oldest',
    letter: 'Letter',
    caseNumber: 'Case',
    issued: 'Issued',
    why: 'Reason',
    noNames: (most: number) =>
      `The list shows at most ${most} letters, the failed ones first. The caseworker deals with a letter that did not arrive on the case.`,
    simulator: 'Digital Post in the demonstration',
    simulatorText:
      'Digital Post is imitated here. You can make it fail as the real one can, and see that nothing gets lost.',
    refuseNext: 'Refuse the next letters',
    loseReceipts: 'Lose the next receipts',
    delayDays: 'Delay letters by so many days',
    outage: 'Outage',
    outageOption: 'Digital Post does not answer at all',
    save: 'Save settings',
    saved: 'The settings hold from now.',
    number: (field: string, most: number) => `${field}: write a whole number from 0 to ${most}.`,
    mailboxes: 'Look into the test persons’ mailboxes that the letters arrive in',
  },
})

const listed = 100

const kindInWords = (kind: string, language: Language): string => {
  const known = letterKinds.find((k) => k === kind)
  return known ? letterKindNames(language)[known] : kind
}
const channelInWords = (channel: string | null, language: Language): string => {
  const known = deliveryChannels.find((k) => k === channel)
  return known ? channelNames(language)[known] : words(language).notChosen
}

export async function showPost(c: PageContext, errors: Errors = {}): Promise<Response> {
  const say = words(c.language)
  const state = postStateNames(c.language)
  const [counts, letters] = await read(c.house.db, c.scope, (tx) =>
    Promise.all([countUnfinishedPost(tx), unfinishedPost(tx, listed)]),
  )
  const switches =
    c.configuration.demonstration && mayEver('switchSimulator', c.asking.subject)
      ? await faultsOf(c.house.db, c.municipality.code)
      : undefined
  const empty = <p>{say.none}</p>
  return adminPage(
    c,
    'post',
    say.title,
    <>
      <ErrorSummary errors={errors} language={c.language} />
      {c.query.get('gemt') === '1' && <Alert kind="success">{say.saved}</Alert>}
      <h2>{say.counts}</h2>
      <Table
        caption={say.counts}
        rows={counts}
        empty={empty}
        columns={[
          {
            heading: say.state,
            title: say.state,
            cell: (row) =>
              row.state === 'failed' ? (
                <StatusMarker marker={{ kind: 'overdue', shape: 'square', words: state.failed }} />
              ) : (
                state[row.state]
              ),
          },
          {
            heading: say.channel,
            title: say.channel,
            cell: (row) => channelInWords(row.channel, c.language),
          },
          { heading: say.count, title: say.count, cell: ({ count }) => count },
          { heading: say.oldest, title: say.oldest, cell: (row) => shortDay(row.oldestOn, c.language) },
        ]}
      />
      {letters.length > 0 && (
        <>
          <h2>{say.letters}</h2>
          <p>{say.noNames(listed)}</p>
          <Table caption={say.letters} rows={letters} empty={empty} columns={columnsOf(c)} />
        </>
      )}
      {switches && <Switches c={c} switches={switches} errors={errors} />}
    </>,
    Object.keys(errors).length > 0 ? 422 : 200,
  )
}

function columnsOf(c: PageContext): readonly Column<UnfinishedPost>[] {
  const say = words(c.language)
  const state = postStateNames(c.language)
  const toCase = mayEver('viewCase', c.asking.subject)
  return [
    {
      heading: say.caseNumber,
      title: say.caseNumber,
      cell: ({ caseNumber }) =>
        toCase ? <a href={`/myndighed/sager/${caseNumber}/dokumenter`}>{caseNumber}</a> : caseNumber,
    },
    { heading: say.letter, title: say.letter, cell: ({ kind }) => kindInWords(kind, c.language) },
    { heading: say.issued, title: say.issued, cell: ({ issuedOn }) => shortDay(issuedOn, c.language) },
    { heading: say.channel, title: say.channel, cell: (row) => channelInWords(row.channel, c.language) },
    { heading: say.state, title: say.state, cell: (row) => state[row.state] },
    {
      heading: say.why,
      title: say.why,
      cell: ({ failure }) => (failure === null ? '–' : failureInWords(failure, c.language)),
    },
  ]
}

const most = 999
const wholeNumber = z.coerce.number().int().min(0).max(most)
const numbered = ['refuseNext', 'loseReceipts', 'delayDays'] as const

function Switches({
  c,
  switches,
  errors,
}: {
  readonly c: PageContext
  readonly switches: Faults
  readonly errors: Errors
}) {
  const say = words(c.language)
  const failed = Object.keys(errors).length > 0
  return (
    <section aria-labelledby="simulator">
      <h2 id="simulator">{say.simulator}</h2>
      <p>{say.simulatorText}</p>
      <Form action="/admin/post/simulator" csrf={c.csrf}>
        {numbered.map((name) => (
          <TextField
            name={name}
            label={say[name]}
            value={failed ? (c.form.text(name) ?? '') : String(switches[name])}
            inputmode="numeric"
            width={4}
            errors={errors}
          />
        ))}
        <Checkboxes
          name="outage"
          label={say.outage}
          values={(failed ? c.form.text('outage') : switches.outage) ? ['1'] : []}
          options={[{ value: '1', label: say.outageOption }]}
        />
        <Submit>{say.save}</Submit>
      </Form>
      <p>
        <a href="/demo/post">{say.mailboxes}</a>
      </p>
    </section>
  )
}

/** Sets what Digital Post is made to do. Exists in the demonstration only. */
export async function saveSwitches(c: PageContext): Promise<Response> {
  const say = words(c.language)
  const read = numbered.map((name) => ({ name, value: wholeNumber.safeParse(c.form.text(name) ?? '0') }))
  const wrong = read.filter(({ value }) => !value.success)
  if (wrong.length > 0)
    return showPost(c, Object.fromEntries(wrong.map(({ name }) => [name, say.number(say[name], most)])))
  const change = Object.fromEntries(read.map(({ name, value }) => [name, value.data]))
  await switchFaults(c.house.db, c.municipality.code, { ...change, outage: c.form.text('outage') === '1' })
  return seeOther('/admin/post?gemt=1')
}
