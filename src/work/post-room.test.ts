import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../../test/support/postgres.ts'
import { findCopyOf, jobSchemas, messageIdOf } from '../casework/jobs.ts'
import { addDays, getDay } from '../domain/time/calendar-day.ts'
import { noFaults } from '../exchange/digital-post/answer.ts'
import { exampleCpr, vejen } from '../exchange/digital-post/messages.examples.ts'
import { NeighbourUnavailable } from '../exchange/digital-post/port.ts'
import { simulatedDigitalPost, simulatedPrintingCentre } from '../exchange/digital-post/simulator.ts'
import {
  mailboxOf,
  printedLetters,
  setMailbox,
  switchFaults,
} from '../exchange/digital-post/simulator-switches.ts'
import { collectReceipts } from './collect-receipts.ts'
import { copyNumber, type MemoryDesk, memoryDesk } from './desk.examples.ts'
import { dispatchLetter, type PostRoom, postTitle } from './dispatch-letter.ts'
import { sweep } from './sweep.ts'

let server: FreshDatabase
let desk: MemoryDesk
let room: PostRoom
let present = new Date('2026-11-24T09:00:00Z')
let number = 0

beforeAll(async () => {
  server = await freshDatabase()
})
afterAll(() => server?.drop())

beforeEach(async () => {
  present = new Date('2026-11-24T09:00:00Z')
  desk = memoryDesk()
  const options = { db: server.worker, now: async () => present }
  room = {
    desk,
    digitalPost: simulatedDigitalPost(options),
    printingCentre: simulatedPrintingCentre(options),
  }
  await switchFaults(server.worker, vejen, noFaults)
  await setMailbox(server.worker, vejen, exampleCpr, 'open')
  number += 1
})

const job = (change: object = {}) => jobSchemas['dispatch-letter'].parse({ ...copyNumber(number), ...change })
const inMailbox = async (): Promise<string[]> =>
  (await mailboxOf(server.worker, vejen, exampleCpr, present)).map(({ messageId }) => messageId)
const onPaper = async (): Promise<string[]> =>
  (await printedLetters(server.worker, vejen)).map(({ messageId }) => messageId)

describe('a letter is sent', () => {
  test('by Digital Post, and its delivery is collected afterwards', async () => {
    desk.put(copyNumber(number))
    expect(await dispatchLetter(room, job())).toBe('digitalPost')
    expect(await inMailbox()).toContain(messageIdOf(job()))
    expect(await collectReceipts(room, vejen)).toBe(1)
    expect(desk.written).toEqual([
      'dispatched digitalPost 2026-11-24',
      'delivered digitalPost 2026-11-24 receipt',
    ])
    expect(await collectReceipts(room, vejen)).toBe(0)
  })

  test.each([
    ['the exempt', {}, {}, 'exempt'],
    ['who has no CPR number', { cpr: undefined }, {}, 'open'],
    ['whoever was chosen to get it so', {}, { channel: 'paper' }, 'open'],
  ] as const)('on paper to %s', async (_, toSend, order, mailbox) => {
    await setMailbox(server.worker, vejen, exampleCpr, mailbox)
    desk.put(copyNumber(number), toSend)
    expect(await dispatchLetter(room, job(order))).toBe('paper')
    expect(await onPaper()).toContain(messageIdOf(job()))
    expect(await inMailbox()).not.toContain(messageIdOf(job()))
    expect(desk.written).toEqual(['dispatched paper 2026-11-24'])
  })

  test('digitally where a person chose it, and an exemption then is a failure that shows', async () => {
    await setMailbox(server.worker, vejen, exampleCpr, 'exempt')
    desk.put(copyNumber(number))
    expect(await dispatchLetter(room, job({ channel: 'digitalPost' }))).toBe('failed')
    expect(desk.written).toEqual(['failed digitalPost exempt'])
  })

  test('not at all when there is nothing to send', async () => {
    expect(await dispatchLetter(room, job())).toBe('nothingToSend')
    expect(desk.written).toEqual([])
  })

  test('once, though the journal was away when it was handed over', async () => {
    desk.put(copyNumber(number))
    desk.failNext()
    await expect(dispatchLetter(room, job())).rejects.toThrow('the database is away')
    expect(await dispatchLetter(room, job())).toBe('digitalPost')
    expect(desk.written).toEqual(['dispatched digitalPost 2026-11-24'])
    expect((await inMailbox()).filter((id) => id === messageIdOf(job()))).toHaveLength(1)
  })

  test('again after a failure, under another message id', async () => {
    await switchFaults(server.worker, vejen, { refuseNext: 1 })
    desk.put(copyNumber(number))
    expect(await dispatchLetter(room, job())).toBe('failed')
    desk.put(copyNumber(number))
    expect(await dispatchLetter(room, job({ attempt: 2 }))).toBe('digitalPost')
    expect(desk.written).toEqual(['failed digitalPost refused', 'dispatched digitalPost 2026-11-24'])
    await collectReceipts(room, vejen)
  })
})

