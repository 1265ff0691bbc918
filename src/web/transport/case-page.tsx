/** The ride of one case (K2.4a-3): ordered for the place that has said yes, with what the driver must know. */
import { currentOrder, type Order } from '../../domain/case/case-file.ts'
import type { RideNeeds } from '../../domain/case/transport/events.ts'
import { caseHref } from '../authority/case-address.ts'
import type { FormPage } from '../authority/form-page.tsx'
import { longDay, plainDay } from '../i18n/dates.ts'
import type { Language } from '../i18n/messages.ts'
import type { CaseContext } from '../platform/context.ts'
import { Checkboxes, TextField } from '../ui/fields.tsx'
import { Alert } from '../ui/parts.tsx'
import { caseRideWords } from './case-words.ts'

/** The order that the ride is ordered for. */
const findRideOrder = (c: CaseContext): Order | undefined => {
  const order = currentOrder(c.case.file)
  return order?.accepted && order.content.transport ? order : undefined
}

/** In words, for whoever reads a list; empty where nothing is needed. */
export function needsInWords({ wheelchair, companion, aids }: RideNeeds, language: Language): string[] {
  const t = caseRideWords(language)
  return [...(wheelchair ? [t.wheelchair] : []), ...(companion ? [t.companion] : []), ...(aids ? [aids] : [])]
}

export const casePageOfRide: FormPage = {
  id: 'authority.transport',
  command: 'arrangeTransport',
  path: '/koersel',
  of: '/bestilling',
  title: (c) => caseRideWords(c.language).title,
  button: (c) => caseRideWords(c.language).button,
  fields: (c, errors) => {
    const t = caseRideWords(c.language)
    const order = findRideOrder(c)
    if (order?.accepted === undefined) return <Alert kind="info">{t.none}</Alert>
    const known = order.rides.at(-1)
    const typed = Object.keys(c.form.values).length > 0
    const ticked = known && [known.wheelchair ? 'wheelchair' : '', known.companion ? 'companion' : '']
    return (
      <>
        <p>
          {t.lead(
            c.municipality.providerName(order.content.provider),
            longDay(order.accepted.startOn, c.language),
          )}
        </p>
        {known && <Alert kind="success">{t.now(plainDay(known.on, c.language))}</Alert>}
        <input type="hidden" name="orderId" value={order.orderId} />
        <Checkboxes
          name="needs"
          label={t.needs}
          hint={t.needsHint}
          options={[
            { value: 'wheelchair', label: t.wheelchair },
            { value: 'companion', label: t.companion },
          ]}
          values={typed ? c.form.all('needs') : ticked}
          errors={errors}
        />
        <TextField
          name="aids"
          label={t.aids}
          hint={t.aidsHint}
          value={typed ? c.form.text('aids') : known?.aids}
          errors={errors}
        />
        <p>{t.seenBy}</p>
      </>
    )
  },
  input: ({ form }) => ({
    orderId: form.text('orderId'),
    wheelchair: form.all('needs').includes('wheelchair'),
    companion: form.all('needs').includes('companion'),
    aids: form.text('aids'),
  }),
}

/** On the order's page: whether the ride is ordered, and where that is done. */
export function RideOfOrder({ c, order }: { readonly c: CaseContext; readonly order: Order }) {
  if (findRideOrder(c) !== order) return null
  const t = caseRideWords(c.language)
  const known = order.rides.at(-1)
  return (
    <p>
      {known
        ? `${t.arranged(plainDay(known.on, c.language))} ${t.of(needsInWords(known, c.language))}.`
        : t.missing}{' '}
      <a href={caseHref(c, '/koersel')}>{known ? t.linkNow : t.link}</a>
    </p>
  )
}
