/** Where the citizen's everyday life is, once the place has said yes: the first day, and who to turn to there (K2.3-3). */
import { currentOrder } from '../../domain/case/case-file.ts'
import { orderClosedOn } from '../../domain/case/lifetime.ts'
import type { UserId } from '../../domain/identity.ts'
import { currentStandard } from '../../standards/municipality.ts'
import { read } from '../../store/connection.ts'
import { findUser } from '../../store/users.ts'
import { longDay } from '../i18n/dates.ts'
import { outingWords } from '../own-payment/citizen-words.ts'
import type { CaseContext } from '../platform/context.ts'
import { caseMessages } from './case-messages.ts'
import { meetingMessages } from './meeting-words.ts'
import { planMessages } from './plan-messages.ts'

export type Place = {
  readonly name: string
  readonly day: string
  readonly started: boolean
  /** Name and telephone number of the contact person and the substitute, and nothing else of them. */
  readonly contact: { readonly name: string; readonly phone: string | undefined } | undefined
  readonly substitute: string | undefined
}

/** Undefined until the place has said yes, and again when it is over. */
export async function findPlace(c: CaseContext): Promise<Place | undefined> {
  const { file } = c.case
  const order = currentOrder(file)
  if (order?.accepted === undefined || c.today >= (orderClosedOn(file, order) ?? '9')) return undefined
  // Users are the municipality's: the citizen sees these two, because they stand in their own case.
  const scope = { municipality: c.municipality.code, viewer: { kind: 'system' } } as const
  const { contactPerson: appointed, content } = order
  const [contact, substitute] = await read(c.house.db, scope, (tx) => {
    const working = async (id: UserId | undefined) => {
      const user = id && (await findUser(tx, id))
      return user?.active ? user : undefined
    }
    return Promise.all([working(appointed?.contactPerson), working(appointed?.substitute)])
  })
  const phone = currentStandard(c.municipality).providers.find((p) => p.id === content.provider)?.phone
  return {
    name: c.municipality.providerName(content.provider),
    day: longDay(order.started?.on ?? order.accepted.startOn, c.language),
    started: order.started !== undefined,
    contact: contact && { name: contact.name, phone: contact.phone ?? phone },
    substitute: substitute?.name,
  }
}

export function YourPlace({ c, place }: { readonly c: CaseContext; readonly place: Place }) {
  const t = caseMessages(c.language)
  const { contact, substitute } = place
  return (
    <>
      <h2>{t.placeTitle}</h2>
      <p>{(place.started ? t.placeStarted : t.placeStarts)(place.name, place.day)}</p>
      <p>
        {contact ? t.placeContact(contact.name, contact.phone) : t.placeNoContact}
        {substitute && ` ${t.placeSubstitute(substitute)}`}
      </p>
      <p>
        <a href="/borger/plan">{planMessages(c.language).title}</a>
      </p>
      <p>
        <a href="/borger/moede">{meetingMessages(c.language).title}</a>
      </p>
      <p>
        <a href="/borger/ture">{outingWords(c.language).title}</a>
      </p>
    </>
  )
}
