/** What age means in a case: 18 on the first day and never a maximum; § 141 only under pension age. */
import type { CaseFile } from '../../../domain/case/case-file.ts'
import { pensionDay } from '../../../domain/person/pension-age.ts'
import type { StandardTerms } from '../../../domain/standard/terms.ts'
import { addMonths, ageOn, type CalendarDay } from '../../../domain/time/calendar-day.ts'

export type AgeRules = {
  readonly age: number
  readonly minimumAge: number
  /** The first day they can start; undefined when they are old enough today. */
  readonly oldEnoughOn?: CalendarDay | undefined
  /** Whether § 141 can cover them today, and until which day. */
  readonly underPensionAge: boolean
  readonly pensionOn?: CalendarDay | undefined
}

/** K1.2-1 and SEL § 141, as they stand for this person on a day. */
export function ageRules(
  { bornOn }: Pick<CaseFile, 'bornOn'>,
  terms: StandardTerms,
  today: CalendarDay,
): AgeRules {
  const { minimumAge, pensionAges } = terms.parameters
  const pensionOn = pensionDay(bornOn, pensionAges)
  const grown = addMonths(bornOn, minimumAge * 12)
  return {
    age: ageOn(bornOn, today),
    minimumAge,
    oldEnoughOn: grown > today ? grown : undefined,
    underPensionAge: pensionOn !== undefined && today < pensionOn,
    pensionOn,
  }
}
