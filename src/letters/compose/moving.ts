/** The citizen moves: who helps, from when, and that the help goes on until somebody else has taken over (RSL § 9, FVL § 7). */
import type { LetterOrder } from '../../domain/case/letter/order.ts'
import { municipalityName } from '../../domain/vocabulary/municipality.ts'
import { dayInWords } from '../day-in-words.ts'
import type { LetterContent } from '../letter-content.ts'
import { present, sayAll, section } from './blocks.ts'
import type { LetterContext } from './letter-context.ts'
import { companion, contact, easyCompanion, easyContact } from './shared-sections.ts'

export function composeMoveNotice(
  { outcome, to, movesOn, takeoverOn, provider }: Extract<LetterOrder, { kind: 'moveNotice' }>,
  context: LetterContext,
): LetterContent {
  const them = `${municipalityName(to)} Kommune`
  const place = provider && context.providerName(provider)
  const takeover = outcome === 'theyTakeOver' && takeoverOn !== undefined ? dayInWords(takeoverOn) : undefined
  const meanwhile = place ? `Din plads på ${place} fortsætter som nu` : 'Din sag fortsætter hos os'
  const who = takeover
    ? `${them} overtager ansvaret for din hjælp ${takeover}.`
    : outcome === 'disputed'
      ? `Vi og ${them} er ikke enige om, hvilken kommune der skal hjælpe dig. Imens hjælper vi dig.`
      : 'Vi hjælper dig stadig, selv om du flytter.'
  const easyWho = takeover
    ? [`${them} hjælper dig fra ${takeover}.`, 'Indtil da hjælper vi dig.']
    : outcome === 'disputed'
      ? ['To kommuner er ikke enige.', 'Imens hjælper vi dig.']
      : ['Vi hjælper dig stadig.']
  return {
    kind: 'moveNotice',
    language: 'da',
    title: 'Om din hjælp, når du flytter',
    oneSentence: who,
    sections: present([
      section(
        'Du flytter',
        sayAll([`Vi har fået at vide, at du flytter til ${them} ${dayInWords(movesOn)}.`]),
      ),
      section(
        'Hvad sker der med din hjælp?',
        sayAll([
          who,
          takeover
            ? `${meanwhile}, indtil ${them} har overtaget. Den stopper ikke af sig selv.`
            : `${meanwhile}. Intet ændres uden en ny afgørelse.`,
        ]),
      ),
      takeover
        ? section(
            'Dine papirer',
            sayAll([
              `Vi spørger dig, om vi må sende dine papirer til ${them}. Du må gerne sige nej. Så sender vi kun det, de skal bruge for at hjælpe dig.`,
            ]),
          )
        : undefined,
      section('Hvad skal du gøre?', sayAll(['Du skal ikke søge igen hos os. Ring, hvis noget er forkert.'])),
      companion(context),
      contact(context),
    ]),
    easyRead: {
      title: 'Du flytter',
      sections: present([
        section('Hvem hjælper dig?', sayAll(easyWho)),
        section(
          'Hvad med din plads?',
          sayAll(
            place ? [`Du bliver på ${place}.`, 'Den stopper ikke af sig selv.'] : ['Din sag er hos os.'],
          ),
        ),
        easyCompanion(context),
        easyContact(context),
      ]),
    },
    enclosures: [],
  }
}
