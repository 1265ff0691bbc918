/** Who the person has had to turn to at the place, and whether that changes too often for a recognisable everyday life (K2.0-9). */
import type { CaseParameters } from '../../standard/terms.ts'
import { addMonths, type CalendarDay } from '../../time/calendar-day.ts'
import type { ContactAppointment, Order } from '../case-file.ts'

type Appointments = Pick<Order, 'contactPersons'>
type Limits = Pick<CaseParameters, 'contactChangeMonths' | 'contactChangesMost'>

/** The appointments by which somebody else became the contact person. The first is none, and a new substitute is none. */
export const contactChanges = ({ contactPersons }: Appointments): readonly ContactAppointment[] =>
  contactPersons.filter((now, index) => {
    const before = contactPersons[index - 1]
    return before !== undefined && before.contactPerson !== now.contactPerson
  })

/** How many of them lie within the standard's time up to a day. */
export const changesUpTo = (
  order: Appointments,
  day: CalendarDay,
  { contactChangeMonths }: Limits,
): readonly ContactAppointment[] =>
  contactChanges(order).filter(({ on }) => on <= day && addMonths(on, contactChangeMonths) > day)

/** Whether one more change on that day would be too many to go unexplained. */
export const wouldChangeOften = (order: Appointments, day: CalendarDay, limits: Limits): boolean =>
  changesUpTo(order, day, limits).length >= limits.contactChangesMost

/** Whether there have been so many up to that day. */
export const hasChangedOften = (order: Appointments, day: CalendarDay, limits: Limits): boolean =>
  changesUpTo(order, day, limits).length > limits.contactChangesMost
