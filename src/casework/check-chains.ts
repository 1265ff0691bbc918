/**
 * The journal's chains gone through from a page, some cases at a time: what anybody changed behind the product shows. Rows,
 * documents and letters are verified by `hverdag verify`, which does this and more.
 */
import type { KeyObject } from 'node:crypto'
import type { MunicipalityCode, UserId } from '../domain/identity.ts'
import { findCase } from '../store/cases.ts'
import { type CheckFault, findCheck, noteProgress, startCheck } from '../store/chain-checks.ts'
import { compareHeads, findLastHeadList, isGenuine } from '../store/chain-heads.ts'
import { read, write } from '../store/connection.ts'
import { countStreams, listStreams, municipalityStream } from '../store/journal.ts'
import type { House } from './house.ts'
import { chainFaults } from './verify.ts'

/** So many cases in one request. */
const casesAtATime = 100

const scopeOf = (municipality: MunicipalityCode) => ({ municipality, viewer: { kind: 'system' } }) as const

/** Begins a check: the municipality's own stream, and what the newest signed list says that every chain ended in. */
export async function beginCheck(
  house: House,
  code: MunicipalityCode,
  {
    checkId,
    userId,
    key,
  }: { readonly checkId: string; readonly userId: UserId; readonly key?: KeyObject | undefined },
): Promise<void> {
  const begun = await read(house.db, scopeOf(code), async (tx) => {
    const own = await chainFaults(tx, municipalityStream)
    const list = await findLastHeadList(tx)
    const signed = list && key ? isGenuine(list, code, key) : null
    const ends = list ? await compareHeads(tx, list) : []
    const faults: CheckFault[] = [...own]
    if (signed === false)
      faults.push({ kind: 'headList', what: `The list of heads of ${list?.day} is not genuine.` })
    for (const { streamId, seq, fault } of ends) {
      const entry = await findCase(tx, streamId)
      const words = fault === 'missing' ? 'is gone' : 'is not the one that stood there'
      faults.push({ kind: 'head', what: `Event ${seq} ${words}.`, caseNumber: entry?.caseNumber })
    }
    return { faults, headsOf: list?.day ?? null, headsSigned: signed, total: await countStreams(tx, 'case') }
  })
  await write(house.db, scopeOf(code), (tx) =>
    startCheck(tx, { checkId, startedBy: userId, startedAt: house.now(), ...begun }),
  )
}

/** The next part of a check; nothing when it is over or there is none. */
export async function goOnWithCheck(
  house: House,
  code: MunicipalityCode,
  checkId: string,
  atATime = casesAtATime,
): Promise<void> {
  const part = await read(house.db, scopeOf(code), async (tx) => {
    const check = await findCheck(tx, checkId)
    if (check === undefined || check.finishedAt !== null) return undefined
    const streams = await listStreams(tx, 'case', { after: check.afterStream ?? undefined, limit: atATime })
    const faults: CheckFault[] = []
    for (const streamId of streams) {
      const found = await chainFaults(tx, streamId)
      const entry = found.length > 0 ? await findCase(tx, streamId) : undefined
      faults.push(...found.map((fault) => ({ ...fault, caseNumber: entry?.caseNumber })))
    }
    return { check, streams, faults }
  })
  if (part === undefined) return
  const { check, streams, faults } = part
  await write(house.db, scopeOf(code), (tx) =>
    noteProgress(tx, check, {
      checked: streams.length,
      last: streams.at(-1) ?? null,
      faults,
      finishedAt: streams.length < atATime ? house.now() : null,
    }),
  )
}
