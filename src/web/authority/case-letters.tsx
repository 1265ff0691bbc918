/** The case's letters: to whom, where each is, and what is done with one that did not arrive. */
import { caseMessages } from '../citizen/case-messages.ts'
import { plainDay } from '../i18n/dates.ts'
import { defineMessages } from '../i18n/messages.ts'
import { failureInWords } from '../i18n/post-words.ts'
import type { CaseContext } from '../platform/context.ts'
import { Radios, TextField } from '../ui/fields.tsx'
import { Mark } from '../ui/mark.tsx'
import { Alert, Table } from '../ui/parts.tsx'
import { caseHref } from './case-address.ts'
import type { People } from './case-frame.tsx'
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
  },
})

export function CaseLetters({ c, people }: { readonly c: CaseContext; readonly people: People }) {
  const t = words(c.language)
  const { personName } = people
  const { file } = c.case
  const letterNames = caseMessages(c.language).letters
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
    const letterId = form.text('letterId') ?? c.query.get('brev')
    const recipient = form.text('recipient') ?? c.query.get('til')
    const letter = c.case.file.letters.find((l) => l.letterId === letterId)
    const copy = letter?.copies.find((one) => one.recipient === recipient)
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
