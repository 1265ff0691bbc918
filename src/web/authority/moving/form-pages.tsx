/** Each thing that is recorded about a move, on a page of its own. */
import { currentMove, handoverAnswer, settledAs } from '../../../domain/case/moving/about.ts'
import { type ActingOutcome, actingOutcomes, moveReasons } from '../../../domain/case/moving/events.ts'
import { runningOrder } from '../../../domain/case/reassessment/standing.ts'
import { MunicipalityCode } from '../../../domain/identity.ts'
import { municipalityName } from '../../../domain/vocabulary/municipality.ts'
import { outcomeNames } from '../../i18n/moving-words.ts'
import type { CaseContext } from '../../platform/context.ts'
import { dateOf } from '../../ui/date-field.ts'
import { DateField, Radios, TextArea, TextField } from '../../ui/fields.tsx'
import { Alert } from '../../ui/parts.tsx'
import type { FormPage } from '../form-page.tsx'
import { MunicipalityField } from '../municipality-pages.tsx'
import { movingWords } from './words.ts'

const of = '/parter/flytning'

/** A page of one form under the move, with the words of its language. */
const underMove = (
  page: Omit<FormPage, 'of' | 'path' | 'title' | 'button'> & {
    readonly under: string
    readonly called:
      | 'announce'
      | 'callOff'
      | 'settle'
      | 'answer'
      | 'handOver'
      | 'recordTakeover'
      | 'recordHere'
  },
): FormPage => {
  const { under, called, ...rest } = page
  const name = (c: CaseContext): string => movingWords(c.language)[called]
  return { ...rest, of, path: `${of}${under}`, title: name, button: name }
}

const announcePage = underMove({
  id: 'authority.moving.announce',
  command: 'announceMove',
  under: '/besked',
  called: 'announce',
  fields: (c, errors) => {
    const t = movingWords(c.language)
    return (
      <>
        <MunicipalityField c={c} name="to" label={t.to} value={undefined} errors={errors} />
        <DateField
          name="movesOn"
          label={t.movesOn}
          typed={c.form.values}
          errors={errors}
          language={c.language}
        />
        <Radios
          name="why"
          label={t.why}
          value={c.form.text('why')}
          errors={errors}
          options={moveReasons.map((value) => ({
            value,
            label: t.reasons[value],
            ...(value === 'placedByUs' && { hint: t.reasonHints.placedByUs }),
          }))}
        />
        <TextArea
          name="how"
          label={t.how}
          hint={t.howHint}
          rows={3}
          value={c.form.text('how')}
          errors={errors}
        />
      </>
    )
  },
  input: ({ form }) => ({
    to: form.text('to'),
    movesOn: dateOf(form, 'movesOn'),
    why: form.text('why'),
    how: form.text('how'),
  }),
})

const settlePage = underMove({
  id: 'authority.moving.settle',
  command: 'settleMove',
  under: '/afklaring',
  called: 'settle',
  sure: (c) => movingWords(c.language).settleSure,
  fields: (c, errors) => {
    const t = movingWords(c.language)
    const move = currentMove(c.case.file)
    const usual: ActingOutcome | undefined = move?.why === 'placedByUs' ? 'weStay' : undefined
    return (
      <>
        <Radios
          name="outcome"
          label={t.outcome}
          value={c.form.text('outcome') ?? (move && settledAs(move)?.outcome) ?? usual}
          errors={errors}
          options={actingOutcomes.map((value) => ({ value, label: outcomeNames(c.language)[value] }))}
        />
        <DateField
          name="takeoverOn"
          label={t.takeoverOn}
          hint={t.takeoverHint}
          typed={c.form.values}
          errors={errors}
          language={c.language}
        />
        <TextArea
          name="basis"
          label={t.basis}
          hint={t.basisHint}
          rows={3}
          value={c.form.text('basis')}
          errors={errors}
        />
        {runningOrder(c.case.file) && (
          <TextArea
            name="toProvider"
            label={t.toProvider}
            hint={t.toProviderHint}
            value={c.form.commandId ? c.form.text('toProvider') : t.providerText}
            errors={errors}
          />
        )}
      </>
    )
  },
  input: ({ form }) => ({
    outcome: form.text('outcome'),
    takeoverOn: dateOf(form, 'takeoverOn'),
    basis: form.text('basis'),
    toProvider: form.text('toProvider'),
  }),
})

