/** The management's price lists: one a provider, approved as a whole, never backwards (A12). */

import { performForMunicipality } from '../../casework/municipality.ts'
import { approvedPriceLists } from '../../casework/price-lists.ts'
import type { ProviderId } from '../../domain/identity.ts'
import { oereOf, type PriceItem, priceListOn, purchaseKinds } from '../../domain/own-payment.ts'
import { isRefusal } from '../../domain/refusal.ts'
import type { Provider } from '../../domain/standard/standard.ts'
import { currentStandard } from '../../standards/municipality.ts'
import { plainDay } from '../i18n/dates.ts'
import { refusalInWords } from '../i18n/refusals.ts'
import { ManagementTabs } from '../management/frame.tsx'
import type { PageContext } from '../platform/context.ts'
import { errorPage } from '../platform/error-page.tsx'
import { html, seeOther } from '../platform/respond.tsx'
import { dateOf } from '../ui/date-field.ts'
import { DateField, ErrorSummary, type Errors, Form, Select, Submit, TextField } from '../ui/fields.tsx'
import { BackLink } from '../ui/parts.tsx'
import { PriceTable } from './price-table.tsx'
import { kindNames, payWords } from './staff-words.ts'

const here = '/ledelse/priser'
/** Lines of the form: what is in force, and room for some more. */
const spare = 4

export async function priceLists(c: PageContext): Promise<Response> {
  const t = payWords(c.language)
  const lists = await approvedPriceLists(c.house, c.municipality.code)
  return html(
    c,
    t.pricesTitle,
    <>
      <h1>{t.pricesTitle}</h1>
      <ManagementTabs c={c} current="/priser" />
      <p>{t.pricesLead}</p>
      {currentStandard(c.municipality).providers.map(({ id, name }) => {
        const now = priceListOn(lists, id, c.today)
        const later = lists.filter((list) => list.provider === id && list.validFrom > c.today)
        return (
          <section>
            <h2>{name}</h2>
            {now ? (
              <>
                <p>{t.inForce(plainDay(now.validFrom, c.language))}</p>
                <PriceTable c={c} list={now} />
              </>
            ) : (
              <p>{t.noList}</p>
            )}
            {later.map((list) => (
              <>
                <p>{t.comes(plainDay(list.validFrom, c.language))}</p>
                <PriceTable c={c} list={list} />
              </>
            ))}
            <p>
              <a href={`${here}/${id}`}>
                {t.makeList}
                <span class="sr-only">: {name}</span>
              </a>
            </p>
          </section>
        )
      })}
    </>,
  )
}

const providerAsked = (c: PageContext): Provider | undefined =>
  currentStandard(c.municipality).providers.find(({ id }) => id === c.parameter('provider'))

export async function showApproval(c: PageContext, errors: Errors = {}): Promise<Response> {
  const provider = providerAsked(c)
  if (provider === undefined) return errorPage(c, 404)
  const t = payWords(c.language)
  const lists = await approvedPriceLists(c.house, c.municipality.code)
  const items = priceListOn(lists, provider.id, c.today)?.items ?? []
  const posted = c.form.values['name-0'] !== undefined
  const lines = posted
    ? Object.keys(c.form.values).filter((name) => name.startsWith('name-')).length
    : items.length + spare
  return html(
    c,
    t.makeList,
    <>
      <BackLink href={here} language={c.language} />
      <ErrorSummary errors={errors} language={c.language} />
      <h1>{t.approveTitle(provider.name)}</h1>
      <p>{t.approveLead}</p>
      <Form action={c.path} csrf={c.csrf} commandId={c.form.commandId ?? c.house.newId()}>
        {Array.from({ length: lines }, (_, n) => (
          <Line c={c} n={n} item={posted ? undefined : items[n]} errors={errors} />
        ))}
        <DateField
          name="validFrom"
          label={t.validFrom}
          language={c.language}
          value={posted ? undefined : c.today}
          typed={c.form.values}
          errors={errors}
        />
        <Submit>{t.approve}</Submit>
      </Form>
    </>,
    Object.keys(errors).length > 0 ? 422 : 200,
  )
}

