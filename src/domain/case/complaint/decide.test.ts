import { describe, expect, test } from 'vitest'
import {
  applied,
  asKaren,
  asLone,
  asMads,
  asSystem,
  complained,
  complaintTakenBack,
  decided,
  decidedUnsent,
  died,
  grant,
  happened,
  lone,
  lookedAgain,
  part,
  refusal,
  represented,
  sentToBoard,
  type Told,
  told,
} from '../../../../test/support/case-story.ts'
import {
  attempt,
  contextOn,
  type Doing,
  type History,
  vejenTerms,
} from '../../../../test/support/commands.ts'
import { isRefusal } from '../../refusal.ts'
import { currentProceeding } from '../case-file.ts'
import { type CaseCommandInput, caseCommands, decide } from '../commands.ts'
import { isPresent } from '../events.ts'
import { getCaseFile } from '../read-case.ts'
import { stageOf, timelinessOf } from './about.ts'

const refused = [applied('2026-11-13'), decided('2026-12-14', refusal())]
const closed = [...refused, happened('caseClosed', '2026-12-20', { reason: 'refused' })]
const complaint = [...refused, complained('2027-01-05')]

const said: CaseCommandInput<'receiveComplaint'> = {
  decisionId: part('decision'),
  channel: 'web',
  receivedOn: '2027-01-05',
}
const about = { complaintId: part('complaint') }

const complain = (
  story: Told,
  more: Partial<typeof said> = {},
  doing: Doing = { on: '2027-01-05', by: asKaren },
) => attempt(told(story), { type: 'receiveComplaint', input: { ...said, ...more } }, doing)

const done = (result: History | ReturnType<typeof attempt>): History => {
  if (isRefusal(result)) throw new Error(`refused: ${result.code}`)
  return result
}
const fileOf = (result: ReturnType<typeof attempt>) => getCaseFile(done(result))
const codeOf = (result: ReturnType<typeof attempt>) => (isRefusal(result) ? result.code : 'done')

