/** A placement that has begun, with its week, as casework would project it. */
import { randomUUID } from 'node:crypto'
import type { CaseId, PartId, PersonId } from '../../src/domain/identity.ts'
import { getDay } from '../../src/domain/time/calendar-day.ts'
import { type Database, write } from '../../src/store/connection.ts'
import { savePerson } from '../../src/store/persons.ts'
import { replaceProjections } from '../../src/store/projections.ts'
import { sql } from '../../src/store/sql.ts'
import { access, caseRow, order, projections } from './projections.ts'
import { asCommand, newCase, newPerson } from './scopes.ts'

export type Begun = { readonly orderId: PartId; readonly caseId: CaseId; readonly personId: PersonId }

type Wanted = {
  readonly provider?: string
  readonly givenName?: string
  readonly startedOn?: string
  readonly closedOn?: string
  /** ISO weekdays; none: no schedule. */
  readonly weekdays?: readonly number[]
  readonly groupId?: string
  readonly considerations?: string
}

/** Monday to Friday unless told, from 2 November 2026. */
export async function placeSomebody(db: Database, wanted: Wanted = {}): Promise<Begun> {
  const { provider = 'kaerhoej', givenName = 'Asta', startedOn = '2026-11-02' } = wanted
  const { weekdays = [1, 2, 3, 4, 5], closedOn, groupId, considerations } = wanted
  const [caseId, personId] = [newCase(), newPerson()]
  const base = order(provider, personId)
  const row = {
    ...base,
    closedOn: closedOn ? getDay(closedOn) : null,
    state: { status: 'started', startedOn, questions: [] },
    content: { ...(base.content as object), startOn: startedOn, ...(considerations && { considerations }) },
  }
  await write(db, asCommand(), async (tx) => {
    await savePerson(tx, {
      personId,
      validFrom: getDay('2026-01-01'),
      recordedAt: new Date(),
      details: {
        givenName,
        familyName: 'Eng',
        birthDate: getDay('1988-02-03'),
        language: 'da',
        digitalPostExempt: false,
        easyRead: false,
      },
    })
    await replaceProjections(
      tx,
      caseId,
      projections(caseRow(personId, { caseNumber: `2026-${BigInt(`0x${randomUUID().slice(0, 8)}`)}0000` }), {
        access: [access('citizen', personId)],
        orders: [row],
      }),
    )
    for (const weekday of weekdays)
      await tx.run(sql`
        insert into schedule_day (municipality, case_id, order_id, provider_id, person_id, weekday, part, starts, ends,
          group_id, valid_from)
        values (${tx.scope.municipality}, ${caseId}, ${row.orderId}, ${provider}, ${personId}, ${weekday}, 'full',
          '09:00', '15:00', ${groupId ?? null}, ${startedOn})`)
  })
  return { orderId: row.orderId, caseId, personId }
}
