/** Who works here: the authority's units, management, the named providers and the administrator. */
import type { Role } from '../domain/access/permissions.ts'
import { MunicipalityCode, ProviderId, UnitId, UserId } from '../domain/identity.ts'
import { idOf } from './chance.ts'

export type Colleague = {
  readonly userId: UserId
  /** Who it is at the test log-in. */
  readonly subject: string
  readonly name: string
  readonly roles: readonly Role[]
  readonly unit: UnitId | undefined
  readonly provider: ProviderId | undefined
  readonly phone: string
  readonly email: string
  /** What there is to see as this person. */
  readonly about: { readonly da: string; readonly en: string }
  /** Stands on the start screen. */
  readonly featured: boolean
}

export type Place = {
  readonly provider: ProviderId
  readonly name: string
  readonly is: string
  readonly has: string
}

export type Cast = {
  readonly municipality: MunicipalityCode
  readonly key: string
  /** The caseworkers of the unit that the standard names, then those of another unit. */
  readonly caseworkers: readonly Colleague[]
  readonly elsewhere: readonly Colleague[]
  readonly manager: Colleague
  readonly others: readonly Colleague[]
  readonly places: readonly Place[]
  readonly workersAt: (provider: ProviderId) => readonly [Colleague, Colleague]
}

type Row = readonly [key: string, name: string, da: string, en: string, featured?: true]

function townOf(key: string, domain: string) {
  let number = 0
  return (
    [subject, name, da, en, featured]: Row,
    roles: readonly Role[],
    { unit, provider }: { unit?: string; provider?: string },
  ): Colleague => {
    number += 1
    return {
      userId: UserId.parse(idOf(key, 'staff', subject)),
      subject: `${key}-${subject}`,
      name,
      roles,
      unit: unit === undefined ? undefined : UnitId.parse(unit),
      provider: provider === undefined ? undefined : ProviderId.parse(provider),
      // No Danish number begins with 00: whoever rings it, reaches nobody.
      phone: `00 00 10 ${String(number).padStart(2, '0')}`,
      email: `${subject}@${domain}`,
      about: { da, en },
      featured: featured === true,
    }
  }
}

const place = (provider: string, name: string, is: string, has: string): Place => ({
  provider: ProviderId.parse(provider),
  name,
  is,
  has,
})

export function vejenCast(): Cast {
  const as = townOf('vejen', 'vejen.example')
  const caseworkers = [
    as(
      [
        'sanne',
        'Sanne Bjerregaard',
        'Sagsbehandler i Voksenteamet med mange sager, også en overskredet frist',
        'caseworker with a full worklist, also a missed deadline',
        true,
      ],
      ['caseworker'],
      { unit: 'voksenteamet' },
    ),
    as(['jonas', 'Jonas Thygesen', 'Sagsbehandler i Voksenteamet', 'caseworker'], ['caseworker'], {
      unit: 'voksenteamet',
    }),
    as(['maria', 'Maria Lykke Holm', 'Sagsbehandler i Voksenteamet', 'caseworker'], ['caseworker'], {
      unit: 'voksenteamet',
    }),
    as(['karim', 'Karim Saleh', 'Sagsbehandler i Voksenteamet', 'caseworker'], ['caseworker'], {
      unit: 'voksenteamet',
    }),
    as(['ulla', 'Ulla Dahlgaard', 'Sagsbehandler i Voksenteamet', 'caseworker'], ['caseworker'], {
      unit: 'voksenteamet',
    }),
  ]
  const elsewhere = [
    as(
      [
        'troels',
        'Troels Nygaard',
        'Sagsbehandler i Ungeteamet: må angive en grund for at se Voksenteamets sager',
        'caseworker of another unit: needs a reason to open these cases',
        true,
      ],
      ['caseworker'],
      { unit: 'ungeteamet' },
    ),
    as(['line', 'Line Kjær', 'Sagsbehandler i Ungeteamet', 'caseworker of another unit'], ['caseworker'], {
      unit: 'ungeteamet',
    }),
  ]
  const manager = as(
    [
      'hanne',
      'Hanne Overgaard',
      'Leder af Voksenteamet: fordeler sager og ser standarden leve',
      'manager: unassigned and overdue cases, the living standard',
      true,
    ],
    ['manager'],
    { unit: 'voksenteamet' },
  )
  const at = {
    kaerhoej: [
      as(
        [
          'pia',
          'Pia Lundgaard',
          'Leder af Kærhøj: nye bestillinger, borgere og tablets',
          'leads Kærhøj: new orders, people placed there, tablets',
          true,
        ],
        ['providerStaff', 'providerLead'],
        { provider: 'kaerhoej' },
      ),
      as(['bo', 'Bo Kristoffersen', 'Medarbejder på Kærhøj', 'works at Kærhøj'], ['providerStaff'], {
        provider: 'kaerhoej',
      }),
    ],
    noerrevang: [
      as(['jette', 'Jette Frost', 'Medarbejder på Nørrevang', 'works at Nørrevang'], ['providerStaff'], {
        provider: 'noerrevang',
      }),
      as(['ali', 'Ali Demir', 'Medarbejder på Nørrevang', 'works at Nørrevang'], ['providerStaff'], {
        provider: 'noerrevang',
      }),
    ],
    'veum-dag': [
      as(['kirstine', 'Kirstine Mølby', 'Medarbejder på Veum Dag', 'works at Veum Dag'], ['providerStaff'], {
        provider: 'veum-dag',
      }),
      as(['svend', 'Svend Aage Rask', 'Medarbejder på Veum Dag', 'works at Veum Dag'], ['providerStaff'], {
        provider: 'veum-dag',
      }),
    ],
  } as const
  const others = [
    as(['mogens', 'Mogens Ladegaard', 'Leder af Ungeteamet', 'manager of another unit'], ['manager'], {
      unit: 'ungeteamet',
    }),
    as(
      [
        'dorte',
        'Dorte Vinther',
        'Administrator: brugere, post, job og dagen i demonstrationen',
        'administrator: users, post, jobs and the day of the demonstration',
        true,
      ],
      ['administrator'],
      {},
    ),
    as(
      [
        'birthe',
        'Birthe Kragelund',
        'Tilsynsførende: ser efter med et formål, og ændrer intet',
        'supervision: looks with a stated purpose, and changes nothing',
        true,
      ],
      ['supervisor'],
      {},
    ),
  ]
  return castOf('0575', 'vejen', { caseworkers, elsewhere, manager, others }, at, [
    place(
      'kaerhoej',
      'Kærhøj',
      'små grupper og rolige rum',
      'Kærhøj har små grupper, rolige rum og medarbejdere, der er der hver dag',
    ),
    place(
      'noerrevang',
      'Nørrevang',
      'værksteder, have og dyr',
      'Nørrevang har værksteder, have og dyr, så der er noget at lave med hænderne',
    ),
    place(
      'veum-dag',
      'Veum Dag',
      'køkken, musik og et roligt seniorhold',
      'Veum Dag har køkken, musik og et roligt hold med plads til hvile',
    ),
  ])
}

