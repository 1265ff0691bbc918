/** How many people stand where, and when they came there. The dates lie before the anchor day. */
import type { Chance } from './chance.ts'
import type { Path } from './citizen.ts'
import type { Size } from './citizens.ts'
import type { ProfileName } from './profiles/all.ts'

export type Share = {
  readonly name: string
  readonly people: number
  readonly profiles?: readonly ProfileName[]
  readonly path: (chance: Chance, index: number) => Path
  /** In a few words, for whoever chooses whom to be. */
  readonly about: string
}

const often = ['web', 'web', 'web', 'phone', 'letter', 'email', 'inPerson'] as const
const path = (chance: Chance, receivedDaysAgo: number, more: Partial<Path> = {}): Path => ({
  receivedDaysAgo,
  outcome: 'grant',
  decidedAfter: chance.between(24, 37),
  channel: chance.pick(often),
  ...more,
})
/** Part refusals are put to the party first; now and then nothing was new to them. */
const partly = (chance: Chance): Partial<Path> => ({
  outcome: 'part',
  decidedAfter: 40,
  ...(chance.happens(0.7) && { hearing: chance.pick(['answered', 'answered', 'silent'] as const) }),
})

const vejen: readonly Share[] = [
  {
    name: 'new',
    people: 11,
    about: 'Ny ansøgning, endnu ikke fordelt',
    path: (c) => path(c, c.between(0, 3), { until: 'opened' }),
  },
  { name: 'informing', people: 20, about: 'Sagen bliver oplyst', path: (c) => path(c, c.between(6, 15)) },
  {
    name: 'waiting',
    people: 5,
    about: 'Sagen venter på svar fra andre',
    path: (c) => path(c, c.between(18, 27), { until: 'asked' }),
  },
  {
    name: 'overdue',
    people: 2,
    about: 'Fristen er overskredet uden besked',
    path: (c) => path(c, c.between(47, 56), { until: 'informed' }),
  },
  {
    name: 'late-notice',
    people: 2,
    about: 'Fik for sent besked om forsinkelsen',
    path: (c) => path(c, c.between(50, 58), { until: 'informed', delayNotice: 'late' }),
  },
  {
    name: 'delayed',
    people: 4,
    about: 'Har fået besked om en ny dato',
    path: (c) => path(c, c.between(43, 52), { until: 'informed', delayNotice: 'inTime' }),
  },
  {
    name: 'hearing',
    people: 9,
    about: 'Er blevet bedt om at udtale sig',
    path: (c) => path(c, c.between(26, 33), { outcome: 'part', decidedAfter: 60, hearing: 'waiting' }),
  },
  {
    name: 'deciding',
    people: 14,
    about: 'Vurderet; afgørelsen er ved at blive skrevet',
    path: (c) => path(c, c.between(26, 36), { decidedAfter: 41, until: 'assessed' }),
  },
  {
    name: 'just-decided',
    people: 5,
    about: 'Har lige fået en afgørelse',
    path: (c, i) => path(c, 30 + i, { decidedAfter: 30 + i - c.between(0, 1), until: 'decided' }),
  },
  {
    name: 'refused',
    people: 7,
    about: 'Fik afslag; klagefristen løber',
    path: (c) => path(c, c.between(42, 60), { outcome: 'refusal', decidedAfter: 38, hearing: 'answered' }),
  },
  {
    name: 'refused-before',
    people: 6,
    about: 'Fik afslag for nogen tid siden',
    path: (c) => path(c, c.between(90, 240), { outcome: 'refusal', decidedAfter: 38, hearing: 'answered' }),
  },
  {
    name: 'ordered',
    people: 8,
    about: 'Bevilget; bestillingen ligger hos tilbuddet',
    path: (c) =>
      path(c, c.between(36, 40), {
        decidedAfter: 33,
        order: c.pick(['unopened', 'asked']),
        until: 'ordered',
      }),
  },
  {
    name: 'starting',
    people: 13,
    about: 'Har fået plads og skal snart begynde',
    path: (c) => path(c, c.between(42, 47), { decidedAfter: 32, ...(c.happens(0.3) && partly(c)) }),
  },
  {
    name: 'running',
    people: 58,
    about: 'Er i et tilbud',
    path: (c) =>
      path(c, c.between(70, 300), {
        ...(c.happens(0.25) && partly(c)),
        order: c.pick(['accepted', 'accepted', 'accepted', 'askedAndAnswered']),
      }),
  },
  {
    name: 'withdrawn',
    people: 5,
    about: 'Trak sin ansøgning tilbage',
    path: (c) => path(c, c.between(40, 200), { ends: 'withdrawn' }),
  },
  { name: 'dead', people: 3, about: 'Er død', path: (c) => path(c, c.between(60, 200), { ends: 'dead' }) },
  {
    name: 'moved',
    people: 3,
    about: 'Er flyttet til en anden kommune',
    path: (c) => path(c, c.between(60, 160), { ends: 'moved' }),
  },
  {
    name: 'young',
    people: 4,
    about: 'Sagen er hos Ungeteamet',
    profiles: ['youngFromSchool'],
    path: (c) => path(c, c.between(8, 90), { elsewhere: true }),
  },
]

const lillerup: readonly Share[] = [
  {
    name: 'new',
    people: 2,
    about: 'Ny ansøgning',
    path: (c) => path(c, c.between(0, 3), { until: 'opened' }),
  },
  { name: 'informing', people: 3, about: 'Sagen bliver oplyst', path: (c) => path(c, c.between(6, 15)) },
  {
    name: 'deciding',
    people: 2,
    about: 'Vurderet; afgørelsen er ved at blive skrevet',
    path: (c) => path(c, c.between(26, 30), { decidedAfter: 41, until: 'assessed' }),
  },
  { name: 'running', people: 6, about: 'Er i et tilbud', path: (c) => path(c, c.between(70, 240)) },
]

/** A small demonstration has one or two of each: enough for tests, and for a laptop in a hurry. */
export function sharesOf(key: string, size: Size): readonly Share[] {
  const all = key === 'vejen' ? vejen : lillerup
  return size === 'full' ? all : all.map((share) => ({ ...share, people: 1 }))
}

export const aboutPath = ({ channel }: Path, { about }: Share): string =>
  channel === 'phone' || channel === 'inPerson' ? `${about}. Søgte mundtligt.` : `${about}.`
