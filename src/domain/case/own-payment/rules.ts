import { z } from 'zod'
import { caseRule, dueInWorkingDays, firstOf, metBy, statedBy } from '../../standard/rule.ts'
import { latest } from '../../time/calendar-day.ts'
import type { CaseFile, Purchase } from '../case-file.ts'

/** Every charge with the yes that it rests on, if there is one. */
const charges = (file: CaseFile) =>
  file.settlements
    .filter((s) => s.amountOere > 0)
    .map((settled) => ({
      settled,
      purchase: file.purchases.find((p) => p.purchaseId === settled.purchaseId),
    }))

/**
 * After a trip or an event it is settled who took part (K2.4a-1): who did pays the price agreed, who did not pays nothing. A yes
 * taken back, or a trip called off, leaves nothing to settle.
 */
export const ownPaymentSettled = caseRule(z.object({}), (file, _, { parameters }) =>
  file.purchases.flatMap((purchase) => {
    const { outing, item, settled } = purchase
    if (outing === undefined) return []
    const gone = firstOf(purchase.withdrawn, purchase.calledOff)
    const right = settled && settled.amountOere === (settled.tookPart ? item.priceOere : 0)
    return {
      about: `purchase-${purchase.seq}`,
      triggeredOn: purchase.on,
      arisesOn: latest(outing.day, purchase.on),
      actor: 'provider' as const,
      towards: 'citizen' as const,
      ...dueInWorkingDays(latest(outing.day, purchase.on), parameters.ownPaymentWorkingDays),
      ...metBy(right ? settled : undefined, purchase.seq),
      ...(gone && { voidOn: gone.on, voidReason: 'notNeeded' as const }),
      task: 'settlePurchase' as const,
    }
  }),
)

/** It was said yes to, by the citizen's own side or in their own words, before the day; and the yes still stood. */
const wasWilling = (purchase: Purchase, settledSeq: number): boolean => {
  const { said, actor, outing } = purchase
  const theirs = said.how === 'web' ? actor.kind === 'citizen' : said.inWords.trim() !== ''
  const inTime = outing === undefined || purchase.on <= outing.day
  const gone = firstOf(purchase.withdrawn, purchase.calledOff)
  return theirs && inTime && purchase.seq < settledSeq && (gone === undefined || gone.seq > settledSeq)
}

/** Nobody pays for what they have not freely said yes to (K2.4a-2). */
export const ownPaymentVoluntary = caseRule(z.object({}), (file) =>
  charges(file).map(({ settled, purchase }) =>
    statedBy(
      settled,
      `voluntary-${settled.seq}`,
      purchase !== undefined && wasWilling(purchase, settled.seq),
      ...(purchase ? [purchase.seq] : []),
    ),
  ),
)

/** Materials cost what the approved list said when they were chosen, and little (K2.4a-4, A12). */
export const materialPriced = caseRule(z.object({}), (file, _, { parameters }) =>
  charges(file).flatMap(({ settled, purchase }) =>
    purchase?.item.kind !== 'material'
      ? []
      : [
          statedBy(
            settled,
            `material-${settled.seq}`,
            settled.amountOere === purchase.item.priceOere &&
              purchase.priceListFrom <= purchase.on &&
              settled.amountOere <= parameters.materialMostKroner * 100,
            purchase.seq,
          ),
        ],
  ),
)
