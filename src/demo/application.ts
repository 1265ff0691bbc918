/** What somebody applies for, in their own words or in those of whoever wrote it down. */
import type { OpenCaseRequest } from '../casework/perform.ts'
import type { ProviderId } from '../domain/identity.ts'
import { addDays } from '../domain/time/calendar-day.ts'
import { mondayFrom, type Scene } from './scene.ts'

export function applicationOf(scene: Scene): OpenCaseRequest['application'] {
  const { citizen, path, profile, chance, received, say } = scene
  const channel = path.channel ?? 'web'
  const oral = channel === 'phone' || channel === 'inPerson'
  const difficulties = say(chance.pick(profile.hardWords))
  const wishes = say(chance.pick(profile.wishWords))
  const { helper } = citizen
  return {
    personId: citizen.personId,
    bornOn: citizen.bornOn,
    channel,
    receivedOn: received,
    applicant: path.helper
      ? {
          kind: 'helper',
          relation: path.helper.relation,
          ...(helper && { personId: helper.citizen.personId }),
        }
      : { kind: 'self' },
    applied: appliedFor(scene),
    answers: {
      difficulties: oral ? [] : [...chance.some(profile.hard, 1, 3)],
      difficultiesInWords: difficulties,
      wishes: oral ? [] : [...chance.some(profile.wishes, 1, 3)],
      wishesInWords: wishes,
      diagnosis: chance.pick(['yes', 'yes', 'yes', 'ratherNotSay'] as const),
      ...(chance.happens(0.6) && { diagnosisInWords: profile.diagnosis }),
      planWish: chance.pick(['yes', 'no', 'later'] as const),
      contactBy: citizen.onPaper ? 'letter' : chance.pick(['phone', 'digitalPost'] as const),
      ...(citizen.interpreter && { interpreter: citizen.interpreter }),
    },
    consents: [
      {
        source: profile.source,
        given: true,
        purpose: 'Oplysninger om, hvordan hverdagen går, og hvilken støtte der er brug for.',
      },
      ...(chance.happens(0.2)
        ? [{ source: 'jobCentre' as const, given: false, purpose: 'Oplysninger om tidligere forløb.' }]
        : []),
    ],
    ...(oral && {
      writtenDown: `Søger om plads i et aktivitets- og samværstilbud. Fortæller: »${difficulties}« Ønsker: »${wishes}«`,
    }),
  }
}

function appliedFor({ difference, wished, fewer, profile, chance, received }: Scene) {
  const days = difference === 'days' ? 5 : fewer ? chance.between(3, 4) : undefined
  const place: ProviderId | undefined = wished?.provider
  const functional = profile.grounds.some((ground) => ground !== 'social')
  return {
    ...(days !== undefined && { daysPerWeek: days }),
    ...(difference === undefined &&
      fewer && { fewerDaysBecause: 'Jeg bliver hurtigt træt og har brug for hviledage.' }),
    ...(place !== undefined && { place }),
    transport:
      difference === 'transport' || (functional && chance.happens(0.7))
        ? ('transport' as const)
        : chance.pick(['none', 'withHelp'] as const),
    start: chance.happens(0.15)
      ? { kind: 'from' as const, day: mondayFrom(addDays(received, 90)) }
      : { kind: 'soonest' as const },
  }
}
