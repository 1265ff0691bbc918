/** Staff: those of the authority and of the providers, each known by the subject that the staff issuer names. */
import type { EventActor } from '../domain/case/envelope.ts'
import type { ProviderId, UnitId, UserId } from '../domain/identity.ts'
import type { CalendarDay } from '../domain/time/calendar-day.ts'
import type { ReadTx, WriteTx } from './connection.ts'
import { json, limited, sql } from './sql.ts'

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

/** Adds a user or changes all but who they are. What a person or the log-in changes goes through `changeUser`. */
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

/** What of a user can be changed, as a change records it. */
export type UserFacts = Omit<StaffUser, 'userId'>

export type UserChange = {
  readonly userId: UserId
  /** Counts up for each user: a form that rests on the user's state says which it saw. */
  readonly number: number
  /** The real instant, ISO 8601 in UTC. */
  readonly at: string
  readonly onDay: CalendarDay
  readonly actor: EventActor
  readonly before: UserFacts | null
  readonly after: UserFacts
}

const factsOf = ({ userId: _, ...facts }: StaffUser): UserFacts => facts

/** Saves a user and, in the same transaction, who changed what. A change that changes nothing leaves no trace. */
export async function changeUser(
  tx: WriteTx,
  user: StaffUser,
  by: { readonly at: Date; readonly onDay: CalendarDay; readonly actor: EventActor },
): Promise<void> {
  const known = await tx.findRow<StaffUser>(
    sql`select ${columns} from staff_user where user_id = ${user.userId} for update`,
  )
  const [before, after] = [known && json(factsOf(known)), json(factsOf(user))]
  await saveUser(tx, user)
  await tx.run(sql`
    insert into staff_user_change (municipality, user_id, number, at, on_day, actor, before, after)
    select ${tx.scope.municipality}, ${user.userId}, coalesce(max(number), 0) + 1, ${by.at}, ${by.onDay},
           ${json(by.actor)}::jsonb, ${before ?? null}::jsonb, ${after}::jsonb
    from staff_user_change where user_id = ${user.userId}
    having ${before ?? null}::jsonb is distinct from ${after}::jsonb`)
}

const changeColumns = sql`user_id as "userId", number, at, on_day as "onDay", actor, before, after`

/** Of one user, the latest first. */
export const changesOfUser = (tx: ReadTx, userId: UserId): Promise<readonly UserChange[]> =>
  tx.rows(
    sql`select ${changeColumns} from staff_user_change where user_id = ${userId} order by number desc ${limited(50)}`,
  )

/** The active users with this role, their rows held until the transaction ends: so that two cannot both take the last one's away. */
export const lockUsersWithRole = async (tx: WriteTx, role: string): Promise<readonly UserId[]> => {
  const rows = await tx.rows<{ userId: UserId }>(sql`
    select user_id as "userId" from staff_user where active and ${role} = any (roles) order by user_id for update`)
  return rows.map((row) => row.userId)
}

/** Who works at a provider today, by name in Danish order: whom it can appoint as contact person. */
export const staffOfProvider = (tx: ReadTx, providerId: ProviderId): Promise<readonly StaffUser[]> =>
  tx.rows(sql`
    select ${columns} from staff_user
    where provider_id = ${providerId} and active and 'providerStaff' = any (roles)
    order by name collate "da-x-icu", user_id`)
