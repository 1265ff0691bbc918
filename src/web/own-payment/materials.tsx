/** A material that a citizen chooses and gets on the spot: a spoken yes to the approved price, and settled at once (K2.4a-4). */
import { isConflict, perform } from '../../casework/perform.ts'
import { isRefusal } from '../../domain/refusal.ts'
import { read } from '../../store/connection.ts'
import { amountInWords } from '../i18n/money.ts'
import { refusalInWords } from '../i18n/refusals.ts'
import type { PageContext } from '../platform/context.ts'
import { noteLooks } from '../platform/looks.ts'
import { html, seeOther } from '../platform/respond.tsx'
import { ProviderTabs } from '../provider/lists.tsx'
import { providerWords } from '../provider/words.ts'
import { ErrorSummary, type Errors, Form, Select, Submit } from '../ui/fields.tsx'
import { Alert } from '../ui/parts.tsx'
import { placedPeople, pricesOn } from './provider-reads.ts'
import { SpokenFields, spokenOf } from './spoken-yes.tsx'
import { payWords } from './staff-words.ts'

const here = '/tilbud/materialer'

const peopleHere = (c: PageContext) =>
  read(c.house.db, c.scope, (tx) => placedPeople(tx, providerWords(c.language).unknownPerson))

export async function materials(c: PageContext, errors: Errors = {}): Promise<Response> {
  const t = payWords(c.language)
  const [people, list] = await Promise.all([peopleHere(c), pricesOn(c, c.today)])
  const items = list?.items.filter(({ kind }) => kind === 'material') ?? []
  noteLooks(
    c,
    'provider.materials',
    people.map(({ order }) => order),
  )
  return html(
    c,
    t.sellTitle,
    <>
      <ErrorSummary errors={errors} language={c.language} />
      <h1>{t.sellTitle}</h1>
      <ProviderTabs c={c} current="/ture" />
      {c.query.has('givet') && <Alert kind="success">{t.handedOver}</Alert>}
      <p>{t.sellLead}</p>
      {items.length === 0 && <Alert kind="warning">{t.noPrices}</Alert>}
      {people.length === 0 && <p class="hv-empty">{t.nobodyHere}</p>}
      {items.length > 0 && people.length > 0 && (
        <Form action={here} csrf={c.csrf} commandId={c.form.commandId ?? c.house.newId()}>
          <Select
            name="material"
            label={t.material}
            value={c.form.text('material')}
            errors={errors}
            empty={t.choose}
            options={items.map(({ itemId, name, priceOere }) => ({
              value: itemId,
              label: `${name}, ${amountInWords(priceOere, c.language)}`,
            }))}
          />
          <SpokenFields c={c} people={people} hint={t.wordsHintAny} errors={errors} />
          <Submit>{t.handOver}</Submit>
        </Form>
      )}
    </>,
    Object.keys(errors).length > 0 ? 422 : 200,
  )
}

export async function handOver(c: PageContext): Promise<Response> {
  const t = payWords(c.language)
  const [people, list] = await Promise.all([peopleHere(c), pricesOn(c, c.today)])
  const item = list?.items.find((i) => i.itemId === c.form.text('material') && i.kind === 'material')
  const spoken = spokenOf(c, people)
  if (item === undefined || list === undefined || 'errors' in spoken)
    return materials(c, {
      ...(item === undefined && { material: t.needMaterial }),
      ...('errors' in spoken && spoken.errors),
    })
  const { caseId, orderId, content } = spoken.order
  const agreed = await perform(c.house, c.asking, {
    caseId,
    command: {
      type: 'agreePurchase',
      input: {
        orderId,
        provider: content.provider,
        item,
        priceListFrom: list.validFrom,
        shownOere: item.priceOere,
        said: { how: 'spoken', inWords: spoken.inWords },
        handedOver: true,
      },
    },
    commandId: c.form.commandId ?? c.house.newId(),
  })
  if (isConflict(agreed)) return materials(c, { citizen: t.notAll })
  if (isRefusal(agreed)) return materials(c, { citizen: refusalInWords(agreed, c.language) })
  return seeOther(`${here}?givet`)
}
