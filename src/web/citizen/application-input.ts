/** From the answers as typed to the application that is received. */
import type { OpenCaseRequest } from '../../casework/perform.ts'
import { ApplicationAnswers } from '../../domain/case/application/events.ts'
import { Applied, transportWishes } from '../../domain/case/application/wishes.ts'
import type { PersonId } from '../../domain/identity.ts'
import { ProviderId } from '../../domain/identity.ts'
import type { CalendarDay } from '../../domain/time/calendar-day.ts'
import { beginOf, consentSources, dayOf, extentOf, one, type Values } from './application-step.ts'

export const consentPurposes: Record<(typeof consentSources)[number], string> = {
  doctor: 'Oplysninger om helbred og funktionsevne til brug for ansøgningen',
  residence: 'Oplysninger om hverdagen og støttebehovet til brug for ansøgningen',
  currentOffer: 'Oplysninger om det nuværende tilbud til brug for ansøgningen',
}

export function appliedOf(values: Values): Applied {
  const extent = extentOf(values)
  const fewer = extent === 'fewer'
  const days = Number(one(values, 'days')?.replace(',', '.'))
  const from = dayOf(values, 'beginOn')
  const chosen = one(values, 'place')
  const place = ProviderId.safeParse(chosen === 'other' || chosen === 'none' ? undefined : chosen)
  return Applied.parse({
    ...(extent === 'full' && { daysPerWeek: 5 }),
    ...(fewer && { daysPerWeek: days, fewerDaysBecause: one(values, 'whyFewer') }),
    ...(place.success && { place: place.data }),
    ...(!place.success &&
      chosen !== 'none' &&
      one(values, 'placeWords') && { placeInWords: one(values, 'placeWords') }),
    transport: transportWishes.find((t) => t === one(values, 'transport')) ?? 'unknown',
    start:
      beginOf(values) === 'from' && from !== undefined && from !== 'wrong'
        ? { kind: 'from', day: from }
        : { kind: 'soonest' },
  })
}

export const answersOf = (values: Values): ApplicationAnswers =>
  ApplicationAnswers.parse({
    difficulties: values.hard ?? [],
    difficultiesInWords: one(values, 'hardWords'),
    wishes: values.wishes ?? [],
    wishesInWords: one(values, 'wishWords'),
    diagnosis: one(values, 'diagnosis'),
    diagnosisInWords: one(values, 'diagnosisWords'),
    planWish: one(values, 'plan'),
    contactBy: one(values, 'contactBy'),
    doNotCallBefore: one(values, 'notBefore'),
    interpreter: one(values, 'interpreter'),
  })

export const consentsOf = (values: Values): NonNullable<OpenCaseRequest['application']['consents']> =>
  consentSources.flatMap((source) => {
    const answer = one(values, `consent-${source}`)
    return answer === 'yes' || answer === 'no'
      ? [{ source, given: answer === 'yes', purpose: consentPurposes[source] }]
      : []
  })

type About = { readonly personId: PersonId; readonly bornOn: CalendarDay; readonly today: CalendarDay }

/** The whole application by web. */
export const applicationOf = (
  values: Values,
  { personId, bornOn, today }: About,
  applicant: OpenCaseRequest['application']['applicant'],
): OpenCaseRequest['application'] => ({
  personId,
  bornOn,
  channel: 'web',
  receivedOn: today,
  applicant,
  applied: appliedOf(values),
  answers: answersOf(values),
  consents: applicant.kind === 'helper' ? [] : consentsOf(values),
})