const answerPage = underMove({
  id: 'authority.moving.answer',
  command: 'answerHandover',
  under: '/samtykke',
  called: 'answer',
  fields: (c, errors) => {
    const t = movingWords(c.language)
    return (
      <>
        <Radios
          name="given"
          label={t.given}
          value={c.form.text('given')}
          errors={errors}
          options={[
            { value: 'yes', label: t.yes },
            { value: 'no', label: t.no },
          ]}
        />
        <Radios
          name="form"
          label={t.form}
          value={c.form.text('form')}
          errors={errors}
          options={(['oral', 'written'] as const).map((value) => ({ value, label: t.forms[value] }))}
        />
        <TextArea name="said" label={t.said} rows={3} value={c.form.text('said')} errors={errors} />
      </>
    )
  },
  input: ({ form }) => {
    const given = form.text('given')
    return {
      given: given === 'yes' ? true : given === 'no' ? false : undefined,
      form: form.text('form'),
      said: form.text('said'),
    }
  },
})

const papersPage = underMove({
  id: 'authority.moving.papers',
  command: 'handOverPapers',
  under: '/papirer',
  called: 'handOver',
  fields: (c, errors) => {
    const t = movingWords(c.language)
    const move = currentMove(c.case.file)
    const agreed = move && handoverAnswer(move)?.given
    return (
      <>
        <Radios
          name="ground"
          label={t.ground}
          value={c.form.text('ground') ?? (agreed ? 'consent' : agreed === false ? 'necessary' : undefined)}
          errors={errors}
          options={(['consent', 'necessary'] as const).map((value) => ({ value, label: t.grounds[value] }))}
        />
        <TextArea name="papers" label={t.which} value={c.form.text('papers')} errors={errors} />
        <TextField
          name="how"
          label={t.sentHow}
          hint={t.sentHint}
          value={c.form.text('how')}
          errors={errors}
        />
      </>
    )
  },
  input: ({ form }) => ({
    ground: form.text('ground'),
    papers: form.text('papers'),
    how: form.text('how'),
  }),
})

const takeoverPage = underMove({
  id: 'authority.moving.takeover',
  command: 'changeActingMunicipality',
  under: '/overtaget',
  called: 'recordTakeover',
  sure: (c) => {
    const to = MunicipalityCode.safeParse(c.form.text('to'))
    return movingWords(c.language).takeoverSure(to.success ? municipalityName(to.data) : '')
  },
  fields: (c, errors) => {
    const t = movingWords(c.language)
    return (
      <>
        {currentMove(c.case.file) === undefined && <Alert kind="info">{t.none}</Alert>}
        <MunicipalityField
          c={c}
          name="to"
          label={t.who}
          value={currentMove(c.case.file)?.to}
          errors={errors}
        />
        <DateField
          name="effectiveOn"
          label={t.effectiveOn}
          value={c.today}
          typed={c.form.values}
          errors={errors}
          language={c.language}
        />
        <TextArea
          name="basis"
          label={t.takeoverBasis}
          rows={3}
          value={c.form.text('basis')}
          errors={errors}
        />
      </>
    )
  },
  input: ({ form }) => ({
    to: form.text('to'),
    effectiveOn: dateOf(form, 'effectiveOn'),
    basis: form.text('basis'),
  }),
})

const callOffPage = underMove({
  id: 'authority.moving.call-off',
  command: 'callOffMove',
  under: '/bortfalder',
  called: 'callOff',
  fields: (c, errors) => (
    <TextArea
      name="because"
      label={movingWords(c.language).because}
      rows={3}
      value={c.form.text('because')}
      errors={errors}
    />
  ),
  input: ({ form }) => ({ because: form.text('because') }),
})

const herePage = underMove({
  id: 'authority.moving.here',
  command: 'recordMovedHere',
  under: '/hertil',
  called: 'recordHere',
  fields: (c, errors) => {
    const t = movingWords(c.language)
    return (
      <>
        <MunicipalityField c={c} name="from" label={t.from} value={undefined} errors={errors} />
        <DateField
          name="movedOn"
          label={t.movedOn}
          typed={c.form.values}
          errors={errors}
          language={c.language}
        />
        <TextArea
          name="helpThere"
          label={t.helpThereLabel}
          hint={t.optional}
          rows={3}
          value={c.form.text('helpThere')}
          errors={errors}
        />
      </>
    )
  },
  input: ({ form }) => ({
    from: form.text('from'),
    movedOn: dateOf(form, 'movedOn'),
    helpThere: form.text('helpThere'),
  }),
})

export const movingPages: readonly FormPage[] = [
  announcePage,
  settlePage,
  answerPage,
  papersPage,
  takeoverPage,
  callOffPage,
  herePage,
]
