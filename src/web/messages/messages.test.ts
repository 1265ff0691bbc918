/** The thread of a placement at its three faces: who sees what, who has read it, what is refused, and what an e-mail says. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTown, type TownAtWork } from '../../../test/support/case-pages.ts'
import { type Placed, placeCitizen } from '../../../test/support/placed.ts'
import { asCitizen, asProvider, asSystem, billund, newPerson, vejen } from '../../../test/support/scopes.ts'
import { jobSchemas } from '../../casework/jobs.ts'
import { isConflict, perform } from '../../casework/perform.ts'
import { verifyCase } from '../../casework/verify.ts'
import type { CaseCommand } from '../../domain/case/commands.ts'
import { longestMessage } from '../../domain/case/message/events.ts'
import { ProviderId } from '../../domain/identity.ts'
import { isRefusal } from '../../domain/refusal.ts'
import { addDays, type CalendarDay, copenhagenDay, getDay } from '../../domain/time/calendar-day.ts'
import {
  noEmailFaults,
  sentEmails,
  simulatedEmailNudge,
  switchEmailFaults,
} from '../../exchange/email-nudge/simulator.ts'
import { read, write } from '../../store/connection.ts'
import { threadRows, unreadAtProvider } from '../../store/messages.ts'
import { savePerson } from '../../store/persons.ts'
import { nudgeByEmail, nudgeRoom } from '../../work/nudge.ts'

let work: TownAtWork
let placed: Placed
let caseNumber: string
let today: CalendarDay
const guardian = newPerson()
const reader = newPerson()

type Who = Parameters<TownAtWork['test']['logIn']>[0]

/** Somebody at a browser: looks, and sends the fields of a form. */
async function seat(who: Who) {
  const { cookie, csrf } = await work.test.logIn(who)
  return {
    get: async (path: string) => {
      const answer = await work.test.get(path, cookie)
      return { status: answer.status, text: await answer.text(), location: answer.headers.get('location') }
    },
    post: async (path: string, fields: Record<string, string>) => {
      const answer = await work.test.post(path, { _csrf: csrf, _command: randomUUID(), ...fields }, cookie)
      return { status: answer.status, text: await answer.text(), location: answer.headers.get('location') }
    },
  }
}

const atCitizen = () => `/borger/sag/${caseNumber}/beskeder/${placed.orderId}`
const atProvider = () => `/tilbud/borgere/${placed.orderId}/beskeder`
const atAuthority = () => `/myndighed/sager/${caseNumber}/beskeder`
const toThread = () => `${atAuthority()}/${placed.orderId}`
const karen = () => seat({ person: placed.person })
const pia = () => seat(work.town.provider)
const sanne = () => seat(work.town.caseworker)

async function staffDoes(who: 'provider' | 'caseworker', command: CaseCommand): Promise<void> {
  const userId = work.town[who]
  const role = who === 'provider' ? 'providerStaff' : 'caseworker'
  const subject =
    who === 'provider'
      ? { roles: ['providerStaff'] as const, userId, provider: ProviderId.parse('kaerhoej') }
      : { roles: ['caseworker'] as const, userId, unit: (await work.file(placed.caseId)).unit }
  const asking = { municipality: vejen, today, subject, actor: { kind: 'staff', userId, role } as const }
  const done = await perform(work.test.house, asking, {
    caseId: placed.caseId,
    commandId: randomUUID(),
    command,
  })
  if (isRefusal(done) || isConflict(done)) throw new Error(`${command.type}: ${JSON.stringify(done)}`)
}

beforeAll(async () => {
  work = await openTown()
  today = copenhagenDay(work.test.house.now())
  placed = await placeCitizen(work.test.house, {
    caseworker: work.town.caseworker,
    person: { email: 'asta@post.example' },
  })
  caseNumber = (await work.file(placed.caseId)).caseNumber
  for (const [personId, givenName] of [
    [guardian, 'Vera'],
    [reader, 'Læse'],
  ] as const)
    await write(work.database.app, asSystem(vejen), (tx) =>
      savePerson(tx, {
        personId,
        validFrom: today,
        recordedAt: work.test.house.now(),
        details: {
          givenName,
          familyName: 'Hjælper',
          birthDate: getDay('1970-01-01'),
          language: 'da',
          digitalPostExempt: false,
          easyRead: false,
        },
      }),
    )
  const power = (personId: typeof guardian, scopes: readonly ('read' | 'write')[]): CaseCommand => ({
    type: 'registerRepresentative',
    input: {
      personId,
      type: 'partyRepresentative',
      scopes: [...scopes],
      from: today,
      verified: 'Fuldmagten er set',
    },
  })
  await staffDoes('caseworker', power(guardian, ['read', 'write']))
  await staffDoes('caseworker', power(reader, ['read']))
})
afterAll(() => work.database.drop())

