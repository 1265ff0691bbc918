/** People with a learning disability: grown up, growing old, and just out of school. */
import type { Profile } from './profile.ts'

export const learningDisability: Profile = {
  ages: [24, 55],
  grounds: ['mental'],
  targetGroups: ['Udviklingshæmning'],
  hard: ['overview', 'learning', 'people'],
  hardWords: [
    'Jeg bliver forvirret, når der er mange ting på én gang. Så går jeg hjem.',
    'Det er svært at holde øje med klokken. Jeg vil gerne have en plan med billeder.',
    'Jeg kan godt selv, hvis nogen viser mig det mange gange.',
  ],
  wishes: ['hands', 'kitchen', 'friends'],
  wishWords: [
    'Jeg vil gerne lave mad til andre og have nogen at drikke kaffe med.',
    'Jeg er god til at save og male. Jeg vil gerne lave ting, som andre kan bruge.',
    'Jeg vil gerne have venner, som jeg ser hver dag.',
  ],
  diagnosis: 'Udviklingshæmning',
  reasonsA: [
    'Du har en udviklingshæmning, som gør det svært for dig at overskue dagen og at lære nye ting uden hjælp.',
    'Du har en udviklingshæmning. Du har brug for, at opgaver bliver delt op i små trin, og at nogen er i nærheden.',
  ],
  reasonsB: [
    'Du har brug for en fast hverdag med støtte for at holde fast i det, du kan, og for at have andre at være sammen med.',
    'Uden en fast ramme går dagene i stå for dig. Et dagtilbud er med til, at du kan bruge det, du har lært.',
  ],
  evidence: [
    'Bostedet beskriver, at {navn} klarer kendte opgaver selv, men går i stå ved ændringer i planen.',
    'Udtalelsen fra bostedet viser, at {navn} bruger billedplan og har brug for en voksen i nærheden ved nye opgaver.',
  ],
  themes: [
    {
      theme: 'Mentale funktioner',
      subthemes: ['Organisering og planlægning'],
      words: 'Jeg kan godt lide, når jeg ved, hvad der skal ske.',
      observation: '{navn} ser på sin billedplan flere gange under samtalen.',
      assessment: '{navn} har brug for hjælp til at overskue dagen og til skift mellem opgaver.',
    },
    {
      theme: 'Relationer',
      subthemes: ['Indgå i samspil og kontakt'],
      level: 2,
      words: 'Jeg kan lide at grine sammen med de andre.',
      observation: '{navn} er glad for selskab og søger hjælp, når det bliver for meget.',
      assessment: '{navn} trives i små grupper med en kendt medarbejder.',
    },
  ],
  needs: [
    'Faste rutiner, billedplan og én medarbejder ad gangen til at forklare opgaven.',
    'Opgaver i små trin, god tid til skift og hjælp til at holde pauser.',
  ],
  resources: [
    'Er glad, hjælpsom og stolt af sit arbejde. Husker navne og fødselsdage.',
    'Har gode hænder, er tålmodig med gentagelser og hjælper gerne andre.',
  ],
  goals: [
    {
      text: 'At komme afsted fire ud af fem dage om ugen efter egen plan.',
      words: 'Jeg vil gerne kunne det selv.',
      aim: 'improve',
      towards: 'personalSkills',
      domain: 'intellectual',
    },
    {
      text: 'At spise frokost sammen med mindst to andre hver dag.',
      words: 'Jeg vil gerne have nogen at snakke med.',
      aim: 'improve',
      towards: 'livingConditions',
      domain: 'social',
    },
    {
      text: 'At holde fast i at kunne dække bord og rydde op.',
      words: 'Det er jeg god til.',
      aim: 'maintain',
      towards: 'personalSkills',
      domain: 'motor',
    },
  ],
  purpose: [
    'At du har en fast hverdag sammen med andre og holder dine færdigheder ved lige.',
    'At du bruger det, du kan, og har et fællesskab at høre til i.',
  ],
  intervention: [
    'En plads i en lille gruppe med køkken og værksted, en billedplan for dagen og en fast kontaktperson.',
    'En plads med kreative og praktiske opgaver i små trin og med støtte til at holde pauser.',
  ],
  fullTime: [
    'Du har kræfter til fem dage, og faste dage gør ugen tryg for dig.',
    'Du har sagt, at du gerne vil være der hver dag. Fem dage giver dig en rytme, som du kan regne med.',
  ],
  fewerDays: ['Du bliver hurtigt brugt. Tre dage giver dig tid til at hvile, så du får noget ud af dem.'],
  source: 'residence',
  ask: 'Hvordan klarer du hverdagens opgaver, og hvilken støtte virker?',
  answer: [
    'Bostedet skriver, at {navn} klarer morgenen selv med billedplan, men mister overblikket, når planen ændres.',
    'Bostedet skriver, at {navn} er glad for praktiske opgaver og har brug for korte, konkrete beskeder.',
  ],
  notes: [
    'Ringede til {navn} sammen med kontaktpersonen. {navn} glæder sig til at se stedet og vil gerne have en tegning af, hvem der er der.',
    'Besøg på bostedet. {navn} viste sit værelse og en hel hylde med ting i træ. Snakken gik bedst, når vi lavede noget imens.',
  ],
  participation: {
    needs: 'Let sprog, billeder og god tid.',
    agreed: 'Samtaler holdes hjemme, højst tre kvarter, og kontaktpersonen er med.',
  },
  considerations: 'Vi har lagt vægt på, at du har brug for små grupper, faste rutiner og opgaver i små trin.',
}

