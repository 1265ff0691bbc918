/** The case's letters: to whom, where each is, and what is done with one that did not arrive. */
import type { Letter, LetterCopy } from '../../domain/case/case-file.ts'
import { receiptKey } from '../../domain/case/letter/rules.ts'
import { isOpenOn } from '../../domain/standard/obligation.ts'
import { caseMessages } from '../citizen/case-messages.ts'
import { plainDay } from '../i18n/dates.ts'
import { defineMessages } from '../i18n/messages.ts'
import { failureInWords } from '../i18n/post-words.ts'
import type { CaseContext } from '../platform/context.ts'
import { dateOf } from '../ui/date-field.ts'
import { DateField, Radios, TextField } from '../ui/fields.tsx'
import { Mark } from '../ui/mark.tsx'
import { Alert, Table } from '../ui/parts.tsx'
import { caseHref } from './case-address.ts'
import { obligationsHere, type People } from './case-frame.tsx'
import type { FormPage } from './form-page.tsx'

const words = defineMessages({
  da: {
    letters: 'Breve',
    kindOf: 'Brev',
    to: 'Til',
    state: 'Hvor er det?',
    states: {
      queued: 'Ikke afsendt endnu',
      dispatched: (day: string) => `Afsendt ${day}`,
      delivered: (day: string) => `Modtaget ${day}`,
      failed: (reason: string) => `Nåede ikke frem: ${reason}`,
      handled: (how: string) => `Håndteret: ${how}`,
    },
    hows: {
      resentDigitally: 'Send igen digitalt',
      sentOnPaper: 'Send på papir',
      handedOver: 'Afleveret personligt',
      noLongerNeeded: 'Ikke længere nødvendigt',
    },
    how: 'Hvad gør du?',
    remark: 'Bemærkning',
    handle: 'Håndtér',
    handleTitle: 'Håndtér brev, der ikke nåede frem',
    done: 'Gem, hvad der er gjort',
    nothing: 'Brevet er ikke længere fejlet.',
    doneOn: (letter: string, to: string, reason: string) => `${letter} til ${to} nåede ikke frem: ${reason}`,
    noDocuments: 'Ingen dokumenter endnu.',
    noReceipt: 'Digital Post har ikke kvitteret.',
    follow: 'Spørg, om det er kommet',
    followTitle: 'Et brev uden kvittering',
    followLead: (letter: string, to: string, day: string) =>
      `${letter} blev sendt til ${to} ${day}, og Digital Post har ikke kvitteret. Spørg, om brevet er kommet, og skriv svaret her.`,
    followDone: 'Gem svaret',
    answer: 'Er brevet kommet?',
    answers: {
      arrived: 'Ja, det er kommet',
      notArrived: 'Nej. Det tæller som ikke sendt og skal sendes igen',
    },
    arrivedOn: 'Hvilken dag kom det? (kun ved ja)',
    settled: 'Der er ikke noget at spørge om: brevet er modtaget eller ikke sendt.',
  },
  en: {
    letters: 'Letters',
    kindOf: 'Letter',
    to: 'To',
    state: 'Where is it?',
    states: {
      queued: 'Not dispatched yet',
      dispatched: (day: string) => `Dispatched ${day}`,
      delivered: (day: string) => `Received ${day}`,
      failed: (reason: string) => `Did not arrive: ${reason}`,
      handled: (how: string) => `Handled: ${how}`,
    },
    hows: {
      resentDigitally: 'Send again digitally',
      sentOnPaper: 'Send on paper',
      handedOver: 'Handed over in person',
      noLongerNeeded: 'No longer needed',
    },
    how: 'What do you do?',
    remark: 'Remark',
    handle: 'Handle',
    handleTitle: 'Handle a letter that did not arrive',
    done: 'Save what was done',
    nothing: 'The letter is no longer failed.',
    doneOn: (letter: string, to: string, reason: string) => `${letter} to ${to} did not arrive: ${reason}`,
    noDocuments: 'No documents yet.',
    noReceipt: 'Digital Post has sent no receipt.',
    follow: 'Ask whether it has come',
    followTitle: 'A letter without a receipt',
    followLead: (letter: string, to: string, day: string) =>
      `${letter} was sent to ${to} ${day}, and Digital Post has sent no receipt. Ask whether the letter has come, and write the answer here.`,
    followDone: 'Save the answer',
    answer: 'Has the letter come?',
    answers: {
      arrived: 'Yes, it has come',
      notArrived: 'No. It counts as not sent and has to be sent again',
    },
    arrivedOn: 'On which day did it come? (only for a yes)',
    settled: 'There is nothing to ask about: the letter was received, or is not sent.',
  },
})

