import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../../../test/support/postgres.ts'
import type { MunicipalityCode } from '../../domain/identity.ts'
import type { Database } from '../../store/connection.ts'
import { noFaults } from './answer.ts'
import { exampleCpr, exampleMessage, lillerup, vejen } from './messages.examples.ts'
import { type DigitalPost, NeighbourUnavailable, type PrintingCentre } from './port.ts'
import { simulatedDigitalPost, simulatedPrintingCentre } from './simulator.ts'
import {
  faultsOf,
  mailboxOf,
  openMessage,
  printedLetters,
  setMailbox,
  switchFaults,
} from './simulator-switches.ts'

let server: FreshDatabase
let db: Database
let post: DigitalPost
let centre: PrintingCentre
let present = new Date('2026-11-24T09:00:00Z')
let number = 0

/** A message id that no other test has used. */
const fresh = (): string => `message-${++number}`

beforeAll(async () => {
  server = await freshDatabase()
  db = server.worker
  const now = async (_: MunicipalityCode): Promise<Date> => present
  post = simulatedDigitalPost({ db, now })
  centre = simulatedPrintingCentre({ db, now })
})

afterAll(async () => {
  await server?.drop()
})

beforeEach(async () => {
  present = new Date('2026-11-24T09:00:00Z')
  await switchFaults(db, vejen, noFaults)
  await setMailbox(db, vejen, exampleCpr, 'open')
  await post.acknowledge(
    vejen,
    (await post.receipts(vejen, 100)).map(({ receiptId }) => receiptId),
  )
})

const receiptsOf = async (messageId: string) =>
  (await post.receipts(vejen, 100)).filter((receipt) => receipt.messageId === messageId)

describe('sending', () => {
  test('puts the message in the mailbox, where it can be opened', async () => {
    const id = fresh()
    expect(await post.send(exampleMessage(id))).toEqual({ accepted: true, at: present.toISOString() })
    const [entry] = await mailboxOf(db, vejen, exampleCpr, present)
    expect(entry).toMatchObject({
      messageId: id,
      sender: 'Vejen Kommune',
      title: 'Brev om din sag',
      openedAt: null,
    })
    const opened = await openMessage(db, vejen, exampleCpr, id, present)
    expect(Buffer.from(opened?.bytes ?? []).toString()).toBe('%PDF-1.7 brev')
    const [again] = await mailboxOf(db, vejen, exampleCpr, present)
    expect(again?.openedAt).toBe(present.toISOString())
  })

  test('the same message twice is one message and the same answer', async () => {
    const id = fresh()
    const first = await post.send(exampleMessage(id))
    present = new Date('2026-11-25T09:00:00Z')
    expect(await post.send(exampleMessage(id))).toEqual(first)
    const inBox = (await mailboxOf(db, vejen, exampleCpr, present)).filter(
      ({ messageId }) => messageId === id,
    )
    expect(inBox).toHaveLength(1)
    expect(await receiptsOf(id)).toHaveLength(1)
  })

  test('the same message twice at once is one message', async () => {
    const id = fresh()
    const [first, second] = await Promise.all([post.send(exampleMessage(id)), post.send(exampleMessage(id))])
    expect(second).toEqual(first)
    expect(await receiptsOf(id)).toHaveLength(1)
  })

  test('nobody else opens it, and the other municipality does not see it', async () => {
    const id = fresh()
    await post.send(exampleMessage(id))
    expect(await openMessage(db, vejen, '0299901234', id, present)).toBeUndefined()
    expect(await openMessage(db, lillerup, exampleCpr, id, present)).toBeUndefined()
    expect(await mailboxOf(db, lillerup, exampleCpr, present)).toEqual([])
    expect(await post.receipts(lillerup, 10)).toEqual([])
  })
})

describe('receipts', () => {
  test('come separately, and again until they are acknowledged', async () => {
    const id = fresh()
    await post.send(exampleMessage(id))
    const expected = { receiptId: id, messageId: id, kind: 'delivered', at: present.toISOString() }
    expect(await receiptsOf(id)).toEqual([expected])
    expect(await receiptsOf(id)).toEqual([expected])
    await post.acknowledge(vejen, [id])
    expect(await receiptsOf(id)).toEqual([])
  })

  test('come in the order of delivery, no more than asked for', async () => {
    const ids = [fresh(), fresh(), fresh()]
    for (const id of ids) {
      await post.send(exampleMessage(id))
      present = new Date(present.getTime() + 1000)
    }
    expect((await post.receipts(vejen, 2)).map(({ messageId }) => messageId)).toEqual(ids.slice(0, 2))
  })
})

