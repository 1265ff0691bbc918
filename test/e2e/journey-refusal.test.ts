/**
 * A refusal to a person over pension age who is exempt from Digital Post and has a guardian. The guardian's letter comes on
 * Thursday 5 March 2026 and is registered the day after; six weeks from the day it came is Thursday 16 April. Letters go on
 * paper to the citizen and digitally to the guardian (FVL § 8); paper counts as received after six weekdays.
 */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { mailboxOf, printedLetters } from '../../src/exchange/digital-post/simulator-switches.ts'
import { readingText } from '../../src/letters/pdf/read-pdf.ts'
import { vejen } from '../support/scopes.ts'
import { caseworkerAt, takeIn } from './support/caseworker.ts'
import { citizenAt, headingsOf } from './support/citizen.ts'
import { expectStanding } from './support/obligations.ts'
import { openWorld, type World } from './support/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld('2026-03-06')
}, 120_000)
afterAll(() => world?.stop())

const sixWeeks = '2026-04-16'
const later = (...clauses: readonly string[]): readonly string[] => clauses.map((id) => `${id} ${sixWeeks}`)
const adverse = 'Lægen finder ingen betydelig nedsættelse af funktionsevnen.'

it('goes from the guardian’s letter to a refusal on paper, with a copy to the guardian', async () => {
  const lone = await world.settle('Lone Dam', '1506669999')
  const [desk, chief] = await Promise.all([
    world.seat(world.staff.caseworker),
    world.seat(world.staff.manager),
  ])

  // Friday 6 March: the letter that came on Thursday. The clock started then.
  const sag = await takeIn(desk, {
    'Hvordan kom den?': 'Brev',
    'Hvilken dag modtog kommunen den?': '2026-03-05',
    'Borgerens CPR-nummer': '0505589999',
    Fornavn: 'Karl',
    Efternavn: 'Dam',
    Adresse: 'Kirkevej 4',
    Postnummer: '6600',
    By: 'Vejen',
    'Særligt for borgeren': 'Fritaget for Digital Post (får breve på papir)',
    'Hvem henvender sig?': 'En repræsentant: værge eller fuldmagt',
    'Repræsentantens CPR-nummer': lone.cpr,
    'Hvad vil du gerne lave?': 'Spille kort og møde andre.',
  })
  const caseworker = caseworkerAt(desk, sag)
  await caseworker.registerRepresentative({
    'Hvad er personen for borgeren?': 'Værge i personlige forhold (§ 5)',
    'Hvad må personen?': [
      'Se sagen',
      'Svare og sende',
      'Søge og trække tilbage',
      'Give samtykke',
      'Få brevene',
    ],
    'Fra hvilken dag?': '2026-03-05',
    'Hvordan er det kontrolleret?': 'Beskikkelsen fra Familieretshuset er set i dag.',
  })
  const { personId } = (await world.caseOf(sag)).file
  const karl = citizenAt(await world.window({ as: { personId } }))
  const guardian = citizenAt(await world.window({ as: { personId: lone.personId, actingFor: personId } }))
  await chief.page.goto('/ledelse/fordeling')
  await chief.look()
  await chief.page.getByLabel(/Karl Dam/).check({ force: true })
  await chief.page.getByLabel('Fordel de valgte til').selectOption({ label: 'Sanne Friis' })
  await chief.page.getByRole('button', { name: 'Fordel de valgte sager' }).click()
  await world.posted(sag)
  await expectStanding(world, sag, {
    owed: ['RSL-9 2026-03-12', ...later('K2.1-1', 'RSL-3-2', 'K2.2a-3', 'K2.2a-4', 'RSL-4', 'RSL-10')],
    kept: ['K2.2a-1 2026-03-10', 'GDPR-13 2026-03-12', 'HV-2 2026-03-09'],
  })
  const sentence = 'Vi undersøger din sag. Du får svar senest torsdag den 16. april 2026.'
  expect(await karl.now(sag)).toBe(sentence)
  expect(await guardian.now(sag)).toBe(sentence)

  // Monday 9: the guardian says yes to asking the doctor. Wednesday 11: a visit, written down only on Monday 16.
  await world.moveTo('2026-03-09')
  await caseworker.recordMunicipality({ 'Hvad bygger det på?': 'Bopæl i CPR.' })
  await caseworker.recordConsent({
    'Hvem spørger vi hos?': 'Egen læge',
    'Hvad siger borgeren?': 'Ja',
    'Hvad må vi indhente, og hvad skal det bruges til?': 'Funktionsevne, til brug for ansøgningen.',
    'Hvordan sagde borgeren det?': 'Skriftligt',
    'Hvem svarede?': 'Repræsentanten',
  })
  await caseworker.askSource({
    'Hvem skal spørges?': 'Egen læge – samtykke givet',
    'Hvad handler det om?': 'Funktionsevne',
    'Hvad spørger vi om?': 'Er Karls funktionsevne betydeligt nedsat?',
    'Svar senest': '2026-03-23',
  })
  await caseworker.sendToSource('Brev med spørgsmålet', 'Er Karls funktionsevne betydeligt nedsat?')
  await world.posted(sag)
  await world.moveTo('2026-03-11')
  await caseworker.agreeOnParticipation({
    'Hvad har borgeren brug for?': 'God tid og et møde hjemme.',
    'Hvad er aftalt?': 'Vi mødes hjemme hos Karl sammen med Lone.',
  })
  await world.moveTo('2026-03-16')
  await caseworker.writeNote({
    'Hvad blev der sagt eller gjort?': 'Du passer dit hjem selv og spiller kort to gange om ugen.',
    'Hvad er det?': 'Samtale',
    'Med hvem?': 'Borgeren',
    'Hvornår skete det?': '2026-03-11',
  })
  await expectStanding(world, sag, {
    owed: later('K2.1-1', 'RSL-3-2', 'K2.2a-3', 'K2.2a-4', 'RSL-10'),
    // Two working days from the visit were Friday 13.
    broken: ['OFL-13 2026-03-13'],
    kept: [`RSL-4 ${sixWeeks}`, 'GDPR-14 2026-03-16', 'RSL-11a 2026-03-09', 'FVL-8 2026-03-09'],
  })
  expect(await karl.now(sag)).toBe(sentence)

  // Tuesday 17: the doctor's answer speaks against. Wednesday 18: the hearing, on paper; it counts as received on Thursday 26.
  await world.moveTo('2026-03-17')
  await caseworker.receiveAnswer(
    {
      'Hvad står der, kort?': adverse,
      'Taler oplysningerne imod ansøgningen?':
        'Ja, og borgeren ved måske ikke, at vi har dem. Så skal borgeren høres.',
    },
    'laege.pdf',
  )
  await world.moveTo('2026-03-18')
  await caseworker.sendHearing({}, adverse)
  await world.posted(sag)
  await world.moveTo('2026-03-27')
  await expectStanding(world, sag, {
    owed: ['HV-3', ...later('K2.1-1', 'RSL-3-2', 'K2.2a-3', 'K2.2a-4', 'RSL-10')],
    broken: ['OFL-13 2026-03-13'],
    kept: [`FVL-19 ${sixWeeks}`, 'OFL-15 2026-03-20'],
  })
  expect(await karl.now(sag)).toBe(
    'Læs det, vi har skrevet om din sag, og sig, om det er rigtigt. Svar senest torsdag den 9. april 2026. Du kan også svare senere.',
  )
  expect(await guardian.now(sag)).toContain('Svar senest torsdag den 9. april 2026.')

  // Maundy Thursday: two weeks are left, and the notice of delay begins to show. Nobody answers.
  await world.moveTo('2026-04-02')
  await expectStanding(world, sag, {
    owed: ['HV-3', ...later('K2.1-2', 'K2.1-1', 'RSL-3-2', 'K2.2a-3', 'K2.2a-4', 'RSL-10')],
    broken: ['OFL-13 2026-03-13'],
    kept: [`FVL-19 ${sixWeeks}`],
  })
  expect(await karl.now(sag)).toContain('Svar senest torsdag den 9. april 2026.')

  // Wednesday 8 April: neither A nor B. Friday 10, the day after the time to answer: informed, and refused.
  await world.moveTo('2026-04-08')
  await caseworker.assess({
    'Har borgeren betydeligt nedsat fysisk eller psykisk funktionsevne eller særlige sociale problemer?':
      'Nej',
    'A: Hvorfor?': 'Du klarer dig selv i hverdagen, og lægen finder ingen betydelig nedsættelse.',
    'A: Hvad bygger svaret på?': 'Hjemmebesøget og lægens svar.',
    'Har borgeren brug for et dagtilbud for at opretholde eller forbedre personlige færdigheder eller livsvilkår?':
      'Nej',
    'B: Hvorfor?': 'Du møder allerede andre to gange om ugen.',
    'B: Hvad bygger svaret på?': 'Hjemmebesøget.',
  })
  await caseworker.considerOtherHelp({
    'Hvilken anden hjælp er overvejet?': 'Ingen andre muligheder er relevante',
    'Hvorfor er ingen andre muligheder relevante?': 'Du klarer dig uden hjælp.',
  })
  await caseworker.markInformed({
    'Hvorfor er sagen oplyst nok til en afgørelse?': 'Hjemmebesøg og lægens svar er nok.',
  })
  await world.moveTo('2026-04-09')
  // The ninth is still the citizen's.
  const refusal = {
    'Bevilges der en plads i aktivitets- og samværstilbud?': 'Nej, der gives afslag',
    'Den konkrete indsats': 'En plads i et aktivitets- og samværstilbud.',
    'Formålet med indsatsen': 'At møde andre og spille kort.',
    'Oplysning 1': adverse,
    'Oplysning 1: hvor kommer den fra?': 'lægens svar den 17. marts 2026',
    'De hovedhensyn, der har været afgørende': 'Vi har lagt vægt på, at du klarer hverdagen selv.',
    'Hvad mener borgeren?': 'Du vil gerne møde andre og spille kort.',
    'Hvordan er borgerens syn vægtet?': 'Det kan du gøre i det åbne aktivitetshus.',
    'Forslag til anden støtte (frivilligt)': 'Det åbne aktivitetshus for ældre er for alle.',
    'Afgørelsen gælder fra': '2026-04-10',
  }
  await caseworker.tryToDecide(refusal, ['Det mangler, før brevet kan sendes', 'Dette er et afslag.'])
  expect((await world.caseOf(sag)).file.proceedings.at(-1)?.decision).toBeUndefined()
  await world.moveTo('2026-04-10')
  // Nobody answered. The date that counts is the municipality's again, and an answer would still be taken.
  expect(await karl.now(sag)).toBe(sentence)
  expect(await karl.page.getByRole('link', { name: 'Svar på brevet' }).count()).toBe(1)
  await caseworker.open('/afgoerelse')
  await caseworker.decide(refusal, ['Dette er et afslag.', 'Kopi til Lone Dam'])
  await world.posted(sag)
  await expectStanding(world, sag, {
    owed: [],
    broken: ['OFL-13 2026-03-13'],
    kept: [
      ...later('K2.1-1', 'RSL-3-2'),
      ...[
        ...['FVL-8', 'FVL-19', 'FVL-22', 'FVL-24-1', 'FVL-24-2', 'FVL-24-3', 'FVL-25', 'RSL-5', 'SEL-3-1'],
        ...['SEL-3-2', 'K1.2-2', 'K1.2-3', 'K2.2a-9', 'K2.2a-10', 'K2.2a-11'],
      ].map((id) => `${id} 2026-04-10`),
    ],
    fallenAway: ['HV-3', `K2.1-2 ${sixWeeks}`],
  })
  expect(await karl.now(sag)).toBe('Du har fået svar. Læs afgørelsen.')

  // The letter: on paper to the citizen, digitally to the guardian, the same text.
  const present = new Date('2026-12-31T12:00:00Z')
  const printed = await printedLetters(world.web.database.app, vejen)
  expect(printed.length).toBeGreaterThanOrEqual(3)
  expect(new Set(printed.map(({ name }) => name))).toEqual(new Set(['Karl Dam']))
  const [newest] = await mailboxOf(world.web.database.app, vejen, lone.cpr, present)
  expect(newest?.title).toBe(`Kopi af brev i sag ${sag}`)
  const decision = await guardian.readLetter(sag, 'Afgørelse')
  expect(decision.text).toContain('Din afgørelse: Nej')
  // The paper has not come yet: the time to complain is counted from the day it does.
  expect(decision.text).toContain('Du kan klage i 4 uger, efter du har fået brevet.')
  expect(headingsOf(decision.pdf)).toEqual([
    'Afgørelse: Nej til din ansøgning om aktivitets- og samværstilbud',
    'Det har du søgt om, og det får du',
    'Indsatsen, du har søgt om, og dens formål',
    'Er du i målgruppen?',
    'De oplysninger, vi har lagt til grund',
    'Vores begrundelse',
    'Det har du sagt, og sådan har vi taget hensyn til det',
    'Partshøring',
    'Andre muligheder, vi har set på',
    'Forslag til anden støtte',
    'Regler',
    'Hvornår gælder afgørelsen?',
    'Sådan klager du',
    'Hvem kan du tale med?',
    'Kopi er sendt til',
    'Let at læse: Svaret er nej',
    'Svaret',
    'Hvorfor?',
    'Er du ikke enig?',
    'Vil du spørge om noget?',
  ])
  const letter = readingText(decision.pdf)
  for (const text of [
    'Du får ikke en plads i et aktivitets- og samværstilbud.',
    'Karl Dam',
    'Kopi er sendt til',
    'Lone Dam',
    'Vi sendte dig oplysningerne i partshøring den 18. marts 2026. Vi har ikke fået et svar fra dig.',
    adverse.replace(/\.$/, ''),
    'Afgørelsen gælder fra den 10. april 2026.',
    'Det åbne aktivitetshus for ældre er for alle.',
    'Serviceloven § 104',
    'Ankestyrelsen',
    '4 uger',
  ])
    expect(letter).toContain(text)

  // Six weekdays later the paper counts as received, and four weeks from then is Monday 18 May.
  await world.moveTo('2026-04-20')
  const read = await karl.readLetter(sag, 'Afgørelse')
  expect(read.text).toContain('Du kan klage til og med mandag den 18. maj 2026.')
  expect(readingText(read.pdf)).toBe(letter)
  await caseworker.open('/dokumenter')
  await caseworker.open('/parter')
}, 600_000)
