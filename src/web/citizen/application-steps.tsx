/**
 * The pages of the application, one thing a page (ux.md B2a–B2i). A step is a row: what it shows, what it keeps, and what
 * it must refuse. Nothing but who it is about can be demanded; diagnoses never (K2.2a-2).
 */
import type { Child } from 'hono/jsx'
import { findCpr } from '../../domain/person/cpr.ts'
import { isUnderPensionAge } from '../../domain/person/pension-age.ts'
import type { CalendarDay } from '../../domain/time/calendar-day.ts'
import { currentStandard } from '../../standards/municipality.ts'
import type { Person } from '../../store/persons.ts'
import type { PageContext } from '../platform/context.ts'
import { dateOf } from '../ui/date-field.ts'
import { Checkboxes, DateField, type Errors, Radios, Select, TextArea, TextField } from '../ui/fields.tsx'
import { Alert } from '../ui/parts.tsx'
import { applicationMessages } from './application-messages.ts'

export type Values = Readonly<Record<string, readonly string[]>>
export const one = (values: Values, name: string): string | undefined =>
  values[name]?.[0]?.trim() || undefined

export type StepView = {
  readonly c: PageContext
  readonly values: Values
  readonly errors: Errors
  /** The birth date of whoever it is about, where it is known. */
  readonly bornOn: CalendarDay | undefined
  /** What is known of whoever applies for themselves. */
  readonly self?: Person | undefined
}

export type Step = {
  readonly id: string
  readonly title: (c: PageContext) => string
  readonly hint?: (c: PageContext) => string
  /** The names of what it keeps. */
  readonly fields: readonly string[]
  readonly canSkip: boolean
  readonly applies?: (view: Omit<StepView, 'errors'>) => boolean
  readonly view: (view: StepView) => Child
  readonly check?: (view: StepView) => Errors
}

const say = (c: PageContext) => applicationMessages(c.language)
const optionsOf = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }))

export const dayOf = (values: Values, name: string): CalendarDay | 'wrong' | undefined =>
  dateOf(
    {
      text: (field) => one(values, field),
      all: () => [],
      files: () => [],
      values,
      commandId: undefined,
      basedOn: undefined,
    },
    name,
  )

/** What was typed counts also where the choice above it was not made. */
export const extentOf = (values: Values): string | undefined =>
  one(values, 'extent') ?? (one(values, 'days') && 'fewer')
export const beginOf = (values: Values): string | undefined =>
  one(values, 'begin') ?? (dayOf(values, 'beginOn') && 'from')

