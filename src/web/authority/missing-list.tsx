/** What is missing before something can be sent, each item leading to where it is written. */
import { isMissing, type Missing, missingInWords } from '../i18n/missing.ts'
import type { CaseContext } from '../platform/context.ts'
import { caseHref } from './case-address.ts'

/** Where it is mended: a page of the case, a field of the decision (`#…`), or nowhere that a caseworker can reach. */
export const placeOfMissing = {
  outcome: '/afgoerelse#f-place',
  criterionA: '/vurdering#f-criterionA-answer',
  criterionB: '/vurdering#f-criterionB-answer',
  informed: '/oplysning',
  dutyToOffer: '/vurdering',
  targetGroup: '/vurdering',
  legalBasis: '/afgoerelse#f-legalBasis',
  noticePeriod: '/afgoerelse#f-effectiveOn',
  effectiveDate: '/afgoerelse#f-effectiveOn',
  caseworkerContact: '/afgoerelse#f-contact',
  planOffer: '/plan',
  extent: '/afgoerelse#f-daysPerWeek',
  extentAssessment: '/afgoerelse#f-extentAssessment',
  reducedExtentReason: '/afgoerelse#f-reducedExtentReason',
  providerChoice: '/afgoerelse#f-provider',
  serviceArea: '/afgoerelse#f-provider',
  wishAnswer: '/afgoerelse#f-wishAnswer',
  transport: '/afgoerelse#f-transport',
  transportReason: '/afgoerelse#f-transportReason',
  startDate: '/afgoerelse#f-startOn',
  minimumAge: '/afgoerelse#f-startOn',
  purpose: '/afgoerelse#f-purpose',
  intervention: '/afgoerelse#f-intervention',
  considerations: '/afgoerelse#f-considerations',
  facts: '/afgoerelse#f-fact-1-text',
  citizensView: '/afgoerelse#f-citizensView',
  hearing: '/afgoerelse#f-hearing',
  otherPossibilities: '/anden-hjaelp',
  complaintGuidance: undefined,
  changeDuty: undefined,
  recipient: '/parter',
  alternatives: '/afgoerelse#f-alternatives',
  goals: '/plan',
} as const satisfies Record<Missing, string | undefined>

/** A link to a field of the page one is on stays on it: what is typed there is not lost by going to it. */
function hrefOf(c: CaseContext, name: Missing): string | undefined {
  const place = placeOfMissing[name]
  if (place === undefined) return undefined
  const [page = '', field] = place.split('#')
  return field !== undefined && c.path === caseHref(c, page) ? `#${field}` : caseHref(c, place)
}

export function MissingList({
  c,
  missing,
}: {
  readonly c: CaseContext
  readonly missing: readonly string[]
}) {
  return (
    <ul class="hv-missing">
      {missing.map((name) => {
        const href = isMissing(name) ? hrefOf(c, name) : undefined
        const sentence = missingInWords(name, c.language)
        return <li>{href ? <a href={href}>{sentence}</a> : sentence}</li>
      })}
    </ul>
  )
}
