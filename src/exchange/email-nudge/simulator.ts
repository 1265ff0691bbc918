/** A mail server as it behaves, in tables of its own: takes an e-mail once, refuses, and is away, as it is told to. */
import type { MunicipalityCode } from '../../domain/identity.ts'
import { type Database, read, write } from '../../store/connection.ts'
import type { Scope } from '../../store/scope.ts'
import * as rows from '../../store/simulated-email.ts'
import { NeighbourUnavailable } from '../digital-post/port.ts'
import type { EmailNudge } from './port.ts'

export type EmailFaults = rows.EmailFaults
export const noEmailFaults: EmailFaults = { refuseNext: 0, outage: false }

const outside = (municipality: MunicipalityCode): Scope => ({ municipality, viewer: { kind: 'system' } })

/** As much as can be told of an address without asking its server. */
const looksLikeAddress = (to: string): boolean => /^[^\s@,;<>]+@[^\s@,;<>]+\.[^\s@,;<>]+$/.test(to)

export function simulatedEmailNudge({
  db,
  now,
}: {
  readonly db: Database
  readonly now: (municipality: MunicipalityCode) => Promise<Date>
}): EmailNudge {
  return {
    send: async ({ sender, nudgeId, to, subject, text }) => {
      const at = (await now(sender)).toISOString()
      return write(db, outside(sender), async (tx) => {
        const faults = (await rows.lockFaults(tx)) ?? noEmailFaults
        if (faults.outage) throw new NeighbourUnavailable('The mail server does not answer.')
        const earlier = await rows.findEmail(tx, nudgeId)
        if (earlier) return { accepted: true, at: earlier.acceptedAt }
        if (!looksLikeAddress(to)) return { accepted: false, code: 'invalidAddress' }
        if (faults.refuseNext > 0) {
          await rows.setFaults(tx, { ...faults, refuseNext: faults.refuseNext - 1 })
          return { accepted: false, code: 'refused' }
        }
        await rows.insertEmail(tx, { nudgeId, recipient: to, subject, text, acceptedAt: at })
        return { accepted: true, at: (await rows.findEmail(tx, nudgeId))?.acceptedAt ?? at }
      })
    },
  }
}

/** The simulator's own controls: what was handed over, the latest first, and how it is told to fail. */
export const sentEmails = (
  db: Database,
  municipality: MunicipalityCode,
): Promise<readonly rows.SimulatedEmail[]> => read(db, outside(municipality), rows.listEmails)

export const switchEmailFaults = (
  db: Database,
  municipality: MunicipalityCode,
  change: Partial<EmailFaults>,
): Promise<void> =>
  write(db, outside(municipality), async (tx) =>
    rows.setFaults(tx, { ...((await rows.lockFaults(tx)) ?? noEmailFaults), ...change }),
  )
