/** How far a case has come, and how it came there. Four in five have ended; the shares make 15 events a case. */
import type { Asking } from '../src/casework/perform.ts'
import type { ReceiveApplication } from '../src/domain/case/application/decide.ts'
import { currentOrder, currentProceeding } from '../src/domain/case/case-file.ts'
import type { CaseCommandInput } from '../src/domain/case/commands.ts'
import { type PartId, type PersonId, ProviderId, type UserId } from '../src/domain/identity.ts'
import { addDays, type CalendarDay, getDay } from '../src/domain/time/calendar-day.ts'
import type { Chance } from './chance.ts'
import type { Life } from './life.ts'

/** Where a story stops. */
export type Stop =
  | 'received'
  | 'informing'
  | 'assessed'
  | 'heard'
  | 'granted'
  | 'ordered'
  | 'running'
  | 'withdrawn'
  | 'refused'
  | 'moved'

type Share = readonly [stop: Stop, percent: number]
const open: readonly Share[] = [
  ['received', 18],
  ['informing', 22],
  ['assessed', 14],
  ['heard', 8],
  ['granted', 8],
  ['ordered', 10],
  ['running', 20],
]
const ended: readonly Share[] = [
  ['withdrawn', 56],
  ['refused', 28],
  ['moved', 16],
]

export function stopOf(chance: Chance, isOpen: boolean): Stop {
  let left = chance.below(100)
  for (const [stop, percent] of isOpen ? open : ended) {
    if (left < percent) return stop
    left -= percent
  }
  return isOpen ? 'running' : 'moved'
}

export type Cast = {
  readonly caseworker: Asking & { readonly userId: UserId }
  readonly provider: Asking
  readonly contactPerson: UserId
}

const kaerhoej = ProviderId.parse('kaerhoej')

const difficulties = [
  'Det er svært for mig at komme ud ad døren om morgenen, når der ikke er nogen, der venter på mig.',
  'Jeg bliver træt af larm og mister overblikket, når der er mange mennesker.',
  'Jeg sover dårligt og trækker mig fra andre. Dagene løber sammen.',
  'Efter min hjerneblødning har jeg brug for hjælp til at holde en rytme.',
] as const

export const application = (
  chance: Chance,
  about: { personId: PersonId; caseNumber: string; bornOn: CalendarDay; receivedOn: CalendarDay },
): ReceiveApplication => ({
  ...about,
  channel: 'web',
  applicant: { kind: 'self' },
  applied: {
    ...(chance.below(4) === 0 && { daysPerWeek: 3 }),
    transport: chance.pick(['transport', 'none', 'unknown'] as const),
    start: { kind: 'soonest' },
  },
  answers: {
    difficulties: ['getOut', 'company'],
    difficultiesInWords: chance.pick(difficulties),
    wishes: ['handicraft'],
  },
  attachments: [],
  consents: [],
})

const assessment = (yes: boolean): CaseCommandInput<'assessTargetGroup'> => ({
  criterionA: {
    answer: yes,
    grounds: yes ? ['mental'] : [],
    reasons: yes
      ? 'Du har en udviklingshæmning, som gør det svært for dig at overskue hverdagen.'
      : 'Dine vanskeligheder begrænser ikke din hverdag i betydelig grad.',
  },
  criterionB: {
    answer: yes,
    reasons: yes
      ? 'Du har brug for en fast ramme for at holde dine færdigheder ved lige.'
      : 'Du holder dine færdigheder ved lige i dit arbejde og i din fritid.',
  },
  evidenceA: [{ text: 'Samtale med dig og din egen beskrivelse.' }],
  evidenceB: [{ text: 'Samtale med dig og din egen beskrivelse.' }],
})

const none = {
  kind: 'none',
  because: 'Du får allerede støtte hjemme, og du har ikke brug for mere end det.',
} as const

