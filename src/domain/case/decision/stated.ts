/** What an issued decision states, element by element: read from the record itself, never taken for granted. */
import type { DecisionRecord, GrantedPlace } from './record.ts'

export const statedElements = [
  'outcome',
  'legalBasis',
  'considerations',
  'facts',
  'criterionA',
  'criterionB',
  'citizensView',
  'hearing',
  'otherPossibilities',
  'purpose',
  'intervention',
  'effectiveDate',
  'complaintGuidance',
  'caseworkerContact',
  'changeDuty',
  'extentAssessment',
  'providerChoice',
  'serviceArea',
  'transport',
  'alternatives',
] as const
export type StatedElement = (typeof statedElements)[number]

export const findGrantedPlace = (record: DecisionRecord): GrantedPlace | undefined =>
  record.outcome === 'REFUSED' ? undefined : record.place

const said = (text: string | undefined): boolean => text !== undefined && text.trim() !== ''

export function states(record: DecisionRecord, element: StatedElement): boolean {
  const place = findGrantedPlace(record)
  const purposeful = record.outcome === 'GRANTED' ? record.place : record
  switch (element) {
    case 'outcome':
      return record.comparison.length > 0
    case 'legalBasis':
      return record.legalBasis.includes('SEL-104')
    case 'considerations':
      return said(record.considerations)
    case 'facts':
      return record.facts.length > 0 && record.facts.every((f) => said(f.text) && said(f.source))
    case 'criterionA': {
      const { answer, grounds, reasons } = record.targetGroup.criterionA
      return said(reasons) && answer === grounds.length > 0
    }
    case 'criterionB':
      return said(record.targetGroup.criterionB.reasons)
    case 'citizensView':
      return said(record.citizensView) && said(record.citizensViewWeighed)
    case 'hearing':
      return record.hearing !== undefined && (record.hearing.kind === 'heard' || said(record.hearing.because))
    case 'otherPossibilities':
      return (
        record.otherPossibilities !== undefined &&
        (record.otherPossibilities.kind === 'considered'
          ? record.otherPossibilities.items.length > 0
          : said(record.otherPossibilities.because))
      )
    case 'purpose':
      return said(purposeful.purpose)
    case 'intervention':
      return said(purposeful.intervention)
    case 'effectiveDate':
      return said(record.effectiveOn)
    case 'complaintGuidance':
      return record.outcome === 'GRANTED' || record.complaintGuidance
    case 'caseworkerContact':
      return said(record.contact)
    case 'changeDuty':
      return place?.changeDuty === true
    case 'extentAssessment':
      return said(place?.extentAssessment)
    case 'providerChoice':
      return place !== undefined && said(place.providerReason) && place.providersConsidered.length > 0
    case 'serviceArea':
      return place !== undefined && said(place.serviceArea)
    case 'transport':
      return place !== undefined && (place.transport || said(place.transportReason))
    case 'alternatives':
      // "Evt.": with none to propose, the record says that none was found and why (RSL § 5).
      return (
        said(record.alternatives) ||
        (record.otherPossibilities?.kind === 'none' && said(record.otherPossibilities.because))
      )
  }
}
