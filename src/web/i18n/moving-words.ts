/** What stands in an event about a move, in words: wherever an event is told. */
import { defineMessages } from './messages.ts'

export const outcomeNames = defineMessages({
  da: {
    weStay: 'Vi er fortsat handlekommune',
    theyTakeOver: 'Den anden kommune overtager',
    disputed: 'Kommunerne er uenige',
  },
  en: {
    weStay: 'We are still the acting municipality',
    theyTakeOver: 'The other municipality takes over',
    disputed: 'The municipalities disagree',
  },
})
