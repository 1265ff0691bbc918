/**
 * What somebody could do next in a case, by role: the moves out of which `histories.ts` makes whole histories. They need
 * not be lawful; `decide` says which are.
 */
import { type CaseFile, currentProceeding } from '../../src/domain/case/case-file.ts'
import { processingDeadline } from '../../src/domain/case/processing.ts'
import { MunicipalityCode, UnitId } from '../../src/domain/identity.ts'
import type { StandardTerms } from '../../src/domain/standard/terms.ts'
import { addDays, type CalendarDay, latest } from '../../src/domain/time/calendar-day.ts'
import { asKaren, asMads, document, type Ground, lone, mads, sanne } from './case-story.ts'
import { complaining } from './complaint-moves.ts'
import { completeDraft } from './drafts.ts'
import { carryingOut, endings, everyday, post } from './later-moves.ts'
import { type Move, one, sometimes } from './move.ts'
import { representing } from './party-moves.ts'
import { keeping } from './retention-moves.ts'
import { rights } from './rights-moves.ts'

const voksenteamet = UnitId.parse('voksenteamet')
const vejen = MunicipalityCode.parse('0575')
const billund = MunicipalityCode.parse('0530')

/** Everything that could be tried on the case today. A move may still be refused: that is `decide`'s to say. */
export function moves(
  file: CaseFile,
  terms: StandardTerms,
  today: CalendarDay,
  detail: number,
): readonly Move[] {
  return [
    ...casework(file, today, detail),
    ...representing(file, today, detail),
    ...informing(file, today, detail),
    ...deciding(file, terms, today, detail),
    ...post(file.letters, today, detail),
    ...carryingOut(file, today, detail),
    ...everyday(file, today, detail),
    ...complaining(file, today, detail),
    ...rights(file, today, detail),
    ...keeping(file, today, detail),
    ...endings(file, today, detail),
  ]
}

function casework(file: CaseFile, today: CalendarDay, detail: number): readonly Move[] {
  const happenedOn = latest(file.received.on, addDays(today, -(detail % 4)))
  const acting = one([vejen, vejen, billund], detail)
  const [representation] = file.representations
  return [
    sometimes(file.caseworker ? 1 : 6, {
      type: 'assignCase',
      input: { unit: voksenteamet, userId: one([sanne, mads, undefined], detail) },
    }),
    sometimes(file.municipality ? 1 : 5, {
      type: 'recordMunicipality',
      input: { resident: vejen, acting, paying: acting, basis: 'Folkeregistret' },
    }),
    sometimes(1, {
      type: 'giveGuidance',
      input: { about: 'Rette kommune', forwardedTo: 'Billund Kommune', how: 'brev' },
    }),
    sometimes(4, {
      type: 'recordNote',
      input: {
        kind: one(['phoneCall', 'conversation', 'internal'], detail),
        text: 'Talte med Karen om hverdagen.',
        with: one(['citizen', 'provider', 'nobody'], detail),
        happenedOn,
      },
    }),
    sometimes(2, {
      type: 'registerDocument',
      input: {
        document: document(`attest-${detail % 3}`),
        direction: 'received',
        subject: 'Statusattest',
        party: 'Lægehuset',
        happenedOn,
      },
    }),
    sometimes(2, { type: 'planParticipation', input: { needs: 'Korte møder', agreed: 'Om formiddagen' } }),
    sometimes(2, {
      type: 'registerRepresentative',
      input: {
        personId: lone,
        type: 'guardianPersonal',
        scopes: ['read', 'write', 'receiveLetters'],
        from: today,
        verified: 'Beskikkelsen er set',
        document: document('beskikkelse'),
      },
    }),
    ...(representation
      ? [
          sometimes(1, {
            type: 'revokeRepresentative',
            input: { representationId: representation.representationId, reason: 'Ophørt' },
          }),
        ]
      : []),
    sometimes(4, { type: 'confirmApplication', input: { how: 'web' } }, asKaren),
    sometimes(1, {
      type: 'changeApplication',
      input: {
        applied: { ...file.applied, daysPerWeek: 1 + (detail % 5) },
        changedBy: 'citizen',
        how: 'telefon',
        inWords: 'Jeg vil hellere have færre dage.',
      },
    }),
  ]
}