const rows = () => read(work.database.app, asSystem(vejen), (tx) => threadRows(tx, placed.orderId))
const unreadThere = () => read(work.database.app, asProvider('kaerhoej'), unreadAtProvider)

it('opens when the provider has said yes, and not before', async () => {
  expect((await (await karen()).get(atCitizen())).status).toBe(404)
  expect((await (await pia()).get(atProvider())).status).toBe(404)
  expect((await (await sanne()).get(atAuthority())).text).toContain('Tråden åbner, når tilbuddet har sagt ja')
  expect((await (await karen()).get('/borger/beskeder')).text).toContain(
    'Ingen beskeder. Når du har en plads',
  )
  await staffDoes('provider', {
    type: 'acceptOrder',
    input: { orderId: placed.orderId, startOn: addDays(today, 14), contactPerson: work.town.provider },
  })
  const { text } = await (await karen()).get(atCitizen())
  expect(text).toContain('Ingen beskeder. Skriv til din kontaktperson.')
  expect(text).toContain('Vi svarer inden 3 hverdage. Haster det, så ring.')
  expect(text).toMatch(/Ring til Pia Lund: [\d ]{8,}/)
  // One placement, one thread: no list in between.
  expect((await (await karen()).get('/borger/beskeder')).location).toBe(atCitizen())
})

describe('the citizen writes', () => {
  const typed = 'Hej <b>Pia</b> & co\r\n\r\n  Må jeg komme klokken 10?'

  it('and it stands as it was typed, escaped, with its line breaks, once though posted twice', async () => {
    const at = await karen()
    const command = randomUUID()
    const first = await at.post(atCitizen(), { to: 'provider', text: typed, _command: command })
    const again = await at.post(atCitizen(), { to: 'provider', text: typed, _command: command })
    expect([first.status, again.status]).toEqual([303, 303])
    expect((await rows()).map((m) => m.text)).toEqual(['Hej <b>Pia</b> & co\n\n  Må jeg komme klokken 10?'])
    const { text } = await at.get(first.location ?? '')
    expect(text).toContain('Hej &lt;b&gt;Pia&lt;/b&gt; &amp; co\n\n  Må jeg komme klokken 10?')
    expect(text).toContain('Ikke læst endnu')
    expect(/<title>([^<]*)/.exec(text)?.[1]).not.toMatch(/Pia|Asta/)
  })

  it('to the provider, who has it counted, owes an answer, and reads it with name and role', async () => {
    expect(await unreadThere()).toBe(1)
    const at = await pia()
    const home = (await at.get('/tilbud')).text
    expect(home).toMatch(/<strong>1<\/strong>\s*Nye beskeder/)
    expect(home).toMatch(new RegExp(`${atProvider()}[\\s\\S]*Svar på besked`))
    expect((await at.get('/tilbud/beskeder')).text).toContain('1 ny besked')
    const { text } = await at.get(atProvider())
    expect(text).toMatch(/<strong>Asta Eng<\/strong>, borger/)
    expect(text).toContain('Til tilbuddet, beder om svar')
    expect(await unreadThere()).toBe(0)
    expect((await (await karen()).get(atCitizen())).text).toContain('Læst: Pia Lund')
  })

  it('and the caseworker has it counted by itself', async () => {
    const at = await sanne()
    expect((await at.get('/myndighed')).text).toMatch(
      new RegExp(`${atAuthority()}[^<]*">[^<]*</a>: 1 ny besked`),
    )
    expect((await at.get(atAuthority())).text).toContain('Må jeg komme klokken 10?')
    expect((await at.get('/myndighed')).text).not.toContain('ny besked')
  })

  it.each([
    ['nothing', ' \r\n ', 'Skriv en besked.'],
    ['more than there is room for', 'å'.repeat(longestMessage + 1), `du har skrevet ${longestMessage + 1}`],
  ])('%s: a sentence at the field, and what was typed stays', async (_, text, sentence) => {
    const before = (await rows()).length
    const answer = await (await karen()).post(atCitizen(), { to: 'provider', text })
    expect(answer.status).toBe(422)
    expect(answer.text).toMatch(new RegExp(`<a href="#f-text">[^<]*${sentence}`))
    expect(answer.text).toContain(text.trim())
    expect((await rows()).length).toBe(before)
  })

  it('to nobody: asked to choose, with the text kept', async () => {
    const answer = await (await karen()).post(atCitizen(), { text: 'Hvem læser det her?' })
    expect([answer.status, answer.text.includes('Vælg, hvem du skriver til.')]).toEqual([422, true])
    expect(answer.text).toContain('Hvem læser det her?')
  })
})

