/** The decision's elements, rules and reasons in Danish: Applied ‖ Granted in words, formal and easy. */
import type { DecisionRecord, GrantedPlace } from '../../domain/case/decision/record.ts'
import type { ReducedExtentReason } from '../../domain/vocabulary/reduced-extent-reason.ts'
import { amountInWords, dayInWords } from '../day-in-words.ts'
import type { LetterContext } from './letter-context.ts'

type Comparison = DecisionRecord['comparison'][number]
type ElementName = Comparison['element']

/** The place granted, or undefined when the decision is a refusal. */
export const placeOf = (record: DecisionRecord): GrantedPlace | undefined =>
  record.outcome === 'REFUSED' ? undefined : record.place

export const legalBasisInWords: Record<DecisionRecord['legalBasis'][number], string> = {
  'SEL-104': 'Serviceloven § 104 om aktivitets- og samværstilbud',
  'SEL-105': 'Serviceloven § 105 om befordring til og fra tilbuddet',
  'SEL-141': 'Serviceloven § 141 om handleplan',
  'SEL-103': 'Serviceloven § 103 om beskyttet beskæftigelse',
  'RSL-5': 'Retssikkerhedsloven § 5 om at se på alle muligheder for hjælp',
  'RSL-9': 'Retssikkerhedsloven § 9 om, hvilken kommune der skal hjælpe',
  'RSL-11-b': 'Retssikkerhedsloven § 11 b om at afgøre sagen på det foreliggende grundlag',
}

const elementNames: Record<ElementName, string> = {
  place: 'Plads i aktivitets- og samværstilbud',
  days: 'Dage om ugen',
  hours: 'Timer om ugen',
  provider: 'Sted',
  transport: 'Kørsel til og fra',
  start: 'Start',
  period: 'Slutdato',
}

export const reducedExtentInWords: Record<ReducedExtentReason, string> = {
  ownWish: 'du selv ønsker færre dage',
  healthOrFatigue: 'dit helbred eller træthed gør, at flere dage vil være for meget for dig',
  treatment: 'du er i behandling de andre dage',
  educationOrWorkBeside: 'du har undervisning eller arbejde ved siden af',
  gradualStart: 'du skal begynde roligt og vænne dig til tilbuddet',
  familyOrHome: 'der er brug for dig derhjemme eller i din familie',
  sensoryStrain: 'mange indtryk belaster dig, så du har brug for dage med ro',
  age: 'flere dage vil være for meget for dig med din alder',
}

const yesNo = (value: boolean): string => (value ? 'Ja' : 'Nej')
const days = (amount: number): string => `${amountInWords(amount)} ${amount === 1 ? 'dag' : 'dage'}`

/** `5 dage om ugen`. */
export const daysAWeek = (amount: number): string => `${days(amount)} om ugen`

/** The place wished for, in words; undefined when none was. */
function wishedPlace({ applied }: DecisionRecord, context: LetterContext): string | undefined {
  return applied.place === undefined ? applied.placeInWords : context.providerName(applied.place)
}

function appliedInWords(row: Comparison, record: DecisionRecord, context: LetterContext): string {
  const { applied } = record
  switch (row.element) {
    case 'place':
      return 'Ja'
    case 'days':
      return applied.daysPerWeek === undefined
        ? `${amountInWords(context.defaultDaysPerWeek)} (du nævnte ikke et antal, så vi regner med fuld tid)`
        : amountInWords(applied.daysPerWeek)
    case 'hours':
      return applied.hoursPerWeek === undefined ? 'Intet bestemt' : amountInWords(applied.hoursPerWeek)
    case 'provider':
      return wishedPlace(record, context) ?? 'Intet bestemt sted'
    case 'transport':
      return { none: 'Nej', withHelp: 'Nej, en anden følger dig', transport: 'Ja', unknown: 'Ved ikke' }[
        applied.transport
      ]
    case 'start':
      return applied.start.kind === 'from' ? dayInWords(applied.start.day) : 'Hurtigst muligt'
    case 'period':
      return applied.until === undefined ? 'Ingen slutdato' : dayInWords(applied.until)
  }
}

function grantedInWords(
  element: ElementName,
  place: GrantedPlace | undefined,
  context: LetterContext,
): string {
  if (place === undefined) return element === 'place' ? 'Nej' : 'Ikke bevilget'
  switch (element) {
    case 'place':
      return 'Ja'
    case 'days':
      return amountInWords(place.daysPerWeek)
    case 'hours':
      return place.hoursPerWeek === undefined ? 'Intet bestemt' : amountInWords(place.hoursPerWeek)
    case 'provider':
      return context.providerName(place.provider)
    case 'transport':
      return yesNo(place.transport)
    case 'start':
      return dayInWords(place.startOn)
    case 'period':
      return place.endOn === undefined ? 'Ingen slutdato' : dayInWords(place.endOn)
  }
}

export type ElementRow = {
  readonly element: ElementName
  readonly name: string
  readonly applied: string
  readonly granted: string
  readonly unfavourable: boolean
}

