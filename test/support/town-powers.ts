/** Powers that the town's caseworker registers beside those it is settled with. */

import { randomUUID } from 'node:crypto'
import { versionOn } from '../../src/casework/house.ts'
import { isConflict, perform } from '../../src/casework/perform.ts'
import type { RepresentationScope, RepresentativeType } from '../../src/domain/case/party/events.ts'
import type { PersonId } from '../../src/domain/identity.ts'
import { isRefusal } from '../../src/domain/refusal.ts'
import { copenhagenDay } from '../../src/domain/time/calendar-day.ts'
import { document } from './case-story.ts'
import { vejen } from './scopes.ts'
import type { Town } from './town.ts'
import type { TestWeb } from './web.ts'

/** What the caseworker of the town asks with, today. */
export function askingAsCaseworker({ house }: Pick<TestWeb, 'house'>, { caseworker }: Town) {
  const municipality = house.municipalities.get(vejen)
  if (municipality === undefined) throw new Error('Vejen is not configured')
  const today = copenhagenDay(house.now())
  const { unit } = versionOn(municipality, today).terms
  return {
    municipality: vejen,
    today,
    subject: { roles: ['caseworker'] as const, userId: caseworker, unit },
    actor: { kind: 'staff', userId: caseworker, role: 'caseworker' } as const,
  }
}

export async function givePower(
  web: Pick<TestWeb, 'house'>,
  town: Town,
  personId: PersonId,
  type: RepresentativeType,
  scopes: readonly RepresentationScope[],
): Promise<void> {
  const asking = askingAsCaseworker(web, town)
  const input = {
    personId,
    type,
    scopes: [...scopes],
    from: asking.today,
    verified: 'Set af sagsbehandler',
    document: document('beskikkelse'),
  }
  const done = await perform(web.house, asking, {
    caseId: town.caseId,
    commandId: randomUUID(),
    command: { type: 'registerRepresentative', input },
  })
  if (isRefusal(done) || isConflict(done)) throw new Error('the power was not registered')
}

export const giveGuardian = (web: TestWeb, town: Town, scopes: readonly RepresentationScope[]) =>
  givePower(web, town, town.guardian, 'guardianPersonal', scopes)
