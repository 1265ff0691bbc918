/** People with autism, mental illness or serious anxiety. */
import type { Profile } from './profile.ts'

export const autism: Profile = {
  ages: [19, 45],
  grounds: ['mental'],
  targetGroups: ['Autismespektrum'],
  hard: ['people', 'restless', 'overview'],
  hardWords: [
    'Lyde og lys bliver for meget. Jeg har brug for at vide præcis, hvad der sker, og hvornår.',
    'Jeg går ikke ud alene mere. Det bliver kaos i hovedet.',
    'Jeg kan meget om tog og kort, men jeg kan ikke holde til at være sammen med mange.',
  ],
  wishes: ['calm', 'nature', 'hands'],
  wishWords: [
    'Jeg vil gerne have min egen plads og et projekt, jeg kan fordybe mig i.',
    'Jeg vil gerne arbejde med computere eller modeller, hvor der er stille.',
  ],
  diagnosis: 'Autisme',
  reasonsA: [
    'Du har autisme og er meget følsom over for lyd og ændringer. Det gør det svært at være sammen med andre og at komme ud.',
    'Du har autisme. Uventede ting koster dig mange kræfter, og du har brug for hjælp til at komme videre bagefter.',
  ],
  reasonsB: [
    'Du har brug for et roligt og forudsigeligt sted for ikke at blive isoleret og for at bruge det, du er god til.',
    'Du har været hjemme længe. Et dagtilbud kan i små trin hjælpe dig tilbage til en hverdag.',
  ],
  evidence: ['Psykiatriens udtalelse beskriver sansefølsomhed og behov for struktur og forberedelse.'],
  themes: [
    {
      theme: 'Mentale funktioner',
      subthemes: ['Psykosociale funktioner'],
      words: 'Jeg skal vide det dagen før.',
      observation: '{navn} havde forberedt skriftlige svar og svarede grundigt.',
      assessment: '{navn} har brug for forberedelse og en fast plads.',
    },
    {
      theme: 'Relationer',
      subthemes: ['Deltage i sociale fællesskaber og fritidsaktiviteter'],
      level: 3,
      words: 'Én ad gangen er fint.',
      observation: 'Øjenkontakt er anstrengende for {navn}; samtalen gik bedst over en fælles opgave.',
      assessment: '{navn} kan være i en gruppe på tre til fire med mulighed for at trække sig.',
    },
  ],
  needs: ['Skærmet plads, skriftlig dagsplan, besked om ændringer dagen før og mulighed for at trække sig.'],
  resources: [
    'Er grundig, ærlig og har stor viden om sine interesser.',
    'Har stærk hukommelse og sans for detaljer.',
  ],
  goals: [
    {
      text: 'At være i tilbuddet tre timer ad gangen uden at måtte gå hjem.',
      words: 'Jeg vil gerne kunne blive.',
      aim: 'improve',
      towards: 'personalSkills',
      domain: 'psychological',
    },
    {
      text: 'At deltage i et fælles projekt med én anden.',
      words: 'Hvis det er om tog.',
      aim: 'improve',
      towards: 'livingConditions',
      domain: 'social',
    },
  ],
  purpose: ['At du i trygge rammer får en hverdag uden for hjemmet og bruger det, du er god til.'],
  intervention: ['En skærmet plads med egne projekter, skriftlig dagsplan og en fast kontaktperson.'],
  fullTime: ['Du har brug for, at alle dage er ens. Derfor er fem korte dage bedre for dig end få lange.'],
  fewerDays: [
    'Sanseindtryk koster dig mange kræfter. Tre dage om ugen giver dig ro til at komme dig.',
    'Du begynder med tre dage. Så bliver det ikke for meget på én gang.',
  ],
  source: 'hospital',
  ask: 'Hvilke hensyn er nødvendige i et dagtilbud?',
  answer: ['Psykiatrien skriver, at {navn} har brug for skærmning, struktur og en langsom start.'],
  notes: [
    'Skrev med {navn} på mail i stedet for at ringe, som aftalt. Svar kom samme dag, punkt for punkt.',
    'Rundvisning på {sted}. {navn} målte lydniveauet og var glad for rummet mod haven.',
  ],
  participation: {
    needs: 'Skriftlig kontakt, dagsorden på forhånd.',
    agreed: 'Vi skriver i stedet for at ringe, og ændringer kommer mindst en dag før.',
  },
  considerations:
    'Vi har lagt vægt på dit behov for ro, forudsigelighed og en plads, du kan trække dig tilbage til.',
}

