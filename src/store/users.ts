/** Staff: those of the authority and of the providers, each known by the subject that the staff issuer names. */
import type { ProviderId, UnitId, UserId } from '../domain/identity.ts'
import type { ReadTx, WriteTx } from './connection.ts'
import { sql } from './sql.ts'

export type StaffUser = {
  readonly userId: UserId
  readonly subject: string
  readonly name: string
  readonly phone: string | null
  readonly email: string | null
  readonly unit: UnitId | null
  readonly roles: readonly string[]
  readonly providerId: ProviderId | null
  readonly active: boolean
}

/** Adds a user or changes all but who they are. */
export async function saveUser(tx: WriteTx, user: StaffUser): Promise<void> {
  const { userId, subject, name, phone, email, unit, roles, providerId, active } = user
  await tx.run(sql`
    insert into staff_user (municipality, user_id, subject, name, phone, email, unit, roles, provider_id, active)
    values (${tx.scope.municipality}, ${userId}, ${subject}, ${name}, ${phone}, ${email}, ${unit}, ${roles},
            ${providerId}, ${active})
    on conflict (municipality, user_id) do update
    set subject = excluded.subject, name = excluded.name, phone = excluded.phone, email = excluded.email,
        unit = excluded.unit, roles = excluded.roles, provider_id = excluded.provider_id, active = excluded.active`)
}

const columns = sql`user_id as "userId", subject, name, phone, email, unit, roles, provider_id as "providerId", active`

export const findUser = (tx: ReadTx, userId: UserId): Promise<StaffUser | undefined> =>
  tx.findRow(sql`select ${columns} from staff_user where user_id = ${userId}`)

export const findUserBySubject = (tx: ReadTx, subject: string): Promise<StaffUser | undefined> =>
  tx.findRow(sql`select ${columns} from staff_user where subject = ${subject}`)

/** Everybody, those who left too, by name in Danish order. */
export const listUsers = (tx: ReadTx): Promise<readonly StaffUser[]> =>
  tx.rows(sql`select ${columns} from staff_user order by name collate "da-x-icu", user_id`)
