/** What a page of the application is, and how what was typed on it is read. */
import type { Child } from 'hono/jsx'
import type { CalendarDay } from '../../domain/time/calendar-day.ts'
import type { Person } from '../../store/persons.ts'
import type { PageContext } from '../platform/context.ts'
import { dateOf } from '../ui/date-field.ts'
import type { Errors } from '../ui/fields.tsx'
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

/** What a field shows again: its name, what was typed in it and what is wrong with that. */
export const typedIn = ({ values, errors }: Pick<StepView, 'values' | 'errors'>, name: string) => ({
  name,
  value: one(values, name),
  errors,
})

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

export const say = (c: PageContext) => applicationMessages(c.language)
export const optionsOf = (words: Readonly<Record<string, string>>) =>
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

/** Of whom one may ask, with consent. */
export const consentSources = ['doctor', 'residence', 'currentOffer'] as const
