/** The letter to somebody who is asked: read, fetched for printing, and recorded as sent by whoever sent it. */
import type { InformationRequest, SourceLetter } from '../../domain/case/case-file.ts'
import { sourceLetterWays } from '../../domain/case/information/events.ts'
import type { LetterInputs } from '../../letters/letter-content.ts'
import { readLetterSnapshot } from '../../letters/letter-snapshot.ts'
import { read } from '../../store/connection.ts'
import { findDocument } from '../../store/documents.ts'
import { plainDay } from '../i18n/dates.ts'
import { defineMessages, type Language } from '../i18n/messages.ts'
import type { CaseContext } from '../platform/context.ts'
import { errorPage } from '../platform/error-page.tsx'
import { dateOf } from '../ui/date-field.ts'
import { DateField, Form, Radios, Submit } from '../ui/fields.tsx'
import { LetterSections } from '../ui/letter-view.tsx'
import { Mark } from '../ui/mark.tsx'
import { Alert, BackLink, LinkButton } from '../ui/parts.tsx'
import { act, noProblem, type Problem } from './act.ts'
import { caseHref } from './case-address.ts'
import { casePageOf } from './case-frame.tsx'
import { sourceNames } from './information-words.ts'

const words = defineMessages({
  da: {
    sourceRequest: 'Brev med spørgsmålet',
    sourceReminder: 'Rykkerbrev',
    title: (who: string) => `Brev til ${who}`,
    notSent: 'ikke sendt endnu',
    sent: (day: string, how: string) => `sendt ${day} ${how}`,
    ways: { securePost: 'med sikker post', paper: 'på papir', handedOver: 'afleveret' },
    lead: 'Brevet er skrevet og ligger på sagen. Den, vi spørger, har ingen postkasse hos os: Hent brevet, send det med sikker post eller på papir, og registrér her, at det er sendt.',
    pdf: 'Hent brevet (PDF)',
    to: (who: string) => `Til ${who}`,
    how: 'Hvordan blev det sendt?',
    sentOn: 'Hvilken dag?',
    record: 'Registrér, at brevet er sendt',
  },
  en: {
    sourceRequest: 'Letter with the question',
    sourceReminder: 'Reminder letter',
    title: (who: string) => `Letter to ${who}`,
    notSent: 'not sent yet',
    sent: (day: string, how: string) => `sent ${day} ${how}`,
    ways: { securePost: 'by secure mail', paper: 'on paper', handedOver: 'handed over' },
    lead: 'The letter is written and kept with the case. Whoever is asked has no mailbox with us: fetch the letter, send it by secure mail or on paper, and record here that it was sent.',
    pdf: 'Fetch the letter (PDF)',
    to: (who: string) => `To ${who}`,
    how: 'How was it sent?',
    sentOn: 'On which day?',
    record: 'Record that the letter was sent',
  },
})

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`

export const sourceLetterName = (kind: SourceLetter['kind'], language: Language): string =>
  words(language)[kind]

function stateInWords({ sent }: SourceLetter, language: Language): string {
  const t = words(language)
  if (sent === undefined) return t.notSent
  const way = sourceLetterWays.find((one) => one === sent.how)
  return t.sent(plainDay(sent.on, language), way ? t.ways[way] : '')
}

/** The letters of one question, each with where it is: never colour alone. */
export function SourceLetters({ c, of }: { readonly c: CaseContext; readonly of: InformationRequest }) {
  return (
    <>
      {of.letters.map((letter) => (
        <p>
          <Mark shape={letter.sent ? 'check' : 'disc'} />{' '}
          <a href={caseHref(c, `/oplysning/brev/${letter.letterId}`)}>
            {sourceLetterName(letter.kind, c.language)}
            <span class="sr-only">: {of.what}</span>
          </a>
          , {stateInWords(letter, c.language)}
        </p>
      ))}
    </>
  )
}

/** What a letter to a source says, as it was printed; undefined when the case has no such letter. */
export async function readSourceLetter(
  c: CaseContext,
  letter: SourceLetter | undefined,
): Promise<LetterInputs | undefined> {
  if (letter === undefined) return undefined
  const stored = await read(c.house.db, c.scope, (tx) => findDocument(tx, c.case.caseId, letter.inputs))
  return stored && readLetterSnapshot(stored.bytes)
}

export async function sourceLetter(c: CaseContext, problem: Problem = noProblem): Promise<Response> {
  const t = words(c.language)
  const request = c.case.file.requests.find((r) =>
    r.letters.some((l) => l.letterId === c.parameter('letterId')),
  )
  const letter = request?.letters.find((l) => l.letterId === c.parameter('letterId'))
  const inputs = await readSourceLetter(c, letter)
  if (!request || !letter || !inputs) return errorPage(c, 404)
  const { content, recipient } = inputs
  return casePageOf(
    c,
    t.title(sourceNames(c.language)[request.source].toLowerCase()),
    () => (
      <>
        {letter.sent ? (
          <p>
            <Mark shape="check" /> {sourceLetterName(letter.kind, c.language)},{' '}
            {stateInWords(letter, c.language)}
          </p>
        ) : (
          <Alert kind="info">{t.lead}</Alert>
        )}
        <LinkButton href={caseHref(c, `/dokumenter/${letter.document}`)} look="secondary">
          {t.pdf}
        </LinkButton>
        {letter.sent === undefined && (
          <Form
            action={c.path}
            csrf={c.csrf}
            commandId={c.form.commandId ?? c.house.newId()}
            basedOn={c.case.file.lastSeq}
          >
            <Radios
              name="how"
              label={t.how}
              value={c.form.text('how')}
              errors={problem.errors}
              options={sourceLetterWays.map((way) => ({ value: way, label: capital(t.ways[way]) }))}
            />
            <DateField
              name="sentOn"
              label={t.sentOn}
              value={c.today}
              typed={c.form.values}
              errors={problem.errors}
              language={c.language}
            />
            <div class="hv-actions">
              <Submit>{t.record}</Submit>
            </div>
          </Form>
        )}
        <section class="hv-card" lang={content.language}>
          <h2>{content.title}</h2>
          <p lang={c.language}>{t.to([recipient.name, ...recipient.address].join(', '))}</p>
          <p>{content.oneSentence}</p>
          <LetterSections sections={content.sections} />
        </section>
        <BackLink href={caseHref(c, '/oplysning')} language={c.language} />
      </>
    ),
    problem,
  )
}

export const recordSent = (c: CaseContext): Promise<Response> =>
  act(
    c,
    'recordSourceLetterSent',
    { letterId: c.parameter('letterId'), how: c.form.text('how'), sentOn: dateOf(c.form, 'sentOn') },
    { again: (p) => sourceLetter(c, p), to: caseHref(c, '/oplysning') },
  )