/** Lives the story from the application to its stop. */
export async function live(life: Life, stop: Stop, cast: Cast, chance: Chance): Promise<void> {
  const { caseworker } = cast
  const some = (most: number): number => 1 + chance.below(most)
  if (stop === 'received') return
  life.wait(some(3))
  await life.act(caseworker, {
    type: 'assignCase',
    input: { unit: 'voksenteamet', userId: caseworker.userId },
  })
  if (stop === 'withdrawn') {
    life.wait(some(9))
    await life.act(caseworker, {
      type: 'withdrawApplication',
      input: { by: 'citizen', how: 'telefon', inWords: 'Jeg har fået et arbejde.' },
    })
    await life.act(caseworker, {
      type: 'recordNote',
      input: {
        kind: 'phoneCall',
        text: 'Borgeren ringer og trækker ansøgningen tilbage.',
        with: 'citizen',
        happenedOn: life.today(),
      },
    })
    await life.act(caseworker, { type: 'closeCase', input: { reason: 'withdrawn' } })
    return
  }
  await life.act(caseworker, {
    type: 'recordMunicipality',
    input: {
      resident: caseworker.municipality,
      acting: caseworker.municipality,
      paying: caseworker.municipality,
      basis: 'Folkeregisteret',
    },
  })
  await life.act(caseworker, {
    type: 'planParticipation',
    input: { needs: 'God tid og skriftlige aftaler', agreed: 'Samtale hjemme hos borgeren' },
  })
  if (stop === 'informing') return
  life.wait(some(8))
  const granted = stop !== 'refused' && stop !== 'heard'
  await life.act(caseworker, {
    type: 'receiveInformation',
    input: {
      source: 'citizen',
      summary: 'Samtale om hverdagen, om hvad der er svært, og hvad der hjælper.',
      adverse: !granted,
      receivedOn: life.today(),
    },
  })
  await life.act(caseworker, {
    type: 'markInformed',
    input: { reason: 'Vi har talt med dig og læst det, du har skrevet.' },
  })
  await life.act(caseworker, { type: 'assessTargetGroup', input: assessment(granted) })
  if (stop === 'assessed') return
  await life.act(caseworker, { type: 'considerOtherPossibilities', input: { possibilities: none } })
  if (!granted) {
    await refuseFrom(life, stop, cast)
    return
  }
  await life.act(caseworker, {
    type: 'offerActionPlan',
    input: { how: 'samtale', byLetter: false, offeredOn: life.today() },
  })
  await life.act(caseworker, { type: 'answerActionPlan', input: { answer: 'no', how: 'samtale' } })
  await grant(life, stop, cast, some)
}

async function refuseFrom(life: Life, stop: Stop, { caseworker }: Cast): Promise<void> {
  await life.act(caseworker, {
    type: 'sendHearing',
    input: {
      paragraphs: ['Vi tror ikke, at du er i målgruppen, fordi din hverdag fungerer uden et dagtilbud.'],
    },
  })
  if (stop === 'heard') return
  life.wait(5)
  const hearing = currentProceeding(life.file()).hearings[0]
  if (hearing === undefined) throw new Error('no hearing was sent')
  const { hearingId } = hearing
  await life.act(caseworker, {
    type: 'answerHearing',
    input: {
      hearingId,
      by: 'citizen',
      channel: 'letter',
      answers: [{ paragraph: 0, agrees: true }],
      answeredOn: life.today(),
    },
  })
  life.wait(2)
  await life.act(caseworker, {
    type: 'issueDecision',
    input: { draft: refusal(hearingId, caseworker.userId, life.today()) },
  })
  life.wait(20)
  await life.act(caseworker, { type: 'closeCase', input: { reason: 'refused' } })
}

const refusal = (hearingId: PartId, contact: UserId, today: CalendarDay) => ({
  place: 'refused' as const,
  purpose: 'At du kunne møde andre og have noget at stå op til.',
  intervention: 'En plads i et aktivitets- og samværstilbud.',
  legalBasis: ['SEL-104' as const],
  considerations:
    'Vi har lagt vægt på, at du har arbejde og fritid, og at du klarer din hverdag uden støtte.',
  facts: [{ text: 'Du arbejder tyve timer om ugen.', source: 'samtale med dig' }],
  citizensView: 'Du har sagt, at du gerne vil møde flere mennesker.',
  citizensViewWeighed:
    'Vi forstår ønsket. Et dagtilbud er til den, der har brug for det for at holde færdigheder ved lige.',
  hearing: { kind: 'heard' as const, hearingId },
  otherPossibilities: none,
  effectiveOn: today,
  contact,
})

