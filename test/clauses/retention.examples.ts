/** How long a closed case is kept: to the archive first, and erased when a person says so. */
import {
  accessAsked,
  accessGiven,
  applied,
  archived,
  closed,
  erasureApproved,
  held,
  released,
  told,
  withdrawn,
} from '../support/case-story.ts'
import { type Example, example } from './example.ts'

const over = [applied('2026-11-13'), withdrawn('2026-11-20'), closed('2026-11-24')]
const inArchive = [...over, archived('2031-09-01')]

export const retentionExamples: readonly Example[] = [
  example(
    'ARK-1',
    'kept: the case lies in the archive before the five years are over',
    told(inArchive),
    '2031-11-25',
    ['kept'],
  ),
  example('ARK-1', 'not yet: it comes up half a year ahead', told(over), '2031-05-27', ['not yet']),
  example('ARK-1', 'due: half a year ahead', told(over), '2031-05-28', ['due']),
  example('ARK-1', 'due: on the very day', told(over), '2031-11-24', ['due']),
  example('ARK-1', 'broken: the five years are over', told(over), '2031-11-25', ['broken']),
  example(
    'ARK-1',
    'does not apply: the case is not closed',
    told(applied('2026-11-13'), withdrawn('2026-11-20')),
    '2032-01-01',
    [],
  ),
  example(
    'ARK-1',
    'due again: something was added to the case after it was delivered',
    told(inArchive, accessAsked('2032-01-05')),
    '2032-02-01',
    ['kept', 'due'],
  ),
  example(
    'ARK-1',
    'due again, by the day that the time for keeping is over: added to before it was',
    told(over, archived('2031-06-02'), accessAsked('2031-07-01')),
    '2031-11-25',
    ['kept', 'broken'],
  ),
  example(
    'ARK-1',
    'broken: added to, and not delivered again within half a year',
    told(inArchive, accessAsked('2032-01-05')),
    '2032-07-04',
    ['kept', 'broken'],
  ),
  example(
    'ARK-1',
    'kept: delivered again with what was added',
    told(inArchive, accessAsked('2032-01-05'), accessGiven('2032-01-12'), archived('2032-02-02')),
    '2032-07-04',
    ['kept', 'kept'],
  ),

  example(
    'GDPR-5',
    'kept: a person approves that the case is erased, within 90 days',
    told(inArchive, erasureApproved('2031-12-01')),
    '2032-02-23',
    ['kept'],
  ),
  example('GDPR-5', 'not yet: the five years are not over', told(inArchive), '2031-11-23', ['not yet']),
  example('GDPR-5', 'due: delivered, and kept for long enough', told(inArchive), '2032-02-22', ['due']),
  example('GDPR-5', 'broken: kept for longer than it has to be', told(inArchive), '2032-02-23', ['broken']),
  example(
    'GDPR-5',
    'due from the delivery, when that comes after the five years',
    told(over, archived('2032-01-05')),
    '2032-04-04',
    ['due'],
  ),
  example('GDPR-5', 'does not apply: not in the archive', told(over), '2032-02-23', []),
  example('GDPR-5', 'falls away: the archive forbids it', told(inArchive, held('2031-10-01')), '2032-02-23', [
    'void',
  ]),
  example(
    'GDPR-5',
    'does not apply: held already when it was delivered',
    told(over, held('2031-01-01'), archived('2031-09-01')),
    '2032-02-23',
    [],
  ),
  example(
    'GDPR-5',
    'due again: the ban is lifted',
    told(inArchive, held('2031-10-01'), released('2032-03-01')),
    '2032-05-30',
    ['void', 'due'],
  ),
  example(
    'GDPR-5',
    'falls away while one of two bans stands',
    told(inArchive, held('2031-10-01'), held('2031-10-02', 'other'), released('2032-03-01')),
    '2032-05-30',
    ['void'],
  ),
  example(
    'GDPR-5',
    'falls away: what is in the archive is not the whole case any more',
    told(inArchive, accessAsked('2032-01-05')),
    '2032-05-30',
    ['void'],
  ),
]
