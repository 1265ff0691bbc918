/** `hverdag deadline`: a date of the deadline catalogue, with how it came about. */
import { z } from 'zod'
import { versionOn } from '../casework/house.ts'
import { CalendarDay } from '../domain/time/calendar-day.ts'
import { type Deadline, DerivationStep, deadlineFor, deadlineKinds } from '../domain/time/deadline.ts'
import { derivationInWords } from '../web/i18n/derivation.ts'
import { command, UsageError } from './command.ts'
import { dayOf, standardOf } from './words.ts'

const DeadlineOutput = z.object({
  kind: z.enum(deadlineKinds),
  from: CalendarDay,
  due: CalendarDay,
  lastWorkingDay: CalendarDay,
  derivation: z.array(DerivationStep).readonly(),
})

const channels = ['digital', 'paper'] as const

export const deadlineCommand = command({
  name: 'deadline',
  summary: 'Work out a deadline, with the steps that lead to it.',
  about:
    `KIND is one of ${deadlineKinds.join(', ')}.\n` +
    'docs/deadlines.md says what each counts from. On paper, the citizen’s periods (PARTY_HEARING_DUE, COMPLAINT_EXPIRY)\n' +
    'start at the presumed delivery of a letter dated DATE. Needs no database.',
  options: {
    kind: { type: 'string', value: 'KIND', summary: 'Which deadline.', required: true },
    from: {
      type: 'string',
      value: 'DATE',
      summary: 'The day it counts from, e.g. 2026-11-13.',
      required: true,
    },
    standard: {
      type: 'string',
      value: 'ID',
      summary: 'The standard whose lengths apply. vejen-104 when left out.',
    },
    channel: { type: 'string', value: 'CHANNEL', summary: 'digital or paper. digital when left out.' },
  },
  output: DeadlineOutput,
  run: async ({ options, print }) => {
    const kind = deadlineKinds.find((k) => k === options.kind)
    if (kind === undefined)
      throw new UsageError(
        `There is no deadline "${options.kind}": hverdag deadline --help lists those there are.`,
      )
    const channel = channels.find((c) => c === (options.channel ?? 'digital'))
    if (channel === undefined)
      throw new UsageError(`--channel is digital or paper, not "${options.channel}".`)
    const from = dayOf(options.from, 'from')
    const { parameters } = versionOn(standardOf(options.standard), from).terms
    const deadline = deadlineFor(kind, from, { parameters, channel })
    print({ json: deadline satisfies z.infer<typeof DeadlineOutput>, text: inWords(deadline) })
    return 0
  },
})

const inWords = ({ kind, due, lastWorkingDay, derivation }: Deadline): string =>
  [
    `${kind}: ${due}`,
    ...(lastWorkingDay === due ? [] : [`Last working day: ${lastWorkingDay}`]),
    derivationInWords(derivation, 'en'),
  ].join('\n')