function informing(file: CaseFile, today: CalendarDay, detail: number): readonly Move[] {
  const source = one(['doctor', 'hospital', 'citizen'], detail)
  const request = file.requests.filter((r) => r.received === undefined).at(-1)
  const consent = file.consents[detail % Math.max(1, file.consents.length)]
  return [
    sometimes(
      3,
      {
        type: 'giveConsent',
        input: {
          source: source === 'citizen' ? 'doctor' : source,
          purpose: 'Helbred',
          form: 'web',
          by: 'citizen',
          until: detail % 2 ? addDays(today, 30) : undefined,
        },
      },
      asKaren,
    ),
    ...(consent
      ? [sometimes(1, { type: 'withdrawConsent', input: { consentId: consent.consentId } }, asKaren)]
      : []),
    sometimes(4, {
      type: 'requestInformation',
      input: {
        source,
        topic: one(['functioning', 'diagnosis', 'everydayLife'], detail),
        what: 'Statusattest',
        answerBy: addDays(today, 14),
      },
    }),
    ...(request
      ? [
          sometimes(2, {
            type: 'remindSource',
            input: { requestId: request.requestId, answerBy: addDays(today, 7) },
          }),
        ]
      : []),
    sometimes(3, {
      type: 'receiveInformation',
      input: {
        requestId: request?.requestId,
        source,
        summary: 'Statusattest',
        document: detail % 2 ? document(`attest-${detail % 5}`) : undefined,
        adverse: detail % 3 === 0,
        receivedOn: today,
      },
    }),
    sometimes(4, { type: 'markInformed', input: { reason: 'Lægen har svaret.' } }),
  ]
}

function deciding(file: CaseFile, terms: StandardTerms, today: CalendarDay, detail: number): readonly Move[] {
  const proceeding = currentProceeding(file)
  const hearing = proceeding.hearings.find((h) => h.answered === undefined)
  const evidence = [{ text: 'Samtale med Karen' }]
  const grounds = one<readonly Ground[]>([['mental'], ['physical', 'social'], ['social'], []], detail)
  const former =
    proceeding.delayNotices.at(-1)?.newDate ?? processingDeadline(proceeding, terms.parameters).due
  const draft = completeDraft(file, terms, today, {
    fewerDays: detail % 2 === 1,
    moreDays: detail % 7 === 0,
    otherPlace: detail % 3 === 1,
    withoutTransport: detail % 5 === 1,
    later: detail % 4 === 1,
    timeLimited: detail % 6 === 1,
  })
  return [
    sometimes(proceeding.assessment ? 1 : 8, {
      type: 'assessTargetGroup',
      input: {
        criterionA: {
          answer: grounds.length > 0,
          grounds: [...grounds],
          reasons: 'Følger efter en blodprop.',
        },
        criterionB: { answer: detail % 5 !== 0, reasons: 'Karen isolerer sig ellers.' },
        evidenceA: evidence,
        evidenceB: evidence,
        seriousSocialProblems: detail % 4 === 0,
      },
    }),
    sometimes(2, {
      type: 'considerOtherPossibilities',
      input: { possibilities: { kind: 'none', because: 'Karen får støtte efter § 85.' } },
    }),
    sometimes(file.planOffer ? 1 : 4, {
      type: 'offerActionPlan',
      input: { how: 'samtale', byLetter: detail % 2 === 0, offeredOn: today },
    }),
    sometimes(file.planAnswer ? 1 : 4, {
      type: 'answerActionPlan',
      input: { answer: one(['yes', 'no', 'later'], detail), how: 'samtale' },
    }),
    sometimes(file.goals.length > 0 ? 1 : 4, {
      type: 'setGoals',
      input: {
        goals: [{ text: 'At komme ud blandt andre', aim: 'maintain', towards: 'livingConditions' }],
      },
    }),
    sometimes(2, { type: 'sendHearing', input: { paragraphs: ['Lægen mener, at tre dage er nok.'] } }),
    ...(hearing
      ? [
          sometimes(
            4,
            {
              type: 'answerHearing',
              input: {
                hearingId: hearing.hearingId,
                by: 'citizen',
                channel: one(['web', 'phone'], detail),
                answers: [{ paragraph: 0, agrees: false, inWords: 'Jeg kan klare fem.' }],
                answeredOn: today,
              },
            },
            asKaren,
          ),
        ]
      : []),
    sometimes(today > addDays(former, -20) ? 5 : 1, {
      type: 'issueDelayNotice',
      input: { newDate: addDays(latest(today, former), 1 + (detail % 30)), reason: 'Vi venter på lægen.' },
    }),
    sometimes(3, { type: 'proposeDecision', input: { draft } }),
    ...(proceeding.proposed
      ? [
          sometimes(4, { type: 'approveDecision', input: {} }, asMads),
          sometimes(2, { type: 'returnDecision', input: { remark: 'Se på transporten igen' } }, asMads),
        ]
      : []),
    sometimes(proceeding.sufficientlyInformed && proceeding.assessment ? 16 : 1, {
      type: 'issueDecision',
      input: { draft },
    }),
  ]
}