export const schizophrenia: Profile = {
  ages: [25, 60],
  grounds: ['mental'],
  targetGroups: ['Forandret virkelighedsopfattelse'],
  hard: ['out', 'people', 'tired'],
  hardWords: [
    'Stemmerne fylder mindre, når jeg har noget at lave. Derhjemme er der kun mig og dem.',
    'Jeg sover om dagen og er vågen om natten. Jeg vil gerne have det vendt.',
    'Jeg har været indlagt flere gange. Jeg vil gerne have et sted at gå hen, hvor ingen kigger skævt.',
  ],
  wishes: ['kitchen', 'calm', 'exercise'],
  wishWords: ['Jeg vil gerne lave mad og gå ture.', 'Jeg vil gerne spille skak og måske guitar igen.'],
  diagnosis: 'Skizofreni',
  reasonsA: [
    'Du har en psykisk sygdom, som gør det svært at komme ud, at holde en døgnrytme og at være sammen med andre.',
    'Du har skizofreni. Medicinen hjælper, men du bliver hurtigt træt og trækker dig fra andre.',
  ],
  reasonsB: [
    'Du har brug for et sted at komme i løbet af dagen for at holde din rytme og undgå at blive alene med symptomerne.',
  ],
  evidence: [
    'Distriktspsykiatrien beskriver stabil behandling og behov for struktur og kontakt i hverdagen.',
  ],
  themes: [
    {
      theme: 'Mentale funktioner',
      subthemes: ['Virkelighedsopfattelse'],
      words: 'Jeg ved godt, hvad der er rigtigt, når jeg er i gang med noget.',
      observation: '{navn} var til stede i samtalen og bad selv om en pause.',
      assessment: 'Symptomerne fylder mindre med indhold i dagen.',
    },
    {
      theme: 'Sundhedsforhold',
      subthemes: ['Døgnrytme'],
      words: 'Jeg vil gerne op om morgenen.',
      observation: 'Aftaler efter klokken 11 lykkes.',
      assessment: 'En sen start om formiddagen er nødvendig i begyndelsen.',
    },
  ],
  needs: ['En rolig start på dagen, kendte medarbejdere og accept af dage, der går langsomt.'],
  resources: ['Er belæst, venlig og opmærksom på andre.', 'Laver god mad og har tålmodighed.'],
  goals: [
    {
      text: 'At have en døgnrytme med fremmøde senest klokken 10 tre dage om ugen.',
      words: 'Jeg vil gerne have min dag tilbage.',
      aim: 'improve',
      towards: 'livingConditions',
      domain: 'psychological',
    },
    {
      text: 'At deltage i madholdet en gang om ugen.',
      words: 'Jeg er faktisk god til det.',
      aim: 'improve',
      towards: 'personalSkills',
      domain: 'social',
    },
  ],
  purpose: ['At du har en hverdag med rytme og kontakt, så sygdommen fylder mindre.'],
  intervention: [
    'En plads med madhold, gåture og kreativt værksted, sen start om formiddagen og en kontaktperson.',
  ],
  fullTime: ['Du har ønsket at kunne komme alle dage, også når du kun bliver en time.'],
  fewerDays: ['Tre dage giver dig plads til behandling og hvile, og du har selv peget på det.'],
  source: 'hospital',
  ask: 'Hvordan er behandlingen, og hvad støtter en god hverdag?',
  answer: [
    'Distriktspsykiatrien skriver, at {navn} er stabil i behandling og har gavn af faste dage og madhold.',
  ],
  notes: [
    'Telefonsamtale klokken 11 som aftalt. {navn} fortæller om en svær uge, men vil gerne se {sted}.',
    'Hjemmebesøg med støtte-kontaktpersonen. {navn} bød på kaffe og viste sine skakbøger.',
  ],
  participation: {
    needs: 'Møder efter klokken 11, kendt person med.',
    agreed: 'Støtte-kontaktpersonen er med til samtaler.',
  },
  considerations:
    'Vi har lagt vægt på din døgnrytme, din behandling og dit ønske om et sted uden krav om at komme tidligt.',
}