/** Of our own accord: what the person gets is measured against what they have. */
export const isUnaskedChange = ({ change }: DecisionRecord): boolean => change !== undefined && !change.asked

/** Applied ‖ Granted, a row an element. Hours are left out when nobody named any. */
export function elementRows(record: DecisionRecord, context: LetterContext): ElementRow[] {
  const place = placeOf(record)
  return record.comparison
    .filter(
      ({ element }) =>
        // Nobody asked for a start: what runs goes on until the change takes effect.
        (element !== 'start' || record.change === undefined) &&
        (element !== 'hours' ||
          record.applied.hoursPerWeek !== undefined ||
          place?.hoursPerWeek !== undefined),
    )
    .map((row) => ({
      element: row.element,
      name: elementNames[row.element],
      applied: appliedInWords(row, record, context),
      granted: grantedInWords(row.element, place, context),
      unfavourable: row.unfavourable,
    }))
}

const fewerDays = (place: GrantedPlace): string =>
  place.reducedExtentReason === undefined
    ? ''
    : ` Det skyldes, at ${reducedExtentInWords[place.reducedExtentReason]}.`

/** Why an element differs from what was applied for, for the formal letter. */
export function differenceInWords(row: ElementRow, place: GrantedPlace, unasked = false): string {
  const had = unasked ? 'Du har i dag' : 'Du søgte om'
  const differs = `${row.name}: ${had} ${lowerFirst(row.applied)}, og du får ${lowerFirst(row.granted)}.`
  switch (row.element) {
    case 'days':
    case 'hours':
      return `${differs}${fewerDays(place)} ${place.extentAssessment}`
    case 'provider':
      if (unasked)
        return `Sted: Du har i dag plads på ${row.applied}, og du får plads på ${row.granted}. ${place.providerReason}`
      return `Sted: Du ønskede ${row.applied}, og du får plads på ${row.granted}. ${place.wishAnswer ?? place.providerReason}`
    case 'transport':
      if (unasked)
        return `Kørsel til og fra: Du har kørsel i dag, og det får du ikke længere. ${place.transportReason ?? ''}`.trim()
      return `Kørsel til og fra: Du søgte om kørsel, og det får du ikke. ${place.transportReason ?? ''}`.trim()
    case 'start':
      return `Start: Du ønskede at starte den ${row.applied}, og du kan starte den ${row.granted}.`
    case 'period':
      if (unasked)
        return `Slutdato: Bevillingen slutter den ${row.granted}. I dag er der ${lowerFirst(row.applied)}.`
      return `Slutdato: Bevillingen slutter den ${row.granted}. Du havde ${row.applied === 'Ingen slutdato' ? 'ikke søgt om en slutdato' : `søgt om plads til den ${row.applied}`}.`
    case 'place':
      return differs
  }
}

/** The same, in easy language: what was asked, what is given. */
export function differenceInEasyWords(
  row: ElementRow,
  place: GrantedPlace,
  asked: { readonly days: number | undefined; readonly fullTime: number; readonly unasked?: boolean },
): string[] {
  if (asked.unasked) return nowAndThen(row, place)
  switch (row.element) {
    case 'days':
      return [
        // Whoever named no number asked for none, and is not told that they did.
        ...(asked.days === undefined
          ? ['Du sagde ikke, hvor mange dage du ville have.', `Mange er der ${days(asked.fullTime)}.`]
          : [`Du bad om ${days(asked.days)}.`]),
        `Du får ${days(place.daysPerWeek)}.`,
        'Vi mener, det er bedst for dig.',
      ]
    case 'hours':
      return [`Du bad om ${row.applied} timer.`, `Du får ${row.granted} timer.`]
    case 'provider':
      return [
        `Du ville gerne på ${row.applied}.`,
        `Du får plads på ${row.granted}.`,
        'Vi mener, det er bedst for dig.',
      ]
    case 'transport':
      return ['Du bad om kørsel.', 'Du får ikke kørsel.']
    case 'start':
      return [`Du ville starte den ${row.applied}.`, `Du kan starte den ${row.granted}.`]
    case 'period':
      return [`Du får plads til den ${row.granted}.`, 'Så ser vi på det igen.']
    case 'place':
      return []
  }
}

/** What somebody has today, and what they get, in easy language. */
function nowAndThen(row: ElementRow, place: GrantedPlace): string[] {
  switch (row.element) {
    case 'days':
      return [`I dag har du ${row.applied} dage.`, `Du får ${days(place.daysPerWeek)}.`]
    case 'hours':
      return [`I dag har du ${row.applied} timer.`, `Du får ${row.granted} timer.`]
    case 'provider':
      return [`I dag er du på ${row.applied}.`, `Du får plads på ${row.granted}.`]
    case 'transport':
      return ['I dag bliver du kørt.', 'Det gør du ikke mere.']
    case 'period':
      return [`Du får plads til den ${row.granted}.`, 'Så ser vi på det igen.']
    case 'start':
    case 'place':
      return []
  }
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)
