/** The town's case brought as far as the decision, by the real commands, so that a test can begin where it matters. */
import { randomUUID } from 'node:crypto'
import type { House } from '../../src/casework/house.ts'
import { isConflict, type Performed, perform } from '../../src/casework/perform.ts'
import type { CaseCommand } from '../../src/domain/case/commands.ts'
import type { Ground } from '../../src/domain/case/decision/record.ts'
import { UnitId as Unit, type UnitId, type UserId } from '../../src/domain/identity.ts'
import { isRefusal } from '../../src/domain/refusal.ts'
import { copenhagenDay } from '../../src/domain/time/calendar-day.ts'
import { vejen } from './scopes.ts'
import type { Town } from './town.ts'

/** Carries out a command on the town's case as its caseworker, or as another; throws when it is not taken. */
export async function doIn(
  house: House,
  town: Town,
  command: CaseCommand,
  userId: UserId = town.caseworker,
): Promise<Performed> {
  const today = copenhagenDay(house.now())
  const unit: UnitId = Unit.parse('voksenteamet')
  const done = await perform(
    house,
    {
      municipality: vejen,
      today,
      subject: { roles: ['caseworker'], userId, unit },
      actor: { kind: 'staff', userId, role: 'caseworker' },
    },
    { caseId: town.caseId, commandId: randomUUID(), command },
  )
  if (isRefusal(done)) throw new Error(`${command.type} was refused: ${JSON.stringify(done)}`)
  if (isConflict(done)) throw new Error(`${command.type} was in conflict`)
  return done
}

/** Informed, assessed, other help considered, a plan offered and answered, one goal: what a decision rests on. */
export async function readyToDecide(
  house: House,
  town: Town,
  {
    grounds = ['mental'],
    inTargetGroup = true,
  }: { readonly grounds?: readonly Ground[]; readonly inTargetGroup?: boolean } = {},
): Promise<void> {
  const today = copenhagenDay(house.now())
  const run = (command: CaseCommand) => doIn(house, town, command)
  await run({
    type: 'recordNote',
    input: {
      kind: 'conversation',
      with: 'citizen',
      text: 'Du bliver træt, når der er mange mennesker.',
      happenedOn: today,
    },
  })
  await run({ type: 'markInformed', input: { reason: 'Samtalen og lægens svar er nok.' } })
  await run({
    type: 'assessTargetGroup',
    input: {
      criterionA: {
        answer: inTargetGroup,
        grounds: inTargetGroup ? [...grounds] : [],
        reasons: inTargetGroup
          ? 'Du har svært ved at overskue hverdagen uden hjælp.'
          : 'Du klarer det meste selv.',
      },
      criterionB: {
        answer: inTargetGroup,
        reasons: inTargetGroup ? 'Du har brug for faste dage.' : 'Du har nok at lave i hverdagen.',
      },
      evidenceA: [{ text: 'Samtalen med borgeren', documents: [], notes: [] }],
      evidenceB: [{ text: 'Samtalen med borgeren', documents: [], notes: [] }],
      needs: 'Faste dage og små grupper.',
      resources: 'Er glad for dyr og kan lide at lave mad.',
    },
  })
  await run({
    type: 'considerOtherPossibilities',
    input: { possibilities: { kind: 'none', because: 'Du har den støtte, du har brug for i hjemmet.' } },
  })
  await run({
    type: 'offerActionPlan',
    input: { how: 'Tilbudt ved samtalen', byLetter: false, offeredOn: today },
  })
  await run({ type: 'answerActionPlan', input: { answer: 'no', how: 'Sagt ved samtalen' } })
  await run({
    type: 'setGoals',
    input: {
      goals: [{ text: 'At lave mad sammen med andre', aim: 'improve', towards: 'personalSkills' }],
    },
  })
}

/** Everything that a full grant says, as the decision's form holds it. */
export function grantFields(town: Town, day: string): Readonly<Record<string, string | readonly string[]>> {
  const date = (name: string): Record<string, string> => {
    const [y = '', m = '', d = ''] = day.split('-')
    return { [`${name}-d`]: d, [`${name}-m`]: m, [`${name}-y`]: y }
  }
  return {
    place: 'granted',
    daysPerWeek: '5',
    extentAssessment: 'Du har kræfter til fem dage.',
    provider: 'kaerhoej',
    'considered-kaerhoej': 'Små grupper og rolige rum.',
    providerReason: 'Kærhøj har små grupper, og det passer til dig.',
    transport: 'yes',
    ...date('startOn'),
    purpose: 'At du får en fast hverdag sammen med andre.',
    intervention: 'En plads i køkkengruppen med støtte fra en kontaktperson.',
    legalBasis: ['SEL-104', 'SEL-105'],
    ...date('effectiveOn'),
    contact: town.caseworker,
  }
}
