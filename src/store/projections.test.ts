import { createHash, randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../../test/support/postgres.ts'
import { access, caseRow, obligation, order, projections } from '../../test/support/projections.ts'
import {
  asAuthority,
  asCommand,
  billund,
  newCase,
  newPerson,
  newUser,
  vejen,
} from '../../test/support/scopes.ts'
import { type DocumentHash, LetterId, UnitId } from '../domain/identity.ts'
import { type Obligation, obligationStatuses, statusOn } from '../domain/standard/obligation.ts'
import { addDays, type CalendarDay, getDay } from '../domain/time/calendar-day.ts'
import {
  casesOfPersons,
  findCase,
  findCaseByNumber,
  findOrder,
  nextCaseNumber,
  openCases,
  postInState,
  postOf,
} from './cases.ts'
import { read, write } from './connection.ts'
import { municipalityStream } from './journal.ts'
import { savePerson } from './persons.ts'
import type { PostRow } from './projection-rows.ts'
import { obligationsOf, readProjections, replaceProjections } from './projections.ts'
import { json, sql } from './sql.ts'
import { casesBehind, countClauses, countWorklist, worklist } from './worklist.ts'

let db: FreshDatabase
beforeAll(async () => {
  db = await freshDatabase()
})
afterAll(() => db.drop())

const put = (
  caseId: ReturnType<typeof newCase>,
  rows: Parameters<typeof replaceProjections>[2],
  municipality = vejen,
) => write(db.app, asCommand(municipality), (tx) => replaceProjections(tx, caseId, rows))
const day = getDay

describe('obligation_status in SQL', () => {
  const anyDay = fc.integer({ min: 0, max: 12 }).map((n) => addDays(day('2026-02-20'), n))
  const maybe = fc.option(anyDay, { nil: undefined })
  const anyObligation = fc.record({
    arisesOn: anyDay,
    dueOn: maybe,
    metOn: maybe,
    voidOn: maybe,
    needsJudgement: fc.boolean(),
    day: anyDay,
  })

  test('says what statusOn says, of any obligation on any day', async () => {
    const seen = new Set<string>()
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyObligation, { minLength: 300, maxLength: 600, size: 'max' }),
        async (many) => {
          const rows = await read(db.app, asAuthority(), (tx) =>
            tx.rows<{ status: string }>(sql`
            select obligation_status("arisesOn", "dueOn", "metOn", "voidOn", "needsJudgement", day) as status
            from rows from (jsonb_to_recordset(${json(many)}::jsonb) as
              ("arisesOn" date, "dueOn" date, "metOn" date, "voidOn" date, "needsJudgement" boolean, day date))
              with ordinality as o("arisesOn", "dueOn", "metOn", "voidOn", "needsJudgement", day, n)
            order by n`),
          )
          const expected = many.map((o) => statusOn(withoutUndefined(o), o.day))
          for (const status of expected) seen.add(status)
          expect(rows.map((r) => r.status)).toEqual(expected)
        },
      ),
      { numRuns: 20, endOnFailure: true },
    )
    expect(seen).toEqual(new Set(obligationStatuses))
  })

  test('is written into the statement that asks it', async () => {
    const plan = await read(db.app, asAuthority(), (tx) =>
      tx.rows<{ 'QUERY PLAN': string }>(sql`
        explain verbose select obligation_status(arises_on, due_on, met_on, void_on, needs_judgement, '2026-11-24')
        from obligation`),
    )
    expect(plan.map((r) => r['QUERY PLAN']).join('\n')).not.toContain('obligation_status')
  })
})

const withoutUndefined = <T extends object>(o: T) =>
  Object.fromEntries(Object.entries(o).filter(([, v]) => v !== undefined)) as unknown as Pick<
    Obligation,
    'arisesOn' | 'dueOn' | 'metOn' | 'voidOn' | 'needsJudgement'
  >