describe('a letter is not sent', () => {
  test('on paper without an address: the failure shows', async () => {
    desk.put(copyNumber(number), { cpr: undefined, address: [] })
    expect(await dispatchLetter(room, job())).toBe('failed')
    expect(desk.written).toEqual(['failed paper noAddress'])
  })

  test('while the neighbour is away: nothing is written, and the queue tries again', async () => {
    desk.put(copyNumber(number))
    await switchFaults(server.worker, vejen, { outage: true })
    await expect(dispatchLetter(room, job())).rejects.toThrow(NeighbourUnavailable)
    expect(desk.written).toEqual([])
    await switchFaults(server.worker, vejen, { outage: false })
    expect(await dispatchLetter(room, job())).toBe('digitalPost')
    await collectReceipts(room, vejen)
  })
})

describe('receipts', () => {
  test('of a closed mailbox are a failure', async () => {
    await setMailbox(server.worker, vejen, exampleCpr, 'closed')
    desk.put(copyNumber(number))
    await dispatchLetter(room, job())
    await collectReceipts(room, vejen)
    expect(desk.written).toEqual(['dispatched digitalPost 2026-11-24', 'failed digitalPost mailboxClosed'])
  })

  test('tell the Copenhagen day on which the letter arrived', async () => {
    present = new Date('2026-11-24T23:30:00Z')
    desk.put(copyNumber(number))
    await dispatchLetter(room, job())
    await collectReceipts(room, vejen)
    expect(desk.written.at(-1)).toBe('delivered digitalPost 2026-11-25 receipt')
  })

  test('that overtook their dispatch wait, and are not lost', async () => {
    desk.put(copyNumber(number))
    desk.failNext()
    await expect(dispatchLetter(room, job())).rejects.toThrow()
    expect(await collectReceipts(room, vejen)).toBe(0)
    await dispatchLetter(room, job())
    expect(await collectReceipts(room, vejen)).toBe(1)
  })

  test('that cannot be written down hold up no other, and come again', async () => {
    const [first, second] = [copyNumber(500 + number), copyNumber(600 + number)]
    for (const copy of [first, second]) {
      desk.put(copy)
      await dispatchLetter(room, jobSchemas['dispatch-letter'].parse(copy))
    }
    desk.failNext()
    await expect(collectReceipts(room, vejen)).rejects.toThrow('1 receipts could not be written down')
    expect(desk.written.filter((line) => line.startsWith('delivered'))).toHaveLength(1)
    expect(await collectReceipts(room, vejen)).toBe(1)
  })
})

describe('the sweep', () => {
  test('presumes delivery on the day, not before, and once', async () => {
    desk.put(copyNumber(number), { cpr: undefined })
    await dispatchLetter(room, job())
    desk.moveTo(addDays(getDay('2026-11-24'), 7))
    expect(await sweep(desk, vejen)).toBe(0)
    desk.moveTo(addDays(getDay('2026-11-24'), 20))
    expect(await sweep(desk, vejen)).toBe(1)
    expect(await sweep(desk, vejen)).toBe(0)
    // The day that is presumed, and not the day the sweep ran.
    expect(desk.written.at(-1)).toBe('delivered paper 2026-12-02 presumed')
  })

  test('goes on past one that cannot be written down', async () => {
    for (const copy of [copyNumber(700), copyNumber(701)]) {
      desk.put(copy, { cpr: undefined })
      await dispatchLetter(room, jobSchemas['dispatch-letter'].parse(copy))
    }
    desk.moveTo(getDay('2026-12-24'))
    desk.failNext()
    await expect(sweep(desk, vejen)).rejects.toThrow('1 deliveries could not be written down')
    expect(await sweep(desk, vejen)).toBe(1)
  })
})

test('a message id tells its copy again, and nothing else does', () => {
  expect(findCopyOf(vejen, messageIdOf(job({ attempt: 3 })))).toEqual(copyNumber(number))
  for (const other of ['', 'x.y.z.1', 'somebody-else']) expect(findCopyOf(vejen, other)).toBeUndefined()
})

test('the title tells nothing of what the case is about', () => {
  expect(postTitle({ isCitizen: true, caseNumber: '2026-0042' })).toBe('Brev om din sag 2026-0042')
  expect(postTitle({ isCitizen: false, caseNumber: '2026-0042' })).toBe('Kopi af brev i sag 2026-0042')
})
