import { inFace, page, post, type Route } from '../platform/route.ts'
import { showCapacity } from './overview.tsx'
import { saveOwnPlaces, saveProviderPlaces, showOwnPlaces, showProviderPlaces } from './provider-page.tsx'

const ofProvider = '/myndighed/kapacitet/:provider'

export const capacityRoutes: readonly Route[] = [
  ...inFace('viewCapacity', [
    page('authority.capacity', 'viewCapacity', '/myndighed/kapacitet', showCapacity),
    page('authority.capacity.provider', 'viewCapacity', ofProvider, showProviderPlaces),
    post('authority.capacity.places.post', 'setPlaces', ofProvider, saveProviderPlaces),
  ]),
  ...inFace('viewPlacedPeople', [
    page('provider.places', 'setPlaces', '/tilbud/pladser', showOwnPlaces),
    post('provider.places.post', 'setPlaces', '/tilbud/pladser', saveOwnPlaces),
  ]),
]
