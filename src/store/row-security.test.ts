import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../../test/support/postgres.ts'
import { access, caseRow, obligation, order, projections } from '../../test/support/projections.ts'
import {
  asAuthority,
  asCitizen,
  asCommand,
  asProvider,
  billund,
  newCase,
  newPerson,
  vejen,
} from '../../test/support/scopes.ts'
import { type CaseId, type PersonId, ProviderId } from '../domain/identity.ts'
import { addDays, getDay } from '../domain/time/calendar-day.ts'
import { casesInReach, findCase, ordersInReach } from './cases.ts'
import { type ReadTx, read, write } from './connection.ts'
import { moveDemoClock, startDemoClock } from './demo-clock.ts'
import { saveDocument } from './documents.ts'
import { appendEvents, readStream } from './journal.ts'
import { findPerson, findPersons, savePerson } from './persons.ts'
import { obligationsOf, replaceProjections } from './projections.ts'
import type { Scope } from './scope.ts'
import { sql } from './sql.ts'

let db: FreshDatabase
beforeAll(async () => {
  db = await freshDatabase()
  for (const municipality of [vejen, billund]) {
    await write(db.app, asCommand(municipality), (tx) => startDemoClock(tx, getDay('2026-11-24')))
  }
})
afterAll(() => db.drop())

/** Everything that holds a municipality, told by the catalogue and not by us. */
const tables = () =>
  db.admin.pool
    .query<{ name: string; forced: boolean; keyed: boolean }>(`
      select c.oid::regclass::text as name, c.relrowsecurity and c.relforcerowsecurity as forced,
        coalesce((select a.attname = 'municipality' from pg_index i join pg_attribute a
          on a.attrelid = c.oid and a.attnum = i.indkey[0] where i.indrelid = c.oid and i.indisprimary), false) as keyed
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'`)
    .then(({ rows }) => rows)

describe('the catalogue', () => {
  test('every table begins its key with the municipality and forces row-level security, but for the known two', async () => {
    const exceptions = (await tables()).filter((t) => !(t.forced && t.keyed)).map((t) => t.name)
    expect(exceptions.filter((name) => !name.startsWith('graphile_worker.'))).toEqual(['schema_migration'])
  })

  test('every policy asks for the municipality first', async () => {
    const { rows } = await db.admin.pool.query<{ policy: string }>(`
      select tablename || ' ' || policyname as policy from pg_policies
      where schemaname <> 'graphile_worker'
        and coalesce(qual, with_check) not like '((municipality = ( SELECT scope_municipality()%'`)
    expect(rows).toEqual([])
  })

  test('no application role may do more than its table of grants says', async () => {
    const { rows } = await db.admin.pool.query<{ may: string }>(`
      select replace(g.grantee, 'hverdag_', '') || ' ' || g.table_name || ': ' ||
             string_agg(lower(g.privilege_type), ' ' order by g.privilege_type) as may
      from information_schema.role_table_grants g
      where g.grantee like 'hverdag\\_%' and g.table_schema = 'public' group by g.grantee, g.table_name order by 1`)
    expect(rows.map((r) => r.may)).toMatchSnapshot()
  })

  test('names follow one convention', async () => {
    const { rows } = await db.admin.pool.query<{ name: string }>(`
      select c.oid::regclass || '.' || a.attname as name from pg_class c join pg_attribute a on a.attrelid = c.oid
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
        and (a.attname !~ '^[a-z][a-z0-9_]*$'
             or (a.attname ~ '_on$' and a.atttypid <> 'date'::regtype)
             or (a.attname ~ '_at$' and a.atttypid <> 'timestamptz'::regtype)
             or (a.atttypid = 'timestamp'::regtype))`)
    expect(rows).toEqual([])
  })
})

/** A case with a row of everything, as a world is made of. */
type WorldCase = {
  readonly municipality: typeof vejen
  readonly caseId: CaseId
  readonly person: PersonId
  readonly representatives: readonly { readonly who: PersonId; readonly from: string; readonly to: string }[]
  readonly provider: string
  /** The first day on which the order is no concern of the provider's. */
  readonly closedOn?: string | null
}

const isHeldOn = ({ closedOn }: WorldCase, day: string): boolean => closedOn == null || day < closedOn

const dayBefore = (day: string | null | undefined) => (day == null ? undefined : addDays(getDay(day), -1))

