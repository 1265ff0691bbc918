/** How a date came about, in words: the date explains itself. */
import type { CalendarDay } from '../../domain/time/calendar-day.ts'
import type { DerivationStep, NonWorkingReason } from '../../domain/time/deadline.ts'
import { longDay } from './dates.ts'
import { defineMessages, type Language } from './messages.ts'

type Unit = Extract<DerivationStep, { step: 'add' | 'subtract' }>['unit']

const units: Record<'da' | 'en', Record<Unit, readonly [one: string, many: string]>> = {
  da: {
    hour: ['time', 'timer'],
    day: ['dag', 'dage'],
    week: ['uge', 'uger'],
    month: ['måned', 'måneder'],
    workingDay: ['arbejdsdag', 'arbejdsdage'],
    deliveryDay: ['hverdag', 'hverdage'],
  },
  en: {
    hour: ['hour', 'hours'],
    day: ['day', 'days'],
    week: ['week', 'weeks'],
    month: ['month', 'months'],
    workingDay: ['working day', 'working days'],
    deliveryDay: ['delivery day', 'delivery days'],
  },
}

const reasons: Record<'da' | 'en', Record<NonWorkingReason, string>> = {
  da: {
    saturday: 'lørdag',
    sunday: 'søndag',
    publicHoliday: 'helligdag',
    constitutionDay: 'grundlovsdag',
    christmasEve: 'juleaftensdag',
    newYearsEve: 'nytårsaftensdag',
    fridayAfterAscension: 'fredag efter Kristi himmelfart',
  },
  en: {
    saturday: 'Saturday',
    sunday: 'Sunday',
    publicHoliday: 'a public holiday',
    constitutionDay: 'Constitution Day',
    christmasEve: 'Christmas Eve',
    newYearsEve: 'New Year’s Eve',
    fridayAfterAscension: 'the Friday after Ascension Day',
  },
}

const words = defineMessages({
  da: {
    from: (day: string) => `Fra ${day}`,
    plus: (period: string, day: string) => `${period} → ${day}`,
    minus: (period: string, day: string) => `${period} før → ${day}`,
    presumed: (days: number, day: string) => `på papir: regnes for modtaget efter ${days} hverdage → ${day}`,
    rolled: (over: string, day: string) => `ikke på ${over} → ${day}`,
    named: (day: string) => `Den dag, der er nævnt: ${day}`,
    last: (day: string) => `sidste arbejdsdag: ${day}`,
  },
  en: {
    from: (day: string) => `From ${day}`,
    plus: (period: string, day: string) => `${period} → ${day}`,
    minus: (period: string, day: string) => `${period} before → ${day}`,
    presumed: (days: number, day: string) =>
      `on paper: presumed received after ${days} delivery days → ${day}`,
    rolled: (over: string, day: string) => `not on ${over} → ${day}`,
    named: (day: string) => `The day that was named: ${day}`,
    last: (day: string) => `last working day: ${day}`,
  },
})

function stepInWords(step: DerivationStep, language: Language): string {
  const say = words(language)
  const tongue = language === 'en' ? 'en' : 'da'
  const day = (value: CalendarDay) => longDay(value, language)
  switch (step.step) {
    case 'from':
      return say.from(day(step.day))
    case 'add':
    case 'subtract': {
      const period = `${step.amount} ${units[tongue][step.unit][step.amount === 1 ? 0 : 1]}`
      return step.step === 'add' ? say.plus(period, day(step.day)) : say.minus(period, day(step.day))
    }
    case 'presumedDelivery':
      return say.presumed(step.days, day(step.day))
    case 'rollForward':
      return say.rolled([...new Set(step.over)].map((r) => reasons[tongue][r]).join(', '), day(step.day))
    case 'named':
      return say.named(day(step.day))
    case 'lastWorkingDay':
      return say.last(day(step.day))
  }
}

/** “Fra fredag den 13. november 2026 · 6 uger → fredag den 25. december 2026 · sidste arbejdsdag: …” */
export const derivationInWords = (steps: readonly DerivationStep[], language: Language): string =>
  steps.map((step) => stepInWords(step, language)).join(' · ')
