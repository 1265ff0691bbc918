/** People with special social problems, alone or beside something else. */
import type { Profile } from './profile.ts'

export const afterDrinking: Profile = {
  ages: [38, 64],
  grounds: ['social'],
  targetGroups: ['Alkoholmisbrug', 'Hjemløshed'],
  hard: ['tired', 'people', 'overview'],
  hardWords: [
    'Jeg har ikke drukket i seks måneder. Dagene er lange, når man ikke har noget at stå op til.',
    'Jeg boede i bil i et år. Nu har jeg lejlighed, men kender ingen.',
  ],
  wishes: ['hands', 'kitchen'],
  wishWords: [
    'Jeg vil gerne lave noget rigtigt: reparere cykler eller lave mad.',
    'Jeg vil gerne være et sted, hvor man ikke drikker.',
  ],
  diagnosis: 'Følger efter mange års alkoholforbrug',
  reasonsA: [
    'Du har særlige sociale problemer efter mange år med alkohol og uden fast bolig, og du har næsten intet netværk.',
  ],
  reasonsB: [
    'Du har brug for indhold i dagen og et alkoholfrit fællesskab for at holde fast i din nye hverdag.',
  ],
  evidence: ['Rusmiddelcentret beskriver et stabilt forløb og behov for struktur i dagtimerne.'],
  themes: [
    {
      theme: 'Sociale forhold',
      subthemes: ['Boligsituation'],
      words: 'Jeg er glad for min lejlighed.',
      observation: '{navn} har boet fast i et halvt år.',
      assessment: 'Boligen er stabil, men {navn} er alene det meste af dagen.',
    },
    {
      theme: 'Samfundsliv',
      subthemes: ['Varetage beskæftigelse'],
      level: 2,
      words: 'Jeg kan godt arbejde lidt.',
      observation: '{navn} reparerer cykler for naboerne.',
      assessment: '{navn} kan mere i dag end for et halvt år siden, men ikke på et almindeligt arbejde.',
    },
  ],
  needs: ['Et alkoholfrit sted, klare aftaler og nogen, der ringer, når {navn} udebliver.'],
  resources: ['Er handy, gæstfri og ærlig om det, der er svært.', 'Kan lave mad til mange.'],
  goals: [
    {
      text: 'At have en fast opgave i værkstedet tre dage om ugen.',
      words: 'Noget, der er mit.',
      aim: 'improve',
      towards: 'livingConditions',
      domain: 'social',
    },
    {
      text: 'At holde fast i et liv uden alkohol.',
      words: 'Én dag ad gangen.',
      aim: 'maintain',
      towards: 'livingConditions',
      domain: 'psychological',
    },
  ],
  purpose: ['At du holder fast i din nye hverdag og får et fællesskab uden alkohol.'],
  intervention: [
    'En plads i værkstedet med faste opgaver, fælles frokost og en kontaktperson, der ringer, hvis du udebliver.',
  ],
  fullTime: ['Du har ønsket alle dage, for weekenden er lang nok.'],
  fewerDays: ['Du går til behandling to dage om ugen og er i tilbuddet de andre tre.'],
  source: 'otherAuthority',
  ask: 'Hvordan går forløbet, og hvad skal der til for at holde fast?',
  answer: ['Rusmiddelcentret skriver, at {navn} møder stabilt frem og har brug for indhold i dagtimerne.'],
  notes: [
    'Talte med {navn} på kontoret. Kom til tiden og havde sin kalender med.',
    'Ringede til boligstøtten: lejligheden er i orden, og huslejen bliver betalt.',
  ],
  participation: { needs: 'Direkte tale og en fast person.', agreed: 'Vi mødes på kontoret hver anden uge.' },
  considerations:
    'Vi har lagt vægt på, at du har brug for et fast sted uden alkohol og for opgaver, du kan være stolt af.',
}

export const refugee: Profile = {
  ages: [28, 57],
  grounds: ['mental', 'social'],
  targetGroups: ['Stressbelastning', 'Social isolation'],
  hard: ['restless', 'out', 'people'],
  hardWords: [
    'Jeg sover dårligt og bliver bange for høje lyde. Jeg vil gerne lære flere at kende.',
    'Mit dansk er ikke så godt, når jeg er træt. Jeg har brug for tolk til det vigtige.',
  ],
  wishes: ['kitchen', 'nature', 'hands'],
  wishWords: [
    'Jeg vil gerne lave mad fra mit hjemland og dyrke grøntsager.',
    'Jeg kan sy. Det vil jeg gerne igen.',
  ],
  diagnosis: 'Posttraumatisk stress',
  reasonsA: [
    'Du har svære følger af traumer: dårlig søvn, angst og problemer med at samle dig. Det har varet i mange år.',
  ],
  reasonsB: ['Du har brug for et trygt sted om dagen for at bryde isolationen og bruge det danske sprog.'],
  evidence: ['Traumeklinikken beskriver kroniske følger og anbefaler et roligt dagtilbud.'],
  themes: [
    {
      theme: 'Sociale forhold',
      subthemes: ['Traumatiske oplevelser'],
      words: 'Jeg taler ikke om det. Men det er der.',
      observation: '{navn} satte sig med ryggen mod væggen.',
      assessment: 'Tryghed og forudsigelighed er en forudsætning for at deltage.',
    },
    {
      theme: 'Kommunikation',
      subthemes: ['Samtale'],
      level: 1,
      words: 'Langsomt, tak.',
      observation: '{navn} klarer hverdagssamtale på dansk og bruger tolk til det svære.',
      assessment: 'Tolk er nødvendig ved møder om afgørelser.',
    },
  ],
  needs: ['Tryghed, stille rum, tolk ved vigtige samtaler og tid til at lære stedet at kende.'],
  resources: [
    'Er gæstfri, flittig og dygtig til at sy og lave mad.',
    'Har erfaring som lærer og taler fire sprog.',
  ],
  goals: [
    {
      text: 'At deltage i fælles madlavning en gang om ugen og tale dansk imens.',
      words: 'Jeg vil tale mere dansk.',
      aim: 'improve',
      towards: 'personalSkills',
      domain: 'social',
    },
    {
      text: 'At kunne være i gruppen en formiddag uden at blive overvældet.',
      words: 'At føle mig rolig.',
      aim: 'improve',
      towards: 'livingConditions',
      domain: 'psychological',
    },
  ],
  purpose: ['At du har et trygt sted om dagen, får nye bekendtskaber og bruger det, du kan.'],
  intervention: ['En plads med køkken, have og systue i en lille gruppe og med mulighed for at trække sig.'],
  fullTime: ['Du har ønsket alle dage, fordi dagene derhjemme er lange.'],
  fewerDays: ['Du går i behandling to dage om ugen og er i tilbuddet de andre tre.'],
  source: 'hospital',
  ask: 'Hvilke hensyn anbefaler klinikken?',
  answer: ['Traumeklinikken skriver, at {navn} har brug for tryghed, forudsigelighed og en langsom start.'],
  notes: [
    'Samtale med tolk. {navn} fortæller, at sønnen hjælper med breve, men at det vigtige skal oversættes.',
    'Rundvisning på {sted}. {navn} talte længe med en medarbejder om haven.',
  ],
  participation: {
    needs: 'Tolk ved møder om afgørelser.',
    agreed: 'Der bestilles tolk, og vi taler langsomt.',
  },
  considerations: 'Vi har lagt vægt på, at du har brug for tryghed, en lille gruppe og en langsom start.',
}
