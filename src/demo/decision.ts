/** The decision and the hearing before it, as the caseworker writes them. */

import { type CaseFile, currentProceeding } from '../domain/case/case-file.ts'
import type { CaseCommandInput } from '../domain/case/commands.ts'
import { hasTransportRight, isCoveredByActionPlan } from '../domain/case/decision/gate.ts'
import type { StandardTerms } from '../domain/standard/terms.ts'
import { addDays, type CalendarDay, latest } from '../domain/time/calendar-day.ts'
import { dayInWords } from '../letters/day-in-words.ts'
import { refusalGroundOf } from './assessment.ts'
import { mondayFrom, type Scene } from './scene.ts'

type Draft = CaseCommandInput<'issueDecision'>['draft']

/** The adverse facts, one paragraph each. */
export function hearingParagraphs(scene: Scene): string[] {
  const { path, difference, profile, place } = scene
  if (path.outcome === 'refusal') {
    const { fact, reasons } = refusalGroundOf(scene)
    return [fact, `Vi overvejer derfor at give afslag. ${reasons}`]
  }
  if (difference === 'place')
    return [
      `Du har ønsket et andet sted end ${place.name}.`,
      `Vi overvejer at give dig plads på ${place.name}, fordi ${place.has}.`,
    ]
  if (difference === 'transport')
    return [
      'Du har fortalt, at du cykler i byen og tager bussen alene.',
      'Vi overvejer derfor ikke at bevilge kørsel til tilbuddet.',
    ]
  return [
    profile.answer[0].replaceAll('{navn}', 'du'),
    'Vi overvejer derfor at give dig færre dage, end du har søgt om.',
  ]
}

/** What the citizen said to it, and how it was weighed. */
const views = {
  days: {
    said: 'Du har sagt, at du helst vil være der alle dage, for dagene derhjemme er lange.',
    answered: 'Jeg vil helst være der alle dage. Dagene derhjemme er lange.',
    weighed:
      'Vi har taget dit ønske alvorligt. Når du har været der i tre måneder, ser vi sammen på, om du kan få flere dage.',
  },
  place: {
    said: 'Du har sagt, at du helst vil være på det sted, du har ønsket, fordi du kender nogen der.',
    answered: 'Jeg vil helst være der, hvor jeg kender nogen.',
    weighed:
      'Vi har taget dit ønske alvorligt, men dine behov vejer tungest. Du kan besøge dine venner, når der er åbent hus.',
  },
  transport: {
    said: 'Du har sagt, at kørsel ville gøre det lettere om vinteren.',
    answered: 'Om vinteren er det svært at komme frem. Så ville kørsel hjælpe.',
    weighed: 'Vi har set på vejen og på din færden i øvrigt. Bliver det sværere, kan du søge igen.',
  },
  refusal: {
    said: 'Du har sagt, at du mangler selskab om formiddagen, og at du bliver skuffet, hvis du får nej.',
    answered: 'Det passer, men jeg mangler nogen at være sammen med om formiddagen.',
    weighed: 'Vi har lagt vægt på det og fortæller nedenfor om et sted, du kan komme uden at være visiteret.',
  },
} as const

export const viewOf = ({ difference, path }: Scene) =>
  views[path.outcome === 'refusal' ? 'refusal' : (difference ?? 'days')]

export function draftOf(scene: Scene, file: CaseFile, terms: StandardTerms, today: CalendarDay): Draft {
  const { path, caseworker, profile, chance, difference } = scene
  const hearing = currentProceeding(file).hearings.at(-1)
  const less = path.outcome !== 'grant'
  const ground = path.outcome === 'refusal' ? refusalGroundOf(scene) : undefined
  const informed = file.information.at(-1)
  const facts = [
    { text: ground?.fact ?? chance.pick(profile.reasonsA), source: 'din ansøgning og samtalen med dig' },
    ...(informed
      ? [
          {
            text: 'Udtalelsen beskriver din hverdag og den støtte, der virker for dig.',
            source: `svar, vi fik den ${dayInWords(informed.on)}`,
          },
        ]
      : []),
  ]
  const common: Draft = {
    purpose: chance.pick(profile.purpose),
    intervention: chance.pick(profile.intervention),
    legalBasis: ['SEL-104'],
    facts,
    contact: caseworker.userId,
    effectiveOn: today,
    ...(less && {
      considerations: ground?.considerations ?? profile.considerations,
      citizensView: viewOf(scene).said,
      citizensViewWeighed: viewOf(scene).weighed,
      hearing: hearing
        ? { kind: 'heard', hearingId: hearing.hearingId }
        : {
            kind: 'omitted',
            because: 'alle oplysninger, som er imod dit ønske, kommer fra dig selv.',
          },
      ...(currentProceeding(file).otherPossibilities && {
        otherPossibilities: currentProceeding(file).otherPossibilities?.possibilities,
      }),
      alternatives:
        ground?.alternatives ??
        'Du kan også bruge byens åbne aktiviteter om eftermiddagen. Vi hjælper dig gerne i gang.',
    }),
  }
  return ground
    ? { ...common, place: 'refused', easyReadWhy: 'Du har allerede en hverdag med det, du har brug for.' }
    : { ...common, ...placeOf(scene, file, terms, today), easyReadWhy: easyWhy(difference) }
}

const easyWhy = (difference: Scene['difference']): string =>
  difference === undefined
    ? 'Du har brug for hjælp om dagen.'
    : {
        days: 'Du har brug for hjælp om dagen. Du bliver træt. Derfor får du færre dage.',
        place: 'Du har brug for hjælp om dagen. Vi har valgt det sted, der passer bedst til dig.',
        transport: 'Du har brug for hjælp om dagen. Du kan selv komme derhen.',
      }[difference]

function placeOf(scene: Scene, file: CaseFile, terms: StandardTerms, today: CalendarDay): Draft {
  const { cast, place, wished, difference, fewer, profile, chance } = scene
  const right = hasTransportRight(currentProceeding(file))
  const days = difference === 'days' ? 3 : (file.applied.daysPerWeek ?? terms.parameters.defaultDaysPerWeek)
  const wantsTransport = file.applied.transport === 'transport'
  const transport = wantsTransport && (right || difference !== 'transport')
  const asked = file.applied.start.kind === 'from' ? file.applied.start.day : today
  const startOn = mondayFrom(latest(addDays(today, 18), asked))
  return {
    place: 'granted',
    daysPerWeek: days,
    ...(days < terms.parameters.defaultDaysPerWeek && {
      reducedExtentReason: difference === 'days' ? 'healthOrFatigue' : 'ownWish',
    }),
    extentAssessment: chance.pick(fewer ? profile.fewerDays : profile.fullTime),
    provider: place.provider,
    providersConsidered: cast.places.map(({ provider, is }) => ({ provider, why: is })),
    providerReason: `${place.has}, og det passer til dit behov.`,
    ...(wished &&
      wished !== place && {
        wishAnswer: `Du har ønsket ${wished.name}, som har ${wished.is}. Vi vurderer, at ${place.name} passer bedre til dig lige nu.`,
      }),
    transport,
    ...(!transport && {
      transportReason: wantsTransport
        ? 'Du færdes selv i byen på cykel og med bus, og du har ikke nedsat funktionsevne i lovens forstand.'
        : 'Du har ikke bedt om kørsel.',
    }),
    startOn,
    legalBasis: [
      'SEL-104',
      ...(transport ? (['SEL-105'] as const) : []),
      ...(isCoveredByActionPlan(file, terms, today) ? (['SEL-141'] as const) : []),
    ],
  }
}
