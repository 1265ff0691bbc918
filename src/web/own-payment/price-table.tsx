import type { PriceList } from '../../domain/own-payment.ts'
import { amountInWords } from '../i18n/money.ts'
import type { PageContext } from '../platform/context.ts'
import { Table } from '../ui/parts.tsx'
import { kindNames, payWords } from './staff-words.ts'

/** The items of one approved list. */
export const PriceTable = ({ c, list }: { readonly c: PageContext; readonly list: PriceList }) => {
  const t = payWords(c.language)
  return (
    <Table
      caption={t.priceTitle}
      rows={list.items}
      empty={<p>{t.emptyList}</p>}
      columns={[
        { heading: t.what, title: t.what, cell: ({ name }) => name },
        { heading: t.kind, title: t.kind, cell: ({ kind }) => kindNames(c.language)[kind] },
        { heading: t.price, title: t.price, cell: ({ priceOere }) => amountInWords(priceOere, c.language) },
      ]}
    />
  )
}