export const ageingWithDown: Profile = {
  ages: [48, 66],
  grounds: ['mental', 'physical'],
  targetGroups: ['Udviklingshæmning', 'Multipel funktionsnedsættelse'],
  hard: ['tired', 'body', 'overview'],
  hardWords: [
    'Jeg er gammel nu. Jeg vil gerne sidde ned, når vi laver noget.',
    'Jeg kan ikke gå så langt mere. Men jeg vil ikke bare være hjemme.',
  ],
  wishes: ['calm', 'music', 'friends'],
  wishWords: [
    'Jeg vil synge og se mine gamle venner.',
    'Jeg vil gerne strikke og høre musik. Og have kaffe.',
  ],
  diagnosis: 'Downs syndrom',
  reasonsA: [
    'Du har Downs syndrom og er de sidste år blevet mere træt og mere usikker på benene.',
    'Du har en udviklingshæmning og begyndende tegn på aldring, så du har brug for hjælp til det meste i løbet af dagen.',
  ],
  reasonsB: [
    'Du har brug for et roligt sted at være om dagen, så du bevarer det, du kan, så længe som muligt.',
    'Et dagtilbud giver dig oplevelser og selskab, som du ikke selv kan skabe derhjemme.',
  ],
  evidence: [
    'Lægen beskriver tiltagende træthed og nedsat gangfunktion det seneste år.',
    'Bostedet beskriver, at {navn} sover til middag og bliver utryg i større grupper.',
  ],
  themes: [
    {
      theme: 'Mobilitet',
      subthemes: ['Gå og bevæge sig'],
      level: 2,
      words: 'Mine ben er trætte.',
      observation: '{navn} går med rollator og holder pause efter cirka 50 meter.',
      assessment: '{navn} har brug for kørsel og for siddende aktiviteter.',
    },
    {
      theme: 'Sundhedsforhold',
      subthemes: ['Fysisk helbred'],
      words: 'Jeg hviler mig efter maden.',
      observation: '{navn} sover en time midt på dagen.',
      assessment: 'Dagen skal have mulighed for hvile.',
    },
  ],
  needs: [
    'Ro, hvile midt på dagen, hjælp til at gå og til at spise i eget tempo.',
    'Korte aktiviteter, kendte ansigter og et sted at lægge sig.',
  ],
  resources: [
    'Synger, kender alle melodierne og har humor.',
    'Er rolig i kendt selskab og glad for at gøre noget for andre.',
  ],
  goals: [
    {
      text: 'At bevare glæden ved musik og være med til sang to gange om ugen.',
      words: 'Jeg elsker at synge.',
      aim: 'maintain',
      towards: 'livingConditions',
      domain: 'psychological',
    },
    {
      text: 'At gå en kort tur hver dag for at holde balancen ved lige.',
      words: 'Ikke for langt.',
      aim: 'limitLoss',
      towards: 'personalSkills',
      domain: 'motor',
    },
  ],
  purpose: ['At du bevarer det, du kan, og har gode dage sammen med mennesker, du kender.'],
  intervention: [
    'En plads i en rolig seniorgruppe med musik, håndarbejde og hvile og med hjælp til at gå og spise.',
  ],
  fullTime: ['Du har det bedst med faste dage, og tilbuddet har plads til, at du hviler dig.'],
  fewerDays: [
    'Du bliver meget træt. Tre dage om ugen giver dig gode dage med hvile imellem.',
    'Lægen anbefaler hviledage mellem dagene i tilbuddet.',
  ],
  source: 'doctor',
  ask: 'Hvordan er helbredet, og hvad skal man tage hensyn til i løbet af dagen?',
  answer: [
    'Lægen skriver, at {navn} har nedsat hørelse og tiltagende træthed, og anbefaler hvile midt på dagen.',
    'Lægen skriver, at der er begyndende tegn på aldring, og at kendte rammer er vigtige.',
  ],
  notes: [
    'Talte med søsteren. Hun fortæller, at {navn} savner sine gamle venner og gerne vil synge mere.',
    'Samtale hjemme. {navn} svarer bedst om formiddagen og bliver træt efter en halv time.',
  ],
  participation: {
    needs: 'Tydelig tale, korte møder om formiddagen.',
    agreed: 'En pårørende er med, og vi gentager det vigtigste til sidst.',
  },
  considerations:
    'Vi har lagt vægt på, at du har brug for hvile, kendte ansigter og aktiviteter, hvor du kan sidde ned.',
}

