/** Whether what somebody handed in is in order, whether it goes on when it ends, and who gets which letters (FVL § 8). */
import { letterKinds } from '../../domain/case/letter/events.ts'
import { needsDocument } from '../../domain/case/party/decide.ts'
import { awaitsVerification, isInForce, othersWhoGet } from '../../domain/case/recipients.ts'
import { plainDay } from '../i18n/dates.ts'
import { defineMessages } from '../i18n/messages.ts'
import { letterKindNames } from '../i18n/post-words.ts'
import type { CaseContext } from '../platform/context.ts'
import { FileField, Radios, Select, TextArea } from '../ui/fields.tsx'
import { BackLink, Table } from '../ui/parts.tsx'
import { caseHref } from './case-address.ts'
import { casePageOf } from './case-frame.tsx'
import type { FormPage } from './form-page.tsx'
import { representativeNames, scopeNames } from './party-words.ts'

const words = defineMessages({
  da: {
    checkTitle: 'Kontrollér repræsentation',
    check: 'Gem kontrollen',
    who: 'Hvem?',
    choose: 'Vælg',
    none: 'Ingen venter på at blive kontrolleret.',
    answer: 'Er den i orden?',
    yes: 'Ja. Personen må handle fra nu af',
    no: 'Nej. Personen må ikke handle',
    needAnswer: 'Vælg, om den er i orden.',
    how: 'Hvad har du set, og hvordan?',
    howHint: 'Fx: Beskikkelsen fra Familieretshuset, set i dag. Ved nej: hvorfor den ikke kan bruges.',
    file: 'Fuldmagt eller beskikkelse, hvis den ikke ligger på sagen',
    endTitle: 'Repræsentationen udløber',
    end: 'Gem svaret',
    outcome: 'Fortsætter den? Hvad er der sagt?',
    outcomeHint: 'Fortsætter den, registreres den nye med sit papir. Så er opgaven også løst.',
    whoGets: 'Hvem får hvilke breve?',
    letter: 'Brev',
    gets: 'Hvem får det, og hvorfor?',
    citizen: (name: string) => `${name}: borgeren får altid selv brevet`,
    died: 'Ingen. Borgeren er død.',
    because: (name: string, kind: string, scope: string, day: string) =>
      `${name}: ${kind}, ret til: ${scope} (siden ${day})`,
    today: 'Sådan er det i dag. Stopper en repræsentation, får personen ikke det næste brev.',
  },
  en: {
    checkTitle: 'Verify a representation',
    check: 'Save the verification',
    who: 'Who?',
    choose: 'Choose',
    none: 'Nobody waits to be verified.',
    answer: 'Is it in order?',
    yes: 'Yes. The person may act from now on',
    no: 'No. The person may not act',
    needAnswer: 'Choose whether it is in order.',
    how: 'What have you seen, and how?',
    howHint: 'For example: The appointment, seen today. With a no: why it cannot be used.',
    file: 'Power of attorney or appointment, if it is not on the case',
    endTitle: 'The representation ends',
    end: 'Save the answer',
    outcome: 'Does it go on? What was said?',
    outcomeHint: 'If it goes on, register the new one with its paper. Then the task is done as well.',
    whoGets: 'Who gets which letters?',
    letter: 'Letter',
    gets: 'Who gets it, and why?',
    citizen: (name: string) => `${name}: the citizen always gets the letter`,
    died: 'Nobody. The citizen has died.',
    because: (name: string, kind: string, scope: string, day: string) =>
      `${name}: ${kind}, right to: ${scope} (since ${day})`,
    today: 'This is how it is today. When a representation ends, the person does not get the next letter.',
  },
})

export const checkHref = (c: CaseContext, id: string): string =>
  caseHref(c, `/parter/repraesentant/kontrol?id=${id}`)
export const endHref = (c: CaseContext, id: string): string =>
  caseHref(c, `/parter/repraesentant/udloeb?id=${id}`)

const isNo = ({ form }: Pick<CaseContext, 'form'>): boolean => form.text('answer') === 'no'

