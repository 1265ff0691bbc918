/** The formal offer of a § 141 plan, which the citizen may decline (SEL § 141 stk. 2, K2.2a-6). */
import type { LetterContent } from '../letter-content.ts'
import { points, present, say, sayAll, section } from './blocks.ts'
import { type LetterContext, passage } from './letter-context.ts'
import { contact, easyContact } from './shared-sections.ts'

export function composeActionPlanOffer(context: LetterContext): LetterContent {
  const { caseworker } = context
  return {
    kind: 'actionPlanOffer',
    language: 'da',
    title: 'Vil du have en handleplan?',
    oneSentence: 'Du kan få en handleplan, og du bestemmer selv.',
    sections: present([
      section('Hvad er en handleplan?', sayAll(passage(context, 'actionPlanOffer', 'da'))),
      section(
        'Det står i planen',
        points([
          'hvad formålet er',
          'hvilken hjælp du får',
          'hvor længe vi regner med, at den varer',
          'andet, der har betydning, for eksempel bolig, arbejde og behandling',
        ]),
      ),
      section(
        'Svar ja, nej eller senere',
        say(
          `Svar på din sags side, eller ring til ${caseworker.name} på ${caseworker.phone}. Siger du nej, får du stadig svar på din ansøgning. Så skriver vi målene i vores bestilling til tilbuddet. Du kan altid ombestemme dig.`,
        ),
      ),
      section('Regler', say('Tilbuddet om en handleplan følger af serviceloven § 141.')),
      contact(context),
    ]),
    easyRead: {
      title: 'Vil du have en plan?',
      sections: present([
        section('Hvad er en plan?', sayAll(passage(context, 'actionPlanOffer', 'let'))),
        section(
          'Svar os',
          sayAll(['Du kan sige ja.', 'Du kan sige nej.', 'Du kan vente.', `Ring på ${caseworker.phone}.`]),
        ),
        easyContact(context),
      ]),
    },
    enclosures: [],
  }
}