describe('projections', () => {
  const letter = (more: Partial<PostRow>): PostRow => ({
    letterId: LetterId.parse(randomUUID()),
    recipient: newPerson(),
    kind: 'decision',
    channel: 'digital',
    state: 'sent',
    issuedOn: day('2026-11-20'),
    sentOn: day('2026-11-20'),
    deliveredOn: null,
    failedOn: null,
    handledOn: null,
    failure: null,
    document: createHash('sha256').update('x').digest('hex') as DocumentHash,
    ...more,
  })

  test('are replaced whole and read back as they were', async () => {
    const [caseId, personId, other] = [newCase(), newPerson(), newPerson()]
    const first = projections(caseRow(personId, { assignedTo: newUser() }), {
      obligations: [
        obligation('a', { dueOn: day('2026-12-14'), task: 'decide' }),
        obligation('b', { voidOn: day('2026-11-10'), voidReason: 'withdrawn', metOn: day('2026-11-12') }),
      ],
      access: [access('citizen', personId), access('representative', other, '2026-11-05', '2026-11-30')],
      orders: [order('kaerhoej', personId)],
      post: [letter({ recipient: personId })],
    })
    await put(caseId, first)
    const readBack = () => read(db.app, asAuthority(), (tx) => readProjections(tx, caseId))
    expect(await readBack()).toEqual(first)

    const second = projections(caseRow(personId, { phase: 'decided', version: 9 }), {
      obligations: [obligation('b', { dueOn: day('2026-12-01') }), obligation('c')],
    })
    await put(caseId, second)
    expect(await readBack()).toEqual(second)
    await put(caseId, second)
    expect(await readBack()).toEqual(second)
    expect(await read(db.app, asAuthority(), (tx) => obligationsOf(tx, caseId))).toEqual(second.obligations)
    // From what stands there to the first again: only what differs is sent, and it comes out the same.
    await write(db.app, asCommand(), (tx) => replaceProjections(tx, caseId, first, second))
    expect(await readBack()).toEqual(first)
    const moved = { ...first, caseFile: first.caseFile && { ...first.caseFile, assignedTo: newUser() } }
    await write(db.app, asCommand(), (tx) => replaceProjections(tx, caseId, moved, first))
    const assigned = await read(db.app, asAuthority(), (tx) =>
      tx.rows<{ assignedTo: string }>(
        sql`select distinct assigned_to as "assignedTo" from obligation where case_id = ${caseId}`,
      ),
    )
    expect(assigned).toEqual([{ assignedTo: moved.caseFile?.assignedTo }])

    await put(caseId, projections(null))
    expect(await readBack()).toEqual(projections(null))
  })

  test('of one case leave the others alone, and the municipality has its own', async () => {
    const [a, b] = [newCase(), newCase()]
    const rows = () => projections(caseRow(newPerson()), { obligations: [obligation('x')] })
    const [ofA, ofB] = [rows(), rows()]
    await put(a, ofA)
    await put(b, ofB)
    await put(
      municipalityStream,
      projections(null, { obligations: [obligation('own', { actor: 'management' })] }),
    )
    await put(a, projections(null))
    expect(await read(db.app, asAuthority(), (tx) => readProjections(tx, b))).toEqual(ofB)
    const owed = await read(db.app, asAuthority(), (tx) =>
      worklist(tx, { today: day('2026-11-24'), actors: ['management'] }, { limit: 5 }),
    )
    expect(owed).toMatchObject([
      { caseId: municipalityStream, key: 'own', caseNumber: null, familyName: null },
    ])
  })

  test('are found by number, person, unit, order and post', async () => {
    const [caseId, personId, userId] = [newCase(), newPerson(), newUser()]
    const unit = UnitId.parse('handicap')
    const sent = order('noerrevang', personId)
    const row = caseRow(personId, { unit, decisionDueOn: day('2026-11-20') })
    const failed = letter({
      recipient: personId,
      state: 'failed',
      failure: 'unknown recipient',
      failedOn: day('2026-11-21'),
    })
    await put(caseId, projections(row, { orders: [sent], post: [failed] }))
    await read(db.app, asAuthority(), async (tx) => {
      const entry = { ...row, caseId }
      expect(await findCase(tx, caseId)).toEqual(entry)
      expect(await findCaseByNumber(tx, row.caseNumber)).toEqual(entry)
      expect(await findCaseByNumber(tx, '1999-0001')).toBeUndefined()
      expect(await casesOfPersons(tx, [personId, newPerson()])).toEqual([entry])
      expect(await openCases(tx, { unit, limit: 5 })).toEqual([entry])
      expect(await openCases(tx, { unit, assignedTo: null, dueBefore: day('2026-11-21'), limit: 5 })).toEqual(
        [entry],
      )
      expect(await openCases(tx, { unit, dueBefore: day('2026-11-20'), limit: 5 })).toEqual([])
      expect(await openCases(tx, { unit, assignedTo: userId, limit: 5 })).toEqual([])
      expect(await findOrder(tx, sent.orderId)).toEqual({ ...sent, caseId })
      expect(await postInState(tx, ['failed'], 5)).toEqual([{ ...failed, caseId }])
      expect(await postOf(tx, personId)).toEqual([{ ...failed, caseId }])
    })
  })

  test('a failed letter says why', async () => {
    const rows = projections(caseRow(newPerson()), { post: [letter({ state: 'failed' })] })
    await expect(put(newCase(), rows)).rejects.toThrow(/post_check/)
  })

  test('case numbers follow each other, per year and municipality', async () => {
    const next = (year: number, municipality = vejen) =>
      write(db.app, asCommand(municipality), (tx) => nextCaseNumber(tx, year))
    const many = await Promise.all(Array.from({ length: 6 }, () => next(2031)))
    expect(many.sort()).toEqual([
      '2031-0001',
      '2031-0002',
      '2031-0003',
      '2031-0004',
      '2031-0005',
      '2031-0006',
    ])
    expect(await next(2032)).toBe('2032-0001')
    expect(await next(2031, billund)).toBe('2031-0001')
    await db.admin.pool.query('update case_number_counter set last = 9999 where year = 2032')
    expect(await next(2032)).toBe('2032-10000')
  })
})