it('the provider answers, and the citizen says yes with one press, which asks for nothing more', async () => {
  await (await pia()).post(atProvider(), { to: 'citizen', text: 'Ja. Passer kl. 10 også fredag?' })
  const at = await karen()
  expect((await at.get('/borger')).text).toContain('1 ny besked')
  expect((await at.get(atCitizen())).text).toMatch(/kontaktperson på Kærhøj[\s\S]*tag[^>]*>\s*Ny/)
  expect((await at.get('/borger')).text).not.toContain('1 ny besked')
  await at.post(atCitizen(), { svar: 'ja', to: 'provider' })
  expect((await rows()).at(-1)).toMatchObject({ text: 'Ja', to: 'provider', answer: false })
  await at.post(atCitizen(), { svar: 'ring', to: 'provider' })
  expect((await rows()).at(-1)).toMatchObject({ text: 'Ring til mig', answer: true })
})

it('between provider and authority one can say that no answer is needed', async () => {
  const at = await sanne()
  await at.post(toThread(), { to: 'provider', text: 'Hvordan går det?' })
  expect((await rows()).at(-1)).toMatchObject({ from: 'authority', to: 'provider', answer: true })
  await (await pia()).post(atProvider(), { to: 'authority', text: 'Godt. Tak for nu.', intetSvar: 'ja' })
  expect((await rows()).at(-1)).toMatchObject({ from: 'provider', to: 'authority', answer: false })
})

describe('who acts for the citizen', () => {
  const helper = () => seat({ person: guardian, actingFor: placed.person })
  it('writes visibly on their behalf, and reads for themselves', async () => {
    const at = await helper()
    expect((await at.get('/borger')).text).toMatch(/nye beskeder|ny besked/)
    await at.post(atCitizen(), { to: 'authority', text: 'Jeg er Astas fuldmægtig.' })
    expect((await (await sanne()).get(atAuthority())).text).toMatch(
      /<strong>Vera Hjælper<\/strong>, handler for borgeren/,
    )
    await (await pia()).post(atProvider(), { to: 'citizen', text: 'Velkommen til Vera.' })
    await at.get(atCitizen())
    expect((await (await karen()).get('/borger')).text).toContain('4 nye beskeder')
  })
  it('with a right to read alone, reads and does not write', async () => {
    const at = await seat({ person: reader, actingFor: placed.person })
    const page = await at.get(atCitizen())
    expect([page.status, page.text.includes('Du kan læse med, men ikke skrive.')]).toEqual([200, true])
    expect(page.text).not.toContain('<textarea')
    expect((await at.post(atCitizen(), { to: 'provider', text: 'Hej' })).status).toBe(403)
  })
})

it('another provider, another citizen and another unit see nothing of it', async () => {
  expect((await (await seat(work.town.otherProvider)).get(atProvider())).status).toBe(404)
  expect((await (await seat({ person: work.town.stranger })).get(atCitizen())).status).toBe(404)
  expect((await (await seat(work.town.elsewhere)).get(atAuthority())).status).toBe(403)
  const seen = await Promise.all(
    [asProvider('noerrevang'), asCitizen(work.town.stranger)].map((scope) =>
      read(work.database.app, scope, (tx) => threadRows(tx, placed.orderId)),
    ),
  )
  expect(seen).toEqual([[], []])
})

it('the thread is what the history comes to', async () => {
  const municipality = work.test.house.municipalities.get(vejen)
  if (municipality === undefined) throw new Error('Vejen is not configured')
  const verified = await read(work.database.app, asSystem(vejen), (tx) =>
    verifyCase(tx, municipality, placed.caseId),
  )
  expect(verified.faults).toEqual([])
})

