/** Every command there is on an existing case, phase by phase. Opening a case is `receiveApplication`. */
import type { z } from 'zod'
import type { Refusal } from '../refusal.ts'
import { absenceCommands } from './absence/decide.ts'
import { accessRequestCommands } from './access-request/decide.ts'
import { activityCommands } from './activity/decide.ts'
import { applicationCommands } from './application/decide.ts'
import { assessmentCommands } from './assessment/decide.ts'
import type { CaseFile } from './case-file.ts'
import type { CommandContext, CommandDefinition, Decided } from './command.ts'
import { complaintCommands } from './complaint/decide.ts'
import { decisionCommands } from './decision/decide.ts'
import { delayCommands } from './delay/decide.ts'
import { documentationCommands } from './documentation/decide.ts'
import { followUpCommands } from './follow-up/decide.ts'
import { hearingCommands } from './hearing/decide.ts'
import { informationCommands } from './information/decide.ts'
import { interventionCommands } from './intervention/decide.ts'
import { letterCommands } from './letter/decide.ts'
import { messageCommands } from './message/decide.ts'
import { movingCommands } from './moving/decide.ts'
import { noteCommands } from './note/decide.ts'
import { orderCommands } from './order/decide.ts'
import { ownPaymentCommands } from './own-payment/decide.ts'
import { partyCommands } from './party/decide.ts'
import { planCommands } from './plan/decide.ts'
import { reassessmentCommands } from './reassessment/decide.ts'
import { reportCommands } from './report/decide.ts'
import { retentionCommands } from './retention/decide.ts'
import { scheduleCommands } from './schedule/decide.ts'
import { transportCommands } from './transport/decide.ts'

export const caseCommands = {
  ...applicationCommands,
  ...partyCommands,
  ...noteCommands,
  ...informationCommands,
  ...assessmentCommands,
  ...planCommands,
  ...hearingCommands,
  ...delayCommands,
  ...decisionCommands,
  ...letterCommands,
  ...orderCommands,
  ...ownPaymentCommands,
  ...messageCommands,
  ...documentationCommands,
  ...activityCommands,
  ...absenceCommands,
  ...reassessmentCommands,
  ...complaintCommands,
  ...accessRequestCommands,
  ...reportCommands,
  ...scheduleCommands,
  ...interventionCommands,
  ...followUpCommands,
  ...transportCommands,
  ...movingCommands,
  ...retentionCommands,
} as const

export type CaseCommandType = keyof typeof caseCommands
export const caseCommandTypes = Object.keys(caseCommands) as readonly CaseCommandType[]

export type CaseCommandInput<T extends CaseCommandType> = z.input<(typeof caseCommands)[T]['schema']>

export type CaseCommand = {
  [T in CaseCommandType]: { readonly type: T; readonly input: CaseCommandInput<T> }
}[CaseCommandType]

/** The definition, its input type widened: the schema checks the input before `decide` sees it. */
export function definitionOf(type: CaseCommandType): CommandDefinition<z.ZodType> {
  return caseCommands[type] as unknown as CommandDefinition<z.ZodType>
}

/** Runs a command on a case. Input that does not fit the schema is a programming error of the caller: it throws. */
export function decide(file: CaseFile, command: CaseCommand, context: CommandContext): Decided | Refusal {
  const definition = definitionOf(command.type)
  return definition.decide(file, definition.schema.parse(command.input), context)
}
