/** The mark of a case that the Appeals Board has sent back, on the worklist and at the top of the case. */
import type { CalendarDay } from '../../domain/time/calendar-day.ts'
import { currentStandard } from '../../standards/municipality.ts'
import { shortDay } from '../i18n/dates.ts'
import { defineMessages } from '../i18n/messages.ts'
import { periodInWords } from '../i18n/period.ts'
import type { PageContext } from '../platform/context.ts'

const words = defineMessages({
  da: { remanded: (period: string, day: string) => `Hjemvist – ${period} fra ${day}` },
  en: { remanded: (period: string, day: string) => `Remanded – ${period} from ${day}` },
})

export const remandInWords = (
  { language, municipality }: Pick<PageContext, 'language' | 'municipality'>,
  on: CalendarDay,
): string =>
  words(language).remanded(
    periodInWords(currentStandard(municipality).parameters.processingTime.value, language),
    shortDay(on, language),
  )
