/** A parameter's value as people say it: with its unit, and lists in words. */
import { reversalCauses } from '../../domain/case/complaint/events.ts'
import type { Parameters } from '../../domain/standard/standard.ts'
import { absenceReasonNames } from '../i18n/absence-words.ts'
import { complaintNames } from '../i18n/complaint-words.ts'
import { plainDay } from '../i18n/dates.ts'
import type { Language } from '../i18n/messages.ts'
import { periodInWords } from '../i18n/period.ts'
import { standardWords } from './standard-words.ts'

type Name = keyof Parameters
type Say = ReturnType<typeof standardWords>

/** Parameters that are a plain number, with what it counts. */
const counted = {
  minimumAge: 'years',
  defaultDaysPerWeek: 'daysPerWeek',
  reviewMonths: 'months',
  complaintWeeks: 'weeks',
  reassessmentWeeks: 'weeks',
  accessWorkingDays: 'workingDays',
  hearingDays: 'days',
  startWarningDays: 'days',
  receiptWorkingDays: 'workingDays',
  noteWorkingDays: 'workingDays',
  registrationWorkingDays: 'workingDays',
  guidanceWorkingDays: 'workingDays',
  privacyNoticeWorkingDays: 'workingDays',
  orderWorkingDays: 'workingDays',
  orderAnswerWorkingDays: 'workingDays',
  anotherPlaceWorkingDays: 'workingDays',
  messageAnswerWorkingDays: 'workingDays',
  scheduleWorkingDays: 'workingDays',
  interventionPlanDays: 'days',
  goalFollowDays: 'days',
  contactChangeMonths: 'months',
  contactChangesMost: 'times',
  providerChangeMonths: 'months',
  providerChangesMost: 'times',
  ownPaymentWorkingDays: 'workingDays',
  materialMostKroner: 'kroner',
  documentationDays: 'days',
  goalNoteDays: 'days',
  firstActivityDays: 'days',
  skillDomainDays: 'days',
  offerAgainMonths: 'months',
  healthSupportMonths: 'months',
  providerReportDays: 'days',
  deviationReactionWorkingDays: 'workingDays',
  absenceDialogueWorkingDays: 'workingDays',
  attendanceLockDays: 'days',
  continuationWorkingDays: 'workingDays',
  changeNoticeDays: 'days',
  firstFollowUpMonths: 'months',
  followUpAheadDays: 'days',
  followUpAskedDays: 'days',
  moveSettleWorkingDays: 'workingDays',
  moveToldWorkingDays: 'workingDays',
  complaintResultWorkingDays: 'workingDays',
  reportDays: 'days',
  dueSoonWorkingDays: 'workingDays',
  uploadMaxMegabytes: 'megabytes',
  uploadMaxFiles: 'files',
  uploadTotalMegabytes: 'megabytes',
  draftDays: 'days',
  draftNoticeDays: 'days',
  retentionMonths: 'months',
  erasuresPerDay: 'cases',
} as const satisfies { readonly [N in Name]?: keyof Say }

const isCounted = (name: Name): name is keyof typeof counted => name in counted

export function valueInWords(name: Name, p: Parameters, language: Language): string {
  const say = standardWords(language)
  const day = (value: Parameters['paperPresumption']['value'][number]['validFrom']) =>
    plainDay(value, language)
  if (isCounted(name)) return say[counted[name]](p[name].value)
  switch (name) {
    case 'processingTime':
    case 'changedNeedTime':
      return periodInWords(p[name].value, language)
    case 'paperPresumption':
      return p.paperPresumption.value.map((v) => say.delivery(v.deliveryDays, day(v.validFrom))).join('; ')
    case 'rollFridayAfterAscension':
      return p.rollFridayAfterAscension.value ? say.rolls : say.staysPut
    case 'pensionAges':
      return p.pensionAges.value
        .map(({ bornFrom, years, months }) =>
          months ? say.bornAndMonths(day(bornFrom), years, months) : say.born(day(bornFrom), years),
        )
        .join('; ')
    case 'delayNoticeWarnDays':
      return say.daysBefore(p.delayNoticeWarnDays.value.join(', '))
    case 'absenceThreshold': {
      const { count, weeks, attendanceBelowPercent, ...more } = p.absenceThreshold.value
      const named = (reasons: typeof more.neverCounts): string =>
        reasons.map((r) => absenceReasonNames(language)[r].toLowerCase()).join(', ') || say.noReasons
      return [
        say.absences(count, weeks, attendanceBelowPercent, more.minimumExpectedDays),
        say.absencesApart(named(more.neverCounts), named(more.plannedDoesNotCount)),
      ].join('. ')
    }
    case 'secondPairOfEyes':
      return p.secondPairOfEyes.value ? say.yes : say.no
    case 'reversalClauses': {
      const { causes } = complaintNames(language)
      return reversalCauses
        .flatMap((cause) => {
          const clauses = p.reversalClauses.value[cause].join(', ')
          return clauses ? [`${causes[cause]}: ${clauses}`] : []
        })
        .join('. ')
    }
    case 'reassessmentByAnother':
      return p.reassessmentByAnother.value ? say.yes : say.no
    default:
      return name satisfies never
  }
}
