/**
 * A part refusal with party hearing and delay notice. The citizen telephones on Monday 5 October 2026 and asks for full time
 * at Veum Dag; six weeks later is Monday 16 November. The hearing runs until the day after, so notice is given, and the six
 * weeks are broken all the same: a notice moves no deadline (RSL § 3 stk. 2).
 */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readingText } from '../../src/letters/pdf/read-pdf.ts'
import { caseworkerAt, takeIn } from './support/caseworker.ts'
import { citizenAt, headingsOf } from './support/citizen.ts'
import { expectStanding, owedFromTheFirstDay } from './support/obligations.ts'
import { providerAt } from './support/provider.ts'
import { openWorld, type World } from './support/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld('2026-10-05')
}, 120_000)
afterAll(() => world?.stop())

const adverse = 'Bostedet oplever, at du bliver meget træt efter tre dage ude.'
const sixWeeks = '2026-11-16'

it('goes from a telephone call over hearing and notice to three days at another place, and to the first day', async () => {
  const mads = await world.settle('Mads Holm', '1203889999')
  const [desk, place, home] = await Promise.all([
    world.seat(world.staff.caseworker),
    world.seat(world.staff.noerrevang),
    world.window({ as: mads }),
  ])
  const citizen = citizenAt(home)

  // Monday 5 October: an application by telephone starts the clock like any other, and is written down at once.
  await desk.page.goto('/myndighed')
  await desk.look()
  const sag = await takeIn(desk, {
    'Hvordan kom den?': 'Telefon',
    'Borgerens CPR-nummer': mads.cpr,
    'Hvad blev der sagt?': 'Mads vil gerne være på Veum Dag alle dage. Han cykler selv.',
    'Er der et sted, du gerne vil være?': 'Veum Dag',
    'Hvordan kommer du derhen?': 'Jeg kommer selv',
  })
  const caseworker = caseworkerAt(desk, sag)
  await world.posted(sag)
  await expectStanding(world, sag, {
    owed: [
      'HV-2 2026-10-07',
      'RSL-9 2026-10-12',
      ...['K2.1-1', 'RSL-3-2', 'K2.2a-3', 'K2.2a-4', 'RSL-4', 'RSL-10'].map((id) => `${id} ${sixWeeks}`),
    ],
    kept: ['OFL-13 2026-10-07', 'K2.2a-1 2026-10-08', 'GDPR-13 2026-10-12'],
  })
  expect(await citizen.now(sag)).toBe(
    'Vi undersøger din sag. Du får svar senest mandag den 16. november 2026.',
  )

  // Tuesday 6: taken, and the acting municipality is noted. Friday 9: the home is asked, with a yes over the telephone.
  await world.moveTo('2026-10-06')
  expect(await caseworker.nextStep()).toBe('Fordel sagen')
  await caseworker.takeCase({ Sagsbehandler: 'Sanne Friis' })
  await caseworker.recordMunicipality({ 'Hvad bygger det på?': 'Bopæl i CPR.' })
  await world.moveTo('2026-10-09')
  await caseworker.recordConsent({
    'Hvem spørger vi hos?': 'Bostedet',
    'Hvad siger borgeren?': 'Ja',
    'Hvad må vi indhente, og hvad skal det bruges til?': 'Hvordan hverdagen går, til brug for ansøgningen.',
    'Hvordan sagde borgeren det?': 'Mundtligt',
  })
  await caseworker.askSource({
    'Hvem skal spørges?': 'Bostedet – samtykke givet',
    'Hvad handler det om?': 'Hverdagen',
    'Hvad spørger vi om?': 'Hvor mange dage om ugen har Mads kræfter til?',
    'Svar senest': '2026-10-23',
  })
  await caseworker.sendToSource('Brev med spørgsmålet', 'har den 9. oktober 2026 givet samtykke')
  await world.posted(sag)

  // Monday 26: the answer should have come on Friday. Within five working days the home is reminded.
  await world.moveTo('2026-10-26')
  await expectStanding(world, sag, {
    owed: [
      'HV-4 2026-10-30',
      ...['K2.1-1', 'RSL-3-2', 'K2.2a-3', 'K2.2a-4', 'RSL-4', 'RSL-10'].map((id) => `${id} ${sixWeeks}`),
    ],
    kept: ['HV-2 2026-10-07', 'RSL-9 2026-10-12', 'RSL-11a 2026-10-09', 'GDPR-14 2026-10-16'],
  })
  expect(await citizen.now(sag)).toBe(
    'Vi undersøger din sag. Du får svar senest mandag den 16. november 2026.',
  )
  await caseworker.remindSource({ 'Ny svardato': '2026-10-30' })
  await caseworker.sendToSource('Rykkerbrev', 'Vi spurgte første gang den 9. oktober 2026.')

  // Thursday 29: the answer speaks against what was applied for. Monday 2 November: assessed, plan offered: later.
  await world.moveTo('2026-10-29')
  await caseworker.receiveAnswer(
    {
      'Hvad står der, kort?': adverse,
      'Taler oplysningerne imod ansøgningen?':
        'Ja, og borgeren ved måske ikke, at vi har dem. Så skal borgeren høres.',
    },
    'bosted.pdf',
  )
  await world.moveTo('2026-11-02')
  await caseworker.assess({
    'Har borgeren betydeligt nedsat fysisk eller psykisk funktionsevne eller særlige sociale problemer?':
      'Ja',
    'Hvilken grund? Mindst én, hvis svaret er ja': 'Betydeligt nedsat psykisk funktionsevne',
    'A: Hvorfor?': 'Du har svært ved at overskue en dag uden faste rammer.',
    'A: Hvad bygger svaret på?': 'Samtalen den 5. oktober og bostedets svar.',
    'Har borgeren brug for et dagtilbud for at opretholde eller forbedre personlige færdigheder eller livsvilkår?':
      'Ja',
    'B: Hvorfor?': 'Du har brug for at komme ud blandt andre.',
    'B: Hvad bygger svaret på?': 'Samtalen den 5. oktober.',
    Behov: 'Pauser og få skift.',
    Ressourcer: 'Cykler selv og er god til dyr.',
  })
  await caseworker.considerOtherHelp({
    'Hvorfor § 104 og ikke beskyttet beskæftigelse efter § 103?': 'Du kan ikke arbejde på særlige vilkår nu.',
    'Hvilken anden hjælp er overvejet?': 'Ingen andre muligheder er relevante',
    'Hvorfor er ingen andre muligheder relevante?': 'Du får allerede støtte på bostedet.',
  })
  await caseworker.offerPlan({
    'Hvordan bliver den tilbudt?': 'I en samtale',
    'Hvad er der sagt eller skrevet?': 'Forklaret, at planen er frivillig.',
  })
  await caseworker.recordPlanAnswer({
    'Vil borgeren have en handleplan?': 'Måske senere',
    'Hvordan svarede borgeren?': 'I telefonen.',
  })
  await caseworker.setGoals({
    'Mål 1: hvad skal lykkes?': 'At passe dyrene tre dage om ugen uden at blive slidt op.',
  })

  // Tuesday 3 November: what speaks against is put to the citizen, who has 14 days. Until then nothing can be decided.
  await world.moveTo('2026-11-03')
  expect(await caseworker.open()).toContain('Partshør')
  await caseworker.sendHearing({ 'Punkt 2': 'Derfor overvejer vi tre dage om ugen og ikke fem.' }, adverse)
  await world.posted(sag)
  expect(await citizen.now(sag)).toBe(
    'Læs det, vi har skrevet om din sag, og sig, om det er rigtigt. Svar senest tirsdag den 17. november 2026. Du kan også svare senere.',
  )
  expect(readingText((await citizen.readLetter(sag, 'Høring')).pdf)).toContain(adverse)

  // Tuesday 10: it cannot be kept, and the citizen is told before it runs out, with a new date and why.
  await world.moveTo('2026-11-10')
  const why = 'Du skal have tid til at svare på det, vi har fået at vide.'
  await caseworker.sendDelayNotice(
    { 'Ny dato for svaret': '2026-11-30', 'Hvorfor tager det længere tid?': why },
    '30. november 2026',
  )
  await world.posted(sag)
  await expectStanding(world, sag, {
    owed: [
      'HV-3',
      'K2.1-3 2026-11-30',
      ...['K2.1-1', 'RSL-3-2', 'K1.0-1', 'RSL-4', 'RSL-10'].map((id) => `${id} ${sixWeeks}`),
    ],
    kept: [
      'K2.1-2 2026-11-16',
      'FVL-19 2026-11-16',
      'K2.2a-3 2026-11-16',
      'K2.2a-4 2026-11-16',
      'HV-4 2026-10-30',
    ],
  })
  // One thing to do at a time: the hearing waits for the citizen, and says until when.
  expect(await citizen.now(sag)).toContain('Svar senest tirsdag den 17. november 2026.')
  const notice = readingText((await citizen.readLetter(sag, 'Besked om længere tid')).pdf)
  expect(notice).toContain('30. november 2026')
  expect(notice).toContain(why)

  // Monday 16: the citizen answers, and the case is sufficiently informed. Tuesday 17: the six weeks are broken.
  await world.moveTo('2026-11-16')
  await citizen.answerHearing(sag, {
    'Er det rigtigt, det vi skriver? (Stykke 1)': 'Det er rigtigt',
    'Er det rigtigt, det vi skriver? (Stykke 2)': 'Noget er forkert',
    'Hvad er forkert? (Stykke 2)': 'Jeg vil hellere have fire dage.',
  })
  expect(await caseworker.open('/hoering')).toContain('Jeg vil hellere have fire dage.')
  await caseworker.markInformed({
    'Hvorfor er sagen oplyst nok til en afgørelse?': 'Bostedet og borgeren er hørt.',
  })
  await world.moveTo('2026-11-17')
  await expectStanding(world, sag, {
    owed: ['K2.1-3 2026-11-30'],
    broken: ['K2.1-1', 'RSL-3-2', 'K1.0-1'].map((id) => `${id} ${sixWeeks}`),
    kept: ['HV-3', `RSL-4 ${sixWeeks}`, `RSL-10 ${sixWeeks}`],
  })
  expect(await citizen.now(sag)).toBe(
    `Det tager længere tid. Du får svar senest mandag den 30. november 2026. Grunden er: ${why}`,
  )

  // Friday 20: three days at Nørrevang. Less than applied for, so the letter has to say why, and how one complains.
  await world.moveTo('2026-11-20')
  await caseworker.tryToDecide(
    {
      'Bevilges der en plads i aktivitets- og samværstilbud?': 'Ja, der bevilges en plads',
      'Dage om ugen': '3',
      'Hvilket tilbud?': 'Nørrevang',
      'Bevilges der kørsel til og fra tilbuddet?': 'Nej',
      Startdato: '2026-12-01',
    },
    ['Det mangler, før brevet kan sendes', 'Dette er et delvist afslag.'],
  )
  await caseworker.decide(
    {
      'Hvorfor færre dage end fuld tid?': 'Helbred eller træthed',
      'Den konkrete og individuelle vurdering bag omfanget': 'Tre dage giver dig tid til at hvile.',
      'Veum Dag: hvad taler for og imod?': 'Store grupper og mange skift.',
      'Nørrevang: hvad taler for og imod?': 'Rolige rammer og dyr.',
      'Hvorfor netop dette tilbud?': 'På Nørrevang kan du holde pauser, når du har brug for det.',
      'Svar på borgerens ønske om sted': 'På Veum Dag er der for mange skift for dig.',
      'Hvorfor?': 'Du har sagt, at du cykler selv.',
      'Den konkrete indsats': 'En plads på dyreholdet med korte dage.',
      'Formålet med indsatsen': 'At du kommer ud blandt andre uden at blive slidt op.',
      'Oplysning 1': adverse,
      'Oplysning 1: hvor kommer den fra?': 'bostedets svar den 29. oktober 2026',
      'De hovedhensyn, der har været afgørende':
        'Vi har lagt mest vægt på, at du bliver træt efter tre dage.',
      'Hvad mener borgeren?': 'Du vil hellere have fire dage.',
      'Hvordan er borgerens syn vægtet?': 'Vi begynder med tre dage og ser på det igen sammen med dig.',
      'Forslag til anden støtte (frivilligt)': 'Du kan bruge det åbne værested om lørdagen.',
    },
    ['Dette er et delvist afslag.', 'Afgørelse: Delvist ja'],
  )
  await world.posted(sag)
  await expectStanding(world, sag, {
    owed: ['K2.2a-7 2026-11-27', 'K2.0-8 2026-11-27', 'K2.2a-8 2026-12-04'],
    // Kept late: the promise of six weeks stays broken, and the new date was kept.
    broken: ['K2.1-1', 'RSL-3-2', 'K1.0-1'].map((id) => `${id} ${sixWeeks}`),
    kept: [
      'K2.1-3 2026-11-30',
      ...['FVL-22', 'FVL-24-1', 'FVL-24-2', 'FVL-24-3', 'FVL-25', 'RSL-5', 'K2.2a-9', 'K2.2a-11'].map(
        (id) => `${id} 2026-11-20`,
      ),
    ],
  })
  expect(await citizen.now(sag)).toBe('Du har fået svar. Læs afgørelsen.')
  const decision = await citizen.readLetter(sag, 'Afgørelse')
  expect(decision.text).toContain('Din afgørelse: Delvis ja')
  // Digital Post delivered it the same day: four weeks from then.
  expect(decision.text).toContain('Du kan klage til og med fredag den 18. december 2026.')
  expect(headingsOf(decision.pdf)).toEqual([
    'Afgørelse: Delvist ja til din ansøgning om aktivitets- og samværstilbud',
    'Det har du søgt om, og det får du',
    'Det indeholder din plads',
    'Er du i målgruppen?',
    'De oplysninger, vi har lagt til grund',
    'Vores begrundelse',
    'Det har du sagt, og sådan har vi taget hensyn til det',
    'Partshøring',
    'Andre muligheder, vi har set på',
    'Forslag til anden støtte',
    'Regler',
    'Hvornår gælder afgørelsen?',
    'Du skal fortælle os om ændringer',
    'Sådan klager du',
    'Hvem kan du tale med?',
    'Let at læse: Svaret er delvist ja',
    'Det får du',
    'Hvorfor?',
    'Hvad sker der nu?',
    'Sig det til os',
    'Er du ikke enig?',
    'Vil du spørge om noget?',
  ])
  const letter = readingText(decision.pdf)
  for (const sentence of [
    'Du får en plads på Nørrevang 3 dage om ugen fra den 1. december 2026, men du får ikke alt det, du har søgt om.',
    'Sted: Du ønskede Veum Dag, og du får plads på Nørrevang.',
    'dit helbred eller træthed gør, at flere dage vil være for meget for dig',
    'Kørsel: Du får ikke kørsel til og fra tilbuddet. Du har sagt, at du cykler selv.',
    adverse.replace(/\.$/, ''),
    'Vi sendte dig oplysningerne i partshøring den 3. november 2026.',
    'Du svarede den 16. november 2026',
    'Afgørelsen gælder fra den 20. november 2026.',
    // No number was named on the telephone, so that the easy letter does not say one was.
    'Du sagde ikke, hvor mange dage du ville have.',
    'Ankestyrelsen',
    '4 uger',
  ])
    expect(letter).toContain(sentence)

  // Monday 23: the order. The provider asks, is answered, says yes, and the first day comes.
  await world.moveTo('2026-11-23')
  await caseworker.sendOrder({})
  const provider = providerAt(place)
  await world.moveTo('2026-11-24')
  await provider.openOrder()
  await provider.ask('Kan Mads møde klokken ni?')
  await world.moveTo('2026-11-25')
  expect(await caseworker.nextStep()).toBe('Svar på tilbuddets spørgsmål')
  await caseworker.answerQuestion({ 'Dit svar': 'Ja, det passer ham godt.' })
  await world.moveTo('2026-11-26')
  expect(await provider.openOrder()).toContain('Ja, det passer ham godt.')
  await provider.accept({ 'Hvem er borgerens kontaktperson?': 'Niels Bak' })
  expect(await citizen.now(sag)).toBe('Du starter på Nørrevang tirsdag den 1. december 2026.')
  await world.moveTo('2026-12-01')
  await provider.recordFirstDay()
  expect(await citizen.now(sag)).toBe('Du er i gang på Nørrevang.')
  await expectStanding(world, sag, {
    owed: owedFromTheFirstDay({
      fiveWorkingDays: '2026-12-08',
      twoWeeks: '2026-12-15',
      fourWeeks: '2026-12-29',
      eightWeeks: '2027-01-26',
      threeMonths: '2027-03-01',
    }),
    broken: ['K2.1-1', 'RSL-3-2', 'K1.0-1'].map((id) => `${id} ${sixWeeks}`),
    kept: [
      'K2.2a-7 2026-11-27',
      'K2.0-8 2026-11-27',
      'K2.2a-8 2026-12-04',
      'HV-7 2026-11-30',
      'HV-8 2026-12-01',
    ],
  })
}, 600_000)
