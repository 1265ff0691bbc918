/** What was answered at a step, in words; undefined where nothing was. */

import { currentStandard } from '../../standards/municipality.ts'
import { plainDay } from '../i18n/dates.ts'
import type { PageContext } from '../platform/context.ts'
import { applicationMessages } from './application-messages.ts'
import { beginOf, consentSources, dayOf, extentOf, one, type Values } from './application-step.ts'

const lines = (...parts: readonly (string | undefined)[]): string | undefined =>
  parts.filter((part) => part !== undefined && part !== '').join('\n') || undefined

export function answersInWords(c: PageContext, step: string, values: Values): string | undefined {
  const t = applicationMessages(c.language)
  const words = (given: readonly string[] | undefined, of: Readonly<Record<string, string>>) =>
    given
      ?.map((value) => of[value])
      .filter(Boolean)
      .join(', ')
  switch (step) {
    case 'hvem':
      if (c.visitor.kind === 'citizen' && c.visitor.actingFor) return t.whoFor(c.visitor.actingFor.name)
      return words(values.who, { self: t.whoSelf, helper: t.whoHelper })
    case 'personen':
      return lines(one(values, 'helperName'), one(values, 'helperCpr'), one(values, 'helperRelation'))
    case 'kontakt': {
      const by = { phone: t.byPhone, digitalPost: t.byDigitalPost, letter: t.byLetter, email: t.byEmail }
      return lines(
        words(values.contactBy, by),
        one(values, 'phone'),
        one(values, 'interpreter'),
        one(values, 'notBefore'),
      )
    }
    case 'udfordringer':
      return lines(words(values.hard, t.hardOptions), one(values, 'hardWords'))
    case 'oensker': {
      const place = one(values, 'place')
      return lines(
        words(values.wishes, t.wishOptions),
        one(values, 'wishWords'),
        place === 'none'
          ? t.noPlace
          : place && currentStandard(c.municipality).providers.find((p) => p.id === place)?.name,
        place === undefined || place === 'other' ? one(values, 'placeWords') : undefined,
      )
    }
    case 'diagnoser':
      return lines(
        words(values.diagnosis, { yes: t.yes, no: t.no, ratherNotSay: t.ratherNot }),
        one(values, 'diagnosisWords'),
      )
    case 'hverdag':
      return extentOf(values) === 'fewer'
        ? lines(`${t.fewer}: ${one(values, 'days') ?? ''}`, one(values, 'whyFewer'))
        : one(values, 'extent') && t.fullTime
    case 'transport':
      return words(values.transport, {
        none: t.transportSelf,
        withHelp: t.transportHelp,
        transport: t.transportRide,
        unknown: t.transportUnknown,
      })
    case 'start': {
      const day = dayOf(values, 'beginOn')
      if (beginOf(values) === 'from' && day !== undefined && day !== 'wrong') return plainDay(day, c.language)
      return one(values, 'begin') && t.soonest
    }
    case 'maal':
      return words(values.plan, { yes: t.yes, no: t.no, later: t.later })
    case 'samtykke':
      return lines(
        ...consentSources.map((source) => {
          const answer = one(values, `consent-${source}`)
          return answer && `${t.consentAsk[source]} ${answer === 'yes' ? t.yes : t.no}`
        }),
      )
    default:
      return undefined
  }
}
