/** A complaint: taken in, looked at again within four weeks, sent on, answered by the Appeals Board and carried out. */
import type { RecordedCaseEvent } from '../../src/domain/case/events.ts'
import {
  applied,
  boardAnswered,
  boardCarriedOut,
  complained,
  complaintDelayed,
  complaintTakenBack,
  decided,
  decidedUnsent,
  died,
  dispatched,
  grant,
  happened,
  lookedAgain,
  orderDeclined,
  ordered,
  part,
  refusal,
  sentToBoard,
  stoodByComplaint,
  type Told,
  told,
  toldMore,
} from '../support/case-story.ts'
import { type Example, example } from './example.ts'

/** Three days where five were applied for: a part refusal, that Karen has got on the 14th of December 2026. */
const threeDays = grant({ place: { daysPerWeek: 3, reducedExtentReason: 'healthOrFatigue' } })
const lessThanWished = [applied('2026-11-13'), decided('2026-12-14', threeDays)]
/** Received on Tuesday the 5th of January: four weeks end on Tuesday the 2nd of February. */
const complaint = [...lessThanWished, complained('2027-01-05')]
const notUpheld = [...complaint, lookedAgain('notUpheld', '2027-01-25')]
const atBoard = [...notUpheld, sentToBoard('2027-01-29')]

/** Kærhøj cannot, and the new place is another decision: one over a change of what was granted. */
const anotherPlace = [
  applied('2026-11-13'),
  decided('2026-12-14'),
  ordered('2026-12-15'),
  orderDeclined('2026-12-16'),
  decided('2026-12-18', grant({ record: { decisionId: part('second') } }), 'second'),
]
const overTheChange = (on: string, receiptOn?: string): Told =>
  complained(on, { decisionId: part('second') }, { receiptOn })

const relative = { by: { kind: 'other', relation: 'søster' } } as const
const callMe = { callBack: { phone: '22 33 44 55' }, words: undefined }

/** The same statuses under the standard's clause and under the law's. */
const both = (
  clauses: readonly string[],
  title: string,
  history: readonly RecordedCaseEvent[],
  on: string,
  expected: Example['expected'],
): readonly Example[] => clauses.map((clause) => example(clause, title, history, on, expected))

const receipts = [
  ...both(
    ['K2.2a-13', 'RSL-66-1'],
    'kept: the receipt goes out on the third working day',
    told(lessThanWished, complained('2027-01-05', {}, { receiptOn: '2027-01-08' })),
    '2027-01-11',
    ['kept'],
  ),
  ...both(
    ['K2.2a-13', 'RSL-66-1'],
    'due: it came yesterday',
    told(lessThanWished, complained('2027-01-05', {}, { receiptOn: 'never' })),
    '2027-01-06',
    ['due'],
  ),
  ...both(
    ['K2.2a-13', 'RSL-66-1'],
    'broken: nobody has told Karen that her complaint came',
    told(lessThanWished, complained('2027-01-05', {}, { receiptOn: 'never' })),
    '2027-01-11',
    ['broken'],
  ),
  ...both(
    ['K2.2a-13', 'RSL-66-1'],
    'kept: she asked to be called, and was',
    told(lessThanWished, complained('2027-01-05', callMe), toldMore('2027-01-07')),
    '2027-01-11',
    ['kept', 'kept'],
  ),
  ...both(
    ['K2.2a-13', 'RSL-66-1'],
    'broken: she asked to be called, and a letter of hers is no call',
    told(lessThanWished, complained('2027-01-05', callMe), toldMore('2027-01-07', 'letter')),
    '2027-01-11',
    ['kept', 'broken'],
  ),
  ...both(
    ['K2.2a-13', 'RSL-66-1'],
    'due: her sister complained without power, and Karen has not said yet whether she stands by it',
    told(lessThanWished, complained('2027-01-05', relative)),
    '2027-03-01',
    ['kept', 'due'],
  ),
  ...both(
    ['K2.2a-13', 'RSL-66-1'],
    'kept: Karen stands by what her sister sent',
    told(lessThanWished, complained('2027-01-05', relative), stoodByComplaint('2027-01-09')),
    '2027-03-01',
    ['kept', 'kept'],
  ),
  ...both(
    ['K2.2a-13', 'RSL-66-1'],
    'kept: it came two months too late, and is taken in like any other',
    told(lessThanWished, complained('2027-03-15')),
    '2027-03-16',
    ['kept'],
  ),
  ...both(
    [
      'K2.2a-13',
      'K2.2a-14',
      'K2.2a-15',
      'K2.2a-12',
      'RSL-66-1',
      'RSL-66-2',
      'RSL-66-3',
      'RSL-66-4',
      'RSL-68',
    ],
    'does not apply: nobody has complained',
    told(lessThanWished),
    '2027-03-16',
    [],
  ),
  example(
    'K2.2a-13',
    'does not apply: the complaint is over a change of what was granted',
    told(anotherPlace, overTheChange('2027-01-05')),
    '2027-01-06',
    [],
  ),
  example(
    'K2.3-8',
    'kept: a complaint over the other place gets its receipt',
    told(anotherPlace, overTheChange('2027-01-05')),
    '2027-01-11',
    ['kept'],
  ),
  example(
    'K2.3-8',
    'broken: a complaint over the other place, and no receipt',
    told(anotherPlace, overTheChange('2027-01-05', 'never')),
    '2027-01-11',
    ['broken'],
  ),
  example(
    'K2.3-8',
    'does not apply: the complaint is over the answer to the application',
    told(complaint),
    '2027-01-11',
    [],
  ),
]

