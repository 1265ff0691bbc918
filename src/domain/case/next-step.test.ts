/** One next step at a time, in the law's order: the citizen takes part first, and is heard once there is something to hear. */
import { expect, test } from 'vitest'
import {
  answeredBySource,
  applied,
  asked,
  assessed,
  consented,
  hearingSent,
  noted,
  posted,
  receipt,
  type Told,
  told,
  writtenToSource,
} from '../../../test/support/case-story.ts'
import { vejen } from '../../../test/support/commands.ts'
import { obligationsOf } from '../standard/engine.ts'
import { getDay } from '../time/calendar-day.ts'
import { nextStep, openSteps } from './next-step.ts'

const begun = [
  applied('2026-11-13'),
  receipt('2026-11-13'),
  posted('receipt', '2026-11-13'),
  consented('2026-11-13'),
]
const stepsOn = (on: string, ...story: readonly Told[]) =>
  openSteps(obligationsOf(told(...story), vejen.versions), getDay(on)).map((o) => o.task)
const adverse = [asked('2026-11-16'), answeredBySource('2026-11-24', { adverse: true })]

test('what speaks against the citizen does not go before speaking with them, and both before the decision', () => {
  const steps = stepsOn('2026-11-25', ...begun, ...adverse)
  const place = (task: (typeof steps)[number]) => steps.indexOf(task)
  expect(place('recordParticipation')).toBeGreaterThanOrEqual(0)
  expect(place('recordParticipation')).toBeLessThan(place('hearParty'))
  expect(place('hearParty')).toBeLessThan(place('decide'))
})

test('a talk is no hearing: once it was had, the hearing is still to come', () => {
  const talked = [...begun, ...adverse, noted('2026-11-24')]
  expect(stepsOn('2026-11-25', ...talked)).not.toContain('recordParticipation')
  expect(stepsOn('2026-11-25', ...talked)).toContain('hearParty')
  expect(stepsOn('2026-11-25', ...talked, hearingSent('2026-11-25'))).not.toContain('hearParty')
})

test('a letter that is written to a source is sent before the case is gone on with', () => {
  const steps = stepsOn('2026-11-16', ...begun, asked('2026-11-16'), writtenToSource('2026-11-16'))
  expect(steps.indexOf('sendSourceLetter')).toBeGreaterThanOrEqual(0)
  expect(steps.indexOf('sendSourceLetter')).toBeLessThan(steps.indexOf('informCase'))
})

test('a notice of delay whose day has passed goes before everything', () => {
  const late = obligationsOf(told(...begun, assessed('2026-11-23')), vejen.versions)
  expect(nextStep(late, getDay('2026-12-28'))?.task).toBe('notifyDelay')
})