describe('a worklist', () => {
  const today = day('2026-11-24')
  const unit = UnitId.parse('worklist-unit')
  const mine = newUser()
  const [caseA, caseB, caseC] = [newCase(), newCase(), newCase()].sort() as [
    ReturnType<typeof newCase>,
    ReturnType<typeof newCase>,
    ReturnType<typeof newCase>,
  ]
  const due = (key: string, dueOn?: CalendarDay, more: Partial<Obligation> = {}) =>
    obligation(key, { clause: 'W-1', ...(dueOn === undefined ? {} : { dueOn }), ...more })

  beforeAll(async () => {
    const personId = newPerson()
    await write(db.app, asCommand(), (tx) =>
      savePerson(tx, {
        personId,
        details: {
          givenName: 'Karen',
          familyName: 'Ås',
          birthDate: day('1970-01-01'),
          language: 'da',
          digitalPostExempt: false,
          easyRead: false,
        },
        validFrom: today,
        recordedAt: new Date(),
      }),
    )
    await put(
      caseA,
      projections(caseRow(personId, { unit, assignedTo: mine }), {
        obligations: [
          due('late', day('2026-11-20'), { task: 'decide' }),
          due('today', day('2026-11-24')),
          due('undated'),
          due('met', day('2026-11-22'), { metOn: day('2026-11-21') }),
          due('gone', day('2026-11-22'), { voidOn: day('2026-11-21'), voidReason: 'withdrawn' }),
          due('later', day('2026-12-01'), { arisesOn: day('2026-11-25') }),
          due('theirs', day('2026-11-23'), { actor: 'citizen' }),
        ],
      }),
    )
    await put(
      caseB,
      projections(caseRow(newPerson(), { unit }), {
        obligations: [due('nobody', day('2026-11-23'), { needsJudgement: true })],
      }),
    )
    await put(
      caseC,
      projections(caseRow(newPerson(), { unit: UnitId.parse('elsewhere') }), {
        obligations: [due('elsewhere', day('2026-11-01'))],
      }),
    )
    await put(
      newCase(),
      projections(caseRow(newPerson(), { unit }), { obligations: [due('neighbour')] }),
      billund,
    )
  })

  const list = (
    filter: Partial<Parameters<typeof worklist>[1]>,
    limit = 20,
    after?: Parameters<typeof worklist>[2]['after'],
  ) =>
    read(db.app, asAuthority(), (tx) =>
      worklist(tx, { today, actors: ['authority'], clause: 'W-1', ...filter }, { limit, after }),
    )
  const keys = async (...words: Parameters<typeof list>) => (await list(...words)).map((e) => e.key)

  test('has what is open today, nearest date first, undated last', async () => {
    expect(await keys({ unit })).toEqual(['late', 'nobody', 'today', 'undated'])
    expect(await keys({})).toEqual(['elsewhere', 'late', 'nobody', 'today', 'undated'])
    expect(await keys({ assignedTo: mine })).toEqual(['late', 'today', 'undated'])
    expect(await keys({ assignedTo: null, unit })).toEqual(['nobody'])
    expect(await keys({ actors: ['citizen', 'provider'] })).toEqual(['theirs'])
    expect(await keys({ tasks: ['decide'] })).toEqual(['late'])
    expect(await keys({ unit, dueBy: today })).toEqual(['late', 'nobody', 'today'])
    expect(await keys({ unit, today: day('2026-11-25') })).toEqual([
      'late',
      'nobody',
      'today',
      'later',
      'undated',
    ])
  })

  test('tells the case, the person and the status', async () => {
    expect((await list({ unit }))[0]).toMatchObject({
      caseId: caseA,
      key: 'late',
      status: 'broken',
      dueOn: '2026-11-20',
      task: 'decide',
      unit,
      assignedTo: mine,
      givenName: 'Karen',
      familyName: 'Ås',
      phase: 'informing',
      derivation: [{ step: 'from', day: '2026-11-02' }],
    })
    expect((await list({ unit })).map((e) => e.status)).toEqual(['broken', 'needs judgement', 'due', 'due'])
  })

  test('goes on page by page, from any entry', async () => {
    const all = await list({})
    for (const [i, entry] of all.entries()) {
      expect(await keys({}, 2, entry)).toEqual(all.slice(i + 1, i + 3).map((e) => e.key))
    }
  })

  test('is one line for each thing to do in a case, by its nearest date, counted as it is listed', async () => {
    const caseD = newCase()
    const oneUnit = UnitId.parse('one-unit')
    await put(
      caseD,
      projections(caseRow(newPerson(), { unit: oneUnit }), {
        obligations: [
          due('a-assess', day('2026-11-20'), { clause: 'W-2', task: 'assess' }),
          due('b-assess', day('2026-11-26'), { clause: 'W-2', task: 'assess' }),
          due('c-assess', undefined, { clause: 'W-2', task: 'assess' }),
          due('d-met', day('2026-11-19'), { clause: 'W-2', task: 'decide', metOn: day('2026-11-18') }),
          due('e-decide', day('2026-11-27'), { clause: 'W-2', task: 'decide' }),
          due('f-theirs', day('2026-11-21'), { clause: 'W-2', task: 'decide', actor: 'citizen' }),
          due('g-later', day('2026-11-22'), { clause: 'W-2', task: 'decide', arisesOn: day('2026-12-01') }),
        ],
      }),
    )
    const perTask = { unit: oneUnit, clause: 'W-2', perTask: true }
    const count = (more: object = {}) =>
      read(db.app, asAuthority(), (tx) =>
        countWorklist(tx, { today, actors: ['authority'], ...perTask, ...more }),
      )
    expect(await keys(perTask)).toEqual(['a-assess', 'e-decide'])
    expect(await count()).toEqual({ open: 2, overdue: 1, andMore: false })
    const week = { dueFrom: today, dueBy: day('2026-12-01') }
    expect(await keys({ ...perTask, ...week })).toEqual(['e-decide'])
    expect(await count(week)).toEqual({ open: 1, overdue: 0, andMore: false })
    expect(await keys({ unit: oneUnit, clause: 'W-2', ...week })).toEqual(['b-assess', 'e-decide'])
  })

  test('is counted, up to a number', async () => {
    const count = (most?: number) =>
      read(db.app, asAuthority(), (tx) => countWorklist(tx, { today, actors: ['authority'], unit }, most))
    expect(await count()).toEqual({ open: 4, overdue: 2, andMore: false })
    expect(await count(3)).toEqual({ open: 3, overdue: 2, andMore: true })
  })

  test('clauses are counted by status, and the cases behind a figure are told', async () => {
    const counts = await read(db.app, asAuthority(), (tx) => countClauses(tx, today))
    expect(counts.filter((c) => c.clause === 'W-1')).toEqual([
      { clause: 'W-1', status: 'broken', count: 3 },
      { clause: 'W-1', status: 'due', count: 2 },
      { clause: 'W-1', status: 'kept', count: 1 },
      { clause: 'W-1', status: 'needs judgement', count: 1 },
      { clause: 'W-1', status: 'not yet', count: 1 },
      { clause: 'W-1', status: 'void', count: 1 },
    ])
    const behind = await read(db.app, asAuthority(), (tx) =>
      casesBehind(tx, { clause: 'W-1', status: 'broken', today }, { limit: 10 }),
    )
    expect(behind.map((b) => [b.caseId, b.dueOn])).toEqual([
      [caseC, '2026-11-01'],
      [caseA, '2026-11-20'],
      [caseA, '2026-11-23'],
    ])
    const rest = await read(db.app, asAuthority(), (tx) =>
      casesBehind(tx, { clause: 'W-1', status: 'broken', today }, { limit: 10, after: behind[0] }),
    )
    expect(rest).toEqual(behind.slice(1))
  })

  test('of thousands reads the first page in order from an index', async () => {
    const many = Array.from({ length: 4000 }, (_, i) =>
      obligation(`k${i}`, {
        clause: 'W-2',
        dueOn: addDays(today, i % 90),
        ...(i % 4 ? { metOn: day('2026-11-10') } : {}),
      }),
    )
    const busy = UnitId.parse('busy')
    await put(newCase(), projections(caseRow(newPerson(), { unit: busy }), { obligations: many }))
    await db.admin.pool.query('analyze obligation')
    const plan = await read(db.app, asAuthority(), (tx) =>
      tx.rows<{ 'QUERY PLAN': string }>(sql`
        explain select * from obligation o
        where o.closed_on is null and o.arises_on <= ${today} and o.actor = ${'authority'} and o.unit = ${busy}
        order by o.due_sort, o.case_id, o.key limit 50`),
    )
    const text = plan.map((r) => r['QUERY PLAN']).join('\n')
    expect(text).toContain('obligation_open_unit')
    expect(text).not.toMatch(/Sort|Seq Scan/)
    expect(await keys({ clause: 'W-2', unit: busy }, 3)).toEqual(['k0', 'k1080', 'k1260'])
  })
})