describe('the exempt', () => {
  test('are known, are refused, and can come back', async () => {
    await setMailbox(db, vejen, exampleCpr, 'exempt')
    expect(await post.isExempt(vejen, exampleCpr)).toBe(true)
    expect(await post.send(exampleMessage(fresh()))).toMatchObject({ accepted: false, code: 'exempt' })
    await setMailbox(db, vejen, exampleCpr, 'open')
    expect(await post.isExempt(vejen, exampleCpr)).toBe(false)
  })
})

describe('failures that are switched on', () => {
  test('a closed mailbox: taken, then reported as failed, and never in the mailbox', async () => {
    const id = fresh()
    await setMailbox(db, vejen, exampleCpr, 'closed')
    expect(await post.send(exampleMessage(id))).toMatchObject({ accepted: true })
    expect(await receiptsOf(id)).toMatchObject([{ kind: 'failed', code: 'mailboxClosed' }])
    const inBox = await mailboxOf(db, vejen, exampleCpr, present)
    expect(inBox.map(({ messageId }) => messageId)).not.toContain(id)
  })

  test('the next two are refused and the third is taken; a refused one can be sent again', async () => {
    await switchFaults(db, vejen, { refuseNext: 2 })
    const [a, b] = [fresh(), fresh()]
    expect(await post.send(exampleMessage(a))).toMatchObject({ accepted: false, code: 'refused' })
    expect(await post.send(exampleMessage(b))).toMatchObject({ accepted: false, code: 'refused' })
    expect(await post.send(exampleMessage(a))).toMatchObject({ accepted: true })
    expect(await faultsOf(db, vejen)).toEqual(noFaults)
  })

  test('a lost receipt: the message lies in the mailbox and nobody says so', async () => {
    const id = fresh()
    await switchFaults(db, vejen, { loseReceipts: 1 })
    await post.send(exampleMessage(id))
    expect((await mailboxOf(db, vejen, exampleCpr, present)).map(({ messageId }) => messageId)).toContain(id)
    expect(await receiptsOf(id)).toEqual([])
  })

  test('a delay: neither in the mailbox nor receipted until then', async () => {
    const id = fresh()
    await switchFaults(db, vejen, { delayDays: 2 })
    await post.send(exampleMessage(id))
    expect(await receiptsOf(id)).toEqual([])
    expect(await openMessage(db, vejen, exampleCpr, id, present)).toBeUndefined()
    present = new Date('2026-11-26T09:00:00Z')
    expect(await receiptsOf(id)).toMatchObject([{ kind: 'delivered', at: '2026-11-26T09:00:00.000Z' }])
  })

  test('an outage: every call fails, and nothing is lost', async () => {
    const id = fresh()
    await post.send(exampleMessage(id))
    await switchFaults(db, vejen, { outage: true })
    await expect(post.send(exampleMessage(fresh()))).rejects.toThrow(NeighbourUnavailable)
    await expect(post.isExempt(vejen, exampleCpr)).rejects.toThrow(NeighbourUnavailable)
    await expect(post.receipts(vejen, 10)).rejects.toThrow(NeighbourUnavailable)
    await expect(centre.print(letter(fresh()))).rejects.toThrow(NeighbourUnavailable)
    await switchFaults(db, vejen, { outage: false })
    expect(await receiptsOf(id)).toHaveLength(1)
  })
})

const letter = (messageId: string) => ({
  messageId,
  sender: vejen,
  name: 'Lone Hansen',
  address: ['Åvej 1', '6600 Vejen'],
  bytes: new TextEncoder().encode('%PDF-1.7 brev'),
})

describe('the printing centre', () => {
  test('takes a letter once', async () => {
    const id = fresh()
    const first = await centre.print(letter(id))
    expect(first).toEqual({ accepted: true, at: present.toISOString() })
    present = new Date('2026-11-25T09:00:00Z')
    expect(await centre.print(letter(id))).toEqual(first)
    const printed = (await printedLetters(db, vejen)).filter(({ messageId }) => messageId === id)
    expect(printed).toMatchObject([{ name: 'Lone Hansen', address: ['Åvej 1', '6600 Vejen'] }])
  })

  test('refuses a letter that has nowhere to go', async () => {
    expect(await centre.print({ ...letter(fresh()), address: [] })).toMatchObject({
      accepted: false,
      code: 'noAddress',
    })
  })
})
