/** Rides: the provider's day, the operators' lists, and who drives. The ride of one case is among the case's own pages. */
import { page, post, type Route } from '../platform/route.ts'
import { handOver, rideFile, rideLists } from './authority-page.tsx'
import { operatorList, saveOperator } from './operators-page.tsx'
import { placeRides, sayOfRide } from './provider-page.tsx'

export const transportRoutes: readonly Route[] = [
  page('provider.rides', 'viewPlacedPeople', '/tilbud/koersel', (c) => placeRides(c)),
  post('provider.rides.post', 'recordRide', '/tilbud/koersel', sayOfRide),
  page('authority.rides', 'viewRideLists', '/myndighed/koersel', (c) => rideLists(c)),
  post('authority.rides.post', 'handOverRides', '/myndighed/koersel', handOver),
  page('authority.rides.operators', 'changeRideOperators', '/myndighed/koersel/selskaber', (c) =>
    operatorList(c),
  ),
  post('authority.rides.operators.post', 'changeRideOperators', '/myndighed/koersel/selskaber', saveOperator),
  page('authority.rides.file', 'viewRideLists', '/myndighed/koersel/:operatorId/fil', rideFile),
]
