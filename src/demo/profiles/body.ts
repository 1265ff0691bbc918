/** People whose brain or body was hurt or grew otherwise. */
import type { Profile } from './profile.ts'

export const acquiredBrainInjury: Profile = {
  ages: [34, 63],
  grounds: ['mental', 'physical'],
  targetGroups: ['Erhvervet hjerneskade'],
  hard: ['tired', 'overview', 'people'],
  hardWords: [
    'Efter blodproppen kan jeg ikke det, jeg kunne. Jeg glemmer aftaler og bliver træt af støj.',
    'Jeg var tømrer i 20 år. Nu kan jeg ikke holde styr på rækkefølgen i noget.',
    'Min kone siger, at jeg er blevet en anden. Jeg mangler noget at stå op til.',
  ],
  wishes: ['hands', 'calm'],
  wishWords: [
    'Jeg vil gerne bruge hænderne igen, i mit eget tempo.',
    'Jeg vil gerne være sammen med andre, der ved, hvad det handler om.',
  ],
  diagnosis: 'Følger efter blodprop i hjernen',
  reasonsA: [
    'Du har følger efter en hjerneskade: nedsat hukommelse, udtrætning og lammelse i højre side.',
    'Du har efter din hjerneskade svært ved at planlægge og ved at tåle lyde og mange mennesker.',
  ],
  reasonsB: [
    'Du er færdig med genoptræning og har brug for et dagtilbud for at holde fast i det, du har vundet.',
    'Du har brug for et sted, hvor du kan øve hukommelse og overblik, og hvor din familie får et pusterum.',
  ],
  evidence: ['Neuropsykologen beskriver nedsat arbejdshukommelse og tydelig udtrætning efter en time.'],
  themes: [
    {
      theme: 'Mentale funktioner',
      subthemes: ['Hukommelse'],
      words: 'Jeg skriver alt ned, og så glemmer jeg, hvor sedlen er.',
      observation: '{navn} spurgte to gange om det samme, men brugte selv sin kalender.',
      assessment: 'Hukommelsen er tydeligt nedsat. {navn} har gavn af faste rutiner og skriftlige beskeder.',
    },
    {
      theme: 'Mobilitet',
      subthemes: ['Færdes med transportmidler'],
      level: 3,
      words: 'Jeg må ikke køre bil, og bussen er for meget.',
      observation: '{navn} går med stok.',
      assessment: '{navn} kan ikke selv komme til tilbuddet.',
    },
  ],
  needs: ['Ro, pauser hver time, skriftlige beskeder og opgaver, som kan lægges fra sig.'],
  resources: [
    'Har håndværk i fingrene, humor og stor vilje.',
    'Er vant til at arbejde og hjælper gerne de unge.',
  ],
  goals: [
    {
      text: 'At arbejde koncentreret i værkstedet i 45 minutter ad gangen.',
      words: 'Jeg vil lave noget, der duer.',
      aim: 'improve',
      towards: 'personalSkills',
      domain: 'intellectual',
    },
    {
      text: 'At bevare styrken i højre hånd gennem daglige opgaver.',
      words: 'Hånden skal bruges.',
      aim: 'maintain',
      towards: 'personalSkills',
      domain: 'motor',
    },
  ],
  purpose: ['At du holder fast i det, du har genoptrænet, og får en hverdag med mening sammen med andre.'],
  intervention: [
    'En plads i et roligt træværksted med pauser, skriftlige beskeder og en fast kontaktperson.',
  ],
  fullTime: ['Du har ønsket faste dage. Tilbuddet har hvilerum, så fem dage er muligt for dig.'],
  fewerDays: [
    'Du bliver udtrættet efter få timer. Tre dage om ugen giver dig tid til at komme dig imellem.',
    'Neuropsykologen anbefaler hviledage. Derfor passer færre dage bedst til dig.',
  ],
  source: 'hospital',
  ask: 'Hvad er status efter genoptræningen, og hvad skal der tages hensyn til?',
  answer: [
    'Hospitalet skriver, at {navn} har nedsat hukommelse og udtrættes, og anbefaler et roligt dagtilbud.',
    'Hospitalet skriver, at genoptræningen er afsluttet, og at færdighederne skal holdes ved lige.',
  ],
  notes: [
    'Talte med {navn} og ægtefællen. De beder om, at breve er korte, og at vi ringer, før vi sender dem.',
    'Telefonsamtale. {navn} spurgte, hvornår der kommer svar. Fortalte datoen og skrev den i en mail bagefter.',
  ],
  participation: {
    needs: 'Skriftligt oplæg inden møder, pauser, ingen baggrundsstøj.',
    agreed: 'Ægtefællen er med som bisidder, og {navn} får et kort referat.',
  },
  considerations: 'Vi har lagt vægt på din udtrætning, dit behov for ro og dit ønske om at bruge hænderne.',
}