export const verificationPage: FormPage = {
  id: 'authority.verification',
  command: 'verifyRepresentative',
  insteadOf: (c) => (isNo(c) ? 'rejectRepresentative' : undefined),
  path: '/parter/repraesentant/kontrol',
  of: '/parter',
  files: 'document',
  title: (c) => words(c.language).checkTitle,
  button: (c) => words(c.language).check,
  before: ({ form, language }): Record<string, string> =>
    form.text('answer') ? {} : { answer: words(language).needAnswer },
  fields: (c, errors, { personName }) => {
    const t = words(c.language)
    const waiting = c.case.file.representations.filter(awaitsVerification)
    return (
      <>
        {waiting.length === 0 && <p class="hv-empty">{t.none}</p>}
        <Select
          name="representationId"
          label={t.who}
          value={c.form.text('representationId') ?? c.query.get('id') ?? undefined}
          errors={errors}
          empty={t.choose}
          options={waiting.map((r) => ({
            value: r.representationId,
            label: `${personName(r.personId)} (${representativeNames(c.language)[r.type]})`,
          }))}
        />
        {waiting.some((r) => needsDocument(r.type) || r.document === undefined) && (
          <FileField
            name="document"
            label={t.file}
            errors={errors}
            accept="application/pdf,image/jpeg,image/png"
          />
        )}
        <Radios
          name="answer"
          label={t.answer}
          value={c.form.text('answer')}
          errors={errors}
          options={[
            { value: 'yes', label: t.yes },
            { value: 'no', label: t.no },
          ]}
        />
        <TextArea
          name={isNo(c) ? 'reason' : 'how'}
          label={t.how}
          hint={t.howHint}
          rows={3}
          value={c.form.text('how') ?? c.form.text('reason')}
          errors={errors}
        />
      </>
    )
  },
  input: (c, uploaded) => {
    const { form } = c
    const said = form.text('how') ?? form.text('reason')
    const representationId = form.text('representationId')
    return isNo(c)
      ? { representationId, reason: said }
      : { representationId, how: said, document: uploaded[0]?.hash }
  },
}

export const representationEndPage: FormPage = {
  id: 'authority.representation-end',
  command: 'considerRepresentationEnd',
  path: '/parter/repraesentant/udloeb',
  of: '/parter',
  title: (c) => words(c.language).endTitle,
  button: (c) => words(c.language).end,
  fields: (c, errors, { personName }) => {
    const t = words(c.language)
    return (
      <>
        <Select
          name="representationId"
          label={t.who}
          value={c.form.text('representationId') ?? c.query.get('id') ?? undefined}
          errors={errors}
          empty={t.choose}
          options={c.case.file.representations
            .filter((r) => r.to !== undefined && r.verified && !r.revoked)
            .map((r) => ({
              value: r.representationId,
              label: `${personName(r.personId)} (${representativeNames(c.language)[r.type]})`,
            }))}
        />
        <TextArea
          name="outcome"
          label={t.outcome}
          hint={t.outcomeHint}
          rows={3}
          value={c.form.text('outcome')}
          errors={errors}
        />
      </>
    )
  },
  input: ({ form }) => ({
    representationId: form.text('representationId'),
    outcome: form.text('outcome'),
  }),
}

/** Each kind of letter with everybody who would get one today, and what gives them the right to it. */
export function whoGetsLetters(c: CaseContext): Promise<Response> {
  const t = words(c.language)
  const { file } = c.case
  return casePageOf(c, t.whoGets, ({ personName }) => (
    <>
      <p>{t.today}</p>
      <Table
        caption={t.whoGets}
        rows={letterKinds}
        empty=""
        columns={[
          { heading: t.letter, title: t.letter, cell: (kind) => letterKindNames(c.language)[kind] },
          {
            heading: t.gets,
            title: t.gets,
            cell: (kind) =>
              file.died ? (
                t.died
              ) : (
                <ul>
                  <li>{t.citizen(personName(file.personId))}</li>
                  {othersWhoGet(file, kind, c.today).map((r) => (
                    <li>
                      {t.because(
                        personName(r.personId),
                        representativeNames(c.language)[r.type].toLowerCase(),
                        scopeNames(c.language)[
                          r.scopes.includes('receiveLetters') ? 'receiveLetters' : 'receivePaymentLetters'
                        ].toLowerCase(),
                        plainDay(r.from, c.language),
                      )}
                    </li>
                  ))}
                </ul>
              ),
          },
        ]}
      />
      <BackLink href={caseHref(c, '/parter')} language={c.language} />
    </>
  ))
}

export const endsSoon = (
  c: CaseContext,
  r: CaseContext['case']['file']['representations'][number],
): boolean => r.to !== undefined && r.endConsidered === undefined && isInForce(r, c.today)
