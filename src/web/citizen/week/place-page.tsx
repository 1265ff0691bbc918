/** Where the citizen goes: the place's name and address, whom to turn to, and how a day goes there. */
import { longDay } from '../../i18n/dates.ts'
import type { PageContext } from '../../platform/context.ts'
import { html } from '../../platform/respond.tsx'
import { BackLink, LinkButton, SummaryList } from '../../ui/parts.tsx'
import { type PlaceInfo, readWeek } from './read-week.ts'
import { weekMessages } from './words.ts'

export async function showPlaces(c: PageContext): Promise<Response> {
  const t = weekMessages(c.language)
  const { places } = await readWeek(c)
  return html(
    c,
    t.yourPlace,
    <>
      <BackLink href="/borger/uge" language={c.language} />
      <h1>{t.yourPlace}</h1>
      {places.length === 0 && (
        <>
          <p class="font-lead">{t.placeNone}</p>
          <p>{t.placeNoneWhy}</p>
        </>
      )}
      {places.map((place, index) => (
        <Place c={c} place={place} first={index === 0} />
      ))}
    </>,
  )
}

function Place({
  c,
  place,
  first,
}: {
  readonly c: PageContext
  readonly place: PlaceInfo
  readonly first: boolean
}) {
  const t = weekMessages(c.language)
  const { contact, phone } = place
  const { order } = place.placement
  const number = contact?.phone ?? phone
  return (
    <section class="hv-card">
      <h2>{place.name}</h2>
      {order.accepted && !order.started && <p>{t.firstDay(longDay(order.accepted.startOn, c.language))}</p>}
      <SummaryList
        language={c.language}
        rows={[
          { label: t.address, value: place.address?.join(', ') ?? t.notKnown },
          { label: t.phone, value: phone ?? t.notKnown },
          { label: t.contactPerson, value: contact?.name ?? t.noContact },
        ]}
      />
      {place.substitute && <p>{t.substitute(place.substitute)}</p>}
      {number && (
        <LinkButton href={`tel:${number.replace(/[^\d+]/g, '')}`} look={first ? 'primary' : 'secondary'}>
          {t.call(contact?.name ?? place.name)}
        </LinkButton>
      )}
      <h3>{t.rhythm}</h3>
      {place.rhythm.length === 0 ? (
        <p>{t.noRhythm}</p>
      ) : (
        <ol class="hv-rhythm" lang="da">
          {place.rhythm.map(({ at, what }) => (
            <li>
              <strong>{at}</strong> {what}
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}
