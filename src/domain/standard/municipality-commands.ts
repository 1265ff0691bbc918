/** What the municipality itself does about its standard: adopts it, and publishes the deadlines in it. */
import { z } from 'zod'
import { text } from '../case/command.ts'
import type { Envelope } from '../case/envelope.ts'
import { decideOversight, isOversightCommand, oversightCommandSchemas } from '../oversight/decide.ts'
import { PriceList } from '../own-payment.ts'
import { type Refusal, refuse } from '../refusal.ts'
import { CalendarDay } from '../time/calendar-day.ts'
import { findAdoption, type MunicipalityEvent, type MunicipalityFile } from './municipality.ts'

/** A version of the standard as its folder gives it: what the municipality can adopt. */
export type AdoptableStandard = {
  readonly id: string
  readonly version: string
  readonly adoptedOn: CalendarDay
  readonly validFrom: CalendarDay
}

export type MunicipalityContext = {
  readonly today: CalendarDay
  readonly standards: readonly AdoptableStandard[]
  /** The real instant, ISO 8601 in UTC. */
  readonly now: string
}

/** An event that a command yields: the store adds place, time and chain. */
export type NewMunicipalityEvent = MunicipalityEvent & { readonly occurredOn: Envelope['occurredOn'] }

const Version = z.object({ standard: text, version: text })

export const municipalityCommandSchemas = {
  /** The adoption is on record: from its day the deadlines have to be published before they come into force. */
  adoptStandard: Version,
  /** The deadlines stand published, and where (RSL § 3 stk. 2, § 3 a). */
  publishDeadlines: Version.extend({ where: text, publishedOn: CalendarDay }),
  /** Prices of trips, events and materials at one provider, from a day that has not passed: nothing gets dearer backwards. */
  approvePriceList: PriceList,
  ...oversightCommandSchemas,
} as const

type Schemas = typeof municipalityCommandSchemas
export type MunicipalityCommandType = keyof Schemas
export type MunicipalityCommand = {
  [T in MunicipalityCommandType]: { readonly type: T; readonly input: z.input<Schemas[T]> }
}[MunicipalityCommandType]

/** Turns a command into one event, or says why not. */
export function decideForMunicipality(
  file: MunicipalityFile,
  command: MunicipalityCommand,
  { today, standards, now }: MunicipalityContext,
): NewMunicipalityEvent | Refusal {
  if (isOversightCommand(command)) return decideOversight(file.oversight, command, { today, now })
  if (command.type === 'approvePriceList') {
    const payload = PriceList.parse(command.input)
    if (payload.validFrom < today) return refuse('dateInPast', { field: 'validFrom' })
    return { type: 'priceListApproved', payload, occurredOn: today }
  }
  const { standard, version } = command.input
  const adoption = findAdoption(file, standard, version)
  if (command.type === 'adoptStandard') {
    const found = standards.find((s) => s.id === standard && s.version === version)
    if (found === undefined) return refuse('notFound')
    if (adoption) return refuse('alreadyDone')
    const { adoptedOn, validFrom } = found
    if (adoptedOn > today) return refuse('dateInFuture')
    const payload = { standard, version, adoptedOn, validFrom }
    return { type: 'standardAdopted', payload, occurredOn: adoptedOn }
  }
  if (adoption === undefined) return refuse('notFound')
  if (adoption.published) return refuse('alreadyDone')
  const { where, publishedOn } = municipalityCommandSchemas.publishDeadlines.parse(command.input)
  if (publishedOn > today) return refuse('dateInFuture', { field: 'publishedOn' })
  return { type: 'deadlinesPublished', payload: { standard, version, where }, occurredOn: publishedOn }
}