function Line({
  c,
  n,
  item,
  errors,
}: {
  readonly c: PageContext
  readonly n: number
  readonly item: PriceItem | undefined
  readonly errors: Errors
}) {
  const t = payWords(c.language)
  const kroner = item && (item.priceOere / 100).toFixed(2).replace('.', ',').replace(',00', '')
  return (
    <fieldset class="hv-card">
      <legend class="form-label">{t.line(n + 1)}</legend>
      <input type="hidden" name={`id-${n}`} value={c.form.text(`id-${n}`) ?? item?.itemId ?? ''} />
      <TextField
        name={`name-${n}`}
        label={t.what}
        value={c.form.text(`name-${n}`) ?? item?.name}
        errors={errors}
      />
      <Select
        name={`kind-${n}`}
        label={t.kind}
        value={c.form.text(`kind-${n}`) ?? item?.kind ?? 'trip'}
        options={purchaseKinds.map((kind) => ({ value: kind, label: kindNames(c.language)[kind] }))}
      />
      <TextField
        name={`amount-${n}`}
        label={t.amount}
        inputmode="decimal"
        width={8}
        value={c.form.text(`amount-${n}`) ?? kroner}
        errors={errors}
      />
    </fieldset>
  )
}

/** A short name out of the name, for an item that has none yet. */
const shortNameOf = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll('æ', 'ae')
    .replaceAll('ø', 'oe')
    .replaceAll('å', 'aa')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40) || 'vare'

type Typed = { readonly items: readonly PriceItem[]; readonly errors: Errors }

function itemsOf(c: PageContext): Typed {
  const t = payWords(c.language)
  const errors: Record<string, string> = {}
  const items: PriceItem[] = []
  for (let n = 0; c.form.values[`name-${n}`] !== undefined && n < 40; n += 1) {
    const [name, amount] = [c.form.text(`name-${n}`), c.form.text(`amount-${n}`)]
    if (name === undefined && amount === undefined) continue
    const priceOere = amount === undefined ? undefined : oereOf(amount)
    if (name === undefined || name.length > 80) errors[`name-${n}`] = t.needName
    if (priceOere === undefined || priceOere === 0) errors[`amount-${n}`] = t.needAmount
    const kind = purchaseKinds.find((k) => k === c.form.text(`kind-${n}`)) ?? 'trip'
    const itemId = c.form.text(`id-${n}`) ?? shortNameOf(name ?? '')
    if (items.some((i) => i.itemId === itemId)) errors[`name-${n}`] = t.twice
    else if (name !== undefined && priceOere !== undefined) items.push({ itemId, kind, name, priceOere })
  }
  return { items, errors }
}

export async function approve(c: PageContext): Promise<Response> {
  const provider = providerAsked(c)
  if (provider === undefined) return errorPage(c, 404)
  const t = payWords(c.language)
  const { items, errors } = itemsOf(c)
  const validFrom = dateOf(c.form, 'validFrom')
  if (Object.keys(errors).length > 0 || validFrom === undefined || validFrom === 'wrong')
    return showApproval(c, {
      ...errors,
      ...((validFrom === undefined || validFrom === 'wrong') && { validFrom: t.needDay }),
    })
  const done = await performForMunicipality(c.house, c.asking, {
    command: {
      type: 'approvePriceList',
      input: { provider: provider.id satisfies ProviderId, validFrom, items: [...items] },
    },
    commandId: c.form.commandId ?? c.house.newId(),
  })
  if (!isRefusal(done)) return seeOther(here)
  return showApproval(c, {
    [done.field ?? 'validFrom']:
      done.code === 'dateInPast' ? t.notBackwards : refusalInWords(done, c.language),
  })
}