const upheld = [...complaint, lookedAgain('full', '2027-01-25')]

const reassessments = [
  ...both(
    ['K2.2a-14', 'RSL-66-2'],
    'kept: looked at again on the last day of the four weeks',
    told(complaint, lookedAgain('notUpheld', '2027-02-02')),
    '2027-02-03',
    ['kept'],
  ),
  ...both(['K2.2a-14', 'RSL-66-2'], 'due: the four weeks end today', told(complaint), '2027-02-02', ['due']),
  ...both(
    ['K2.2a-14', 'RSL-66-2'],
    'broken: four weeks and a day, and nobody has looked at it',
    told(complaint),
    '2027-02-03',
    ['broken'],
  ),
  ...both(
    ['K2.2a-14', 'RSL-66-2'],
    'broken: four weeks that end on a Sunday do not roll to the Monday',
    told(lessThanWished, complained('2027-01-03')),
    '2027-02-01',
    ['broken'],
  ),
  ...both(
    ['K2.2a-14', 'RSL-66-2'],
    'kept late: looked at again two days too late',
    told(complaint, lookedAgain('notUpheld', '2027-02-04')),
    '2027-02-04',
    ['kept late'],
  ),
  ...both(
    ['K2.2a-14', 'RSL-66-2'],
    'due: Karen is given right, and the new decision is owed within ten working days',
    told(upheld),
    '2027-02-08',
    ['kept', 'due'],
  ),
  ...both(
    ['K2.2a-14', 'RSL-66-2'],
    'broken: Karen is given right, and no new decision has come',
    told(upheld),
    '2027-02-09',
    ['kept', 'broken'],
  ),
  ...both(
    ['K2.2a-14', 'RSL-66-2'],
    'kept: Karen is given right in part, and there is a new decision',
    told(
      complaint,
      lookedAgain('part', '2027-01-25'),
      decided('2027-02-01', grant({ record: { decisionId: part('second') } }), 'second'),
    ),
    '2027-02-09',
    ['kept', 'kept'],
  ),
  ...both(
    ['K2.2a-14', 'RSL-66-2'],
    'broken: the new decision is made, and its letter lies here',
    told(upheld, decidedUnsent('2027-02-01', grant({ record: { decisionId: part('second') } }), 'second')),
    '2027-02-09',
    ['kept', 'broken'],
  ),
  ...both(
    ['K2.2a-14', 'RSL-66-2'],
    'kept late: the new decision’s letter went out a day after the ten working days',
    told(
      upheld,
      decidedUnsent('2027-02-01', grant({ record: { decisionId: part('second') } }), 'second'),
      dispatched('second', '2027-02-09'),
    ),
    '2027-02-10',
    ['kept', 'kept late'],
  ),
  ...both(
    ['K2.2a-14', 'RSL-66-2'],
    'kept: the case was closed after the refusal, and is looked at again all the same',
    told(
      applied('2026-11-13'),
      decided('2026-12-14', refusal()),
      happened('caseClosed', '2026-12-20', { reason: 'refused' }),
      complained('2027-01-05'),
      lookedAgain('notUpheld', '2027-01-25'),
    ),
    '2027-02-03',
    ['kept'],
  ),
  ...both(
    ['K2.2a-14', 'RSL-66-2'],
    'falls away: Karen takes it back',
    told(complaint, complaintTakenBack('2027-01-20')),
    '2027-02-03',
    ['void'],
  ),
  ...both(
    ['K2.2a-14', 'RSL-66-2'],
    'falls away: Karen has died',
    told(complaint, died('2027-01-20')),
    '2027-02-03',
    ['void'],
  ),
]

