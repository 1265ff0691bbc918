import type { Period } from '../../domain/time/deadline.ts'
import { defineMessages, type Language } from './messages.ts'

const words = defineMessages({
  da: {
    day: (n: number) => `${n} ${n === 1 ? 'dag' : 'dage'}`,
    week: (n: number) => `${n} ${n === 1 ? 'uge' : 'uger'}`,
    month: (n: number) => `${n} ${n === 1 ? 'måned' : 'måneder'}`,
    workingDay: (n: number) => `${n} ${n === 1 ? 'arbejdsdag' : 'arbejdsdage'}`,
  },
  en: {
    day: (n: number) => `${n} ${n === 1 ? 'day' : 'days'}`,
    week: (n: number) => `${n} ${n === 1 ? 'week' : 'weeks'}`,
    month: (n: number) => `${n} ${n === 1 ? 'month' : 'months'}`,
    workingDay: (n: number) => `${n} ${n === 1 ? 'working day' : 'working days'}`,
  },
})

/** “6 uger” */
export const periodInWords = ({ amount, unit }: Period, language: Language): string =>
  words(language)[unit](amount)
