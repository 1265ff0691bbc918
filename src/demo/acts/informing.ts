/** From the first day until the case is informed well enough. */

import { needsDocument, widestScopes } from '../../domain/case/party/decide.ts'
import { isUnderPensionAge } from '../../domain/person/pension-age.ts'
import { addDays } from '../../domain/time/calendar-day.ts'
import { appointment } from '../paper.ts'
import { asCitizen, asStaff, nextWorkingDay, type Scene } from '../scene.ts'
import type { Act } from '../story.ts'

export function informingActs(scene: Scene): readonly Act[] {
  const { cast, citizen, path, profile, chance, caseworker, after, received, say } = scene
  const me = asStaff(caseworker)
  const boss = asStaff(cast.manager)
  const acts: Act[] = []
  const act = (days: number, stage: Act['stage'], by: Act['by'], does: Act['does']): void => {
    acts.push({ day: after(days), stage, by, does })
  }
  const note = (days: number, stage: Act['stage'], kind: 'phoneCall' | 'conversation', text: string): void =>
    act(days, stage, me, ({ today }) => ({
      type: 'recordNote',
      input: {
        kind,
        text: say(text),
        with: 'citizen',
        // Now and then a note is written down later than it should be.
        happenedOn: citizen.key.endsWith('3') && days > 10 ? addDays(today, -6) : today,
      },
    }))

  const { unit, userId } = caseworker
  if (unit !== undefined) act(1, 'assigned', boss, () => ({ type: 'assignCase', input: { unit, userId } }))
  act(1, 'assigned', me, () => ({
    type: 'recordMunicipality',
    input: {
      resident: cast.municipality,
      acting: cast.municipality,
      paying: cast.municipality,
      basis: path.disputed
        ? 'Borgeren er flyttet fra et botilbud i en anden kommune. Kommunerne er ikke enige om, hvem der er handlekommune. Vi hjælper imens.'
        : 'Borgeren har bopæl i kommunen, og der er ingen tidligere anbringelse i en anden.',
      disputed: path.disputed ?? false,
    },
  }))
  const { helper } = citizen
  const renewed = helper?.type === 'partyRepresentative'
  if (helper !== undefined)
    act(1, 'assigned', me, () => ({
      type: 'registerRepresentative',
      input: {
        personId: helper.citizen.personId,
        type: helper.type,
        scopes: [...widestScopes[helper.type]],
        from: received,
        verified: helper.verified,
        ...(needsDocument(helper.type) && { document: appointment.hash }),
        ...(renewed && { to: addDays(received, 75) }),
      },
    }))
  // The power runs out, and a new one has come that nobody has looked at yet.
  if (helper !== undefined && renewed)
    act(19, 'assigned', me, ({ today }) => ({
      type: 'registerRepresentative',
      input: {
        personId: helper.citizen.personId,
        type: helper.type,
        scopes: [...widestScopes[helper.type]],
        from: today,
        document: appointment.hash,
      },
    }))
  if (citizen.mailboxClosed === 'dealtWith')
    act(1, 'assigned', me, async ({ look }) => {
      const file = await look()
      const letter = file.letters.find((l) => l.copies.some((c) => c.failed && !c.handled))
      return letter === undefined
        ? undefined
        : {
            type: 'handleLetterFailure',
            input: {
              letterId: letter.letterId,
              recipient: citizen.personId,
              how: 'sentOnPaper',
              remark: 'Borgeren har ikke adgang til sin digitale post og vil gerne have brev.',
            },
          }
    })
  if (chance.happens(0.7)) note(2, 'assigned', 'phoneCall', profile.notes[0])
  if (chance.happens(0.75))
    act(2, 'assigned', me, () => ({
      type: 'planParticipation',
      input: {
        needs: citizen.interpreter
          ? `Tolk i ${citizen.interpreter}. ${profile.participation.needs}`
          : profile.participation.needs,
        agreed: say(profile.participation.agreed),
      },
    }))

  const awaits = path.helper !== undefined
  if (!awaits)
    act(3, 'asked', me, ({ today }) => ({
      type: 'requestInformation',
      input: {
        source: profile.source,
        topic: 'functioning',
        what: profile.ask,
        answerBy: nextWorkingDay(addDays(today, 14)),
        mandatory: true,
      },
    }))
  /** What is written to a source goes out by the caseworker's own hand. */
  const sendToSource = (days: number): void =>
    act(days, 'asked', me, async ({ look, today }) => {
      const letter = (await look()).requests.at(-1)?.letters.findLast((l) => l.sent === undefined)
      return (
        letter && {
          type: 'recordSourceLetterSent',
          input: { letterId: letter.letterId, how: 'securePost', sentOn: today },
        }
      )
    })
  if (!awaits) sendToSource(4)
  const covered = isUnderPensionAge(citizen.bornOn, received, scene.parameters.pensionAges)
  const planAnswer = chance.pick(['yes', 'yes', 'no', 'later'] as const)
  if (covered) {
    const byLetter = chance.happens(0.4)
    act(4, 'asked', me, ({ today }) => ({
      type: 'offerActionPlan',
      input: { how: byLetter ? 'I brev.' : 'Ved samtale.', byLetter, offeredOn: today },
    }))
    act(11, 'informed', me, () => ({
      type: 'answerActionPlan',
      input: {
        answer: planAnswer,
        how: {
          yes: 'Sagde ja i telefonen og vil gerne være med til at skrive målene.',
          no: 'Vil helst have, at målene står i bestillingen.',
          later: 'Vil gerne vente, til tilbuddet er begyndt.',
        }[planAnswer],
      },
    }))
  }
  act(13, 'informed', me, async ({ look, today }) => ({
    type: 'receiveInformation',
    input: {
      requestId: (await look()).requests.at(-1)?.requestId,
      source: profile.source,
      summary: say(chance.pick(profile.answer)),
      receivedOn: today,
      adverse: path.outcome !== 'grant',
    },
  }))
  if (path.until === 'asked')
    act(18, 'asked', me, async ({ look, today }) => {
      const file = await look()
      const open = file.requests.find((r) => r.received === undefined)
      return (
        open && { type: 'remindSource', input: { requestId: open.requestId, answerBy: addDays(today, 7) } }
      )
    })
  if (path.until === 'asked') sendToSource(20)
  note(14, 'informed', 'conversation', profile.notes.at(-1) ?? profile.notes[0])
  if (path.until !== 'informed' || path.receivedDaysAgo < 47)
    act(17, 'informed', me, () => ({
      type: 'markInformed',
      input: {
        reason: 'Ansøgning, udtalelse og samtale giver et dækkende billede af hverdagen og behovet.',
      },
    }))
  if (citizen.mailboxClosed === undefined && !citizen.onPaper && chance.happens(0.4))
    act(1, 'opened', asCitizen(citizen), async ({ look }) => {
      const file = await look()
      const receipt = file.letters.find((l) => l.kind === 'receipt')
      const copy = receipt?.copies.find((c) => c.recipient === citizen.personId)
      return receipt && copy?.delivered && !copy.opened
        ? { type: 'openLetter', input: { letterId: receipt.letterId, by: citizen.personId } }
        : undefined
    })
  return acts.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
}
