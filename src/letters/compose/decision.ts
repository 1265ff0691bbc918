/**
 * The decision letter, formal and easy, from the same record (SEL § 3 stk. 2, FVL §§ 22–25, K2.2a-9…11). The record has
 * passed the gate, so everything a letter must state is there; nothing is decided or looked up here.
 */
import type {
  DecisionRecord,
  HearingReference,
  OtherPossibilities,
} from '../../domain/case/decision/record.ts'
import { dayInWords } from '../day-in-words.ts'
import type { LetterBlock, LetterContent, LetterSection } from '../letter-content.ts'
import { points, present, say, sayAll, sayIf, section } from './blocks.ts'
import {
  daysAWeek,
  differenceInWords,
  elementRows,
  isUnaskedChange,
  legalBasisInWords,
  placeOf,
  reducedExtentInWords,
} from './decision-words.ts'
import { composeEasyDecision } from './easy-decision.ts'
import { type LetterContext, passage } from './letter-context.ts'
import { contact } from './shared-sections.ts'

const titles: Record<DecisionRecord['outcome'], string> = {
  GRANTED: 'Afgørelse: Ja til din ansøgning om aktivitets- og samværstilbud',
  PARTIALLY_REFUSED: 'Afgørelse: Delvist ja til din ansøgning om aktivitets- og samværstilbud',
  REFUSED: 'Afgørelse: Nej til din ansøgning om aktivitets- og samværstilbud',
}

/** Of a placement that was looked at anew: because the citizen asked, or of our own accord. */
const changeTitles = {
  asked: {
    GRANTED: 'Afgørelse: Ja til den ændring, du har søgt om',
    PARTIALLY_REFUSED: 'Afgørelse: Ikke helt ja til den ændring, du har søgt om',
    REFUSED: 'Afgørelse: Din plads i aktivitets- og samværstilbud slutter',
  },
  unasked: {
    GRANTED: 'Afgørelse om din plads i aktivitets- og samværstilbud',
    PARTIALLY_REFUSED: 'Afgørelse: Din plads i aktivitets- og samværstilbud bliver ændret',
    REFUSED: 'Afgørelse: Din plads i aktivitets- og samværstilbud slutter',
  },
} as const satisfies Record<'asked' | 'unasked', typeof titles>

function titleOf({ outcome, change }: DecisionRecord): string {
  return change ? changeTitles[change.asked ? 'asked' : 'unasked'][outcome] : titles[outcome]
}

const groundNames = {
  physical: 'betydeligt nedsat fysisk funktionsevne',
  mental: 'betydeligt nedsat psykisk funktionsevne',
  social: 'særlige sociale problemer',
} as const

/** The answer in one sentence, which opens the letter and the citizen's page. */
function answerInOneSentence(record: DecisionRecord, context: LetterContext): string {
  const place = placeOf(record)
  const { change } = record
  if (place === undefined && change)
    return `Fra den ${dayInWords(record.effectiveOn)} har du ikke længere en plads i et aktivitets- og samværstilbud.`
  if (place === undefined) return 'Du får ikke en plads i et aktivitets- og samværstilbud.'
  const transport = place.transport ? ' med kørsel til og fra' : ''
  const less =
    record.outcome === 'PARTIALLY_REFUSED' && !isUnaskedChange(record)
      ? ', men du får ikke alt det, du har søgt om'
      : ''
  if (change)
    return `Fra den ${dayInWords(place.startOn)} har du en plads på ${context.providerName(place.provider)} ${daysAWeek(place.daysPerWeek)}${transport}${less}.`
  return `Du får en plads på ${context.providerName(place.provider)} ${daysAWeek(place.daysPerWeek)} fra den ${dayInWords(place.startOn)}${transport}${less}.`
}

