import type { CaseContext } from '../platform/context.ts'

/** The address of a page of this case: `caseHref(c, '/noter')`. */
export const caseHref = (c: CaseContext, rest = ''): string =>
  `/myndighed/sager/${c.case.file.caseNumber}${rest}`
