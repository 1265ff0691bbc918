/** The decision's fields, in the order in which one decides. What belongs to a granted place is folded away by a refusal. */
import { currentProceeding } from '../../../domain/case/case-file.ts'
import { hasTransportRight, hearingAnswerBy } from '../../../domain/case/decision/gate.ts'
import { legalBases } from '../../../domain/case/decision/record.ts'
import { reducedExtentReasons } from '../../../domain/vocabulary/reduced-extent-reason.ts'
import { amountInWords } from '../../../letters/day-in-words.ts'
import { plainDay } from '../../i18n/dates.ts'
import { Checkboxes, DateField, type Errors, Radios, Select, TextArea, TextField } from '../../ui/fields.tsx'
import { Details } from '../../ui/parts.tsx'
import { caseHref } from '../case-address.ts'
import type { People } from '../case-frame.tsx'
import { type CaseDocument, documentOptions } from '../case-sources.tsx'
import type { KeptContext } from '../kept-draft.tsx'
import { consideredField, factField, factRows, mostFacts } from './form.ts'
import { decisionWords } from './words.ts'
import { termsToday } from './written.ts'

export type Part = { readonly c: KeptContext; readonly errors: Errors }

const wordsOf = (c: KeptContext) => decisionWords(c.language)

function Text({
  c,
  errors,
  name,
  hint,
  rows = 3,
}: Part & {
  readonly name: Exclude<
    keyof ReturnType<typeof decisionWords>['fields'],
    'considered' | 'factText' | 'factSource' | 'factDocuments'
  >
  readonly hint?: string
  readonly rows?: number
}) {
  return (
    <TextArea
      name={name}
      label={wordsOf(c).fields[name]}
      hint={hint}
      value={c.form.text(name)}
      errors={errors}
      rows={rows}
    />
  )
}

function Day({
  c,
  errors,
  name,
  hint,
}: Part & { readonly name: 'startOn' | 'endOn' | 'effectiveOn' | 'agreedOn'; readonly hint?: string }) {
  return (
    <DateField
      name={name}
      label={wordsOf(c).fields[name]}
      hint={hint}
      typed={c.form.values}
      errors={errors}
      language={c.language}
    />
  )
}

export function OutcomeFields({ c, errors }: Part) {
  const t = wordsOf(c)
  return (
    <>
      <h2>{t.sections.outcome}</h2>
      <Radios
        name="place"
        label={t.fields.place}
        value={c.form.text('place')}
        errors={errors}
        options={(['granted', 'refused'] as const).map((value) => ({ value, label: t.granting[value] }))}
      />
    </>
  )
}

export function ExtentFields({ c, errors }: Part) {
  const t = wordsOf(c)
  const full = termsToday(c).parameters.defaultDaysPerWeek
  const number = (name: 'daysPerWeek' | 'hoursPerWeek', hint?: string) => (
    <TextField
      name={name}
      label={t.fields[name]}
      hint={hint}
      value={c.form.text(name)}
      errors={errors}
      inputmode="decimal"
      width={4}
    />
  )
  return (
    <>
      <h2>{t.sections.extent}</h2>
      {number('daysPerWeek', t.hints.extent(amountInWords(full)))}
      {number('hoursPerWeek')}
      <Select
        name="reducedExtentReason"
        label={t.fields.reducedExtentReason}
        value={c.form.text('reducedExtentReason')}
        errors={errors}
        empty={t.fullTimeChosen}
        options={reducedExtentReasons.map((reason) => ({ value: reason, label: t.reasonNames[reason] }))}
      />
      <Text c={c} errors={errors} name="extentAssessment" />
      <Details
        summary={t.moreDays}
        open={
          c.form.text('agreedHow') !== undefined ||
          errors.agreedOn !== undefined ||
          errors.agreedHow !== undefined
        }
      >
        <Day c={c} errors={errors} name="agreedOn" />
        <Text c={c} errors={errors} name="agreedHow" rows={2} />
      </Details>
    </>
  )
}

export function ProviderFields({ c, errors }: Part) {
  const t = wordsOf(c)
  const { applied } = c.case.file
  const { providers } = termsToday(c)
  const name = c.municipality.providerName
  const wish = applied.place ? name(applied.place) : applied.placeInWords
  return (
    <>
      <h2>{t.sections.provider}</h2>
      <p>{wish ? t.hints.wish(wish) : t.hints.noWish}</p>
      {providers.length === 0 && <p>{t.noProviders}</p>}
      <Radios
        name="provider"
        label={t.fields.provider}
        value={c.form.text('provider')}
        errors={errors}
        options={providers.map(({ id }) => ({ value: id, label: name(id) }))}
      />
      {providers.map(({ id }) => (
        <TextArea
          name={consideredField(id)}
          label={t.fields.considered(name(id))}
          value={c.form.text(consideredField(id))}
          rows={2}
        />
      ))}
      <Text c={c} errors={errors} name="providerReason" />
      {wish && <Text c={c} errors={errors} name="wishAnswer" />}
    </>
  )
}