describe('a complaint is received', () => {
  test('without a reason, on a closed case, and gets its receipt', () => {
    const file = fileOf(complain(closed))
    expect(file.complaints).toMatchObject([{ by: { kind: 'citizen' }, on: '2027-01-05' }])
    expect(file.letters.at(-1)?.kind).toBe('complaintReceipt')
  })
  test('two months too late: registered, marked and told, never refused', () => {
    const on = '2027-03-15'
    const file = fileOf(complain(refused, { receivedOn: on }, { on, by: asKaren }))
    const [late] = file.complaints
    expect(late && timelinessOf(file, late, vejenTerms.parameters)).toBe('late')
    const order = decide(
      getCaseFile(told(refused)),
      { type: 'receiveComplaint', input: { ...said, receivedOn: on } },
      contextOn(told(refused), { on, by: asKaren }),
    )
    expect(isRefusal(order) ? order : order.letters[0]).toMatchObject({ late: true, answerBy: '2027-04-12' })
  })
  // Received on Thursday the 26th of November: 24 December, the holidays and the weekend do not count.
  test.each([
    ['2026-12-28', 'inTime'],
    ['2026-12-29', 'late'],
  ])('on %s over a decision from the 26th of November it is %s', (on, expected) => {
    const story = [applied('2026-11-02'), decided('2026-11-26', refusal())]
    const file = fileOf(complain(story, { receivedOn: on }, { on, by: asKaren }))
    const [one] = file.complaints
    expect(one && timelinessOf(file, one, vejenTerms.parameters)).toBe(expected)
  })
  test.each([
    ['a grant, which carries no guidance', decided('2026-12-14', grant())],
    ['a letter that nobody knows the arrival of', decidedUnsent('2026-12-14', refusal())],
  ])('over %s, nobody knows whether it is late', (_, decision) => {
    const story = [applied('2026-11-13'), decision]
    const file = fileOf(complain(story, { receivedOn: '2027-06-01' }, { on: '2027-06-01', by: asKaren }))
    const [one] = file.complaints
    expect(one && timelinessOf(file, one, vejenTerms.parameters)).toBe('unknown')
  })
  test('by a representative with the power to complain, as one', () => {
    const story = [...refused, represented('2026-12-15', { scopes: ['read', 'complain'] })]
    const file = fileOf(complain(story, {}, { on: '2027-01-05', by: asLone }))
    expect(file.complaints[0]?.by).toEqual({ kind: 'representative', personId: lone })
  })
  test('by somebody whose power does not reach so far: registered, and the citizen is asked', () => {
    const story = [...refused, represented('2026-12-15', { scopes: ['read'] })]
    const file = fileOf(complain(story, {}, { on: '2027-01-05', by: asLone }))
    expect(file.complaints[0]?.by).toMatchObject({ kind: 'other', personId: lone })
    const standing = attempt(
      told(refused, complained('2027-01-05', { by: { kind: 'other', relation: 'søster' } })),
      { type: 'confirmComplaint', input: { ...about, how: 'web' } },
      { on: '2027-01-06', by: asKaren },
    )
    expect(fileOf(standing).complaints[0]?.confirmed?.on).toBe('2027-01-06')
  })
  test('by phone, it is written down on the same occasion', () => {
    const story = complain(
      refused,
      { channel: 'phone', words: 'Onsdagen er for lang.' },
      { on: '2027-01-06' },
    )
    expect(fileOf(story).notes).toMatchObject([
      { kind: 'phoneCall', text: 'Onsdagen er for lang.', on: '2027-01-05' },
    ])
  })
  test('a second one over the same decision goes with the first, and starts no other clock', () => {
    const file = fileOf(
      complain(
        complaint,
        { receivedOn: '2027-01-10', words: 'Og kørslen.' },
        { on: '2027-01-10', by: asKaren },
      ),
    )
    expect(file.complaints).toHaveLength(1)
    expect(file.complaints[0]?.supplements).toMatchObject([{ words: 'Og kørslen.' }])
  })
  test('before there was a decision, or in the future, it is asked about', () => {
    expect(codeOf(complain(refused, { receivedOn: '2026-12-01' }))).toBe('dateBeforeDecision')
    expect(codeOf(complain(refused, { receivedOn: '2027-01-06' }))).toBe('dateInFuture')
    expect(codeOf(complain(refused, { decisionId: part('another') }))).toBe('notFound')
    expect(codeOf(complain([...refused, died('2026-12-20')]))).toBe('personDied')
  })
})