export const anxiety: Profile = {
  ages: [20, 58],
  grounds: ['mental', 'social'],
  targetGroups: ['Angst', 'Social isolation'],
  hard: ['out', 'people'],
  hardWords: [
    'Jeg har ikke været i en butik i to år. Min mor handler for mig.',
    'Jeg får hjertebanken, når telefonen ringer. Skriv hellere.',
  ],
  wishes: ['nature', 'calm'],
  wishWords: ['Jeg vil gerne være sammen med dyr. De spørger ikke om noget.', 'Jeg vil gerne sy eller male.'],
  diagnosis: 'Angst',
  reasonsA: ['Du har gennem mange år haft svær angst, så du næsten ikke kan være uden for dit hjem.'],
  reasonsB: ['Du har brug for at komme ud i små trin med støtte for ikke at miste flere færdigheder.'],
  evidence: ['Egen læge beskriver svær angst gennem otte år og gentagne behandlingsforløb.'],
  themes: [
    {
      theme: 'Mentale funktioner',
      subthemes: ['Følelser og adfærd'],
      words: 'Det sidder i brystet.',
      observation: '{navn} var tydeligt anspændt de første ti minutter.',
      assessment: 'Angsten begrænser næsten al færden uden for hjemmet.',
    },
    {
      theme: 'Relationer',
      subthemes: ['Varetage relationer til netværk'],
      level: 3,
      words: 'Jeg har min mor.',
      observation: '{navn} nævner kun to mennesker.',
      assessment: 'Netværket er meget lille, og {navn} er isoleret.',
    },
  ],
  needs: ['Små skridt, én fast medarbejder, mulighed for at gå fra og ingen uventede opkald.'],
  resources: ['Er omhyggelig, kreativ og god med dyr.', 'Kender sine grænser og kan sige, hvad der hjælper.'],
  goals: [
    {
      text: 'At komme afsted til tilbuddet med støtte to gange om ugen og senere alene.',
      words: 'Bare jeg kommer ud ad døren.',
      aim: 'improve',
      towards: 'personalSkills',
      domain: 'psychological',
    },
    {
      text: 'At have kontakt med mindst én jævnaldrende.',
      words: 'En at skrive med.',
      aim: 'improve',
      towards: 'livingConditions',
      domain: 'social',
    },
  ],
  purpose: ['At du trin for trin kommer ud igen og får mennesker omkring dig.'],
  intervention: [
    'En plads i en lille gruppe med dyr og kreative opgaver, støtte til at komme ud ad døren og en fast medarbejder.',
  ],
  fullTime: ['Du har ønsket alle dage som mulighed, og vi er enige om, at du selv sætter tempoet.'],
  fewerDays: ['En langsom start er vigtig for dig. To til tre dage er det, du kan overkomme nu.'],
  source: 'doctor',
  ask: 'Hvilken betydning har angsten for hverdagen?',
  answer: [
    'Lægen skriver, at {navn} har svær angst, er i behandling og har brug for støtte til at komme ud.',
  ],
  notes: [
    'Skrev til {navn} i Digital Post i stedet for at ringe. Aftalte en gåtur som første møde.',
    'Gåtur med {navn} og hunden. Vi talte om {sted}, og {navn} vil gerne se det uden for åbningstid.',
  ],
  participation: { needs: 'Skriftlig kontakt og kendt ansigt.', agreed: 'Første møder holdes som gåture.' },
  considerations: 'Vi har lagt vægt på, at en langsom start og en fast medarbejder er afgørende for dig.',
}