export function CaseLetters({ c, people }: { readonly c: CaseContext; readonly people: People }) {
  const t = words(c.language)
  const { personName } = people
  const { file } = c.case
  const letterNames = caseMessages(c.language).letters
  const owed = obligationsHere(c).filter((o) => o.task === 'followUpLetter' && isOpenOn(o, c.today))
  const isAwaited = ({ letterId }: Letter, { recipient }: LetterCopy): boolean =>
    owed.some((o) => o.key.includes(receiptKey({ letterId, recipient })))
  const copies = [...file.letters]
    .reverse()
    .flatMap((letter) => letter.copies.map((copy) => ({ letter, copy })))
  return (
    <>
      <h2>{t.letters}</h2>
      <Table
        caption={t.letters}
        rows={copies}
        empty={<p>{t.noDocuments}</p>}
        columns={[
          {
            heading: t.kindOf,
            title: t.kindOf,
            cell: ({ letter }) => (
              <a href={caseHref(c, `/dokumenter/${letter.document}`)}>
                {letterNames[letter.kind]} {plainDay(letter.on, c.language)}
              </a>
            ),
          },
          { heading: t.to, title: t.to, cell: ({ copy }) => personName(copy.recipient) },
          {
            heading: t.state,
            title: t.state,
            cell: ({ letter, copy }) => {
              if (copy.delivered) return t.states.delivered(plainDay(copy.delivered.on, c.language))
              if (copy.failed && copy.handled) {
                const how = (Object.keys(t.hows) as (keyof typeof t.hows)[]).find(
                  (h) => h === copy.handled?.how,
                )
                return t.states.handled(how ? t.hows[how] : '')
              }
              if (!copy.failed && copy.dispatched && isAwaited(letter, copy))
                return (
                  <>
                    <Mark shape="disc" /> {t.states.dispatched(plainDay(copy.dispatched.on, c.language))}.{' '}
                    {t.noReceipt}{' '}
                    <a
                      href={caseHref(
                        c,
                        `/dokumenter/kvittering?brev=${letter.letterId}&til=${copy.recipient}`,
                      )}
                    >
                      {t.follow}
                      <span class="sr-only">: {letterNames[letter.kind]}</span>
                    </a>
                  </>
                )
              if (!copy.failed)
                return copy.dispatched
                  ? t.states.dispatched(plainDay(copy.dispatched.on, c.language))
                  : t.states.queued
              return (
                <>
                  <Mark shape="square" /> {t.states.failed(failureInWords(copy.failed.code, c.language))}{' '}
                  <a href={caseHref(c, `/dokumenter/brev?brev=${letter.letterId}&til=${copy.recipient}`)}>
                    {t.handle}
                    <span class="sr-only">: {letterNames[letter.kind]}</span>
                  </a>
                </>
              )
            },
          },
        ]}
      />
    </>
  )
}

/** The copy that the address or the form is about. */
function copyOf(c: CaseContext) {
  const letterId = c.form.text('letterId') ?? c.query.get('brev')
  const recipient = c.form.text('recipient') ?? c.query.get('til')
  const letter = c.case.file.letters.find((l) => l.letterId === letterId)
  const copy = letter?.copies.find((one) => one.recipient === recipient)
  return { letter, copy }
}

/** Digital Post never answered: the recipient was asked, and this is what they said. */
export const followUpPage: FormPage = {
  id: 'authority.letter-receipt',
  command: 'followUpLetter',
  path: '/dokumenter/kvittering',
  of: '/dokumenter',
  title: (c) => words(c.language).followTitle,
  button: (c) => words(c.language).followDone,
  fields: (c, errors, { personName }) => {
    const t = words(c.language)
    const { letter, copy } = copyOf(c)
    if (letter === undefined || copy?.dispatched === undefined || copy.delivered)
      return <Alert kind="info">{t.settled}</Alert>
    const name = caseMessages(c.language).letters[letter.kind]
    return (
      <>
        <p>{t.followLead(name, personName(copy.recipient), plainDay(copy.dispatched.on, c.language))}</p>
        <input type="hidden" name="letterId" value={letter.letterId} />
        <input type="hidden" name="recipient" value={copy.recipient} />
        <Radios
          name="answer"
          label={t.answer}
          value={c.form.text('answer')}
          errors={errors}
          options={(['arrived', 'notArrived'] as const).map((answer) => ({
            value: answer,
            label: t.answers[answer],
          }))}
        />
        <DateField
          name="arrivedOn"
          label={t.arrivedOn}
          typed={c.form.values}
          errors={errors}
          language={c.language}
        />
      </>
    )
  },
  input: ({ form }) => ({
    letterId: form.text('letterId'),
    recipient: form.text('recipient'),
    answer: form.text('answer'),
    arrivedOn: dateOf(form, 'arrivedOn'),
  }),
}

/** A failed letter is dealt with; sent again, it goes out by a job that the command itself puts in the queue. */
export const letterFailurePage: FormPage = {
  id: 'authority.letter-failure',
  command: 'handleLetterFailure',
  path: '/dokumenter/brev',
  of: '/dokumenter',
  title: (c) => words(c.language).handleTitle,
  button: (c) => words(c.language).done,
  fields: (c, errors, { personName }) => {
    const t = words(c.language)
    const { form } = c
    const { letter, copy } = copyOf(c)
    if (letter === undefined || copy?.failed === undefined || copy.handled)
      return <Alert kind="info">{t.nothing}</Alert>
    const name = caseMessages(c.language).letters[letter.kind]
    return (
      <>
        <Alert kind="warning">
          {t.doneOn(name, personName(copy.recipient), failureInWords(copy.failed.code, c.language))}
        </Alert>
        <input type="hidden" name="letterId" value={letter.letterId} />
        <input type="hidden" name="recipient" value={copy.recipient} />
        <Radios
          name="how"
          label={t.how}
          value={form.text('how')}
          errors={errors}
          options={(['resentDigitally', 'sentOnPaper', 'handedOver', 'noLongerNeeded'] as const).map(
            (how) => ({
              value: how,
              label: t.hows[how],
            }),
          )}
        />
        <TextField name="remark" label={t.remark} value={form.text('remark')} errors={errors} />
      </>
    )
  },
  input: ({ form }) => ({
    letterId: form.text('letterId'),
    recipient: form.text('recipient'),
    how: form.text('how'),
    remark: form.text('remark'),
  }),
}