describe('it is looked at again', () => {
  const reassess = (
    more: Partial<CaseCommandInput<'reassessComplaint'>> = {},
    doing: Doing = { on: '2027-01-20' },
    story: Told = complaint,
  ) =>
    attempt(
      told(story),
      {
        type: 'reassessComplaint',
        input: { ...about, outcome: 'notUpheld', reasons: 'Set på igen.', ...more },
      },
      doing,
    )
  test('by whoever decided, in a letter of its own', () => {
    expect(fileOf(reassess()).letters.at(-1)?.kind).toBe('reassessment')
  })
  test('by another only with a reason, or where the standard allows it', () => {
    expect(codeOf(reassess({}, { on: '2027-01-20', by: asMads }))).toBe('reassessedByAnother')
    expect(codeOf(reassess({ insteadBecause: 'Sanne er på orlov.' }, { on: '2027-01-20', by: asMads }))).toBe(
      'done',
    )
    const terms = { ...vejenTerms, parameters: { ...vejenTerms.parameters, reassessmentByAnother: true } }
    expect(codeOf(reassess({}, { on: '2027-01-20', by: asMads, terms }))).toBe('done')
  })
  test('never by the citizen or the system', () => {
    expect(codeOf(reassess({}, { on: '2027-01-20', by: asKaren }))).toBe('notAllowed')
    expect(codeOf(reassess({}, { on: '2027-01-20', by: asSystem }))).toBe('notAllowed')
  })
  test('once, and not when it has been taken back', () => {
    expect(codeOf(reassess({}, undefined, [...complaint, lookedAgain('notUpheld', '2027-01-19')]))).toBe(
      'alreadyDone',
    )
    expect(codeOf(reassess({}, undefined, [...complaint, complaintTakenBack('2027-01-19')]))).toBe(
      'alreadyDone',
    )
  })
  test('upheld, it opens a run for the new decision, and the case that was closed', () => {
    const full = { outcome: 'full', cause: 'newFacts' } as const
    const file = fileOf(reassess(full, undefined, [...closed, complained('2027-01-05')]))
    expect(file.closed).toBeUndefined()
    expect(currentProceeding(file)).toMatchObject({ trigger: { kind: 'complaint', on: '2027-01-20' } })
    expect(currentProceeding(file).decision).toBeUndefined()
  })
  test('upheld, it says what failed: the step, and of the clauses the standard proposes for it the one meant', () => {
    const { schema } = caseCommands.reassessComplaint
    const input = { ...about, outcome: 'full', reasons: 'Set på igen.' } as const
    expect(schema.safeParse(input).error?.issues.map(({ path }) => path)).toEqual([['cause']])
    const [clause] = vejenTerms.parameters.reversalClauses.reasons
    const failed = { cause: 'reasons', clause } as const
    expect(fileOf(reassess({ outcome: 'full', ...failed })).complaints[0]?.reassessed).toMatchObject(failed)
    expect(codeOf(reassess({ outcome: 'full', cause: 'newFacts', clause }))).toBe('invalid')
    const none = fileOf(reassess({ outcome: 'full', cause: 'reasons' })).complaints[0]?.reassessed
    expect([none?.cause, none?.clause]).toEqual(['reasons', undefined])
    const stands = fileOf(reassess({ outcome: 'notUpheld', ...failed })).complaints[0]?.reassessed
    expect([stands?.cause, stands?.clause]).toEqual([undefined, undefined])
  })
  test('not upheld, it changes nothing in the case', () => {
    expect(fileOf(reassess()).proceedings).toHaveLength(1)
  })
})

describe('it is sent on and answered', () => {
  const notUpheld = [...complaint, lookedAgain('notUpheld', '2027-01-20')]
  test('with both sets of reasons, to the citizen and to the Appeals Board', () => {
    const history = told(notUpheld)
    const command = { type: 'forwardComplaint', input: about } as const
    const order = decide(getCaseFile(history), command, contextOn(history, { on: '2027-01-21' }))
    if (isRefusal(order)) throw new Error(order.code)
    const reasons = {
      considerations: 'Vi har lagt vægt på, at du bliver udtrættet.',
      reasons: 'Vi har talt med lægen igen og lagt vægt på, at dagene er korte.',
    }
    expect(order.letters).toMatchObject([{ kind: 'complaintForwarded', reassessed: reasons }])
    expect(order.toBoard).toMatchObject({ ...about, reassessed: reasons })
  })
  test('not before it was looked at again, and not when it was upheld', () => {
    const forward = (story: Told) =>
      attempt(told(story), { type: 'forwardComplaint', input: about }, { on: '2027-01-21' })
    expect(codeOf(forward(complaint))).toBe('reassessmentMissing')
    expect(codeOf(forward([...complaint, lookedAgain('full', '2027-01-20')]))).toBe('alreadyDone')
  })

  const [informing] = vejenTerms.parameters.reversalClauses.information
  const answer = (
    result: CaseCommandInput<'recordComplaintResult'>['result'],
    story: Told = [...notUpheld, sentToBoard('2027-01-25')],
    clause = informing,
  ) =>
    attempt(
      told(story),
      {
        type: 'recordComplaintResult',
        input: {
          ...about,
          result,
          cause: 'information',
          clause,
          reference: 'AST 27-1',
          words: 'Oplys, hvad Karen kan klare.',
          receivedOn: '2027-06-01',
        },
      },
      { on: '2027-06-03' },
    )
  test('a remand restarts the clock on the day it came, also when it is written down later', () => {
    const history = done(answer('remanded'))
    expect(currentProceeding(getCaseFile(history)).trigger).toMatchObject({
      kind: 'remand',
      on: '2027-06-01',
    })
    const remand = history.find((e) => isPresent(e) && e.type === 'remandReceived')
    expect(remand).toMatchObject({ payload: { whatToInform: 'Oplys, hvad Karen kan klare.' } })
  })
  test('only a reversal has a step that failed', () => {
    expect(fileOf(answer('upheld')).complaints[0]?.result?.cause).toBeUndefined()
    expect(fileOf(answer('annulled')).complaints[0]?.result?.cause).toBe('information')
    expect(fileOf(answer('annulled')).complaints[0]?.result?.clause).toBe(informing)
    expect(fileOf(answer('upheld')).complaints[0]?.result?.clause).toBeUndefined()
    expect(codeOf(answer('annulled', undefined, 'K0.0-0'))).toBe('invalid')
    const [one] = fileOf(answer('upheld')).complaints
    expect(one && stageOf(one)).toBe('concluded')
  })
  test('not before it was handed over', () => {
    expect(codeOf(answer('upheld', notUpheld))).toBe('boardNotAsked')
  })
  test('changed, it is carried out once', () => {
    const changed = done(answer('changed'))
    const carryOut = { type: 'carryOutResult', input: { ...about, how: 'Kørslen er bestilt.' } } as const
    const carried = done(attempt(changed, carryOut, { on: '2027-06-10' }))
    expect(codeOf(attempt(carried, carryOut, { on: '2027-06-11' }))).toBe('alreadyDone')
  })
})

