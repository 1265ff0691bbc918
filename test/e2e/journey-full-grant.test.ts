/**
 * A full grant, from the application on the web to the first day, as each person in turn. The citizen applies on Friday 13
 * November 2026; six weeks later is 25 December, Christmas Day, and the municipality's own deadlines move for nobody.
 */
import { afterEach, describe, expect, it } from 'vitest'
import { readingText } from '../../src/letters/pdf/read-pdf.ts'
import { caseworkerAt, logInAsStaff } from './support/caseworker.ts'
import { citizenAt, headingsOf, type Step } from './support/citizen.ts'
import { fill, press } from './support/fill.ts'
import { expectStanding, owedFromTheFirstDay } from './support/obligations.ts'
import { providerAt } from './support/provider.ts'
import { openWorld, type World } from './support/world.ts'

let world: World
afterEach(() => world?.stop())

const anna = { name: 'Anna Bo Clausen', cpr: '0102939999' }

const application: readonly Step[] = [
  ['hvem', { 'Hvem søger?': 'Jeg søger selv' }],
  ['kontakt', { 'Hvad er bedst for dig?': 'Ring til mig', Telefonnummer: '12 34 56 78' }],
  [
    'udfordringer',
    {
      'Hvad er svært i din hverdag?': ['Uro', 'At have overblik'],
      'Fortæl med dine egne ord': 'Jeg bliver urolig, når jeg er alene hele dagen.',
    },
  ],
  ['oensker', { 'Hvad vil du gerne lave?': 'Køkken', 'Er der et sted, du gerne vil være?': 'Kærhøj' }],
  // Nobody has to tell of a diagnosis.
  ['diagnoser'],
  ['hverdag', { 'Hvor meget kan du være med?': 'Alle dage (5 dage om ugen)' }],
  ['transport', { 'Hvordan kommer du derhen?': 'Jeg har brug for kørsel' }],
  ['start', { 'Hvornår vil du gerne starte?': 'Så hurtigt som muligt' }],
  ['maal', { 'Vil du have en handleplan?': 'Nej' }],
  ['bilag', {}],
  ['samtykke', { 'Må vi spørge din læge?': 'Ja', 'Må vi spørge det sted, hvor du bor?': 'Nej' }],
]

