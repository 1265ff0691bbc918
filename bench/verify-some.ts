/** Cases drawn at random over the whole country and verified as `hverdag verify` does: chain, rows, letters. */
import { generateKeyPairSync, randomBytes, randomUUID } from 'node:crypto'
import { cpus } from 'node:os'
import type { House } from '../src/casework/house.ts'
import { sealingOf } from '../src/casework/sealing.ts'
import { verifyMunicipality } from '../src/casework/verify-all.ts'
import { renderPdf } from '../src/letters/pdf/render-pdf.ts'
import type { Database } from '../src/store/connection.ts'
import { municipalities, type Size } from './municipalities.ts'

/** How many were verified. Throws naming the first that is not as it should be. */
export async function verifySome(db: Database, sizes: readonly Size[], sample: number): Promise<number> {
  const house: House = {
    db,
    municipalities: municipalities(),
    renderPdf,
    sealing: sealingOf([randomBytes(32)]),
    now: () => new Date(),
    newId: () => randomUUID(),
  }
  // No list of heads has been signed in this country; any key does.
  const { privateKey: key } = generateKeyPairSync('ed25519')
  const all = sizes.reduce((sum, { cases }) => sum + cases, 0)
  const shares = sizes.map(({ code, cases }) => ({ code, part: Math.ceil((sample * cases) / all) }))
  let verified = 0
  const one = async (): Promise<void> => {
    for (let next = shares.pop(); next !== undefined; next = shares.pop()) {
      const { cases, faults } = await verifyMunicipality(house, next.code, {
        which: { sample: next.part },
        key,
      })
      const [fault] = faults
      if (fault) throw new Error(`case ${fault.caseNumber} of ${next.code}: ${fault.what}`)
      verified += cases
    }
  }
  await Promise.all(cpus().map(one))
  return verified
}
