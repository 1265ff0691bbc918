/** Every case of a municipality verified, or some of them, with the municipality's own stream and the list of heads. */
import type { KeyObject } from 'node:crypto'
import type { CaseId, MunicipalityCode } from '../domain/identity.ts'
import type { Erasure } from '../domain/standard/municipality.ts'
import type { CalendarDay } from '../domain/time/calendar-day.ts'
import { compareHeads, findLastHeadList, type HeadList, isGenuine } from '../store/chain-heads.ts'
import { type ReadTx, read } from '../store/connection.ts'
import { countStreams, listStreams, sampleStreams } from '../store/journal.ts'
import { getMunicipality, type House } from './house.ts'
import { loadMunicipalityStream } from './municipality.ts'
import { erasureFaults, type Fault, isUnreadable, verifyCase, verifyOwnStream } from './verify.ts'

export type FoundFault = Fault & {
  /** Absent where it is the municipality's own. */
  readonly caseId?: CaseId
  readonly caseNumber?: string | undefined
}

export type Verification = {
  readonly cases: number
  readonly letters: number
  /** The day of the newest signed list of heads; undefined when none has been signed yet. */
  readonly headsOf: CalendarDay | undefined
  readonly faults: readonly FoundFault[]
}

/** Which cases: one, some drawn at random, or all. */
export type Which = { readonly caseId: CaseId } | { readonly sample: number } | 'all'

export type VerifyOptions = {
  readonly which: Which
  readonly key: KeyObject
  /** A list that was exported and kept elsewhere, to compare with instead of the newest stored one. */
  readonly heads?: HeadList | undefined
  readonly onCase?: (done: number, of: number) => void
}

const scopeOf = (municipality: MunicipalityCode) => ({ municipality, viewer: { kind: 'system' } }) as const

/** Verifies a municipality. Each case is read at one moment of its own, so that work goes on meanwhile. */
export async function verifyMunicipality(
  house: House,
  code: MunicipalityCode,
  { which, key, heads, onCase }: VerifyOptions,
): Promise<Verification> {
  const municipality = getMunicipality(house, code)
  const { own, erasures } = await read(house.db, scopeOf(code), async (tx) => {
    const chain = await verifyOwnStream(tx, municipality)
    const told = await erasuresOf(tx)
    return { own: [...chain, ...(await erasureFaults(tx, told))], erasures: told }
  })
  const ends = await headFaults(house, code, key, { given: heads, erasures })
  const chosen = await casesOf(house, code, which)
  // A case whose chain does not end as it was signed is looked at too, whichever were chosen, so that it can be named.
  const named = which === 'all' || 'sample' in which ? [...ends.byCase.keys()] : []
  const all = [...new Set([...chosen, ...named])]
  const faults: FoundFault[] = [...(which === 'all' || 'sample' in which ? own : []), ...ends.list]
  let letters = 0
  for (const [index, caseId] of all.entries()) {
    const verified = await read(house.db, scopeOf(code), (tx) => verifyCase(tx, municipality, caseId))
    letters += verified.letters
    for (const fault of [...verified.faults, ...(ends.byCase.get(caseId) ?? [])])
      faults.push({ ...fault, caseId, caseNumber: verified.caseNumber })
    onCase?.(index + 1, all.length)
  }
  return { cases: all.length, letters, headsOf: ends.day, faults }
}

/** How many cases there are, for whoever draws a sample over several municipalities. */
export const countCases = (house: House, code: MunicipalityCode): Promise<number> =>
  read(house.db, scopeOf(code), (tx) => countStreams(tx, 'case'))

/** Every case that the journal has, a page of ids at a time. */
export async function casesOf(
  house: House,
  code: MunicipalityCode,
  which: Which,
): Promise<readonly CaseId[]> {
  if (which !== 'all' && 'caseId' in which) return [which.caseId]
  return read(house.db, scopeOf(code), async (tx) => {
    if (which !== 'all') return sampleStreams(tx, 'case', which.sample)
    const found: CaseId[] = []
    for (;;) {
      const page = await listStreams(tx, 'case', { after: found.at(-1), limit: 1000 })
      found.push(...page)
      if (page.length < 1000) return found
    }
  })
}

type Ends = {
  readonly day: CalendarDay | undefined
  readonly list: readonly FoundFault[]
  readonly byCase: ReadonlyMap<CaseId, readonly Fault[]>
}

/** What the municipality's chain says was erased; nothing where the chain cannot be read, which is told of itself. */
async function erasuresOf(tx: ReadTx): Promise<readonly Erasure[]> {
  try {
    return (await loadMunicipalityStream(tx)).file.erasures
  } catch (error) {
    if (!isUnreadable(error)) throw error
    return []
  }
}

async function headFaults(
  house: House,
  code: MunicipalityCode,
  key: KeyObject,
  { given, erasures }: { readonly given: HeadList | undefined; readonly erasures: readonly Erasure[] },
): Promise<Ends> {
  return read(house.db, scopeOf(code), async (tx): Promise<Ends> => {
    const list = given ?? (await findLastHeadList(tx))
    if (list === undefined) return { day: undefined, list: [], byCase: new Map() }
    if (!isGenuine(list, code, key)) {
      const what = `The list of heads of ${list.day} is not signed with this municipality’s key.`
      return { day: list.day, list: [{ kind: 'headList', what }], byCase: new Map() }
    }
    // A case that was erased lawfully is gone; the municipality's chain knows what it ended in. Any other is a fault.
    const erased = new Map(erasures.map((e) => [e.caseId, e.lastSeq]))
    const found = (await compareHeads(tx, list)).filter(
      ({ streamId, seq, fault }) => fault !== 'missing' || seq > (erased.get(streamId) ?? 0),
    )
    const words = { missing: 'is gone', rewritten: 'is not the one that stood there' }
    return {
      day: list.day,
      list: [],
      byCase: new Map(
        found.map(({ streamId, seq, fault }) => [
          streamId,
          [{ kind: 'head', what: `Event ${seq}, the last on ${list.day}, ${words[fault]}.` }],
        ]),
      ),
    }
  })
}
