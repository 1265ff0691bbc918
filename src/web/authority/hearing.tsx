/** Partshøring: what speaks against the application is put to the citizen before a decision rests on it (FVL § 19). */

import { currentProceeding, type Hearing } from '../../domain/case/case-file.ts'
import { hearingAnswerBy, hearingAnswerByIfSent } from '../../domain/case/decision/gate.ts'
import { answerOf } from '../../domain/case/hearing/answer.ts'
import { findLetter, mainCopy } from '../../domain/case/processing.ts'
import type { LetterInputs } from '../../letters/letter-content.ts'
import { longDay, plainDay } from '../i18n/dates.ts'
import { defineMessages } from '../i18n/messages.ts'
import type { CaseContext } from '../platform/context.ts'
import { Form, Submit, TextArea } from '../ui/fields.tsx'
import { Alert, LinkButton } from '../ui/parts.tsx'
import { act, noProblem, type Problem } from './act.ts'
import { caseHref } from './case-address.ts'
import { casePageOf, termsFor } from './case-frame.tsx'
import { DraftButtons, draftHref, type KeptContext } from './kept-draft.tsx'
import { LetterPreview, previewOf } from './letter-preview.tsx'
import { sharedWords } from './words.ts'

const words = defineMessages({
  da: {
    lead: 'Borgeren skal se det, der taler imod ansøgningen, og have tid til at svare, før der træffes afgørelse.',
    none: 'Der er ikke sendt nogen partshøring.',
    adverse: 'Det her er kommet ind og taler imod ansøgningen',
    sent: (day: string) => `Sendt ${day}`,
    answerBy: (day: string) => `Svar senest ${day}.`,
    notArrived: 'Brevet er ikke nået frem endnu. Fristen tæller fra den dag, det når frem.',
    waiting: 'Borgeren har ikke svaret endnu.',
    passed: 'Fristen er gået uden svar. Et svar kan stadig tages med, til der er truffet afgørelse.',
    register: 'Registrér et svar',
    answered: (day: string, how: string) => `Svar kom ${day} ${how}`,
    channels: {
      web: 'på hjemmesiden',
      phone: 'i telefonen',
      letter: 'i brev',
      email: 'på e-mail',
      inPerson: 'ved fremmøde',
    },
    byRepresentative: 'fra repræsentanten',
    stillHeard: 'Borgeren kan stadig svare selv.',
    agrees: 'Enig',
    disagrees: 'Uenig',
    remark: 'Borgeren siger også',
    attachment: (n: number) => `Bilag ${n}`,
    newTitle: 'Ny partshøring',
    paragraph: (n: number) => `Punkt ${n}`,
    paragraphHint: 'Ét forhold i hvert punkt, skrevet til borgeren. Tomme punkter kommer ikke med i brevet.',
    more: 'Tilføj et punkt',
    ifSentNow: (day: string) => `Sendes den nu, og når den frem i dag, skal borgeren svare senest ${day}.`,
    preview: 'Se brevet',
    send: 'Send partshøringen',
    needOne: 'Skriv mindst ét punkt.',
    decided: 'Der er truffet afgørelse. Der kan ikke sendes en ny partshøring.',
  },
  en: {
    lead: 'The citizen has to see what speaks against the application, and have time to answer, before a decision is made.',
    none: 'No party hearing has been sent.',
    adverse: 'This has come in and speaks against the application',
    sent: (day: string) => `Sent ${day}`,
    answerBy: (day: string) => `Answer by ${day}.`,
    notArrived: 'The letter has not arrived yet. The time counts from the day it arrives.',
    waiting: 'The citizen has not answered yet.',
    passed: 'The time has passed without an answer. One can still be taken in until a decision is made.',
    register: 'Register an answer',
    answered: (day: string, how: string) => `Answer came ${day} ${how}`,
    channels: {
      web: 'on the website',
      phone: 'by telephone',
      letter: 'by letter',
      email: 'by e-mail',
      inPerson: 'in person',
    },
    byRepresentative: 'from the representative',
    stillHeard: 'The citizen can still answer.',
    agrees: 'Agrees',
    disagrees: 'Disagrees',
    remark: 'The citizen also says',
    attachment: (n: number) => `Enclosure ${n}`,
    newTitle: 'New party hearing',
    paragraph: (n: number) => `Point ${n}`,
    paragraphHint:
      'One matter in each point, written to the citizen. Empty points are left out of the letter.',
    more: 'Add a point',
    ifSentNow: (day: string) => `Sent now, and arriving today, it has to be answered by ${day}.`,
    preview: 'See the letter',
    send: 'Send the hearing',
    needOne: 'Write at least one point.',
    decided: 'A decision has been made. No new party hearing can be sent.',
  },
})

const fewest = 3
const nameOf = (index: number): string => `p${index}`

/** The points as typed; before anything is typed, what has come in against the application and was not heard yet. */
export function pointsOf(c: CaseContext): readonly string[] {
  const { form } = c
  if (form.commandId !== undefined) {
    const count = Object.keys(form.values).filter((name) => /^p\d+$/.test(name)).length
    return Array.from({ length: count }, (_, index) => form.text(nameOf(index)) ?? '')
  }
  const { hearings, trigger } = currentProceeding(c.case.file)
  const heard = hearings.at(-1)?.seq ?? trigger.seq
  return c.case.file.information.filter((i) => i.adverse && i.seq > heard).map((i) => i.summary)
}