export const youngFromSchool: Profile = {
  ages: [19, 25],
  grounds: ['mental'],
  targetGroups: ['Udviklingshæmning', 'Opmærksomhedsforstyrrelse'],
  hard: ['restless', 'learning', 'out'],
  hardWords: [
    'Jeg er færdig med STU til sommer. Jeg ved ikke, hvad jeg skal bagefter.',
    'Jeg kan ikke sidde stille i lang tid. Jeg har brug for at bevæge mig.',
  ],
  wishes: ['nature', 'exercise', 'hands'],
  wishWords: [
    'Jeg vil gerne være ude. Jeg kan godt lide dyr og traktorer.',
    'Jeg vil gerne spille fodbold og hjælpe med at passe dyrene.',
  ],
  diagnosis: 'Udviklingshæmning i lettere grad og ADHD',
  reasonsA: [
    'Du har en lettere udviklingshæmning og ADHD, som betyder, at du har svært ved at samle dig og holde aftaler uden hjælp.',
  ],
  reasonsB: [
    'Du har lige afsluttet skolen og har brug for et sted, hvor du kan øve det, du har lært, og blive mere selvstændig.',
    'Uden et dagtilbud vender du om på dag og nat. Med faste dage og opgaver ude har du det godt.',
  ],
  evidence: ['Skolens afsluttende udtalelse beskriver, at {navn} lærer bedst gennem praktiske opgaver ude.'],
  themes: [
    {
      theme: 'Mentale funktioner',
      subthemes: ['Opmærksomhed og koncentrationsevne'],
      words: 'Jeg kan godt, når det er sjovt.',
      observation: '{navn} rejser sig flere gange, men vender tilbage til samtalen.',
      assessment: '{navn} kan samle sig i cirka 20 minutter ad gangen.',
    },
    {
      theme: 'Samfundsliv',
      subthemes: ['Varetage beskæftigelse'],
      level: 3,
      words: 'Jeg vil gerne have et rigtigt job engang.',
      observation: 'Praktikken på gården gik godt, når der var en medarbejder ved siden af.',
      assessment: 'Beskyttet beskæftigelse er ikke muligt endnu, men kan blive det.',
    },
  ],
  needs: ['Korte opgaver, bevægelse, tydelige aftaler og hjælp til at komme godt i gang om morgenen.'],
  resources: ['Har mange kræfter, godt humør og godt tag på dyr.', 'Er nysgerrig og tør prøve nyt.'],
  goals: [
    {
      text: 'At møde til tiden fire dage om ugen inden for et halvt år.',
      words: 'Jeg vil gerne kunne komme op selv.',
      aim: 'improve',
      towards: 'personalSkills',
      domain: 'intellectual',
    },
    {
      text: 'At passe en fast opgave med dyrene hver dag.',
      words: 'Jeg vil have mit eget ansvar.',
      aim: 'improve',
      towards: 'livingConditions',
      domain: 'psychological',
    },
  ],
  purpose: ['At du bliver mere selvstændig, får en god døgnrytme og et sted at høre til efter skolen.'],
  intervention: ['En plads på udeholdet med dyr og praktiske opgaver, korte forløb og en fast medarbejder.'],
  fullTime: ['Du har kræfter til hver dag, og du har det bedst, når dagene ligner hinanden.'],
  fewerDays: [
    'Du begynder med tre dage, så du kan vænne dig til stedet. Vi ser på det igen efter tre måneder.',
  ],
  source: 'otherAuthority',
  ask: 'Hvad kan du efter STU, og hvilken støtte har virket?',
  answer: ['Skolen skriver, at {navn} har haft stort udbytte af værkstedet og af opgaver med dyr.'],
  notes: [
    'Møde med {navn} og mor. De håber på et sted med dyr. {navn} spurgte selv, om man må køre traktor.',
    'Ringede til skolen om afslutningen af STU. Sidste dag bliver til sommerferien.',
  ],
  participation: {
    needs: 'Korte møder og mulighed for at gå lidt rundt.',
    agreed: 'Vi holder møder på en gåtur.',
  },
  considerations: 'Vi har lagt vægt på, at du lærer bedst ude og med korte opgaver.',
}
