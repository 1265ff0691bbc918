import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../../test/support/postgres.ts'
import { asAuthority, asCommand, billund, newPerson, vejen } from '../../test/support/scopes.ts'
import { getDay } from '../domain/time/calendar-day.ts'
import { read, write } from './connection.ts'
import { nameTokens } from './person-name.ts'
import {
  findPerson,
  findPersonByCpr,
  findPersons,
  type PersonDetails,
  savePerson,
  searchPersons,
} from './persons.ts'
import { sql } from './sql.ts'

let db: FreshDatabase
beforeAll(async () => {
  db = await freshDatabase()
})
afterAll(() => db.drop())

const details = (
  givenName: string,
  familyName: string,
  more: Partial<PersonDetails> = {},
): PersonDetails => ({
  givenName,
  familyName,
  birthDate: getDay('1985-03-02'),
  language: 'da',
  digitalPostExempt: false,
  easyRead: false,
  ...more,
})

const save = (
  d: PersonDetails,
  { personId = newPerson(), cpr = undefined as string | undefined, municipality = vejen } = {},
) =>
  write(db.app, asCommand(municipality), (tx) =>
    savePerson(tx, { personId, cpr, details: d, validFrom: getDay('2026-11-24'), recordedAt: new Date() }),
  ).then(() => personId)

const names = async (text: string, limit = 20) =>
  (await read(db.app, asAuthority(), (tx) => searchPersons(tx, text, limit))).map(
    (p) => `${p.givenName} ${p.familyName}`,
  )

describe('a person', () => {
  const full = details('Åse', 'Østergård', {
    diedOn: getDay('2026-11-01'),
    residentMunicipality: '0575',
    phone: '+45 76 12 34 56',
    email: 'aase@example.dk',
    interpreter: 'arabisk',
    address: { street: 'Ågade 1', postalCode: '6600', town: 'Vejen', protected: true },
  })

  test('comes back as it was saved, by id and by CPR number', async () => {
    const personId = await save(full, { cpr: '0203856666' })
    const saved = { ...full, personId, version: 1, validFrom: '2026-11-24', cpr: '0203856666' }
    expect(await read(db.app, asAuthority(), (tx) => findPerson(tx, personId))).toEqual(saved)
    expect(await read(db.app, asAuthority(), (tx) => findPersonByCpr(tx, '0203856666'))).toEqual(saved)
    expect(
      await read(db.app, asAuthority(billund), (tx) => findPersonByCpr(tx, '0203856666')),
    ).toBeUndefined()
    expect(await read(db.app, asAuthority(), (tx) => findPerson(tx, newPerson()))).toBeUndefined()
  })

  test('that changes keeps its CPR number and is found under the new name only', async () => {
    const personId = await save(details('Karla', 'Fornavnsen'), { cpr: '0203857777' })
    await save(
      details('Karla', 'Gift', {
        address: { street: 'Nygade 2', postalCode: '6600', town: 'Vejen', protected: false },
      }),
      { personId },
    )
    const person = await read(db.app, asAuthority(), (tx) => findPerson(tx, personId))
    expect(person).toMatchObject({
      version: 2,
      familyName: 'Gift',
      cpr: '0203857777',
      address: { town: 'Vejen' },
    })
    expect(await names('karla gift')).toEqual(['Karla Gift'])
    expect(await names('fornavnsen')).toEqual([])
  })

  test('has a CPR number of their own in the municipality, and may be in two municipalities', async () => {
    await save(details('En', 'Første'), { cpr: '0101015555' })
    await expect(save(details('En', 'Anden'), { cpr: '0101015555' })).rejects.toThrow(
      /person_municipality_cpr_key/,
    )
    await save(details('En', 'Nabo'), { cpr: '0101015555', municipality: billund })
  })

  test('several are fetched at once; who is not there is left out', async () => {
    const ids = [await save(details('A', 'Flere')), await save(details('B', 'Flere')), newPerson()]
    const found = await read(db.app, asAuthority(), (tx) => findPersons(tx, ids))
    expect(new Set(found.map((p) => p.personId))).toEqual(new Set(ids.slice(0, 2)))
    const more = await Promise.all(['C', 'D', 'E'].map((name) => save(details(name, 'Flere'))))
    for (const some of [[], more.slice(0, 1), more, [...ids.slice(0, 2), ...more]])
      expect((await read(db.app, asAuthority(), (tx) => findPersons(tx, some))).length).toBe(some.length)
  })
})

test('several people are planned for once, however often they are asked for', async () => {
  const ids = [await save(details('A', 'Ofte')), await save(details('B', 'Ofte'))]
  const plans = await read(db.app, asAuthority(), async (tx) => {
    for (let i = 0; i < 8; i += 1) await findPersons(tx, ids)
    return tx.findRow<{ generic: number }>(sql`
      select generic_plans::int as generic from pg_prepared_statements
      where statement like '%generate_series(1, 2)%' and statement like '%person_version%' and generic_plans > 0`)
  })
  expect(plans?.generic).toBeGreaterThan(0)
})

describe('words of a name', () => {
  test('æ, ø and å stay, other marks go, case and punctuation do not count', () => {
    expect(nameTokens("René  Ærø-Sørensen, D'Ångström ÅSE åse")).toEqual([
      'rene',
      'ærø',
      'sørensen',
      'd',
      'ångstrom',
      'åse',
    ])
  })

  test('written with combining marks or without is the same', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        expect(nameTokens(name.normalize('NFD'))).toEqual(nameTokens(name.normalize('NFC')))
      }),
    )
  })
})

describe('searching', () => {
  beforeAll(async () => {
    await save(details('Åge', 'Zøllner'))
    await save(details('Aage', 'Zäuner'))
    await save(details('Ågot Marie', 'Zøllner'))
    await save(details('Zoë', 'Øllgaard'))
    await save(details('Ukendt', 'Zøllner'), { municipality: billund })
  })

  test('finds the beginnings of words in any order, in this municipality, sorted in Danish', async () => {
    expect(await names('zøll')).toEqual(
      ['Ågot Marie Zøllner', 'Åge Zøllner'].sort((a, b) => a.localeCompare(b, 'da')),
    )
    expect(await names('zøllner mar åg')).toEqual(['Ågot Marie Zøllner'])
    expect(await names('ZAUNER')).toEqual(['Aage Zäuner'])
    expect(await names('zoe')).toEqual(['Zoë Øllgaard'])
    expect(await names('øllner')).toEqual([])
    expect(await names(' - ')).toEqual([])
    expect(await names('z', 2)).toHaveLength(2)
  })

  test('reads an index as the application role, row-level security and all', async () => {
    await db.admin.pool.query(`
      insert into person select '0575', gen_random_uuid(), null, now() from generate_series(1, 5000);
      insert into person_name_token select municipality, md5(person_id::text), person_id from person where municipality = '0575' on conflict do nothing;
      analyze person_name_token`)
    const plan = await read(db.app, asAuthority(), async (tx) => {
      const { sql } = await import('./sql.ts')
      const rows = await tx.rows<{ 'QUERY PLAN': string }>(sql`
        explain select person_id from person_name_token t where t.token >= ${'abc'} and t.token < ${'abd'}`)
      return rows.map((row) => row['QUERY PLAN']).join('\n')
    })
    expect(plan).toMatch(/Index (Only )?Scan|Bitmap Index Scan/)
    expect(plan).toMatch(/Index Cond: .*municipality = .*token >= 'abc'.*token < 'abd'/)
    expect(plan).not.toContain('Seq Scan')
  })
})