describe.each([
  { script: true, width: 1280, how: 'with script' },
  { script: false, width: 320, how: 'the citizen without script, on a telephone' },
])('a full grant ($how)', ({ script, width }) => {
  it('goes from the application to the first day', async () => {
    world = await openWorld('2026-11-13', { looking: script })
    const person = await world.settle(anna.name, anna.cpr)
    const [desk, chief, place] = await Promise.all([
      world.window(),
      world.seat(world.staff.manager),
      world.seat(world.staff.kaerhoej),
    ])
    // As at work: nobody hands the caseworker a session.
    await logInAsStaff(desk, 'Sanne Friis')
    const citizen = citizenAt(await world.window({ script, width }))

    // Friday 13 November: the application comes, and the receipt with the date of the answer goes out.
    await citizen.logIn(person)
    const sag = await citizen.apply(application, ['Jeg søger selv', 'Kærhøj', 'Ikke besvaret'])
    await world.posted(sag)
    expect(await citizen.now(sag)).toBe(
      'Vi undersøger din sag. Du får svar senest fredag den 25. december 2026.',
    )
    const receipt = await citizen.readLetter(sag, 'Kvittering')
    expect(readingText(receipt.pdf)).toContain('25. december 2026')
    await expectStanding(world, sag, {
      owed: [
        'HV-2 2026-11-17',
        'RSL-9 2026-11-20',
        'K2.1-1 2026-12-25',
        'RSL-3-2 2026-12-25',
        'K2.2a-3 2026-12-25',
        'K2.2a-4 2026-12-25',
        'RSL-4 2026-12-25',
        'RSL-10 2026-12-25',
      ],
      kept: ['K2.2a-1 2026-11-18', 'GDPR-13 2026-11-20'],
    })

    // Monday 16: the manager gives the case to a caseworker. Three working days are enough until the 17th.
    await world.moveTo('2026-11-16')
    await chief.page.goto('/ledelse')
    await chief.look()
    await chief.page.getByRole('link', { name: 'Fordel sager' }).click()
    await chief.look()
    await chief.page.getByLabel(new RegExp(anna.name)).check({ force: true })
    await fill(chief.page, { 'Fordel de valgte til': 'Sanne Friis' })
    await press(chief.page, 'Fordel de valgte sager')
    await chief.look()

    const caseworker = caseworkerAt(desk, sag)
    await desk.page.goto('/myndighed')
    await desk.look()
    await desk.page.goto('/myndighed/opgaver')
    await desk.look()
    await caseworker.recordMunicipality({ 'Hvad bygger det på?': 'Bopæl i CPR.' })

    // Tuesday 17: the doctor may be asked, for the citizen said yes; the citizen is told whom is asked.
    await world.moveTo('2026-11-17')
    await caseworker.askSource({
      'Hvem skal spørges?': 'Egen læge – samtykke givet',
      'Hvad handler det om?': 'Funktionsevne',
      'Hvad spørger vi om?': 'Hvordan påvirker uroen hverdagen?',
      'Svar senest': '2026-12-01',
    })
    await caseworker.sendToSource('Brev med spørgsmålet', 'Hvordan påvirker uroen hverdagen?')
    await world.posted(sag)
    expect(await citizen.now(sag)).toContain('Du får svar senest fredag den 25. december 2026.')
    expect((await citizen.readLetter(sag, 'Vi spørger andre')).text).toContain(
      'Hvordan påvirker uroen hverdagen?',
    )

    // Wednesday 25: a talk, written down at once.
    await world.moveTo('2026-11-25')
    await caseworker.writeNote({
      'Hvad blev der sagt eller gjort?': 'Du er glad for at lave mad og bliver urolig, når du er alene.',
      'Hvad er det?': 'Samtale',
      'Med hvem?': 'Borgeren',
    })
    await expectStanding(world, sag, {
      owed: [
        'K2.1-1 2026-12-25',
        'RSL-3-2 2026-12-25',
        'K2.2a-3 2026-12-25',
        'K2.2a-4 2026-12-25',
        'RSL-10 2026-12-25',
      ],
      kept: [
        'K2.2a-1 2026-11-18',
        'HV-2 2026-11-17',
        'RSL-9 2026-11-20',
        'RSL-11a 2026-11-17',
        'GDPR-14 2026-11-24',
        'OFL-13 2026-11-27',
        'RSL-4 2026-12-25',
      ],
    })
    expect(await citizen.now(sag)).toBe(
      'Vi undersøger din sag. Du får svar senest fredag den 25. december 2026.',
    )

    // Monday 30: the doctor answers. Tuesday 1 December: assessed, plan offered and declined, sufficiently informed.
    await world.moveTo('2026-11-30')
    await caseworker.receiveAnswer(
      { 'Hvad står der, kort?': 'Lægen bekræfter uro og behov for faste rammer.' },
      'laege.pdf',
    )
    await world.moveTo('2026-12-01')
    expect(await caseworker.nextStep()).toBe('Oplys sagen')
    await caseworker.markInformed({
      'Hvorfor er sagen oplyst nok til en afgørelse?': 'Ansøgning, samtale og lægens svar peger samme vej.',
    })
    await caseworker.assess({
      'Har borgeren betydeligt nedsat fysisk eller psykisk funktionsevne eller særlige sociale problemer?':
        'Ja',
      'Hvilken grund? Mindst én, hvis svaret er ja': 'Betydeligt nedsat psykisk funktionsevne',
      'A: Hvorfor?': 'Uroen gør, at du ikke kan klare hverdagen alene.',
      'A: Hvad bygger svaret på?': 'Samtalen den 25. november og lægens svar.',
      'Har borgeren brug for et dagtilbud for at opretholde eller forbedre personlige færdigheder eller livsvilkår?':
        'Ja',
      'B: Hvorfor?': 'Faste dage sammen med andre giver dig ro.',
      'B: Hvad bygger svaret på?': 'Samtalen den 25. november.',
      Behov: 'Faste dage og små grupper.',
      Ressourcer: 'Laver gerne mad og møder til tiden.',
    })
    await caseworker.considerOtherHelp({
      'Hvorfor § 104 og ikke beskyttet beskæftigelse efter § 103?':
        'Du kan ikke arbejde på særlige vilkår nu.',
      'Hvilken anden hjælp er overvejet?': 'Ingen andre muligheder er relevante',
      'Hvorfor er ingen andre muligheder relevante?': 'Du har den støtte hjemme, du skal bruge.',
    })
    await caseworker.offerPlan({
      'Hvordan bliver den tilbudt?': 'I en samtale',
      'Hvad er der sagt eller skrevet?': 'Forklaret i telefonen, at planen er frivillig.',
    })
    await caseworker.recordPlanAnswer({
      'Vil borgeren have en handleplan?': 'Nej',
      'Hvordan svarede borgeren?': 'I telefonen.',
    })
    await caseworker.setGoals({
      'Mål 1: hvad skal lykkes?': 'At lave mad sammen med andre to gange om ugen inden marts.',
      'Mål 1 med borgerens ord': 'Jeg vil gerne lave mad.',
      'Hvad er meningen?': 'Blive bedre',
    })

    // Thursday 3 December: everything applied for is granted. The gate holds until the letter says what it must.
    await world.moveTo('2026-12-03')
    expect(await caseworker.nextStep()).toBe('Træf afgørelse')
    await caseworker.tryToDecide(
      { 'Bevilges der en plads i aktivitets- og samværstilbud?': 'Ja, der bevilges en plads' },
      ['Det mangler, før brevet kan sendes'],
    )
    expect((await world.caseOf(sag)).file.proceedings.at(-1)?.decision).toBeUndefined()
    await caseworker.decide(
      {
        'Den konkrete og individuelle vurdering bag omfanget': 'Du har kræfter til fem dage.',
        'Kærhøj: hvad taler for og imod?': 'Små grupper og rolige rum.',
        'Hvorfor netop dette tilbud?': 'Kærhøj har et køkkenhold med få deltagere.',
        'Svar på borgerens ønske om sted': 'Du får det sted, du ønskede.',
        'Bevilges der kørsel til og fra tilbuddet?': 'Ja',
        Startdato: '2026-12-14',
        'Den konkrete indsats': 'En plads på køkkenholdet med støtte fra en kontaktperson.',
        'Formålet med indsatsen': 'At du får en fast hverdag sammen med andre.',
      },
      ['Dette er helt medhold.', 'Afgørelse: Ja til din ansøgning'],
    )
    await world.posted(sag)
    await expectStanding(world, sag, {
      owed: ['K2.2a-7 2026-12-10', 'K2.0-8 2026-12-10', 'K2.2a-8 2026-12-17'],
      kept: [
        'K2.1-1 2026-12-25',
        'RSL-3-2 2026-12-25',
        'K1.0-1 2026-12-25',
        'K2.2a-6 2026-12-03',
        'SEL-141 2026-12-03',
        'K1.2-1 2026-12-03',
        'K1.2-2 2026-12-03',
        'K1.2-3 2026-12-03',
        'K2.0-1 2026-12-03',
        'K2.0-3 2026-12-03',
        'K2.4a-3 2026-12-03',
        'SEL-3-1 2026-12-03',
        'SEL-3-2 2026-12-03',
      ],
    })
    expect(await citizen.now(sag)).toBe('Du har fået svar. Læs afgørelsen.')
    const decision = await citizen.readLetter(sag, 'Afgørelse')
    expect(decision.text).toContain('Din afgørelse: Ja')
    expect(decision.text).not.toContain('Hvis du er uenig')
    expect(decision.pdf).toMatchObject({ marked: true, language: 'da-DK' })
    expect(headingsOf(decision.pdf)).toEqual([
      'Afgørelse: Ja til din ansøgning om aktivitets- og samværstilbud',
      'Det har du søgt om, og det får du',
      'Det indeholder din plads',
      'Er du i målgruppen?',
      'Andre muligheder, vi har set på',
      'Regler',
      'Hvornår gælder afgørelsen?',
      'Du skal fortælle os om ændringer',
      'Hvem kan du tale med?',
      'Let at læse: Svaret er ja',
      'Det får du',
      'Hvorfor?',
      'Hvad sker der nu?',
      'Sig det til os',
      'Vil du spørge om noget?',
    ])
    const letter = readingText(decision.pdf)
    for (const sentence of [
      'Du får en plads på Kærhøj 5 dage om ugen fra den 14. december 2026 med kørsel til og fra.',
      'Kommunen betaler, fordi du har betydeligt nedsat funktionsevne',
      'Formål: At du får en fast hverdag sammen med andre.',
      'Indsats: En plads på køkkenholdet med støtte fra en kontaktperson.',
      'Afgørelsen gælder fra den 3. december 2026.',
      'Serviceloven § 104',
      'Serviceloven § 105',
      'Sanne Friis',
    ])
      expect(letter).toContain(sentence)
    // Who got everything is told nothing of complaints (FVL § 25).
    expect(letter.toLowerCase()).not.toMatch(/klag/)

    // Friday 4: the order. Monday 7: Kærhøj says yes. Monday 14: the first day.
    await world.moveTo('2026-12-04')
    expect(await caseworker.nextStep()).toBe('Send bestilling')
    await caseworker.sendOrder({ 'Særlige hensyn (frivilligt)': 'Et roligt sted at begynde dagen.' })
    await expectStanding(world, sag, {
      owed: ['HV-7 2026-12-11', 'K2.2a-8 2026-12-17'],
      kept: ['K2.2a-7 2026-12-10', 'K2.0-8 2026-12-10'],
      // Whether what was ordered has the promised aim is for a person to say.
      toJudge: ['K2.0-4'],
    })
    expect(await citizen.now(sag)).toBe(
      'Du har fået en plads på Kærhøj. Stedet aftaler den første dag med dig.',
    )
    await world.moveTo('2026-12-07')
    const provider = providerAt(place)
    const order = await provider.openOrder()
    for (const text of [anna.name, 'At lave mad sammen med andre', 'Et roligt sted at begynde dagen.'])
      expect(order).toContain(text)
    // Only what the provider needs: not the doctor's answer, not the number of the person.
    for (const secret of ['Lægen bekræfter', anna.cpr.slice(6)]) expect(order).not.toContain(secret)
    await provider.accept({ 'Hvem er borgerens kontaktperson?': 'Pia Lund' })
    expect(await citizen.now(sag)).toBe('Du starter på Kærhøj mandag den 14. december 2026.')
    await world.moveTo('2026-12-14')
    await provider.recordFirstDay()
    expect(await provider.people()).toMatch(/Anna Bo Clausen.*Pia Lund/)
    expect(await citizen.now(sag)).toBe('Du er i gang på Kærhøj.')
    await expectStanding(world, sag, {
      // The ride was granted, and nobody has ordered it yet.
      owed: [
        'K2.4a-3 2026-12-14',
        ...owedFromTheFirstDay({
          fiveWorkingDays: '2026-12-21',
          twoWeeks: '2026-12-28',
          fourWeeks: '2027-01-11',
          eightWeeks: '2027-02-08',
          threeMonths: '2027-03-14',
        }),
      ],
      kept: ['K2.2a-8 2026-12-17', 'HV-7 2026-12-11', 'K2.1-1 2026-12-25'],
      // Two weeks before Christmas Day a notice would have been on its way; the decision had made it needless.
      fallenAway: ['K2.1-2 2026-12-25'],
    })
    for (const rest of ['', '/tidslinje', '/dokumenter', '/log']) await caseworker.open(rest)
    for (const rest of ['/tidslinje', '/samtykke', '/ansoegning'])
      await citizen.open(`/borger/sag/${sag}${rest}`)
    expect(await citizen.open('/borger/hvem-har-set')).toContain('En sagsbehandler')
  }, 600_000)
})
