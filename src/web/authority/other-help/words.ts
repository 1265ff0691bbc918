import { defineMessages } from '../../i18n/messages.ts'

export const otherHelpWords = defineMessages({
  da: {
    intro:
      'Ansøgningen skal holdes op imod alle muligheder for hjælp i den sociale lovgivning og hos andre myndigheder (retssikkerhedsloven § 5). Det, du skriver her, står i afgørelsen, hvis borgeren ikke får helt medhold.',
    made: (day: string, who: string) =>
      `Overvejet ${day} af ${who}. Du kan ændre det, indtil der er truffet afgørelse.`,
    decided: 'Der er truffet afgørelse. Overvejelserne kan ikke ændres.',
    onlySocialWorker: 'Kun en socialrådgiver kan notere, hvilken anden hjælp der er overvejet.',
    boundary: 'Hvorfor § 104 og ikke beskyttet beskæftigelse efter § 103?',
    boundaryHint:
      '§ 103 er for borgere under folkepensionsalderen, der kan arbejde på særlige vilkår og får løn. § 104 giver ikke løn og har ingen øvre aldersgrænse. Skriv til borgeren (du).',
    overPensionAge:
      'Du har nået folkepensionsalderen, og derfor kan du ikke få beskyttet beskæftigelse efter § 103.',
    kind: 'Hvilken anden hjælp er overvejet?',
    kinds: { considered: 'Jeg har overvejet disse muligheder', none: 'Ingen andre muligheder er relevante' },
    because: 'Hvorfor er ingen andre muligheder relevante?',
    checklist: 'Muligheder',
    checklistHint: 'Skriv resultatet ud for det, du har overvejet. Det, der står tomt, er ikke overvejet.',
    save: 'Gem overvejelserne',
    problems: {
      kind: 'Vælg, om andre muligheder er overvejet, eller om ingen er relevante.',
      because: 'Skriv, hvorfor ingen andre muligheder er relevante.',
      noneConsidered: 'Skriv resultatet for mindst én mulighed, eller svar, at ingen er relevante.',
      boundary: 'Skriv, hvorfor det er § 104 og ikke § 103.',
    },
  },
  en: {
    intro:
      'The application is held against every possibility of help in social law and from other authorities (section 5). What you write stands in the decision if the citizen is not granted everything.',
    made: (day: string, who: string) =>
      `Considered ${day} by ${who}. You can change it until a decision is made.`,
    decided: 'A decision has been made. The considerations cannot be changed.',
    onlySocialWorker: 'Only a social worker can record which other help was considered.',
    boundary: 'Why section 104 and not protected work under section 103?',
    boundaryHint:
      'Section 103 is for citizens under pension age who can work on special terms, with pay. Section 104 has no pay and no upper age limit. Write to the citizen (you), in Danish.',
    overPensionAge:
      'Du har nået folkepensionsalderen, og derfor kan du ikke få beskyttet beskæftigelse efter § 103.',
    kind: 'Which other help was considered?',
    kinds: {
      considered: 'I have considered these possibilities',
      none: 'No other possibilities are relevant',
    },
    because: 'Why are no other possibilities relevant?',
    checklist: 'Possibilities',
    checklistHint: 'Write the result beside what you considered. What is left empty was not considered.',
    save: 'Save the considerations',
    problems: {
      kind: 'Choose whether other possibilities were considered or none is relevant.',
      because: 'Write why no other possibilities are relevant.',
      noneConsidered: 'Write the result for at least one possibility, or answer that none is relevant.',
      boundary: 'Write why it is section 104 and not section 103.',
    },
  },
})