export function composeDecision(record: DecisionRecord, context: LetterContext): LetterContent {
  const adverse = record.outcome !== 'GRANTED'
  return {
    kind: 'decision',
    language: 'da',
    title: titleOf(record),
    oneSentence: answerInOneSentence(record, context),
    sections: present([
      elements(record, context),
      intervention(record, context),
      targetGroup(record),
      section(
        'De oplysninger, vi har lagt til grund',
        points(record.facts.map((fact) => factInWords(fact, context))),
      ),
      section('Vores begrundelse', sayIf(record.considerations)),
      section(
        'Det har du sagt, og sådan har vi taget hensyn til det',
        sayIf(record.citizensView),
        sayIf(record.citizensViewWeighed),
      ),
      record.hearing && section('Partshøring', say(hearingInWords(record.hearing, context))),
      record.otherPossibilities && otherPossibilities(record.otherPossibilities),
      section('Forslag til anden støtte', sayIf(record.alternatives)),
      section(
        'Regler',
        say('Afgørelsen er truffet efter:'),
        points(record.legalBasis.map((basis) => legalBasisInWords[basis])),
      ),
      section(
        'Hvornår gælder afgørelsen?',
        say(`Afgørelsen gælder fra den ${dayInWords(record.effectiveOn)}.`),
        record.change && say('Indtil da fortsætter du som nu.'),
      ),
      record.change && record.outcome === 'REFUSED'
        ? section(
            'Du kan søge igen',
            say(
              'Du kan altid søge om en plads igen, også hvis noget ændrer sig. Du kan søge på vores hjemmeside, ringe, skrive eller komme forbi.',
            ),
          )
        : undefined,
      placeOf(record) &&
        section('Du skal fortælle os om ændringer', sayAll(passage(context, 'changeDuty', 'da'))),
      adverse ? section('Sådan klager du', sayAll(passage(context, 'complaintGuidance', 'da'))) : undefined,
      contact(context),
    ]),
    easyRead: composeEasyDecision(record, context),
    enclosures: [],
  }
}

function elements(record: DecisionRecord, context: LetterContext): LetterSection | undefined {
  const rows = elementRows(record, context)
  const place = placeOf(record)
  const different = rows.filter((row) => row.unfavourable)
  const unasked = isUnaskedChange(record)
  const table: LetterBlock = {
    kind: 'table',
    header: ['Det drejer sig om', unasked ? 'Du har i dag' : 'Du har søgt om', 'Du får'],
    widths: [4, 5, 4],
    rows: rows.map((row) => [row.name, row.applied, row.granted]),
  }
  return section(
    unasked ? 'Det har du i dag, og det får du' : 'Det har du søgt om, og det får du',
    table,
    place === undefined || different.length === 0
      ? undefined
      : [
          say(`Det er anderledes end det, du har ${unasked ? 'i dag' : 'søgt om'}:`),
          points(different.map((row) => differenceInWords(row, place, unasked))),
        ],
  )
}

function intervention(record: DecisionRecord, context: LetterContext): LetterSection | undefined {
  const place = placeOf(record)
  if (place === undefined) {
    if (record.outcome !== 'REFUSED') return undefined
    return section(
      record.change ? 'Indsatsen, du har haft, og dens formål' : 'Indsatsen, du har søgt om, og dens formål',
      say(`Indsats: ${record.intervention}`),
      say(`Formål: ${record.purpose}`),
    )
  }
  const { providersConsidered } = place
  return section(
    'Det indeholder din plads',
    say(`Indsats: ${place.intervention}`),
    say(`Formål: ${place.purpose}`),
    say(
      `Omfang: ${daysAWeek(place.daysPerWeek)}. ${place.extentAssessment}${reducedBecause(record, context)}`,
    ),
    place.agreedToMore &&
      say(
        `Det er flere dage, end du ${isUnaskedChange(record) ? 'har i dag' : 'søgte om'}. Du har sagt ja til det den ${dayInWords(place.agreedToMore.on)}: ${place.agreedToMore.how}`,
      ),
    say(`Sted: ${context.providerName(place.provider)}. ${place.providerReason}`),
    sayIf(place.wishAnswer && `Dit ønske om sted: ${place.wishAnswer}`),
    providersConsidered.length === 0
      ? undefined
      : [
          say('Vi har set på disse tilbud:'),
          points(providersConsidered.map(({ provider, why }) => `${context.providerName(provider)}: ${why}`)),
        ],
    say(transportInWords(record)),
    say(
      place.endOn === undefined
        ? `Start: Du kan starte den ${dayInWords(place.startOn)}. Bevillingen har ingen slutdato.`
        : `Start og slut: Du kan starte den ${dayInWords(place.startOn)}. Bevillingen slutter den ${dayInWords(place.endOn)}.`,
    ),
  )
}

