/** What the start screen says of the demonstration: its addresses, its day and whom one can be. */
import { z } from 'zod'
import { MunicipalityCode } from '../domain/identity.ts'
import { CalendarDay, copenhagenDay } from '../domain/time/calendar-day.ts'
import type { DemoClock } from '../store/demo-clock.ts'
import { type Cast, colleaguesOf } from './cast.ts'
import { citizensOf } from './citizens.ts'
import { casts, usualSeed } from './seed.ts'

type Address = { readonly municipality: MunicipalityCode; readonly address: string }
const LogIn = z.object({ as: z.enum(['citizen', 'staff']), name: z.string(), sees: z.string() })
type LogIn = z.infer<typeof LogIn>

export const Demonstration = z.object({
  today: CalendarDay,
  anchor: CalendarDay,
  municipalities: z.array(
    z.object({
      name: z.string(),
      municipality: MunicipalityCode,
      address: z.string().optional(),
      logIns: z.array(LogIn),
    }),
  ),
})

export type Described = {
  readonly json: z.input<typeof Demonstration>
  readonly lines: readonly string[]
}

const inWords = (day: CalendarDay): string =>
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  )

export function describeDemonstration(
  clock: DemoClock,
  addresses: readonly Address[],
  size: 'full' | 'small',
): Described {
  const real = copenhagenDay(new Date())
  const towns = casts().map((cast) => ({
    name: cast.key === 'vejen' ? 'Vejen Kommune' : 'Lillerup Kommune',
    municipality: cast.municipality,
    address: addresses.find((a) => a.municipality === cast.municipality)?.address,
    logIns: logInsOf(cast, clock.anchor, size),
  }))
  return {
    json: { today: clock.today, anchor: clock.anchor, municipalities: towns },
    lines: [
      ...towns.flatMap(({ name, address, logIns }) => [
        `${name}   ${address ?? '(no host name leads here)'}`,
        ...logIns.map(({ as, name: who, sees }) => `  ${as.padEnd(8)} ${who.padEnd(28)} ${sees}`),
        '',
      ]),
      'Log in on that page, as a citizen or as staff; the test log-in then asks who you want to be, and for no password.',
      dayLine(clock, real),
    ],
  }
}

function dayLine({ today, anchor }: DemoClock, real: CalendarDay): string {
  const stays = 'It moves only when the administrator moves it (/admin), and only forward.'
  if (today !== anchor) return `In the demonstration it is ${inWords(today)}. ${stays}`
  if (anchor === real) return `In the demonstration it is ${inWords(today)}, as in the world. ${stays}`
  return `In the demonstration it is still ${inWords(today)}, the day it was first started. ${stays}`
}

function logInsOf(cast: Cast, anchor: CalendarDay, size: 'full' | 'small'): LogIn[] {
  const citizens = citizensOf(cast, { anchor, size, seed: usualSeed })
  const guardian = citizens.find((c) => c.helper?.type === 'guardianPersonal')
  return [
    ...citizens.flatMap((c): LogIn[] =>
      c.featured ? [{ as: 'citizen', name: `${c.givenName} ${c.familyName}`, sees: c.featured }] : [],
    ),
    ...(guardian?.helper
      ? [
          {
            as: 'citizen' as const,
            name: `${guardian.helper.citizen.givenName} ${guardian.helper.citizen.familyName}`,
            sees: `guardian of ${guardian.givenName} ${guardian.familyName}`,
          },
        ]
      : []),
    ...colleaguesOf(cast).flatMap((c): LogIn[] =>
      c.featured ? [{ as: 'staff', name: c.name, sees: c.about.en }] : [],
    ),
  ]
}