function SentHearing({ c, hearing }: { readonly c: CaseContext; readonly hearing: Hearing }) {
  const t = words(c.language)
  const { file } = c.case
  const letter = findLetter(file, hearing.letterId)
  const arrived = letter && mainCopy(file, letter)?.delivered
  const answerBy = hearingAnswerBy(file, hearing, termsFor(c))
  const { answers } = hearing
  const saidTo = (index: number) =>
    answers.flatMap((a) =>
      a.answers.filter((one) => one.paragraph === index).map((one) => ({ ...one, by: a.by })),
    )
  return (
    <section class="hv-card">
      <h2>{t.sent(plainDay(hearing.on, c.language))}</h2>
      <p>{t.answerBy(longDay(answerBy, c.language))}</p>
      <ol>
        {hearing.paragraphs.map((paragraph, index) => {
          return (
            <li>
              <p class="hv-pre">{paragraph}</p>
              {saidTo(index).map((said) => (
                <p class="hv-quote">
                  <strong>{said.agrees ? t.agrees : t.disagrees}</strong>
                  {said.inWords && `: ${said.inWords}`}
                  {said.by === 'representative' && ` (${t.byRepresentative})`}
                </p>
              ))}
            </li>
          )
        })}
      </ol>
      {answers.map((answered) => (
        <>
          <p>
            <strong>
              {t.answered(plainDay(answered.on, c.language), t.channels[answered.channel])}
              {answered.by === 'representative' && ` ${t.byRepresentative}`}
            </strong>
          </p>
          {answered.remark && (
            <p class="hv-pre hv-quote">
              {t.remark}: {answered.remark}
            </p>
          )}
          {answered.attachments.map((hash, index) => (
            <p>
              <a href={caseHref(c, `/dokumenter/${hash}`)}>{t.attachment(index + 1)}</a>
            </p>
          ))}
        </>
      ))}
      {!answerOf(hearing, 'citizen') && (
        <>
          {answers.length > 0 && <p>{t.stillHeard}</p>}
          <p>{!arrived ? t.notArrived : c.today > answerBy ? t.passed : t.waiting}</p>
          <LinkButton href={caseHref(c, `/hoering/svar?id=${hearing.hearingId}`)} look="secondary">
            {t.register}
          </LinkButton>
        </>
      )}
    </section>
  )
}

/** `letters`: the form as it would be sent, for a look before it is. */
export function hearing(
  c: KeptContext,
  problem: Problem = noProblem,
  letters: readonly LetterInputs[] = [],
): Promise<Response> {
  const t = words(c.language)
  const s = sharedWords(c.language)
  const { hearings, decision } = currentProceeding(c.case.file)
  const all = c.case.file.proceedings.flatMap((p) => p.hearings)
  return casePageOf(
    c,
    s.hearing,
    () => (
      <>
        <p>{t.lead}</p>
        {all.length === 0 && <p class="hv-empty">{t.none}</p>}
        {[...all].reverse().map((one) => (
          <SentHearing c={c} hearing={one} />
        ))}
        {decision ? (
          <Alert kind="info">{t.decided}</Alert>
        ) : (
          <>
            {hearings.length > 0 && <h2>{t.newTitle}</h2>}
            <HearingForm c={c} problem={problem} letters={letters} />
          </>
        )}
      </>
    ),
    problem,
  )
}

function HearingForm({
  c,
  problem,
  letters,
}: {
  readonly c: KeptContext
  readonly problem: Problem
  readonly letters: readonly LetterInputs[]
}) {
  const t = words(c.language)
  const points = pointsOf(c)
  const count = Math.max(fewest, points.length + (c.form.text('_do') === 'more' ? 1 : 0))
  return (
    <Form
      action={caseHref(c, '/hoering')}
      csrf={c.csrf}
      commandId={c.form.commandId ?? c.house.newId()}
      basedOn={c.case.file.lastSeq}
      draft={draftHref(c, 'hoering')}
    >
      {Array.from({ length: count }, (_, index) => (
        <TextArea
          name={nameOf(index)}
          label={t.paragraph(index + 1)}
          hint={index === 0 ? t.paragraphHint : undefined}
          rows={3}
          value={points[index]}
          errors={problem.errors}
        />
      ))}
      <p>{t.ifSentNow(longDay(hearingAnswerByIfSent(termsFor(c), c.today), c.language))}</p>
      <LetterPreview c={c} letters={letters} />
      <div class="hv-actions">
        {letters.length > 0 ? (
          <>
            <Submit name="_do" value="send">
              {t.send}
            </Submit>
            <Submit name="_do" value="preview" look="secondary">
              {t.preview}
            </Submit>
          </>
        ) : (
          <Submit name="_do" value="preview">
            {t.preview}
          </Submit>
        )}
        <Submit name="_do" value="more" look="secondary">
          {t.more}
        </Submit>
      </div>
      <DraftButtons c={c} form="hoering" />
    </Form>
  )
}

/** Another point, a look at the letter, or sending it: one form, three buttons. */
export async function sendHearing(c: CaseContext): Promise<Response> {
  const t = words(c.language)
  const chosen = c.form.text('_do')
  if (chosen === 'more') return hearing(c)
  const paragraphs = pointsOf(c).filter((text) => text !== '')
  if (paragraphs.length === 0) return hearing(c, { errors: { [nameOf(0)]: t.needOne } })
  const input = { paragraphs }
  if (chosen === 'preview') {
    const foreseen = await previewOf(c, 'sendHearing', input)
    return 'errors' in foreseen ? hearing(c, foreseen) : hearing(c, noProblem, foreseen.letters)
  }
  return act(c, 'sendHearing', input, {
    again: (p) => hearing(c, p),
    to: caseHref(c, '/hoering'),
    draft: 'hoering',
  })
}
