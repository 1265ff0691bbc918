/** The decision in easy language, from the same record. Short sentences, known words; the formal letter governs. */
import type { DecisionRecord } from '../../domain/case/decision/record.ts'
import { dayInWords } from '../day-in-words.ts'
import type { EasyReadLetter } from '../letter-content.ts'
import { points, present, sayAll, section } from './blocks.ts'
import { daysAWeek, differenceInEasyWords, elementRows, isUnaskedChange, placeOf } from './decision-words.ts'
import { type LetterContext, passage } from './letter-context.ts'
import { easyContact } from './shared-sections.ts'

const titles: Record<DecisionRecord['outcome'], string> = {
  GRANTED: 'Svaret er ja',
  PARTIALLY_REFUSED: 'Svaret er delvist ja',
  REFUSED: 'Svaret er nej',
}

/** When nobody asked, there is no yes and no. */
const changeTitles: typeof titles = {
  GRANTED: 'Sådan bliver din plads',
  PARTIALLY_REFUSED: 'Din plads bliver lavet om',
  REFUSED: 'Din plads slutter',
}

export function composeEasyDecision(record: DecisionRecord, context: LetterContext): EasyReadLetter {
  const place = placeOf(record)
  return {
    title: isUnaskedChange(record) ? changeTitles[record.outcome] : titles[record.outcome],
    sections: present([
      place === undefined
        ? section('Svaret', sayAll(refusedInEasyWords(record)))
        : section(
            'Det får du',
            points([
              `Du får en plads på ${context.providerName(place.provider)}.`,
              `Du skal være der ${daysAWeek(place.daysPerWeek)}.`,
              record.change
                ? `Det gælder fra den ${dayInWords(place.startOn)}. Indtil da bliver du ved som nu.`
                : `Du kan starte den ${dayInWords(place.startOn)}.`,
              place.transport
                ? 'Du bliver kørt frem og hjem. Det koster dig ikke noget.'
                : 'Du får ikke kørsel.',
            ]),
          ),
      section('Hvorfor?', sayAll(why(record, context))),
      place &&
        section(
          'Hvad sker der nu?',
          sayAll([
            `Du hører fra ${context.providerName(place.provider)}.`,
            'De siger, hvad tid du skal komme.',
          ]),
        ),
      record.change && record.outcome === 'REFUSED'
        ? section('Du kan søge igen', sayAll(['Du kan altid søge igen.', 'Ring til os. Vi hjælper dig.']))
        : undefined,
      place && section('Sig det til os', sayAll(passage(context, 'changeDuty', 'let'))),
      record.outcome === 'GRANTED'
        ? undefined
        : section('Er du ikke enig?', sayAll(passage(context, 'complaintGuidance', 'let'))),
      easyContact(context),
    ]),
  }
}

const refusedInEasyWords = (record: DecisionRecord): string[] =>
  record.change
    ? [`Din plads slutter. Fra den ${dayInWords(record.effectiveOn)} har du ikke en plads mere.`]
    : ['Du har søgt om et dag-tilbud.', 'Vi siger nej.']

/** The caseworker's own easy words where there are some; otherwise what the record says by itself. */
function why(record: DecisionRecord, context: LetterContext): string[] {
  if (record.easyReadWhy !== undefined) return [record.easyReadWhy]
  const { criterionA, criterionB } = record.targetGroup
  const place = placeOf(record)
  if (place !== undefined) {
    const asked = {
      days: record.applied.daysPerWeek,
      fullTime: context.defaultDaysPerWeek,
      unasked: isUnaskedChange(record),
    }
    const different = elementRows(record, context).filter((row) => row.unfavourable)
    return different.length === 0
      ? ['Du har brug for det.', 'Det kan gøre din hverdag bedre.']
      : [
          ...different.flatMap((row) => differenceInEasyWords(row, place, asked)),
          'Det lange brev siger mere om hvorfor.',
        ]
  }
  return [
    'Man skal have det meget svært for at få en plads.',
    'Man skal også have brug for et dag-tilbud.',
    !criterionA.answer || !criterionB.answer ? 'Vi mener ikke, at det passer på dig.' : '',
    'Det lange brev siger mere om hvorfor.',
  ].filter((sentence) => sentence !== '')
}