export const applicationSteps: readonly Step[] = [
  {
    id: 'hvem',
    title: (c) => say(c).who,
    hint: (c) => say(c).whoHint,
    fields: ['who'],
    canSkip: false,
    view: ({ c, values, errors }) => {
      const t = say(c)
      if (c.visitor.kind === 'citizen' && c.visitor.actingFor)
        return <p>{t.whoFor(c.visitor.actingFor.name)}</p>
      return (
        <Radios
          name="who"
          label={t.who}
          value={one(values, 'who')}
          errors={errors}
          options={[
            { value: 'self', label: t.whoSelf },
            { value: 'helper', label: t.whoHelper, hint: t.helperNote },
          ]}
        />
      )
    },
    check: ({ c, values }) =>
      c.asking.onBehalfOf || ['self', 'helper'].includes(one(values, 'who') ?? '')
        ? {}
        : { who: say(c).needWho },
  },
  {
    id: 'personen',
    title: (c) => say(c).helped,
    hint: (c) => say(c).helpedHint,
    fields: ['helperName', 'helperCpr', 'helperRelation'],
    canSkip: false,
    applies: ({ c, values }) => c.asking.onBehalfOf === undefined && one(values, 'who') === 'helper',
    view: ({ c, values, errors }) => {
      const t = say(c)
      return (
        <>
          <TextField
            name="helperName"
            label={t.helperName}
            value={one(values, 'helperName')}
            errors={errors}
          />
          <TextField
            name="helperCpr"
            label={t.helperCpr}
            value={one(values, 'helperCpr')}
            errors={errors}
            inputmode="numeric"
            width={11}
          />
          <TextField
            name="helperRelation"
            label={t.helperRelation}
            hint={t.helperRelationHint}
            value={one(values, 'helperRelation')}
            errors={errors}
          />
        </>
      )
    },
    check: ({ c, values }) => {
      const t = say(c)
      const names = one(values, 'helperName')?.split(/\s+/) ?? []
      return {
        ...(names.length < 2 && { helperName: t.needHelperName }),
        ...(!findCpr(one(values, 'helperCpr') ?? '') && { helperCpr: t.needHelperCpr }),
        ...(!one(values, 'helperRelation') && { helperRelation: t.needRelation }),
      }
    },
  },
  {
    id: 'kontakt',
    title: (c) => say(c).contact,
    fields: ['contactBy', 'phone', 'interpreter', 'notBefore'],
    canSkip: true,
    view: ({ c, values, errors, self }) => {
      const t = say(c)
      const { address } = self ?? {}
      return (
        <>
          {address && !address.protected && (
            <p>{t.weWriteTo(`${address.street}, ${address.postalCode} ${address.town}`)}</p>
          )}
          <Radios
            name="contactBy"
            label={t.contactBy}
            value={one(values, 'contactBy')}
            errors={errors}
            options={optionsOf({
              phone: t.byPhone,
              digitalPost: t.byDigitalPost,
              letter: t.byLetter,
              email: t.byEmail,
            })}
          />
          <TextField
            name="phone"
            label={t.phone}
            type="tel"
            autocomplete={self ? 'tel' : 'off'}
            value={values.phone === undefined ? self?.phone : one(values, 'phone')}
            errors={errors}
          />
          <TextField
            name="interpreter"
            label={t.interpreter}
            value={values.interpreter === undefined ? self?.interpreter : one(values, 'interpreter')}
            errors={errors}
          />
          <TextField name="notBefore" label={t.notBefore} value={one(values, 'notBefore')} errors={errors} />
        </>
      )
    },
  },
  {
    id: 'udfordringer',
    title: (c) => say(c).hard,
    fields: ['hard', 'hardWords'],
    canSkip: true,
    view: ({ c, values, errors }) => {
      const t = say(c)
      return (
        <>
          <Checkboxes
            name="hard"
            label={t.hard}
            hint={t.hardHint}
            values={values.hard}
            errors={errors}
            options={optionsOf(t.hardOptions)}
          />
          <TextArea name="hardWords" label={t.inWords} value={one(values, 'hardWords')} errors={errors} />
        </>
      )
    },
  },
  {
    id: 'oensker',
    title: (c) => say(c).wishes,
    fields: ['wishes', 'wishWords', 'place', 'placeWords'],
    canSkip: true,
    view: ({ c, values, errors }) => {
      const t = say(c)
      const places = currentStandard(c.municipality).providers.map((p) => ({ value: p.id, label: p.name }))
      // Seven choices are what one takes in at a glance; more of them go into a list.
      const Place = places.length <= 5 ? Radios : Select
      return (
        <>
          <Checkboxes
            name="wishes"
            label={t.wishes}
            hint={t.wishesHint}
            values={values.wishes}
            errors={errors}
            options={optionsOf(t.wishOptions)}
          />
          <TextArea
            name="wishWords"
            label={t.inWords}
            value={one(values, 'wishWords')}
            errors={errors}
            rows={3}
          />
          <Place
            name="place"
            label={t.place}
            hint={t.placeHint}
            value={one(values, 'place')}
            errors={errors}
            options={[
              ...places,
              { value: 'other', label: t.otherPlace },
              { value: 'none', label: t.noPlace },
            ]}
          />
          <TextField
            name="placeWords"
            label={t.whichPlace}
            value={one(values, 'placeWords')}
            errors={errors}
          />
        </>
      )
    },
    check: ({ c, values }) =>
      one(values, 'place') === 'other' && !one(values, 'placeWords') ? { placeWords: say(c).needPlace } : {},
  },
  {
    id: 'diagnoser',
    title: (c) => say(c).diagnosis,
    hint: (c) => say(c).diagnosisHint,
    fields: ['diagnosis', 'diagnosisWords'],
    canSkip: true,
    view: ({ c, values, errors }) => {
      const t = say(c)
      return (
        <>
          <Radios
            name="diagnosis"
            label={t.diagnosis}
            value={one(values, 'diagnosis')}
            errors={errors}
            options={[
              { value: 'yes', label: t.yes },
              { value: 'no', label: t.no },
              { value: 'ratherNotSay', label: t.ratherNot },
            ]}
          />
          <TextArea
            name="diagnosisWords"
            label={t.diagnosisWords}
            value={one(values, 'diagnosisWords')}
            errors={errors}
            rows={3}
          />
        </>
      )
    },
  },
  {
    id: 'hverdag',
    title: (c) => say(c).days,
    fields: ['extent', 'days', 'whyFewer'],
    canSkip: true,
    view: ({ c, values, errors }) => {
      const t = say(c)
      return (
        <>
          <Radios
            name="extent"
            label={t.days}
            hint={t.daysHint}
            value={one(values, 'extent')}
            errors={errors}
            options={[
              { value: 'full', label: t.fullTime },
              { value: 'fewer', label: t.fewer },
            ]}
          />
          <TextField
            name="days"
            label={t.howMany}
            value={one(values, 'days')}
            errors={errors}
            inputmode="decimal"
            width={4}
          />
          <TextArea
            name="whyFewer"
            label={t.whyFewer}
            value={one(values, 'whyFewer')}
            errors={errors}
            rows={3}
          />
        </>
      )
    },
    check: ({ c, values }) => {
      if (extentOf(values) !== 'fewer') return {}
      const days = Number(one(values, 'days')?.replace(',', '.'))
      return days >= 0.5 && days < 5 ? {} : { days: say(c).needDays }
    },
  },
  {
    id: 'transport',
    title: (c) => say(c).transport,
    fields: ['transport'],
    canSkip: true,
    view: ({ c, values, errors }) => {
      const t = say(c)
      return (
        <Radios
          name="transport"
          label={t.transport}
          value={one(values, 'transport')}
          errors={errors}
          options={[
            { value: 'none', label: t.transportSelf },
            { value: 'withHelp', label: t.transportHelp },
            { value: 'transport', label: t.transportRide },
            { value: 'unknown', label: t.transportUnknown },
          ]}
        />
      )
    },
  },
  {
    id: 'start',
    title: (c) => say(c).begin,
    fields: ['begin', 'beginOn-d', 'beginOn-m', 'beginOn-y'],
    canSkip: true,
    view: ({ c, values, errors }) => {
      const t = say(c)
      return (
        <>
          <Radios
            name="begin"
            label={t.begin}
            value={one(values, 'begin')}
            errors={errors}
            options={[
              { value: 'soonest', label: t.soonest },
              { value: 'from', label: t.fromDay },
            ]}
          />
          <DateField name="beginOn" label={t.beginDay} typed={values} errors={errors} language={c.language} />
        </>
      )
    },
    check: ({ c, values }) => {
      const day = dayOf(values, 'beginOn')
      if (beginOf(values) !== 'from') return {}
      return day === undefined || day === 'wrong' || day < c.today ? { beginOn: say(c).needDay } : {}
    },
  },
  {
    id: 'maal',
    title: (c) => say(c).plan,
    hint: (c) => say(c).planHint,
    fields: ['plan'],
    canSkip: true,
    // The law's plan is for people under pension age; of somebody else's birth date the helper knows what they typed.
    applies: ({ c, bornOn }) =>
      bornOn === undefined ||
      isUnderPensionAge(bornOn, c.today, currentStandard(c.municipality).parameters.pensionAges.value),
    view: ({ c, values, errors }) => {
      const t = say(c)
      return (
        <Radios
          name="plan"
          label={t.plan}
          value={one(values, 'plan')}
          errors={errors}
          options={[
            { value: 'yes', label: t.yes },
            { value: 'no', label: t.no },
            { value: 'later', label: t.later },
          ]}
        />
      )
    },
  },
  {
    id: 'samtykke',
    title: (c) => say(c).consent,
    hint: (c) => say(c).consentHint,
    fields: ['consent-doctor', 'consent-residence', 'consent-currentOffer'],
    canSkip: true,
    view: ({ c, values, errors }) => {
      const t = say(c)
      if (c.asking.onBehalfOf === undefined && one(values, 'who') === 'helper')
        return <Alert kind="info">{t.consentOnBehalf}</Alert>
      return (
        <>
          {consentSources.map((source) => (
            <Radios
              name={`consent-${source}`}
              label={t.consentAsk[source]}
              value={one(values, `consent-${source}`)}
              errors={errors}
              options={[
                { value: 'yes', label: t.yes },
                { value: 'no', label: t.no },
              ]}
            />
          ))}
        </>
      )
    },
  },
]

export const consentSources = ['doctor', 'residence', 'currentOffer'] as const

/** The steps for this applicant, in order. Papers come before consent and have a page of their own (`bilag`). */
export const stepsFor = (view: Omit<StepView, 'errors'>): readonly Step[] =>
  applicationSteps.filter((step) => step.applies?.(view) ?? true)
