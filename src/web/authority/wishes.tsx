/** What the citizen asks for, field by field: in words, as form fields, and read back from the form. */
import { type Applied, transportWishes } from '../../domain/case/application/wishes.ts'
import { ProviderId } from '../../domain/identity.ts'
import type { CalendarDay } from '../../domain/time/calendar-day.ts'
import { currentStandard } from '../../standards/municipality.ts'
import { applicationMessages } from '../citizen/application-messages.ts'
import { plainDay } from '../i18n/dates.ts'
import { defineMessages } from '../i18n/messages.ts'
import type { PageContext } from '../platform/context.ts'
import type { Form } from '../platform/form.ts'
import { dateOf } from '../ui/date-field.ts'
import { DateField, type Errors, Radios, Select, TextField } from '../ui/fields.tsx'
import type { SummaryRow } from '../ui/parts.tsx'
import { numberOf } from './act.ts'

const words = defineMessages({
  da: {
    extent: 'Omfang',
    days: (n: number) => `${n.toLocaleString('da-DK')} dage om ugen`,
    hours: (n: number) => `${n.toLocaleString('da-DK')} timer om ugen`,
    fullTime: (n: number) => `Ikke nævnt. Regnes som fuld tid (${n} dage om ugen)`,
    because: 'Hvorfor færre dage',
    place: 'Ønsket sted',
    noPlace: 'Intet ønske',
    transport: 'Transport',
    start: 'Start',
    soonest: 'Så hurtigt som muligt',
    from: (day: string) => `Fra ${day}`,
    until: 'Til',
    daysField: 'Dage om ugen (tom = ikke nævnt, regnes som fuld tid)',
    hoursField: 'Timer om ugen (tom = ikke nævnt)',
    placeInWords: 'Et andet sted, med borgerens ord',
    startField: 'Start fra (tom = så hurtigt som muligt)',
    untilField: 'Til (tom = uden slutdato)',
    needDays: 'Skriv et antal dage mellem 0,5 og 7.',
    needHours: 'Skriv et antal timer mellem 0,5 og 60.',
    needDay: 'Skriv en rigtig dag, eller lad feltet stå tomt.',
  },
  en: {
    extent: 'Extent',
    days: (n: number) => `${n} days a week`,
    hours: (n: number) => `${n} hours a week`,
    fullTime: (n: number) => `Not named. Counts as full time (${n} days a week)`,
    because: 'Why fewer days',
    place: 'Wished place',
    noPlace: 'No wish',
    transport: 'Transport',
    start: 'Start',
    soonest: 'As soon as possible',
    from: (day: string) => `From ${day}`,
    until: 'Until',
    daysField: 'Days a week (empty = not named, counts as full time)',
    hoursField: 'Hours a week (empty = not named)',
    placeInWords: 'Another place, in the citizen’s words',
    startField: 'Start from (empty = as soon as possible)',
    untilField: 'Until (empty = without end)',
    needDays: 'Write a number of days between 0.5 and 7.',
    needHours: 'Write a number of hours between 0.5 and 60.',
    needDay: 'Write a real day, or leave the field empty.',
  },
})

const transportWords = (c: PageContext): Record<Applied['transport'], string> => {
  const a = applicationMessages(c.language)
  return {
    none: a.transportSelf,
    withHelp: a.transportHelp,
    transport: a.transportRide,
    unknown: a.transportUnknown,
  }
}

/** The wishes as rows: what a part refusal is measured against, so none is left out. */
export function wishesInWords(c: PageContext, applied: Applied, defaultDays: number): readonly SummaryRow[] {
  const t = words(c.language)
  const extent = [
    applied.daysPerWeek === undefined ? t.fullTime(defaultDays) : t.days(applied.daysPerWeek),
    ...(applied.hoursPerWeek === undefined ? [] : [t.hours(applied.hoursPerWeek)]),
  ].join(', ')
  return [
    { label: t.extent, value: extent },
    ...(applied.fewerDaysBecause ? [{ label: t.because, value: applied.fewerDaysBecause }] : []),
    {
      label: t.place,
      value: applied.place ? c.municipality.providerName(applied.place) : (applied.placeInWords ?? t.noPlace),
    },
    { label: t.transport, value: transportWords(c)[applied.transport] },
    {
      label: t.start,
      value: applied.start.kind === 'soonest' ? t.soonest : t.from(plainDay(applied.start.day, c.language)),
    },
    ...(applied.until ? [{ label: t.until, value: plainDay(applied.until, c.language) }] : []),
  ]
}