export const cerebralPalsy: Profile = {
  ages: [20, 50],
  grounds: ['physical', 'mental'],
  targetGroups: ['Mobilitetsnedsættelse', 'Kommunikationsnedsættelse'],
  hard: ['body', 'out', 'people'],
  hardWords: [
    'Jeg sidder i kørestol og taler med en tavle. Folk har ikke altid tid til at vente.',
    'Min krop gør ikke, som jeg vil. Men jeg forstår det hele.',
  ],
  wishes: ['music', 'friends'],
  wishWords: [
    'Jeg vil gerne lave musik på computer og være sammen med andre på min alder.',
    'Jeg vil gerne skrive og fortælle historier.',
  ],
  diagnosis: 'Cerebral parese',
  reasonsA: [
    'Du har cerebral parese, bruger kørestol og har brug for hjælp til næsten alle bevægelser.',
    'Du har cerebral parese og taler ved hjælp af en tavle. Du har brug for hjælp til at spise og flytte dig.',
  ],
  reasonsB: ['Du har brug for et dagtilbud for at bruge dine evner, møde andre og holde kroppen i gang.'],
  evidence: [
    'Fysioterapeuten beskriver nedsat bevægelighed og behov for daglig træning og skift af stilling.',
  ],
  themes: [
    {
      theme: 'Mobilitet',
      subthemes: ['Ændre og opretholde kropsstilling'],
      level: 4,
      words: 'Jeg får ondt, hvis jeg sidder for længe.',
      observation: '{navn} blev flyttet til lejring en gang under besøget.',
      assessment: '{navn} har brug for hjælp af en anden til al forflytning.',
    },
    {
      theme: 'Kommunikation',
      subthemes: ['Anvende kommunikationsudstyr- og teknikker'],
      level: 2,
      words: 'Vent, til jeg er færdig.',
      observation: '{navn} svarer præcist på tavlen, når der er tid.',
      assessment: '{navn} kommunikerer selvstændigt med tavle.',
    },
  ],
  needs: [
    'Hjælp til forflytning, måltider og toilet. Tid til at svare på tavlen. Lift og plads til kørestol.',
  ],
  resources: ['Har stærk vilje, godt sprog og mange ideer.', 'Er god til computer og til at huske musik.'],
  goals: [
    {
      text: 'At være med i musikgruppen hver uge og lave mindst to egne stykker om året.',
      words: 'Jeg vil lave min egen musik.',
      aim: 'improve',
      towards: 'livingConditions',
      domain: 'social',
    },
    {
      text: 'At bevare bevægeligheden i armene gennem daglig træning.',
      words: 'Så jeg kan styre selv.',
      aim: 'limitLoss',
      towards: 'personalSkills',
      domain: 'motor',
    },
  ],
  purpose: ['At du bruger dine evner sammen med andre og bevarer din bevægelighed.'],
  intervention: ['En plads med musik og medier, daglig bevægelse og hjælp til forflytning og måltider.'],
  fullTime: ['Du har selv bedt om alle fem dage, og du har kræfter til dem, når der er hjælp til lejring.'],
  fewerDays: ['Du har træning to dage om ugen. Derfor er du i tilbuddet de andre tre.'],
  source: 'currentOffer',
  ask: 'Hvordan fungerer dagen nu, og hvilke hjælpemidler bruges?',
  answer: ['Det nuværende tilbud skriver, at {navn} bruger lift og tavle og blomstrer i musikgruppen.'],
  notes: [
    'Besøg hos {navn}. Brugte tavlen hele vejen igennem; det tog en time, og det var godt givet ud.',
    'Hjælpemiddelcentralen ringede: ny kørestol er klar om tre uger.',
  ],
  participation: {
    needs: 'Tavle, dobbelt tid, adgang for kørestol.',
    agreed: 'Møder sættes til halvanden time, og {navn} får spørgsmålene dagen før.',
  },
  considerations: 'Vi har lagt vægt på, at du kan kommunikere på din egen måde, og at der er lift og plads.',
}
