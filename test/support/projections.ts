/** Rows as casework would project them, for tests that need them to be there and not what they say. */
import { randomUUID } from 'node:crypto'
import { PartId, type PersonId, ProviderId, UnitId } from '../../src/domain/identity.ts'
import type { Obligation } from '../../src/domain/standard/obligation.ts'
import { getDay } from '../../src/domain/time/calendar-day.ts'
import type { AccessRow, CaseRow, OrderRow, Projections } from '../../src/store/projection-rows.ts'

export const obligation = (key: string, more: Partial<Obligation> = {}): Obligation => ({
  key,
  clause: 'K2.1-1',
  actor: 'authority',
  towards: 'citizen',
  arisesOn: getDay('2026-11-02'),
  needsJudgement: false,
  derivation: [{ step: 'from', day: getDay('2026-11-02') }],
  evidence: [1],
  ...more,
})

let numbers = 0

export const caseRow = (personId: PersonId, more: Partial<CaseRow> = {}): CaseRow => ({
  caseNumber: `2026-${String(++numbers).padStart(4, '0')}`,
  personId,
  unit: UnitId.parse('voksenteamet'),
  assignedTo: null,
  phase: 'informing',
  receivedOn: getDay('2026-11-02'),
  decisionDueOn: getDay('2026-12-14'),
  closedOn: null,
  providerId: null,
  version: 1,
  changedOn: getDay('2026-11-02'),
  summary: { title: 'Ansøgning' },
  ...more,
})

export const access = (
  relation: AccessRow['relation'],
  subject: AccessRow['subject'],
  from = '2026-11-02',
  to?: string,
) => ({
  relation,
  subject,
  validFrom: getDay(from),
  validTo: to === undefined ? null : getDay(to),
})

export const order = (provider: string, personId: PersonId, more: Partial<OrderRow> = {}): OrderRow => ({
  orderId: PartId.parse(randomUUID()),
  providerId: ProviderId.parse(provider),
  personId,
  sentOn: getDay('2026-11-20'),
  closedOn: null,
  state: { status: 'sent', questions: [] },
  content: {
    provider,
    daysPerWeek: 3,
    transport: true,
    startOn: '2026-12-07',
    purpose: 'At holde fast i en hverdag med andre',
    intervention: 'Havehold og fælles frokost',
    needs: 'Har brug for en fast plan og korte beskeder',
    resources: 'Er glad for planter og møder til tiden',
    goals: [
      {
        goalId: randomUUID(),
        text: 'At komme ud blandt andre',
        aim: 'improve',
        towards: 'livingConditions',
      },
    ],
  },
  ...more,
})

export const projections = (caseFile: CaseRow | null, more: Partial<Projections> = {}): Projections => ({
  caseFile,
  obligations: [],
  access: caseFile ? [access('citizen', caseFile.personId)] : [],
  orders: [],
  schedule: [],
  post: [],
  messages: [],
  purchases: [],
  complaints: [],
  reports: [],
  retention: null,
  ...more,
})
