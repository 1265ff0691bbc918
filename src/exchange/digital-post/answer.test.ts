import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { copenhagenDay, getDay } from '../../domain/time/calendar-day.ts'
import { limits, noFaults, treat } from './answer.ts'
import { exampleMessage } from './messages.examples.ts'
import { refusalCodes } from './port.ts'
import { presentOn } from './simulated-present.ts'

const pdf = (size: number): Uint8Array => {
  const bytes = new Uint8Array(size)
  bytes.set(new TextEncoder().encode('%PDF-'))
  return bytes
}
const message = exampleMessage('m1')
const file = message.file

describe('a message is taken', () => {
  test('into an open mailbox, with a receipt', () => {
    expect(treat(message, 'open', noFaults)).toEqual({
      kind: 'deliver',
      delayDays: 0,
      receipt: true,
      after: noFaults,
    })
  })

  test('up to the size limit', () => {
    const largest = { ...message, file: { ...file, bytes: pdf(limits.megabytes * 1024 * 1024) } }
    expect(treat(largest, 'open', noFaults).kind).toBe('deliver')
  })
})

describe('a message is refused', () => {
  test.each([
    ['exempt', message, 'exempt'],
    ['invalidRecipient', { ...message, recipient: '010190-1234' }, 'open'],
    ['tooLarge', { ...message, file: { ...file, bytes: pdf(limits.megabytes * 1024 * 1024 + 1) } }, 'open'],
    ['formatNotAllowed', { ...message, file: { ...file, mediaType: 'text/html' } }, 'open'],
    [
      'formatNotAllowed',
      { ...message, file: { ...file, bytes: new TextEncoder().encode('<html>') } },
      'open',
    ],
    ['titleNotAllowed', { ...message, title: ' ' }, 'open'],
    ['titleNotAllowed', { ...message, title: 'x'.repeat(limits.titleCharacters + 1) }, 'open'],
    ['titleNotAllowed', { ...message, title: 'Om 010190-9999' }, 'open'],
  ] as const)('as %s', (code, refused, mailbox) => {
    expect(treat(refused, mailbox, noFaults)).toMatchObject({ kind: 'refuse', code })
  })

  test('so many times as it was switched to, and then no more', () => {
    const first = treat(message, 'open', { ...noFaults, refuseNext: 1 })
    expect(first).toMatchObject({ kind: 'refuse', code: 'refused' })
    expect(treat(message, 'open', first.after).kind).toBe('deliver')
  })
})

test('a closed mailbox takes the message and reports the failure later', () => {
  expect(treat(message, 'closed', noFaults).kind).toBe('fail')
})

test('a lost receipt is lost once', () => {
  const first = treat(message, 'open', { ...noFaults, loseReceipts: 1 })
  expect(first).toMatchObject({ kind: 'deliver', receipt: false })
  expect(treat(message, 'open', first.after)).toMatchObject({ receipt: true })
})

test('the codes that are answered are those of the port', () => {
  fc.assert(
    fc.property(
      fc.string(),
      fc.string(),
      fc.constantFrom('open', 'closed', 'exempt'),
      fc.nat(2),
      (title, recipient, mailbox, refuseNext) => {
        const answer = treat({ ...message, title, recipient }, mailbox as 'open', { ...noFaults, refuseNext })
        if (answer.kind === 'refuse') expect(refusalCodes).toContain(answer.code)
        // What is wrong with the message itself uses up no fault.
        if (answer.kind === 'refuse' && answer.code !== 'refused')
          expect(answer.after.refuseNext).toBe(refuseNext)
      },
    ),
  )
})

test('the present of a demonstration is its day, at the hour it is', () => {
  const real = new Date('2026-11-24T22:30:00Z')
  expect(presentOn(getDay('2026-11-24'), real)).toEqual(real)
  expect(presentOn(getDay('2027-07-01'), real).toISOString()).toBe('2027-07-01T21:30:00.000Z')
  fc.assert(
    fc.property(
      fc.date({ min: new Date('2026-01-01'), max: new Date('2030-01-01'), noInvalidDate: true }),
      (at) => {
        const today = getDay('2028-02-29')
        expect(copenhagenDay(presentOn(today, at))).toBe(today)
      },
    ),
  )
})