function reducedBecause(record: DecisionRecord, context: LetterContext): string {
  const place = placeOf(record)
  if (place?.reducedExtentReason === undefined || place.daysPerWeek >= context.defaultDaysPerWeek) return ''
  return ` Det er færre dage end fuld tid, fordi ${reducedExtentInWords[place.reducedExtentReason]}.`
}

function transportInWords(record: DecisionRecord): string {
  const place = placeOf(record)
  if (place === undefined) return ''
  const reason = place.transportReason === undefined ? '' : ` ${place.transportReason}`
  if (!place.transport) return `Kørsel: Du får ikke kørsel til og fra tilbuddet.${reason}`
  const basis =
    place.transportBasis === 'right'
      ? 'Kommunen betaler, fordi du har betydeligt nedsat funktionsevne og er visiteret til tilbuddet.'
      : 'Kommunen betaler efter en konkret vurdering af din situation.'
  return `Kørsel: Du får kørsel til og fra tilbuddet. ${basis}${reason}`
}

function targetGroup({ targetGroup: { criterionA, criterionB } }: DecisionRecord): LetterSection | undefined {
  const grounds = criterionA.grounds.map((ground) => groundNames[ground]).join(' og ')
  const a = criterionA.answer ? `Ja${grounds === '' ? '' : `, du har ${grounds}`}` : 'Nej'
  return section(
    'Er du i målgruppen?',
    say(
      `Spørgsmål A: Har du betydeligt nedsat fysisk eller psykisk funktionsevne eller særlige sociale problemer? ${a}. ${criterionA.reasons}`,
    ),
    say(
      `Spørgsmål B: Har du brug for et dagtilbud for at opretholde eller forbedre dine færdigheder eller livsvilkår? ${criterionB.answer ? 'Ja' : 'Nej'}. ${criterionB.reasons}`,
    ),
  )
}

/** A sentence goes on behind what somebody ended with a full stop. */
const unended = (text: string): string => text.trim().replace(/(?<=.)[.;:,\s]+$/s, '')

function factInWords(fact: DecisionRecord['facts'][number], context: LetterContext): string {
  const documents = fact.documents.map((hash) => context.documentName(hash) ?? `dokument ${hash.slice(0, 8)}`)
  return `${unended(fact.text)} (${[fact.source, ...documents].map(unended).join('; ')}).`
}

function hearingInWords(hearing: HearingReference, { file }: LetterContext): string {
  if (hearing.kind === 'omitted')
    return `Vi har ikke sendt sagen i partshøring. Grunden er: ${hearing.because}`
  const sent = file.proceedings.flatMap((p) => p.hearings).find((h) => h.hearingId === hearing.hearingId)
  if (sent === undefined)
    return 'Du har set oplysningerne i sagen og haft lejlighed til at sige din mening, før vi afgjorde den.'
  const asked = `Vi sendte dig oplysningerne i partshøring den ${dayInWords(sent.on)}.`
  return sent.answered === undefined
    ? `${asked} Vi har ikke fået et svar fra dig.`
    : `${asked} Du svarede den ${dayInWords(sent.answered.on)}, og dit svar er med i vores vurdering.`
}

function otherPossibilities(possibilities: OtherPossibilities): LetterSection | undefined {
  return section(
    'Andre muligheder, vi har set på',
    possibilities.kind === 'none'
      ? say(
          `Vi har set på, om andre regler kan hjælpe dig, og har ikke fundet nogen. Grunden er: ${possibilities.because}`,
        )
      : points(possibilities.items.map(({ paragraph, result }) => `${paragraph}: ${result}`)),
  )
}
