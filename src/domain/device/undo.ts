/** What one press on a tablet records, and what one press takes back. */
import type { AttendanceKind } from '../attendance/fact.ts'

/** A cancellation and a settlement take more words than a tablet has room for: they are made on the day's page. */
export const kindsOnTablet = ['arrived', 'left', 'noShow', 'undone'] as const

export const kindsToUndo: readonly AttendanceKind[] = ['arrived', 'left', 'noShow']