const forwarded = [
  ...both(
    ['K2.2a-15', 'RSL-66-3'],
    'kept: not upheld, and handed to the Appeals Board within the four weeks',
    told(atBoard),
    '2027-02-03',
    ['kept'],
  ),
  ...both(
    ['K2.2a-15', 'RSL-66-3'],
    'broken: not upheld, and still lying here after the four weeks',
    told(notUpheld),
    '2027-02-03',
    ['broken'],
  ),
  ...both(
    ['K2.2a-15', 'RSL-66-3'],
    'due: a part is upheld, and the rest is to be sent on',
    told(complaint, lookedAgain('part', '2027-01-25')),
    '2027-01-26',
    ['due'],
  ),
  ...both(['K2.2a-15', 'RSL-66-3'], 'does not apply: upheld in full', told(upheld), '2027-02-03', []),
  ...both(
    ['K2.2a-15', 'RSL-66-3'],
    'falls away: Karen takes it back before it is sent',
    told(notUpheld, complaintTakenBack('2027-01-27')),
    '2027-02-03',
    ['void'],
  ),
]

const delays = [
  example(
    'RSL-66-4',
    'kept: Karen is told in time why and until when, and the new date is kept',
    told(
      complaint,
      complaintDelayed('2027-02-01', '2027-02-16'),
      lookedAgain('notUpheld', '2027-02-10'),
      sentToBoard('2027-02-15'),
    ),
    '2027-02-17',
    ['kept', 'kept'],
  ),
  example(
    'RSL-66-4',
    'broken: four weeks have gone, and nobody has told Karen',
    told(complaint),
    '2027-02-03',
    ['broken'],
  ),
  example(
    'RSL-66-4',
    'broken: the new date is not kept either',
    told(complaint, complaintDelayed('2027-02-01', '2027-02-16')),
    '2027-02-17',
    ['kept', 'broken'],
  ),
  example(
    'RSL-66-4',
    'falls away: another date is told before the new one has gone',
    told(
      complaint,
      complaintDelayed('2027-02-01', '2027-02-16'),
      complaintDelayed('2027-02-15', '2027-03-01', 'again'),
    ),
    '2027-02-17',
    ['kept', 'void', 'due'],
  ),
  example('RSL-66-4', 'falls away: it was sent on in time', told(atBoard), '2027-02-03', ['void']),
]

const concluded = [
  ...both(
    ['K2.2a-12', 'RSL-68'],
    'due: the Appeals Board has not answered, however long it takes',
    told(atBoard),
    '2028-02-03',
    ['due'],
  ),
  ...both(
    ['K2.2a-12', 'RSL-68'],
    'kept: the decision stands',
    told(atBoard, boardAnswered('upheld', '2027-06-01')),
    '2027-07-01',
    ['kept'],
  ),
  ...both(
    ['K2.2a-12', 'RSL-68'],
    'broken: the Appeals Board changed it, and nothing was done within ten working days',
    told(atBoard, boardAnswered('changed', '2027-06-01', 'assessment')),
    '2027-06-16',
    ['kept', 'broken'],
  ),
  ...both(
    ['K2.2a-12', 'RSL-68'],
    'kept: the Appeals Board changed it, and it is carried out',
    told(atBoard, boardAnswered('changed', '2027-06-01', 'assessment'), boardCarriedOut('2027-06-10')),
    '2027-06-16',
    ['kept', 'kept'],
  ),
  ...both(
    ['K2.2a-12', 'RSL-68'],
    'kept: it was annulled, and there is a new decision',
    told(
      atBoard,
      boardAnswered('annulled', '2027-06-01', 'hearing'),
      decided('2027-06-10', grant({ record: { decisionId: part('second') } }), 'second'),
    ),
    '2027-06-16',
    ['kept', 'kept'],
  ),
  ...both(
    ['K2.2a-12', 'RSL-68'],
    'kept: a remand is carried out by its own clock, which the remand’s clause watches',
    told(atBoard, boardAnswered('remanded', '2027-06-01', 'information')),
    '2027-06-16',
    ['kept'],
  ),
  example(
    'RSL-3a',
    'due: the complaint came back, and the processing time runs anew from that day, though the old one is long gone',
    told(atBoard, boardAnswered('remanded', '2027-06-01', 'information')),
    '2027-07-13',
    ['due'],
  ),
  example(
    'RSL-3a',
    'falls away: sent back again before it was decided; the latest remand is the one that counts',
    told(
      atBoard,
      boardAnswered('remanded', '2027-06-01', 'information'),
      happened('remandReceived', '2027-06-20', { reference: 'AST 27-2', whatToInform: 'Kørsel' }),
    ),
    '2027-07-20',
    ['void', 'due'],
  ),
  example(
    'RSL-66-1',
    'kept late: the receipt goes out a week after',
    told(
      lessThanWished,
      complained('2027-01-05', {}, { receiptOn: 'never' }),
      dispatched('receipt-complaint', '2027-01-12'),
    ),
    '2027-01-12',
    ['kept late'],
  ),
]

export const complaintExamples: readonly Example[] = [
  ...receipts,
  ...reassessments,
  ...forwarded,
  ...delays,
  ...concluded,
]
