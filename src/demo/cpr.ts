/**
 * CPR numbers that cannot exist. The register gives out numbers that fail modulo 11 only for certain first days of
 * January; the numbers made here fail it for another day of the year, and end in 99xx like the official test persons'.
 */
import { addDays, type CalendarDay } from '../domain/time/calendar-day.ts'

const weights = [4, 3, 2, 7, 6, 5, 4, 3, 2, 1]

export const passesModulo11 = (cpr: string): boolean =>
  weights.reduce((sum, weight, i) => sum + weight * Number(cpr[i]), 0) % 11 === 0

/** A birth date that such a number can be made for: never in the first days of January. */
export const birthDateNear = (day: CalendarDay): CalendarDay =>
  day.slice(5) < '01-05' ? addDays(day, 20) : day

/** Number `serial` (0–9) of a day: serials 9900 to 9999, the last digit even for women and odd for men. */
export function impossibleCpr(bornOn: CalendarDay, woman: boolean, serial: number): string {
  const [year, month, day] = [bornOn.slice(2, 4), bornOn.slice(5, 7), bornOn.slice(8, 10)]
  const candidates = Array.from(
    { length: 100 },
    (_, i) => `${day}${month}${year}99${String(i).padStart(2, '0')}`,
  )
    .filter((cpr) => Number(cpr[9]) % 2 === (woman ? 0 : 1))
    .filter((cpr) => !passesModulo11(cpr))
  const found = candidates[serial % candidates.length]
  if (found === undefined) throw new Error(`no number can be made for ${bornOn}`)
  return found
}
