import { inFace, page, post, type Route } from '../platform/route.ts'
import { charges, chargesFile } from './charges.tsx'
import * as citizen from './citizen-pages.tsx'
import { handOver, materials } from './materials.tsx'
import * as outing from './outing-page.tsx'
import { newOuting, planOuting } from './plan-outing.tsx'
import { approve, priceLists, showApproval } from './price-approval.tsx'
import { outingList, priceList } from './provider-lists.tsx'

const of = (more = ''): string => `/tilbud/ture/:outingId${more}`

export const ownPaymentRoutes: readonly Route[] = [
  ...inFace('viewOwnCase', [
    page('citizen.outings', 'viewOwnCase', '/borger/ture', (c) => citizen.outings(c)),
    post('citizen.outings.join', 'agreePurchase', '/borger/ture/ja', citizen.join),
    post('citizen.outings.leave', 'withdrawPurchase', '/borger/ture/nej', citizen.leave),
    page('citizen.payment', 'viewOwnCase', '/borger/betaling', citizen.payment),
  ]),
  page('provider.outings', 'arrangeOutings', '/tilbud/ture', outingList),
  page('provider.outings.new', 'arrangeOutings', '/tilbud/ture/ny', (c) => newOuting(c)),
  post('provider.outings.new.post', 'arrangeOutings', '/tilbud/ture/ny', planOuting),
  page('provider.outing', 'arrangeOutings', of(), (c) => outing.showOuting(c)),
  post('provider.outing.settle', 'settlePurchase', of('/afregn'), outing.settleOuting),
  post('provider.outing.yes', 'arrangeOutings', of('/ja'), outing.writeYes),
  page('provider.outing.off', 'callOffPurchase', of('/aflys'), (c) => outing.askCallOff(c)),
  post('provider.outing.off.post', 'callOffPurchase', of('/aflys'), outing.doCallOff),
  page('provider.materials', 'arrangeOutings', '/tilbud/materialer', (c) => materials(c)),
  post('provider.materials.post', 'arrangeOutings', '/tilbud/materialer', handOver),
  page('provider.prices', 'arrangeOutings', '/tilbud/priser', priceList),
  page('management.prices', 'approvePriceList', '/ledelse/priser', priceLists),
  page('management.prices.list', 'approvePriceList', '/ledelse/priser/:provider', (c) => showApproval(c)),
  post('management.prices.list.post', 'approvePriceList', '/ledelse/priser/:provider', approve),
  page('management.charges', 'viewOwnPayment', '/ledelse/egenbetaling', charges),
  page('management.charges.file', 'viewOwnPayment', '/ledelse/egenbetaling/fil', chargesFile),
]
