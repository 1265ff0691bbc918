/** One kind sentence while the caseworker would like to hear about the days (K1.2-4). It asks, and threatens nothing. */
import { dialogueWith, openPatterns } from '../../domain/case/absence/about.ts'
import type { CaseFile } from '../../domain/case/case-file.ts'
import type { PageContext } from '../platform/context.ts'
import { Alert } from '../ui/parts.tsx'
import { caseMessages } from './case-messages.ts'

/** Whether somebody is to call the citizen about the days, and has not talked with them yet. */
export const isTalkWanted = (file: CaseFile): boolean =>
  openPatterns(file).some((pattern) => dialogueWith(pattern, 'citizen') === undefined)

export function DaysTalk({
  c,
  file,
}: {
  readonly c: Pick<PageContext, 'language'>
  readonly file: CaseFile
}) {
  return isTalkWanted(file) ? (
    <Alert kind="info">
      <p>{caseMessages(c.language).daysTalk}</p>
    </Alert>
  ) : null
}
