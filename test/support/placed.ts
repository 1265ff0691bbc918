/** A citizen for whom a place was granted and an order sent, by the real commands, from the application on. */
import { randomUUID } from 'node:crypto'
import { type House, versionOn } from '../../src/casework/house.ts'
import { type Asking, isConflict, openCase, perform } from '../../src/casework/perform.ts'
import type { CaseCommand } from '../../src/domain/case/commands.ts'
import {
  type CaseId,
  type PartId,
  type PersonId,
  ProviderId,
  type UserId,
} from '../../src/domain/identity.ts'
import { isRefusal } from '../../src/domain/refusal.ts'
import { addDays, copenhagenDay, getDay } from '../../src/domain/time/calendar-day.ts'
import { read, write } from '../../src/store/connection.ts'
import { type PersonDetails, savePerson } from '../../src/store/persons.ts'
import { readProjections } from '../../src/store/projections.ts'
import { asSystem, newPerson, vejen } from './scopes.ts'

export type Placed = { readonly person: PersonId; readonly caseId: CaseId; readonly orderId: PartId }

type Wanted = {
  /** The caseworker who does it all, of the standard's own unit. */
  readonly caseworker: UserId
  readonly provider?: string
  /** Somebody already known, who gets another place beside the one they have: another application, another case. */
  readonly again?: PersonId
  readonly person?: Partial<PersonDetails> & { readonly cpr?: string }
  /** Said in the assessment and nowhere in the order. */
  readonly reasons?: string
}

/** Starts fourteen days from today. */
export async function placeCitizen(house: House, wanted: Wanted): Promise<Placed> {
  const { caseworker, provider = 'kaerhoej', person = {}, reasons = 'Isolation gennem flere år' } = wanted
  const municipality = house.municipalities.get(vejen)
  if (municipality === undefined) throw new Error('Vejen is not configured')
  const today = copenhagenDay(house.now())
  const { unit } = versionOn(municipality, today).terms
  const personId = wanted.again ?? newPerson()
  const { cpr, ...details } = person
  const bornOn = getDay('1988-02-03')
  const settle = () =>
    write(house.db, asSystem(vejen), (tx) =>
      savePerson(tx, {
        personId,
        ...(cpr && { cpr }),
        validFrom: today,
        recordedAt: house.now(),
        details: {
          givenName: 'Asta',
          familyName: 'Eng',
          birthDate: bornOn,
          language: 'da',
          digitalPostExempt: false,
          easyRead: false,
          ...details,
        },
      }),
    )
  if (wanted.again === undefined) await settle()
  const asking: Asking = {
    municipality: vejen,
    today,
    subject: { roles: ['caseworker'], userId: caseworker, unit },
    actor: { kind: 'staff', userId: caseworker, role: 'caseworker' },
  }
  const opened = await openCase(house, asking, {
    commandId: randomUUID(),
    application: {
      personId,
      bornOn,
      channel: 'letter',
      receivedOn: today,
      applicant: { kind: 'self' },
      applied: { daysPerWeek: 3, transport: 'transport', start: { kind: 'soonest' } },
      answers: { difficulties: [], wishes: [] },
      consents: [],
    },
  })
  if (isRefusal(opened)) throw new Error(`the case was refused: ${opened.code}`)
  const { caseId } = opened
  const act = async (command: CaseCommand): Promise<void> => {
    const done = await perform(house, asking, { caseId, commandId: randomUUID(), command })
    if (isRefusal(done)) throw new Error(`${command.type}: ${done.code} ${done.missing ?? done.field ?? ''}`)
    if (isConflict(done)) throw new Error(`${command.type}: conflict`)
  }
  const evidence = [{ text: 'Samtale' }]
  await act({ type: 'assignCase', input: { unit, userId: caseworker } })
  await act({
    type: 'assessTargetGroup',
    input: {
      criterionA: { answer: true, grounds: ['social'], reasons },
      criterionB: { answer: true, reasons },
      evidenceA: evidence,
      evidenceB: evidence,
    },
  })
  await act({ type: 'markInformed', input: { reason: 'Samtale og ansøgning er nok' } })
  await act({
    type: 'setGoals',
    input: {
      goals: [{ text: 'At spise frokost sammen med andre', aim: 'improve', towards: 'livingConditions' }],
    },
  })
  await act({
    type: 'issueDecision',
    input: {
      draft: {
        place: 'granted',
        daysPerWeek: 3,
        reducedExtentReason: 'healthOrFatigue',
        extentAssessment: 'Tre dage er det, der kan holdes til',
        provider: ProviderId.parse(provider),
        providersConsidered: [{ provider: ProviderId.parse(provider), why: 'Ligger nær' }],
        providerReason: 'Passer til målene',
        transport: true,
        startOn: addDays(today, 14),
        purpose: 'En hverdag sammen med andre',
        intervention: 'Havehold og fælles frokost',
        legalBasis: ['SEL-104'],
        effectiveOn: today,
        contact: caseworker,
      },
    },
  })
  await act({
    type: 'sendOrder',
    input: { needs: 'En fast plan for dagen', resources: 'Kender meget til planter' },
  })
  const { orders } = await read(house.db, asSystem(vejen), (tx) => readProjections(tx, caseId))
  const [sent] = orders
  if (sent === undefined) throw new Error('no order was sent')
  return { person: personId, caseId, orderId: sent.orderId }
}