export function TransportFields({ c, errors }: Part) {
  const t = wordsOf(c)
  const right = hasTransportRight(currentProceeding(c.case.file))
  return (
    <>
      <h2>{t.sections.transport}</h2>
      <Radios
        name="transport"
        label={t.fields.transport}
        hint={right ? t.hints.right : t.hints.individual}
        value={c.form.text('transport')}
        errors={errors}
        options={[
          { value: 'yes', label: t.yes },
          { value: 'no', label: t.no },
        ]}
      />
      <Text c={c} errors={errors} name="transportReason" />
    </>
  )
}

export function StartFields({ c, errors }: Part) {
  const t = wordsOf(c)
  return (
    <>
      <h2>{t.sections.start}</h2>
      <Day c={c} errors={errors} name="startOn" />
      <Day c={c} errors={errors} name="endOn" hint={t.hints.endOn} />
    </>
  )
}

export function InterventionFields({ c, errors }: Part) {
  const t = wordsOf(c)
  return (
    <>
      <h2>{t.sections.intervention}</h2>
      <Text c={c} errors={errors} name="intervention" hint={t.hints.intervention} />
      <Text c={c} errors={errors} name="purpose" hint={t.hints.purpose} />
    </>
  )
}

export function ReasonFields({
  c,
  errors,
  documents,
}: Part & { readonly documents: readonly CaseDocument[] }) {
  const t = wordsOf(c)
  const filled = Math.max(...factRows(c.form), 0)
  const rows = Array.from({ length: Math.min(mostFacts, Math.max(2, filled + 1)) }, (_, index) => index + 1)
  return (
    <>
      <h2>{t.sections.reasons}</h2>
      <p>
        {t.hints.facts} {t.moreFacts}
      </p>
      {rows.map((row) => (
        <>
          <TextArea
            name={factField(row, 'text')}
            label={t.fields.factText(row)}
            value={c.form.text(factField(row, 'text'))}
            errors={errors}
            rows={2}
          />
          <TextField
            name={factField(row, 'source')}
            label={t.fields.factSource(row)}
            value={c.form.text(factField(row, 'source'))}
            errors={errors}
          />
          {documents.length > 0 && (
            <Checkboxes
              name={factField(row, 'documents')}
              label={t.fields.factDocuments(row)}
              values={c.form.all(factField(row, 'documents'))}
              options={documentOptions(documents)}
            />
          )}
        </>
      ))}
      <Text c={c} errors={errors} name="considerations" rows={5} />
      <Text c={c} errors={errors} name="citizensView" />
      <Text c={c} errors={errors} name="citizensViewWeighed" />
    </>
  )
}

export function HearingFields({ c, errors }: Part) {
  const t = wordsOf(c)
  const { file } = c.case
  const day = (value: Parameters<typeof plainDay>[0]) => plainDay(value, c.language)
  const heard = currentProceeding(file).hearings.map((hearing) => ({
    value: hearing.hearingId,
    label: t.heard(
      day(hearing.on),
      hearing.answered
        ? t.heardAnswer(day(hearing.answered.on))
        : t.heardOpen(day(hearingAnswerBy(file, hearing, termsToday(c)))),
    ),
  }))
  return (
    <>
      <h2>{t.sections.hearing}</h2>
      <Radios
        name="hearing"
        label={t.fields.hearing}
        value={c.form.text('hearing')}
        errors={errors}
        options={[...heard, { value: 'omitted', label: t.omitted }]}
      />
      <Text c={c} errors={errors} name="hearingBecause" rows={2} />
    </>
  )
}

export function OtherHelpFields({ c, errors }: Part) {
  const t = wordsOf(c)
  const considered = currentProceeding(c.case.file).otherPossibilities?.possibilities
  return (
    <>
      <h2>{t.sections.otherHelp}</h2>
      {considered === undefined && <p>{t.otherHelpMissing}</p>}
      {considered?.kind === 'none' && <p>{t.otherHelpNone(considered.because)}</p>}
      {considered?.kind === 'considered' && (
        <ul>
          {considered.items.map(({ paragraph, result }) => (
            <li>{`${paragraph}: ${result}`}</li>
          ))}
        </ul>
      )}
      <p>
        <a href={caseHref(c, '/anden-hjaelp')}>{t.otherHelpChange}</a>
      </p>
      <Text c={c} errors={errors} name="alternatives" hint={t.hints.alternatives} />
    </>
  )
}

export function FormalFields({ c, errors, people }: Part & { readonly people: People }) {
  const t = wordsOf(c)
  return (
    <>
      <h2>{t.sections.formal}</h2>
      <Checkboxes
        name="legalBasis"
        label={t.fields.legalBasis}
        values={c.form.all('legalBasis')}
        errors={errors}
        options={legalBases.map((basis) => ({ value: basis, label: t.bases[basis] }))}
      />
      <Day c={c} errors={errors} name="effectiveOn" />
      <Select
        name="contact"
        label={t.fields.contact}
        value={c.form.text('contact')}
        errors={errors}
        empty=""
        options={people.users
          .filter((u) => u.active && u.roles.includes('caseworker'))
          .map((u) => ({ value: u.userId, label: u.name }))}
      />
      <h2>{t.sections.easy}</h2>
      <Text c={c} errors={errors} name="easyReadWhy" hint={t.hints.easy} />
    </>
  )
}
