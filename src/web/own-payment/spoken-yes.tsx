/** A yes that somebody said to staff: whose it is, and their own words. */
import type { Child } from 'hono/jsx'
import type { PageContext } from '../platform/context.ts'
import { type Errors, Form, Select, Submit, TextArea } from '../ui/fields.tsx'
import type { PlacedPerson } from './provider-reads.ts'
import { payWords } from './staff-words.ts'

export const SpokenFields = ({
  c,
  people,
  hint,
  errors,
}: {
  readonly c: PageContext
  readonly people: readonly PlacedPerson[]
  readonly hint: string
  readonly errors: Errors
}) => {
  const t = payWords(c.language)
  return (
    <>
      <Select
        name="citizen"
        label={t.citizen}
        value={c.form.text('citizen')}
        errors={errors}
        empty={t.choose}
        options={people.map(({ order, name }) => ({ value: order.orderId, label: name }))}
      />
      <TextArea
        name="words"
        label={t.words}
        hint={hint}
        value={c.form.text('words')}
        rows={2}
        errors={errors}
      />
    </>
  )
}

type SpokenForm = Parameters<typeof SpokenFields>[0] & { readonly action: string; readonly children?: Child }

export const SpokenYes = ({ action, ...fields }: SpokenForm) => {
  const t = payWords(fields.c.language)
  return (
    <>
      <h2>{t.spokenTitle}</h2>
      <Form
        action={action}
        csrf={fields.c.csrf}
        commandId={fields.c.form.commandId ?? fields.c.house.newId()}
      >
        <SpokenFields {...fields} />
        <Submit look="secondary">{t.writeYes}</Submit>
      </Form>
    </>
  )
}

export type Spoken = { readonly order: PlacedPerson['order']; readonly inWords: string }

/** Who and what was said, or what is missing. */
export function spokenOf(
  c: PageContext,
  people: readonly PlacedPerson[],
): Spoken | { readonly errors: Errors } {
  const t = payWords(c.language)
  const person = people.find(({ order }) => order.orderId === c.form.text('citizen'))
  const inWords = c.form.text('words')
  if (person === undefined || inWords === undefined || inWords.length > 500)
    return {
      errors: {
        ...(person === undefined && { citizen: t.needCitizen }),
        ...((inWords === undefined || inWords.length > 500) && { words: t.needWords }),
      },
    }
  return { order: person.order, inWords }
}
