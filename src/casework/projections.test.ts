import { expect, test } from 'vitest'
import { applied, lone, part, represented, told } from '../../test/support/case-story.ts'
import { vejenTerms } from '../../test/support/commands.ts'
import { getCaseFile } from '../domain/case/read-case.ts'
import { getDay } from '../domain/time/calendar-day.ts'
import { projectionOf } from './projections.ts'

test('of two powers from the same day, whichever was told first, the one that lasts longest lets in', () => {
  const [short, long] = [getDay('2026-12-07'), getDay('2026-12-09')]
  for (const [first, second] of [
    [short, long],
    [long, short],
  ] as const) {
    const file = getCaseFile(
      told(
        applied('2026-11-13'),
        represented('2026-11-27', { representationId: part('one'), to: first }),
        represented('2026-11-27', { representationId: part('other'), to: second }),
      ),
    )
    const { access } = projectionOf(file, [], vejenTerms)
    expect(access.filter(({ relation }) => relation === 'representative')).toEqual([
      { relation: 'representative', subject: lone, validFrom: '2026-11-27', validTo: long },
    ])
  }
})