async function build(world: readonly WorldCase[]): Promise<void> {
  for (const { municipality, caseId, person, representatives, provider, closedOn } of world) {
    await write(db.app, asCommand(municipality), async (tx) => {
      const details = {
        givenName: 'Ane',
        familyName: 'Verden',
        birthDate: getDay('1980-01-01'),
        language: 'da' as const,
        digitalPostExempt: false,
        easyRead: false,
        address: { street: 'Hemmelig 1', postalCode: '6600', town: 'Vejen', protected: true },
      }
      for (const personId of [person, ...representatives.map((r) => r.who)]) {
        await savePerson(tx, { personId, details, validFrom: getDay('2026-11-01'), recordedAt: new Date() })
      }
      await appendEvents(tx, {
        streamId: caseId,
        expectedSeq: 0,
        events: [
          {
            type: 'applicationReceived',
            payload: {},
            eventId: randomUUID(),
            typeVersion: 1,
            occurredOn: getDay('2026-11-02'),
            recordedOn: getDay('2026-11-02'),
            recordedAt: new Date().toISOString(),
            actor: { kind: 'system', name: 'world' },
            standard: 'vejen-104@1',
          },
        ],
      })
      await saveDocument(tx, caseId, {
        bytes: Buffer.from(caseId),
        name: 'a.txt',
        mediaType: 'text/plain',
        created: new Date(),
      })
      await replaceProjections(
        tx,
        caseId,
        projections(
          caseRow(person, { caseNumber: `2026-${String(BigInt(`0x${caseId.slice(0, 8)}`))}0000` }),
          {
            obligations: [obligation('a'), obligation('p', { actor: 'provider' })],
            access: [
              access('citizen', person),
              ...representatives.map((r) => access('representative', r.who, r.from, r.to)),
              access('provider', ProviderId.parse(provider), '2026-11-20', dayBefore(closedOn)),
            ],
            orders: [order(provider, person, { closedOn: closedOn == null ? null : getDay(closedOn) })],
          },
        ),
      )
    })
  }
}

const streamTables = ['stream', 'event', 'event_payload', 'document'] as const

/** The cases that each table shows rows of. */
async function seenCases(tx: ReadTx): Promise<Record<string, readonly string[]>> {
  const of = async (query: ReturnType<typeof sql>) =>
    [...new Set((await tx.rows<{ id: string }>(query)).map((r) => r.id))].sort()
  return {
    stream: await of(sql`select stream_id as id from stream`),
    event: await of(sql`select stream_id as id from event`),
    event_payload: await of(sql`select stream_id as id from event_payload`),
    document: await of(sql`select stream_id as id from document`),
    case_file: await of(sql`select case_id as id from case_file`),
    obligation: await of(sql`select case_id as id from obligation`),
    service_order: await of(sql`select case_id as id from service_order`),
    person: await of(sql`select person_id as id from person`),
    person_version: await of(sql`select person_id as id from person_version`),
    person_address: await of(sql`select person_id as id from person_address`),
    person_name_token: await of(sql`select person_id as id from person_name_token`),
    access: await of(sql`select case_id as id from case_access`),
  }
}

const sorted = (ids: readonly string[]) => [...new Set(ids)].sort()

describe('in any world of municipalities, people, representatives and providers', () => {
  const today = '2026-11-24'
  const people = Array.from({ length: 4 }, newPerson)
  const anyCase = fc.record({
    municipality: fc.constantFrom(vejen, billund),
    caseId: fc.constant(null).map(newCase),
    person: fc.constantFrom(...people),
    representatives: fc.uniqueArray(
      fc.record({
        who: fc.constantFrom(...people),
        from: fc.constantFrom('2026-11-01', '2026-11-24', '2026-11-25'),
        to: fc.constantFrom('2026-11-25', '2026-11-30', '2027-01-01'),
      }),
      { maxLength: 2, selector: (r) => r.who },
    ),
    provider: fc.constantFrom('kaerhoej', 'noerrevang'),
    closedOn: fc.constantFrom(null, '2026-11-23', '2026-11-24', '2026-11-25'),
  })

  test('nobody sees a row outside their scope, and everybody sees what is theirs', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyCase, { minLength: 1, maxLength: 5 }), async (world) => {
        await db.admin.pool.query(
          `truncate ${[...streamTables].join(', ')}, case_file, obligation, service_order, case_access, person, person_version,
             person_address, person_name_token, command_result cascade`,
        )
        await build(world)
        for (const municipality of [vejen, billund]) {
          const here = world.filter((c) => c.municipality === municipality)
          const look = (scope: Scope) => read(db.app, scope, seenCases)
          const all = sorted(here.map((c) => c.caseId))

          const everything = await look(asAuthority(municipality))
          for (const table of [...streamTables, 'case_file', 'obligation', 'service_order', 'access']) {
            expect(everything[table]).toEqual(all)
          }

          for (const who of people) {
            const mine = here.filter(
              (c) =>
                c.person === who ||
                c.representatives.some((r) => r.who === who && r.from <= today && today <= r.to),
            )
            const seen = await look(asCitizen(who, municipality))
            const cases = sorted(mine.map((c) => c.caseId))
            for (const table of [...streamTables, 'case_file', 'obligation'])
              expect(seen[table]).toEqual(cases)
            for (const table of ['service_order', 'person_name_token']) expect(seen[table]).toEqual([])
            const known = here.some((c) => c.person === who || c.representatives.some((r) => r.who === who))
            expect(seen.person).toEqual(known ? [who] : [])
            expect(seen.person_address).toEqual(known ? [who] : [])
            expect(seen.person_version).toEqual(
              sorted([
                ...(known ? [who] : []),
                ...mine.map((c) => c.person),
                ...here.filter((c) => c.person === who).flatMap((c) => c.representatives.map((r) => r.who)),
              ]),
            )
          }

          for (const provider of ['kaerhoej', 'noerrevang']) {
            const placed = here.filter((c) => c.provider === provider && isHeldOn(c, today))
            const seen = await look(asProvider(provider, municipality))
            expect(seen.service_order).toEqual(sorted(placed.map((c) => c.caseId)))
            expect(seen.obligation).toEqual(sorted(placed.map((c) => c.caseId)))
            expect(seen.person_version).toEqual(sorted(placed.map((c) => c.person)))
            expect(seen.access).toEqual(sorted(placed.map((c) => c.caseId)))
            for (const table of [
              ...streamTables,
              'case_file',
              'person',
              'person_address',
              'person_name_token',
            ]) {
              expect(seen[table]).toEqual([])
            }
          }
        }
      }),
      { numRuns: 15, endOnFailure: true },
    )
  })

  test('only a command or the system writes a case', async () => {
    const [caseId, person] = [newCase(), newPerson()]
    const rows = projections(caseRow(person))
    for (const scope of [asCitizen(person), asProvider('kaerhoej'), asAuthority()]) {
      await expect(write(db.app, scope, (tx) => replaceProjections(tx, caseId, rows))).rejects.toThrow(
        /row-level security/,
      )
    }
  })
})

