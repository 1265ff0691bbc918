/** The simulator's own controls: what an administrator of the demonstration, and a test, can look into and switch. */
import type { MunicipalityCode, PersonId } from '../../domain/identity.ts'
import { type Database, read, write } from '../../store/connection.ts'
import type { Scope } from '../../store/scope.ts'
import * as rows from '../../store/simulated-post.ts'
import { type Faults, type Mailbox, noFaults } from './answer.ts'

const outside = (municipality: MunicipalityCode): Scope => ({ municipality, viewer: { kind: 'system' } })

export const faultsOf = (db: Database, municipality: MunicipalityCode): Promise<Faults> =>
  read(db, outside(municipality), async (tx) => (await rows.findFaults(tx)) ?? noFaults)

/** Sets some switches and leaves the others. */
export const switchFaults = (
  db: Database,
  municipality: MunicipalityCode,
  change: Partial<Faults>,
): Promise<void> =>
  write(db, outside(municipality), async (tx) =>
    rows.setFaults(tx, { ...((await rows.lockFaults(tx)) ?? noFaults), ...change }),
  )

/** Opens or closes somebody's mailbox, or exempts them. */
export const setMailbox = (
  db: Database,
  municipality: MunicipalityCode,
  cpr: string,
  state: Mailbox,
): Promise<void> => write(db, outside(municipality), (tx) => rows.setMailboxState(tx, cpr, state))

/** What lies in a person's mailbox, newest first. */
export const mailboxOf = (
  db: Database,
  municipality: MunicipalityCode,
  cpr: string,
  present: Date,
): Promise<readonly rows.MailboxEntry[]> =>
  read(db, outside(municipality), (tx) => rows.listMailbox(tx, cpr, present.toISOString()))

/** Opens a message in a person's mailbox; undefined when it is not there. */
export const openMessage = (
  db: Database,
  municipality: MunicipalityCode,
  cpr: string,
  messageId: string,
  present: Date,
): ReturnType<typeof rows.openMailboxMessage> =>
  write(db, outside(municipality), (tx) => rows.openMailboxMessage(tx, cpr, messageId, present.toISOString()))

/** What has been handed to the printing centre, newest first. */
export const printedLetters = (
  db: Database,
  municipality: MunicipalityCode,
): ReturnType<typeof rows.listPrintJobs> => read(db, outside(municipality), rows.listPrintJobs)

/** One of them, as it was printed. */
export const printedLetter = (
  db: Database,
  municipality: MunicipalityCode,
  messageId: string,
): ReturnType<typeof rows.findPrintJob> =>
  read(db, outside(municipality), (tx) => rows.findPrintJob(tx, messageId))

/** The people of the demonstration who have post, or get none this way. */
export const listMailboxes = (
  db: Database,
  municipality: MunicipalityCode,
  present: Date,
  limit: number,
): ReturnType<typeof rows.listMailboxOwners> =>
  read(db, outside(municipality), (tx) => rows.listMailboxOwners(tx, present.toISOString(), limit))

/** One person's mailbox, with the number it goes by outside. */
export const findMailbox = (
  db: Database,
  municipality: MunicipalityCode,
  personId: PersonId,
  present: Date,
): ReturnType<typeof rows.findMailboxOwner> =>
  read(db, outside(municipality), (tx) => rows.findMailboxOwner(tx, personId, present.toISOString()))
