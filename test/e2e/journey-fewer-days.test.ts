/**
 * Less than what one has: a reassessment with hearing, and a decision with reasons, notice and complaint guidance, before
 * anything changes; then another order to the same place, where everyday life goes on (K2.3-5…7, FVL §§ 19, 22–25).
 */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { perform } from '../../src/casework/perform.ts'
import type { CaseCommand } from '../../src/domain/case/commands.ts'
import { ProviderId } from '../../src/domain/identity.ts'
import { isRefusal } from '../../src/domain/refusal.ts'
import { getDay } from '../../src/domain/time/calendar-day.ts'
import { readingText } from '../../src/letters/pdf/read-pdf.ts'
import { placeCitizen } from '../support/placed.ts'
import { vejen } from '../support/scopes.ts'
import { caseworkerAt } from './support/caseworker.ts'
import { citizenAt } from './support/citizen.ts'
import { fill, mainText, press } from './support/fill.ts'
import { providerAt } from './support/provider.ts'
import { openWorld, type World } from './support/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld('2026-03-02')
}, 120_000)
afterAll(() => world?.stop())

const sag = '2026-0001'
const tired = 'Asta er træt efter frokost.'

it('takes a hearing and a decision, and not one day goes before its time', { timeout: 300_000 }, async () => {
  const { caseworker: userId, kaerhoej } = world.staff
  const house = { ...world.web.house, now: () => new Date('2026-03-02T09:00:00Z') }
  const person = { cpr: '0302889996' }
  const { person: personId, caseId, orderId } = await placeCitizen(house, { caseworker: userId, person })
  const placeDid = async (today: string, command: CaseCommand): Promise<void> => {
    const provider = ProviderId.parse('kaerhoej')
    const asking = {
      municipality: vejen,
      today: getDay(today),
      subject: { roles: ['providerStaff'], userId: kaerhoej, provider },
      actor: { kind: 'staff', userId: kaerhoej, role: 'providerStaff' },
    } as const
    const done = await perform(house, asking, { caseId, commandId: randomUUID(), command })
    if (isRefusal(done)) throw new Error(`${command.type}: ${done.code}`)
  }
  const begin = getDay('2026-03-16')
  await placeDid('2026-03-03', {
    type: 'acceptOrder',
    input: { orderId, startOn: begin, contactPerson: kaerhoej },
  })
  await placeDid(begin, { type: 'startPlacement', input: { orderId, startedOn: begin } })
  const desk = await world.seat(userId)
  const caseworker = caseworkerAt(desk, sag)
  const citizen = citizenAt(await world.window({ as: { personId } }))

  // Monday 7 September: looked at anew, and what speaks against the citizen is put to her.
  await world.moveTo('2026-09-07')
  await caseworker.open('/revurdering/begynd')
  await fill(desk.page, {
    'Hvad viser, at behovet kan være ændret?': 'Andet, vi er blevet klar over',
    'Hvorfor ser vi på det igen?': 'Hun kan holde til to dage.',
  })
  await press(desk.page, 'Begynd en revurdering')
  expect(await citizen.open(`/borger/sag/${sag}`)).not.toContain('2 dage')
  await caseworker.sendHearing({ 'Punkt 1': tired }, tired)
  await world.posted(sag)
  await world.moveTo('2026-09-14')
  await citizen.answerHearing(sag, {
    'Er det rigtigt, det vi skriver? (Stykke 1)': 'Noget er forkert',
    'Hvad er forkert? (Stykke 1)': 'Jeg vil hellere beholde tre dage.',
  })

  // Wednesday 30: decided. A day that comes too soon is refused; 2 November is later than four weeks.
  await world.moveTo('2026-09-30')
  await caseworker.markInformed({ 'Hvorfor er sagen oplyst nok til en afgørelse?': 'Samtalen og svaret.' })
  await caseworker.assess({
    'Har borgeren betydeligt nedsat fysisk eller psykisk funktionsevne eller særlige sociale problemer?':
      'Ja',
    'Hvilken grund? Mindst én, hvis svaret er ja': 'Særlige sociale problemer',
    'A: Hvorfor?': 'Du har været alene i flere år.',
    'A: Hvad bygger svaret på?': 'Samtalen den 9. september.',
    'Har borgeren brug for et dagtilbud for at opretholde eller forbedre personlige færdigheder eller livsvilkår?':
      'Ja',
    'B: Hvorfor?': 'Faste dage giver dig ro.',
    'B: Hvad bygger svaret på?': 'Samtalen den 9. september.',
    Behov: 'Faste dage, og tid til at hvile.',
    Ressourcer: 'Kender meget til planter.',
  })
  await caseworker.considerOtherHelp({
    'Hvorfor § 104 og ikke beskyttet beskæftigelse efter § 103?': 'Du kan ikke arbejde nu.',
    'Hvilken anden hjælp er overvejet?': 'Ingen andre muligheder er relevante',
    'Hvorfor er ingen andre muligheder relevante?': 'Du har den støtte hjemme, du skal bruge.',
  })
  await caseworker.tryToDecide(
    {
      'Bevilges der en plads i aktivitets- og samværstilbud?': 'Ja, der bevilges en plads',
      'Dage om ugen': '2',
      'Hvorfor færre dage end fuld tid?': 'Helbred eller træthed',
      'Den konkrete og individuelle vurdering bag omfanget': 'Du kan holde til to dage.',
      'Hvilket tilbud?': 'Kærhøj',
      'Kærhøj: hvad taler for og imod?': 'Du kender stedet.',
      'Hvorfor netop dette tilbud?': 'Du kender stedet og de andre.',
      'Svar på borgerens ønske om sted': 'Du bliver på Kærhøj.',
      'Bevilges der kørsel til og fra tilbuddet?': 'Ja',
      Startdato: '2026-10-05',
      'Den konkrete indsats': 'Havehold to dage.',
      'Formålet med indsatsen': 'En hverdag sammen med andre.',
      'Oplysning 1': tired,
      'Oplysning 1: hvor kommer den fra?': 'samtalen den 9. september 2026',
      'De hovedhensyn, der har været afgørende': 'Vi har lagt vægt på, at du bliver træt efter frokost.',
      'Hvad mener borgeren?': 'Du vil hellere beholde tre dage.',
      'Hvordan er borgerens syn vægtet?': 'Vi ser på det igen sammen med dig til foråret.',
      'Afgørelsen gælder fra': '2026-10-05',
    },
    ['Når borgeren mister noget, skal de have varsel først.'],
  )
  await caseworker.decide({ 'Afgørelsen gælder fra': '2026-11-02', Startdato: '2026-11-02' }, [
    'Dette er et delvist afslag.',
  ])
  await world.posted(sag)
  const letter = readingText((await citizen.readLetter(sag, 'Afgørelse')).pdf).replaceAll(/\s+/g, ' ')
  for (const words of [
    'Afgørelsen gælder fra den 2. november 2026.',
    'Du vil hellere beholde tre dage.',
    'klage',
  ])
    expect(letter).toContain(words)

  // The place says yes to the new order, and goes on with three days until the day comes.
  await caseworker.sendOrder({})
  const provider = providerAt(await world.seat(kaerhoej))
  await provider.openOrder()
  await provider.accept({ 'Hvem er borgerens kontaktperson?': 'Pia Lund' })
  const days = async () => {
    const { orders } = (await world.caseOf(sag)).file
    return orders.map(({ content, continues }) => [content.daysPerWeek, continues !== undefined])
  }
  expect(await days()).toEqual([
    [3, false],
    [2, true],
  ])
  await caseworker.open('/revurdering')
  expect(await mainText(desk.page)).toContain('Ny afgørelse')
  await world.moveTo('2026-11-03')
  expect(await provider.people()).toMatch(/Asta Eng.*Pia Lund/)
  expect(await citizen.open(`/borger/sag/${sag}`)).toContain('Kærhøj')
})
