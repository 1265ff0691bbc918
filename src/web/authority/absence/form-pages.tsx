/** The talks about repeated absence, each on a page of its own, and the assessment that follows them (K1.2-4, K1.2-5). */
import { openProposal, partiesNotTalkedWith } from '../../../domain/case/absence/about.ts'
import {
  absenceCauses,
  continuations,
  type DialogueParty,
  dialogueWays,
} from '../../../domain/case/absence/events.ts'
import type { CaseFile, RepeatedAbsence } from '../../../domain/case/case-file.ts'
import { absencesInWords, causeNames, continuationNames, wayNames } from '../../i18n/absence-words.ts'
import { plainDay } from '../../i18n/dates.ts'
import type { CaseContext } from '../../platform/context.ts'
import { dateOf } from '../../ui/date-field.ts'
import { DateField, Radios, Select, TextArea } from '../../ui/fields.tsx'
import { Alert } from '../../ui/parts.tsx'
import type { FormPage } from '../form-page.tsx'
import { absenceWords } from './words.ts'

const isUnsettled = (file: CaseFile, pattern: RepeatedAbsence): boolean =>
  pattern.assessments.length === 0 || openProposal(file, pattern) !== undefined

/** The pattern that the page is about: the one named, or the latest that is not settled. */
function patternOf(c: CaseContext): RepeatedAbsence | undefined {
  const named = c.form.text('patternId') ?? c.query.get('om')
  const { repeatedAbsence } = c.case.file
  return (
    repeatedAbsence.find((p) => p.patternId === named) ??
    repeatedAbsence.findLast((p) => isUnsettled(c.case.file, p))
  )
}

function About({ c, pattern }: { readonly c: CaseContext; readonly pattern: RepeatedAbsence }) {
  return (
    <>
      <p>
        {absenceWords(c.language).found(
          plainDay(pattern.on, c.language),
          absencesInWords(pattern, c.language),
        )}
      </p>
      <input type="hidden" name="patternId" value={pattern.patternId} />
    </>
  )
}

const dialoguePage = (party: DialogueParty, path: string): FormPage => ({
  id: `authority.absence.${party}`,
  command: 'recordAbsenceDialogue',
  path,
  of: '/fravaer',
  title: (c) => absenceWords(c.language).dialogueTitle[party],
  button: (c) => absenceWords(c.language).save,
  fields: (c, errors) => {
    const t = absenceWords(c.language)
    const pattern = patternOf(c)
    if (pattern === undefined) return <Alert kind="info">{t.nothing}</Alert>
    return (
      <>
        <About c={c} pattern={pattern} />
        <DateField
          name="heldOn"
          label={t.heldOn}
          value={c.today}
          typed={c.form.values}
          errors={errors}
          language={c.language}
        />
        <Radios
          name="how"
          label={t.how}
          options={dialogueWays.map((value) => ({ value, label: wayNames(c.language)[value] }))}
          value={c.form.text('how')}
          errors={errors}
        />
        <Select
          name="cause"
          label={t.causeQuestion}
          hint={t.causeHint}
          empty="–"
          options={absenceCauses.map((value) => ({ value, label: causeNames(c.language)[value] }))}
          value={c.form.text('cause')}
          errors={errors}
        />
        <TextArea
          name="words"
          label={t.words}
          hint={t.wordsHint}
          value={c.form.text('words')}
          errors={errors}
        />
      </>
    )
  },
  input: (c) => ({
    patternId: c.form.text('patternId'),
    with: party,
    how: c.form.text('how'),
    cause: c.form.text('cause'),
    words: c.form.text('words'),
    heldOn: dateOf(c.form, 'heldOn'),
  }),
})

export const talkWithCitizen = dialoguePage('citizen', '/fravaer/borger')
export const talkWithProvider = dialoguePage('provider', '/fravaer/tilbud')

export const continuationPage: FormPage = {
  id: 'authority.absence.assessment',
  command: 'assessContinuation',
  path: '/fravaer/vurdering',
  of: '/fravaer',
  title: (c) => absenceWords(c.language).assessTitle,
  button: (c) => absenceWords(c.language).saveAssessment,
  fields: (c, errors) => {
    const t = absenceWords(c.language)
    const pattern = patternOf(c)
    if (pattern === undefined) return <Alert kind="info">{t.nothing}</Alert>
    return (
      <>
        <About c={c} pattern={pattern} />
        {partiesNotTalkedWith(pattern).length > 0 && <Alert kind="info">{t.missingTalks}</Alert>}
        <Radios
          name="outcome"
          label={t.outcome}
          options={continuations.map((value) => ({
            value,
            label: continuationNames(c.language)[value],
            ...(value !== 'asIs' && { hint: t.proposalHint }),
          }))}
          value={c.form.text('outcome')}
          errors={errors}
        />
        <TextArea name="because" label={t.because} value={c.form.text('because')} errors={errors} />
      </>
    )
  },
  input: ({ form }) => ({
    patternId: form.text('patternId'),
    outcome: form.text('outcome'),
    because: form.text('because'),
  }),
}