async function grant(life: Life, stop: Stop, cast: Cast, some: (n: number) => number): Promise<void> {
  const { caseworker } = cast
  const { applied } = life.file()
  await life.act(caseworker, {
    type: 'setGoals',
    input: {
      goals: [
        {
          text: 'At komme ud hver dag og være sammen med andre',
          aim: 'maintain',
          towards: 'personalSkills',
          domain: 'social',
        },
      ],
    },
  })
  life.wait(some(4))
  const startOn = addDays(life.today(), 10)
  await life.act(caseworker, {
    type: 'issueDecision',
    input: {
      draft: {
        place: 'granted',
        daysPerWeek: applied.daysPerWeek ?? 5,
        ...(applied.daysPerWeek !== undefined && { reducedExtentReason: 'ownWish' as const }),
        extentAssessment: 'Du har kræfter til de dage, du har søgt, og du trives med faste dage.',
        provider: kaerhoej,
        providersConsidered: [{ provider: kaerhoej, why: 'små grupper og rolige rum' }],
        providerReason: 'Kærhøj har små grupper, og det passer til dit behov for ro.',
        transport: true,
        startOn,
        purpose: 'At du har en fast hverdag sammen med andre og holder dine færdigheder ved lige.',
        intervention: 'En plads i en lille gruppe med værksted og madlavning og støtte fra en kontaktperson.',
        legalBasis: ['SEL-104', 'SEL-105'],
        facts: [{ text: 'Du har brug for faste rammer for at komme ud.', source: 'samtale med dig' }],
        effectiveOn: startOn,
        contact: caseworker.userId,
      },
    },
  })
  if (stop === 'granted') return
  await life.act(caseworker, {
    type: 'sendOrder',
    input: {
      needs: 'Ro og faste aftaler',
      resources: 'Glad for at lave mad',
      considerations: 'Tal tydeligt og én ad gangen',
    },
  })
  if (stop === 'ordered') return
  const order = currentOrder(life.file())
  if (order === undefined) throw new Error('no order was sent')
  const { orderId } = order
  life.wait(2)
  await life.act(cast.provider, { type: 'openOrder', input: { orderId } })
  await life.act(cast.provider, {
    type: 'acceptOrder',
    input: { orderId, startOn, contactPerson: cast.contactPerson },
  })
  life.wait(8)
  await life.act(cast.provider, { type: 'startPlacement', input: { orderId, startedOn: startOn } })
  // Whole days, as many as were granted.
  const weekdays = [1, 2, 3, 4, 5].slice(0, Math.max(1, Math.floor(order.content.daysPerWeek)))
  const days = weekdays.map((weekday) => ({ weekday, part: 'full' as const, starts: '09:00', ends: '14:30' }))
  await life.act(cast.provider, {
    type: 'setWeeklySchedule',
    input: { orderId, from: startOn, days, because: 'Aftalt med borgeren.' },
  })
  if (stop === 'running') return
  life.wait(100)
  await life.act(caseworker, {
    type: 'changeActingMunicipality',
    input: { to: '0851', effectiveOn: life.today(), basis: 'Flyttet og erhvervet ny handlekommune' },
  })
  await life.act(caseworker, { type: 'closeCase', input: { reason: 'moved' } })
}

/** How many days a story takes at the most: what has ended began at least so long ago. */
export const longestStory = 160
export const aBirthday = (chance: Chance): CalendarDay =>
  getDay(
    `${1960 + chance.below(44)}-${String(1 + chance.below(12)).padStart(2, '0')}-${String(1 + chance.below(28)).padStart(2, '0')}`,
  )