type WishFieldsProps = {
  readonly c: PageContext
  readonly errors: Errors
  /** What stands in the fields before anything is typed. */
  readonly known?: Applied | undefined
}

export function WishFields({ c, errors, known }: WishFieldsProps) {
  const t = words(c.language)
  const a = applicationMessages(c.language)
  const { form } = c
  const typed = form.commandId !== undefined
  const text = (name: string, value: string | number | undefined): string | undefined =>
    typed ? form.text(name) : value === undefined ? undefined : String(value).replace('.', ',')
  const day = (value: CalendarDay | undefined): CalendarDay | undefined => (typed ? undefined : value)
  return (
    <>
      <TextField
        name="days"
        label={t.daysField}
        value={text('days', known?.daysPerWeek)}
        errors={errors}
        width={4}
        inputmode="decimal"
      />
      <TextField
        name="hours"
        label={t.hoursField}
        value={text('hours', known?.hoursPerWeek)}
        errors={errors}
        width={4}
        inputmode="decimal"
      />
      <TextField
        name="fewerDaysBecause"
        label={t.because}
        value={text('fewerDaysBecause', known?.fewerDaysBecause)}
        errors={errors}
      />
      <Select
        name="place"
        label={a.place}
        hint={a.placeHint}
        value={text('place', known?.place)}
        errors={errors}
        empty={a.noPlace}
        options={currentStandard(c.municipality).providers.map((p) => ({ value: p.id, label: p.name }))}
      />
      <TextField
        name="placeInWords"
        label={t.placeInWords}
        value={text('placeInWords', known?.placeInWords)}
        errors={errors}
      />
      <Radios
        name="transport"
        label={a.transport}
        value={text('transport', known?.transport) ?? 'unknown'}
        errors={errors}
        options={transportWishes.map((wish) => ({ value: wish, label: transportWords(c)[wish] }))}
      />
      <DateField
        name="startFrom"
        label={t.startField}
        value={day(known?.start.kind === 'from' ? known.start.day : undefined)}
        typed={form.values}
        errors={errors}
        language={c.language}
      />
      <DateField
        name="until"
        label={t.untilField}
        value={day(known?.until)}
        typed={form.values}
        errors={errors}
        language={c.language}
      />
    </>
  )
}

/** What is wrong with the fields as typed, in sentences; empty when `typedWishes` can be trusted. */
export function wishErrors(c: PageContext): Errors {
  const t = words(c.language)
  const { form } = c
  const [days, hours] = [numberOf(form.text('days')), numberOf(form.text('hours'))]
  return {
    ...(days !== undefined && !(days >= 0.5 && days <= 7) && { days: t.needDays }),
    ...(hours !== undefined && !(hours >= 0.5 && hours <= 60) && { hours: t.needHours }),
    ...(dateOf(form, 'startFrom') === 'wrong' && { startFrom: t.needDay }),
    ...(dateOf(form, 'until') === 'wrong' && { until: t.needDay }),
  }
}

/** The wishes as typed, for the command's own schema to check. */
export function typedWishes(form: Form): unknown {
  const place = ProviderId.safeParse(form.text('place'))
  const from = dateOf(form, 'startFrom')
  return {
    daysPerWeek: numberOf(form.text('days')),
    hoursPerWeek: numberOf(form.text('hours')),
    fewerDaysBecause: form.text('fewerDaysBecause'),
    place: place.success ? place.data : undefined,
    placeInWords: form.text('placeInWords'),
    transport: form.text('transport') ?? 'unknown',
    start: from === undefined ? { kind: 'soonest' } : { kind: 'from', day: from },
    until: dateOf(form, 'until'),
  }
}
