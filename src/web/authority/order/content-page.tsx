/** What only a person can say of an order: whether its content has the aim that the standard promises (K2.0-4). */
import { currentOrder } from '../../../domain/case/case-file.ts'
import { plainDay } from '../../i18n/dates.ts'
import { defineMessages } from '../../i18n/messages.ts'
import { Radios, TextArea } from '../../ui/fields.tsx'
import { Alert } from '../../ui/parts.tsx'
import type { FormPage } from '../form-page.tsx'
import { Seen } from './page.tsx'

const words = defineMessages({
  da: {
    title: 'Vurdér indholdet af bestillingen',
    lead: 'Om indholdet holder, hvad kvalitetsstandarden lover, kan kun et menneske vurdere. Læs bestillingen herunder, før du svarer.',
    question:
      'Er indholdet rettet mod at opretholde eller forbedre borgerens personlige færdigheder eller livsvilkår?',
    yes: 'Ja',
    no: 'Nej, endnu ikke',
    noHint:
      'Dit svar bliver skrevet ned. Punktet står åbent, til nogen har vurderet, at indholdet har det sigte.',
    because: 'Hvad bygger du det på?',
    becauseHint: 'Fx hvilke mål og hvilken indsats, eller hvad der mangler.',
    button: 'Gem vurderingen',
    former: (day: string, who: string) => `${who} svarede nej ${day}:`,
    nothing: 'Der er ingen bestilling at vurdere.',
    done: (day: string, who: string) => `${who} vurderede ${day}, at indholdet har det sigte:`,
  },
  en: {
    title: 'Judge the content of the order',
    lead: 'Whether the content does what the quality standard promises, only a person can judge. Read the order below before you answer.',
    question:
      'Does the content aim at keeping up or improving the citizen’s personal skills or living conditions?',
    yes: 'Yes',
    no: 'No, not yet',
    noHint:
      'Your answer is recorded. The promise stays open until somebody has judged that the content has that aim.',
    because: 'What do you base that on?',
    becauseHint: 'For example which goals and what support, or what is missing.',
    button: 'Save the judgement',
    former: (day: string, who: string) => `${who} answered no on ${day}:`,
    nothing: 'There is no order to judge.',
    done: (day: string, who: string) => `${who} judged on ${day} that the content has that aim:`,
  },
})

const aims: Readonly<Record<string, boolean>> = { ja: true, nej: false }

export const contentPage: FormPage = {
  id: 'authority.order.content',
  command: 'judgeContent',
  path: '/bestilling/indhold',
  of: '/bestilling',
  title: (c) => words(c.language).title,
  button: (c) => words(c.language).button,
  fields: (c, errors, people) => {
    const t = words(c.language)
    const order = currentOrder(c.case.file)
    if (order === undefined) return <Alert kind="info">{t.nothing}</Alert>
    return (
      <>
        <p>{t.lead}</p>
        {order.judgements.map(({ on, actor, aimed, because }) => (
          <Alert kind={aimed ? 'success' : 'info'}>
            <p>
              {(aimed ? t.done : t.former)(
                plainDay(on, c.language),
                actor.kind === 'staff' ? people.userName(actor.userId) : '–',
              )}
            </p>
            <p class="hv-pre">{because}</p>
          </Alert>
        ))}
        <Seen c={c} people={people} content={order.content} />
        <input type="hidden" name="orderId" value={order.orderId} />
        <Radios
          name="aimed"
          label={t.question}
          options={[
            { value: 'ja', label: t.yes },
            { value: 'nej', label: t.no, hint: t.noHint },
          ]}
          value={c.form.text('aimed')}
          errors={errors}
        />
        <TextArea
          name="because"
          label={t.because}
          hint={t.becauseHint}
          value={c.form.text('because')}
          errors={errors}
        />
      </>
    )
  },
  input: ({ form }) => ({
    orderId: form.text('orderId'),
    aimed: aims[form.text('aimed') ?? ''],
    because: form.text('because'),
  }),
}
