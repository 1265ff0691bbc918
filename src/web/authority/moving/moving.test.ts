/** A move from when it is said until the other municipality has taken over, at the caseworker's, the citizen's and the place's pages. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dayFields, errorsIn, openTown, type TownAtWork } from '../../../../test/support/case-pages.ts'
import { type Placed, placeCitizen } from '../../../../test/support/placed.ts'
import { vejen } from '../../../../test/support/scopes.ts'
import { type Asking, isConflict, perform } from '../../../casework/perform.ts'
import type { CaseCommand } from '../../../domain/case/commands.ts'
import { phaseOf } from '../../../domain/case/phase.ts'
import { ProviderId } from '../../../domain/identity.ts'
import { isRefusal } from '../../../domain/refusal.ts'
import { addDays, type CalendarDay, copenhagenDay } from '../../../domain/time/calendar-day.ts'
import { situationOf } from '../../citizen/situation.ts'
import type { Language } from '../../i18n/messages.ts'

let t: TownAtWork
let placed: Placed
let now = new Date('2027-01-04T09:00:00Z')
const today = (): CalendarDay => copenhagenDay(now)
const asPia = (): Asking => ({
  municipality: vejen,
  today: today(),
  subject: { roles: ['providerStaff'], userId: t.town.provider, provider: ProviderId.parse('kaerhoej') },
  actor: { kind: 'staff', userId: t.town.provider, role: 'providerStaff' },
})
const providerDoes = async (command: CaseCommand) => {
  const done = await perform(t.test.house, asPia(), {
    caseId: placed.caseId,
    commandId: randomUUID(),
    command,
  })
  if (isRefusal(done) || isConflict(done)) throw new Error(`${command.type}: ${JSON.stringify(done)}`)
}
const file = () => t.file(placed.caseId)
const at = async (rest = '') => `/myndighed/sager/${(await file()).caseNumber}/parter/flytning${rest}`
const page = async () => (await (await t.desk()).get(await at())).text
/** What the citizen's own page says now. */
const citizenReads = async (language: Language = 'da') => {
  const municipality = t.test.house.municipalities.get(vejen)
  if (municipality === undefined) throw new Error('Vejen is not there')
  const { sentence, also } = situationOf({ file: await file(), municipality, today: today(), language })
  return [sentence, also].filter(Boolean).join(' ')
}

beforeAll(async () => {
  t = await openTown(() => now)
  placed = await placeCitizen(t.test.house, { caseworker: t.town.caseworker })
  await providerDoes({
    type: 'acceptOrder',
    input: { orderId: placed.orderId, startOn: addDays(today(), 14), contactPerson: t.town.provider },
  })
  now = new Date('2027-01-18T09:00:00Z')
  await providerDoes({ type: 'startPlacement', input: { orderId: placed.orderId, startedOn: today() } })
  now = new Date('2027-03-01T09:00:00Z')
})
afterAll(() => t.database.drop())