describe('an e-mail that something waits', () => {
  const jobs = async () => {
    const { rows: found } = await work.database.admin.pool.query<{ payload: unknown }>(
      `select j.payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
       where t.identifier = 'nudge-by-email' order by j.id`,
    )
    return found.map(({ payload }) => jobSchemas['nudge-by-email'].parse(payload))
  }
  const room = () =>
    nudgeRoom(
      { ...work.test.house, db: work.database.worker },
      simulatedEmailNudge({ db: work.database.worker, now: async () => new Date('2026-11-25T10:00:00Z') }),
    )
  const staffWrites = async (text: string) => (await pia()).post(atProvider(), { to: 'citizen', text })

  it('is not sent to whoever has not asked for one', async () => {
    await staffWrites('Vi ses.')
    expect(await jobs()).toEqual([])
  })

  it('is, when the citizen has said yes: two sentences, and nothing of what was written', async () => {
    const at = await karen()
    expect((await at.get('/borger/beskeder/e-mail')).text).toContain('Du får ingen e-mail.')
    await at.post('/borger/beskeder/e-mail', { email: 'ja' })
    expect((await at.get('/borger/beskeder/e-mail')).text).toContain(
      'Du får en e-mail, når der er en ny besked.',
    )
    await staffWrites('Husk dine hjertepiller på Kærhøj.')
    const [job] = await jobs()
    if (job === undefined) throw new Error('no job was queued')
    expect(await nudgeByEmail(room(), job)).toBe('sent')
    expect(await nudgeByEmail(room(), job)).toBe('sent')
    const sent = await sentEmails(work.database.worker, vejen)
    expect(sent).toHaveLength(1)
    expect(sent[0]).toMatchObject({ recipient: 'asta@post.example', subject: 'Du har en ny besked' })
    expect(sent[0]?.text).toContain('Log ind for at læse den.')
    expect(JSON.stringify(sent)).not.toMatch(/hjertepiller|Kærhøj|Asta |Pia|2026-\d{4}/)
  })

  it('is not sent about what has been read meanwhile, nor after a no', async () => {
    const at = await karen()
    await staffWrites('En til.')
    const read_ = (await jobs()).at(-1)
    await at.get(atCitizen())
    expect(read_ && (await nudgeByEmail(room(), read_))).toBe('nothingToSend')
    await staffWrites('Og en til.')
    const unread = (await jobs()).at(-1)
    await at.post('/borger/beskeder/e-mail', { email: 'nej' })
    expect(unread && (await nudgeByEmail(room(), unread))).toBe('nothingToSend')
    await at.post('/borger/beskeder/e-mail', { email: 'ja' })
    expect(unread && (await nudgeByEmail(room(), unread))).toBe('sent')
  })

  it('fails aloud when the mail server is away or says no, and is sent the next time', async () => {
    await staffWrites('Den sidste.')
    const job = (await jobs()).at(-1)
    if (job === undefined) throw new Error('no job was queued')
    await switchEmailFaults(work.database.worker, vejen, { outage: true })
    await expect(nudgeByEmail(room(), job)).rejects.toThrow(
      expect.objectContaining({ name: 'NeighbourUnavailable' }),
    )
    await switchEmailFaults(work.database.worker, vejen, { ...noEmailFaults, refuseNext: 1 })
    await expect(nudgeByEmail(room(), job)).rejects.toThrow(expect.objectContaining({ name: 'NudgeRefused' }))
    expect(await nudgeByEmail(room(), job)).toBe('sent')
  })

  it('is nobody else’s to choose', async () => {
    const at = await seat({ person: guardian, actingFor: placed.person })
    expect((await at.get('/borger/beskeder/e-mail')).location).toBe('/borger/beskeder')
    await at.post('/borger/beskeder/e-mail', { email: 'nej' })
    expect((await (await karen()).get('/borger/beskeder/e-mail')).text).toContain('Du får en e-mail')
  })
})

it('after the place is over it can be read, and nothing can be written', async () => {
  await staffDoes('caseworker', {
    type: 'announceMove',
    input: { to: billund, movesOn: today, why: 'ownWish', how: 'CPR' },
  })
  await staffDoes('caseworker', {
    type: 'settleMove',
    input: { outcome: 'theyTakeOver', takeoverOn: today, basis: 'Billund', toProvider: 'Hun flytter.' },
  })
  await staffDoes('caseworker', {
    type: 'changeActingMunicipality',
    input: { to: billund, effectiveOn: today, basis: 'RSL § 9' },
  })
  const at = await karen()
  const { text } = await at.get(atCitizen())
  expect(text).toContain('Pladsen er slut.')
  expect(text).not.toContain('<textarea')
  const answer = await at.post(atCitizen(), { to: 'provider', text: 'Farvel' })
  expect([answer.status, answer.text.includes('Farvel')]).toEqual([422, true])
})