describe('a representative', () => {
  test('comes in on the first day, and is out after the last', async () => {
    const [caseId, person, who] = [newCase(), newPerson(), newPerson()]
    const representatives = [{ who, from: '2026-12-01', to: '2026-12-10' }]
    await build([{ municipality: vejen, caseId, person, representatives, provider: 'kaerhoej' }])
    const seesOn = async (day: string) => {
      await write(db.app, asCommand(), (tx) => moveDemoClock(tx, getDay(day)))
      return read(db.app, asCitizen(who), async (tx) => [
        (await casesInReach(tx, 10)).length,
        (await readStream(tx, caseId)).length,
        (await obligationsOf(tx, caseId)).length,
        (await findCase(tx, caseId)) === undefined ? 0 : 1,
      ])
    }
    expect(await seesOn('2026-11-30')).toEqual([0, 0, 0, 0])
    expect(await seesOn('2026-12-01')).toEqual([1, 1, 2, 1])
    expect(await seesOn('2026-12-10')).toEqual([1, 1, 2, 1])
    expect(await seesOn('2026-12-11')).toEqual([0, 0, 0, 0])
  })
})

describe('a provider', () => {
  test('sees its orders and the person without CPR number, and an address only when it is not protected', async () => {
    const [open, hidden] = [newPerson(), newPerson()]
    for (const person of [open, hidden]) {
      await build([
        { municipality: vejen, caseId: newCase(), person, representatives: [], provider: 'veum-dag' },
      ])
    }
    await write(db.app, asCommand(), (tx) =>
      savePerson(tx, {
        personId: open,
        cpr: '0101809999',
        details: {
          givenName: 'Ane',
          familyName: 'Verden',
          birthDate: getDay('1980-01-01'),
          language: 'da',
          digitalPostExempt: false,
          easyRead: false,
          address: { street: 'Åben 1', postalCode: '6600', town: 'Vejen', protected: false },
        },
        validFrom: getDay('2026-11-02'),
        recordedAt: new Date(),
      }),
    )
    await read(db.app, asProvider('veum-dag'), async (tx) => {
      expect((await ordersInReach(tx)).map((o) => o.personId).sort()).toEqual([open, hidden].sort())
      const [a, b] = [await findPerson(tx, open), await findPerson(tx, hidden)]
      expect(a).toMatchObject({ familyName: 'Verden', address: { street: 'Åben 1' } })
      expect(b).toMatchObject({ familyName: 'Verden' })
      expect([a?.cpr, b?.cpr, b?.address]).toEqual([undefined, undefined, undefined])
    })
    expect(await read(db.app, asProvider('kaerhoej'), (tx) => findPersons(tx, [open, hidden]))).toEqual([])
  })

  test('sees nothing more of an order from the day that it is over', async () => {
    const [caseId, person] = [newCase(), newPerson()]
    await build([
      { municipality: vejen, caseId, person, representatives: [], provider: 'jels', closedOn: '2026-12-20' },
    ])
    const seesOn = async (day: string) => {
      await write(db.app, asCommand(), (tx) => moveDemoClock(tx, getDay(day)))
      return read(db.app, asProvider('jels'), async (tx) => [
        (await ordersInReach(tx)).length,
        (await findPersons(tx, [person])).length,
        (await obligationsOf(tx, caseId)).length,
      ])
    }
    expect(await seesOn('2026-12-19')).toEqual([1, 1, 1])
    expect(await seesOn('2026-12-20')).toEqual([0, 0, 0])
  })
})