export function lillerupCast(): Cast {
  const as = townOf('lillerup', 'lillerup.example')
  const unit = 'social-og-sundhed'
  return castOf(
    '0999',
    'lillerup',
    {
      caseworkers: [
        as(
          ['gudrun', 'Gudrun Espersen', 'Sagsbehandler i Lillerup', 'caseworker in Lillerup', true],
          ['caseworker'],
          { unit },
        ),
        as(['esben', 'Esben Krag', 'Sagsbehandler i Lillerup', 'caseworker in Lillerup'], ['caseworker'], {
          unit,
        }),
      ],
      elsewhere: [],
      manager: as(['tove', 'Tove Bisgaard', 'Leder i Lillerup', 'manager in Lillerup'], ['manager'], {
        unit,
      }),
      others: [
        as(
          ['arne', 'Arne Quist', 'Administrator i Lillerup', 'administrator in Lillerup'],
          ['administrator'],
          {},
        ),
      ],
    },
    {
      'lillerup-vaerksted': [
        as(
          ['birger', 'Birger Toft', 'Medarbejder på Lillerup Værksted', 'works at Lillerup Værksted'],
          ['providerStaff'],
          { provider: 'lillerup-vaerksted' },
        ),
        as(
          ['eva', 'Eva Munk', 'Medarbejder på Lillerup Værksted', 'works at Lillerup Værksted'],
          ['providerStaff'],
          { provider: 'lillerup-vaerksted' },
        ),
      ],
      moellehuset: [
        as(['nora', 'Nora Holst', 'Medarbejder i Møllehuset', 'works at Møllehuset'], ['providerStaff'], {
          provider: 'moellehuset',
        }),
        as(['leo', 'Leo Brix', 'Medarbejder i Møllehuset', 'works at Møllehuset'], ['providerStaff'], {
          provider: 'moellehuset',
        }),
      ],
    },
    [
      place(
        'lillerup-vaerksted',
        'Lillerup Værksted',
        'træ, tekstil og have',
        'Lillerup Værksted har træ, tekstil og have og små hold',
      ),
      place(
        'moellehuset',
        'Møllehuset',
        'madhold, ro og samtale',
        'Møllehuset har madhold, ro og nogen at tale med',
      ),
    ],
  )
}

type People = Pick<Cast, 'caseworkers' | 'elsewhere' | 'manager'> & { readonly others: readonly Colleague[] }

function castOf(
  code: string,
  key: string,
  people: People,
  at: Readonly<Record<string, readonly [Colleague, Colleague]>>,
  places: readonly Place[],
): Cast {
  return {
    municipality: MunicipalityCode.parse(code),
    key,
    ...people,
    others: [...Object.values(at).flat(), ...people.others],
    places,
    workersAt: (provider) => {
      const found = at[provider]
      if (found === undefined) throw new Error(`nobody works at ${provider}`)
      return found
    },
  }
}

export const colleaguesOf = ({ caseworkers, elsewhere, manager, others }: Cast): readonly Colleague[] => [
  ...caseworkers,
  ...elsewhere,
  manager,
  ...others,
]