describe('a move', () => {
  it('is none until somebody says it', async () => {
    const text = await page()
    expect(text).toContain('Der er ikke noteret en flytning.')
    expect(text).toContain('Vi skylder ikke noget på grund af en flytning i dag.')
    expect(text).not.toContain('/parter/flytning/papirer')
  })
  it('asks at its fields for what is missing, and keeps what was typed', async () => {
    const desk = await t.desk()
    const answer = await desk.send(await at('/besked'), {
      how: 'Ringede i går',
      ...dayFields('movesOn', '2027-02-31'),
    })
    expect(answer.status).toBe(422)
    expect(errorsIn(answer.text).map((line) => line.split(':')[0])).toEqual(
      expect.arrayContaining(['f-to', 'f-movesOn', 'f-why']),
    )
    expect(answer.text).toContain('Ringede i går')
  })
  it('said, is owed a settlement within ten working days, and the citizen reads that the help goes on', async () => {
    const desk = await t.desk()
    const shown = await desk.done(await at('/besked'), {
      to: '0621',
      ...dayFields('movesOn', '2027-05-01'),
      why: 'ownWish',
      how: 'Sagt på telefon',
    })
    expect(shown.text).toContain('Afklar, hvem der er handlekommune efter flytningen')
    expect(shown.text).toContain('15. marts 2027')
    expect(await citizenReads()).toContain('Du flytter til Kolding Kommune. Din hjælp fortsætter som nu')
  })
  it('cannot be taken over before it is agreed: the place goes on', async () => {
    const desk = await t.desk()
    const form = await desk.send(await at('/overtaget'), { to: '0621', basis: 'CPR' })
    expect(errorsIn(form.text)).toEqual([
      'f-effectiveOn: Den anden kommune har ikke sagt ja til at tage over den dag. Til da er det os, der hjælper.',
    ])
    expect(phaseOf(await file())).toBe('running')
  })
  it('settled, asks twice, writes to the citizen and tells the place', async () => {
    const desk = await t.desk()
    const path = await at('/afklaring')
    const asked = await desk.send(path, {
      outcome: 'theyTakeOver',
      ...dayFields('takeoverOn', '2027-05-03'),
      basis: 'Aftalt med visitationen i Kolding',
    })
    expect(asked.text).toContain('Borgeren får et brev')
    const done = await desk.sure(asked, path)
    expect([done.status, done.location]).toEqual([303, await at()])
    const { letters, messages } = await file()
    expect(letters.at(-1)?.kind).toBe('moveNotice')
    expect(messages).toMatchObject([
      // Where somebody moves is not the place's to know: an address can be protected.
      { to: 'provider', answer: false, text: expect.not.stringContaining('Kolding') },
    ])
    const shown = await page()
    expect(shown).toContain('Kolding Kommune har sagt, at de overtager 3. maj 2027.')
    expect(shown).toContain('Imens hjælper Vejen Kommune, og Vejen Kommune betaler.')
    expect(await citizenReads()).toMatch(/Kolding Kommune overtager din hjælp .*3\. maj 2027/)
    expect(await citizenReads('let')).toContain('Indtil da hjælper vi dig.')
  })
  it('the papers go with a yes, or only what is needed', async () => {
    const desk = await t.desk()
    const without = await desk.send(await at('/papirer'), {
      ground: 'consent',
      papers: 'Afgørelse og plan',
      how: 'sikker mail',
    })
    expect(errorsIn(without.text).map((line) => line.split(':')[0])).toEqual(['f-ground'])
    await desk.done(await at('/samtykke'), { given: 'no', form: 'oral', said: 'Kun det vigtigste.' })
    const shown = await desk.done(await at('/papirer'), {
      ground: 'necessary',
      papers: 'Afgørelsen',
      how: 'sikker mail',
    })
    expect(shown.text).toContain('Kun det vigtigste.')
    expect(shown.text).toContain('Sendt 1. marts 2027. Afgørelsen')
    expect(shown.text).not.toContain('/parter/flytning/papirer')
  })
  it('ends nothing on its day by itself, and the case once it is written down that they took over', async () => {
    now = new Date('2027-05-04T09:00:00Z')
    expect(phaseOf(await file())).toBe('running')
    expect(await page()).toContain('Notér, at den nye kommune har overtaget')
    const desk = await t.desk()
    const path = await at('/overtaget')
    const asked = await desk.send(path, {
      ...dayFields('effectiveOn', '2027-05-03'),
      basis: 'Aftalt',
      to: '0621',
    })
    expect(asked.text).toContain('Kolding Kommune er handlekommune.')
    const done = await desk.sure(asked, path)
    expect(done.status).toBe(303)
    expect(phaseOf(await file())).toBe('ended')
    expect(await page()).toContain('Kolding Kommune overtog 3. maj 2027.')
    expect(await citizenReads()).toContain('En anden kommune har sagen nu.')
  })
})

it('who moves here: the earlier municipality is asked, and helps meanwhile', async () => {
  const desk = await t.desk()
  const shown = await desk.done(t.at('/parter/flytning/hertil'), {
    from: '0621',
    ...dayFields('movedOn', '2027-04-30'),
    helpThere: 'En plads tre dage om ugen',
  })
  expect(shown.text).toContain('Kolding Kommune yder hjælpen, til vi har overtaget.')
  expect(shown.text).toContain('Spørg den tidligere kommune')
  expect(shown.text).toContain('En plads tre dage om ugen')
})
