/** Break-glass: a case of another unit, opened with a stated reason and for a time. */
import type { CaseId, UserId } from '../domain/identity.ts'
import type { ReadTx, WriteTx } from './connection.ts'
import { sql } from './sql.ts'

export type CaseOpening = {
  readonly userId: UserId
  readonly caseId: CaseId
  readonly reason: string
  readonly openedAt: string
  readonly until: string
}

export async function openOtherCase(
  tx: WriteTx,
  opening: Omit<CaseOpening, 'openedAt' | 'until'> & { readonly openedAt: Date; readonly until: Date },
): Promise<void> {
  const { userId, caseId, reason, openedAt, until } = opening
  await tx.run(sql`
    insert into case_opening (municipality, user_id, case_id, reason, opened_at, until)
    values (${tx.scope.municipality}, ${userId}, ${caseId}, ${reason}, ${openedAt}, ${until})`)
}

const columns = sql`user_id as "userId", case_id as "caseId", reason, opened_at as "openedAt", until`

/** The opening that lets this user in now, if there is one. */
export const findOpening = (
  tx: ReadTx,
  userId: UserId,
  caseId: CaseId,
  now: Date,
): Promise<CaseOpening | undefined> =>
  tx.findRow(sql`
    select ${columns} from case_opening
    where user_id = ${userId} and case_id = ${caseId} and opened_at <= ${now} and until > ${now}
    order by until desc limit 1`)

/** Who opened a case, the latest first. */
export const listOpenings = (tx: ReadTx, caseId: CaseId): Promise<readonly CaseOpening[]> =>
  tx.rows(sql`select ${columns} from case_opening where case_id = ${caseId} order by opened_at desc, user_id`)