describe('meanwhile', () => {
  const run = (
    command: Parameters<typeof attempt>[1],
    doing: Doing = { on: '2027-01-20' },
    story: Told = complaint,
  ) => attempt(told(story), command, doing)
  test('the decision waits only when somebody says so, with a reason, and no longer when they say so', () => {
    const wait = (postponed: boolean) =>
      ({
        type: 'postponeDecision',
        input: { ...about, postponed, because: 'Kørslen kan ikke nås.' },
      }) as const
    expect(codeOf(run(wait(false)))).toBe('alreadyDone')
    const waiting = done(run(wait(true)))
    expect(codeOf(attempt(waiting, wait(true), { on: '2027-01-21' }))).toBe('alreadyDone')
    expect(codeOf(attempt(waiting, wait(false), { on: '2027-01-21' }))).toBe('done')
  })
  test('a new date lies after the four weeks, and after the last one told', () => {
    const tell = (newDate: string) =>
      ({ type: 'tellComplaintDelay', input: { ...about, newDate, reason: 'Vi venter på lægen.' } }) as const
    expect(codeOf(run(tell('2027-02-02')))).toBe('dateBeforeFormer')
    expect(codeOf(run(tell('2027-01-20')))).toBe('dateInPast')
    const toldOnce = done(run(tell('2027-02-10')))
    expect(codeOf(attempt(toldOnce, tell('2027-02-10'), { on: '2027-02-01' }))).toBe('dateBeforeFormer')
    expect(getCaseFile(toldOnce).letters.at(-1)?.kind).toBe('complaintDelay')
  })
  test('the citizen takes it back; somebody without power cannot', () => {
    const withdraw = { type: 'withdrawComplaint', input: { ...about, how: 'web' } } as const
    expect(codeOf(run(withdraw, { on: '2027-01-20', by: asLone }))).toBe('noScope')
    const file = fileOf(run(withdraw, { on: '2027-01-20', by: asKaren }))
    expect(file.complaints.map(stageOf)).toEqual(['withdrawn'])
  })
  test('more can be said until it is answered', () => {
    const more = {
      type: 'supplementComplaint',
      input: { ...about, channel: 'phone', words: 'Især onsdag.', receivedOn: '2027-01-20' },
    } as const
    expect(fileOf(run(more)).notes).toHaveLength(1)
    expect(codeOf(run(more, undefined, [...complaint, complaintTakenBack('2027-01-10')]))).toBe('alreadyDone')
  })
})
