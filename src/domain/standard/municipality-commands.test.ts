import { describe, expect, test } from 'vitest'
import { noOversight } from '../oversight/file.ts'
import { getDay } from '../time/calendar-day.ts'
import type { Adoption, MunicipalityFile } from './municipality.ts'
import { decideForMunicipality, type MunicipalityCommand } from './municipality-commands.ts'

const standards = [
  { id: 's', version: '1', adoptedOn: getDay('2026-01-10'), validFrom: getDay('2026-02-01') },
  { id: 's', version: '2', adoptedOn: getDay('2027-01-10'), validFrom: getDay('2027-02-01') },
]
const today = getDay('2026-03-01')
const nothing: MunicipalityFile = { adoptions: [], priceLists: [], erasures: [], oversight: noOversight() }
const fact = {
  on: getDay('2026-01-10'),
  recordedOn: getDay('2026-01-11'),
  seq: 1,
  actor: { kind: 'system', name: 'test' },
} as const
const adoption: Adoption = {
  ...fact,
  standard: 's',
  version: '1',
  adoptedOn: getDay('2026-01-10'),
  validFrom: getDay('2026-02-01'),
}
const run = (file: MunicipalityFile, command: MunicipalityCommand) =>
  decideForMunicipality(file, command, { today, standards, now: '2026-03-01T09:00:00.000Z' })
const adopt = (version: string) =>
  ({ type: 'adoptStandard', input: { standard: 's', version } }) satisfies MunicipalityCommand
const publish = (publishedOn = '2026-01-20') =>
  ({
    type: 'publishDeadlines',
    input: { standard: 's', version: '1', where: 'kommunen.example', publishedOn },
  }) satisfies MunicipalityCommand

describe('adopting a standard', () => {
  test('happened on the day it was adopted, with the dates that its folder gives', () => {
    expect(run(nothing, adopt('1'))).toEqual({
      type: 'standardAdopted',
      payload: { standard: 's', version: '1', adoptedOn: '2026-01-10', validFrom: '2026-02-01' },
      occurredOn: '2026-01-10',
    })
  })
  test('is refused for a version that is not there, is not adopted yet, or is on record', () => {
    expect(run(nothing, adopt('3'))).toMatchObject({ code: 'notFound' })
    expect(run(nothing, adopt('2'))).toMatchObject({ code: 'dateInFuture' })
    expect(
      run({ adoptions: [adoption], priceLists: [], erasures: [], oversight: noOversight() }, adopt('1')),
    ).toMatchObject({ code: 'alreadyDone' })
  })
})

describe('publishing the deadlines', () => {
  test('happened on the day that they were published', () => {
    expect(
      run({ adoptions: [adoption], priceLists: [], erasures: [], oversight: noOversight() }, publish()),
    ).toEqual({
      type: 'deadlinesPublished',
      payload: { standard: 's', version: '1', where: 'kommunen.example' },
      occurredOn: '2026-01-20',
    })
  })
  test('is refused before the adoption, a second time, and on a day to come', () => {
    expect(run(nothing, publish())).toMatchObject({ code: 'notFound' })
    expect(
      run(
        {
          adoptions: [{ ...adoption, published: fact }],
          priceLists: [],
          erasures: [],
          oversight: noOversight(),
        },
        publish(),
      ),
    ).toMatchObject({
      code: 'alreadyDone',
    })
    expect(
      run(
        { adoptions: [adoption], priceLists: [], erasures: [], oversight: noOversight() },
        publish('2026-03-02'),
      ),
    ).toMatchObject({
      code: 'dateInFuture',
      field: 'publishedOn',
    })
  })
})

describe('approving a price list', () => {
  const approve = (validFrom: string): MunicipalityCommand => ({
    type: 'approvePriceList',
    input: {
      provider: 'kaerhoej',
      validFrom,
      items: [{ itemId: 'tur', kind: 'trip', name: 'Tur til stranden', priceOere: 7500 }],
    },
  })
  test('holds from today or later, and never backwards', () => {
    expect(run(nothing, approve('2026-03-01'))).toMatchObject({
      type: 'priceListApproved',
      occurredOn: '2026-03-01',
      payload: { validFrom: '2026-03-01' },
    })
    expect(run(nothing, approve('2026-02-28'))).toMatchObject({ code: 'dateInPast', field: 'validFrom' })
  })
})
