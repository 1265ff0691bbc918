/** What one writes under a thread: quick answers for the citizen, and a message with who is asked. */
import type { Side } from '../../domain/case/message/events.ts'
import type { PageContext } from '../platform/context.ts'
import { Checkboxes, type Errors, Form, Radios, Submit, TextArea } from '../ui/fields.tsx'
import type { Thread } from './read-thread.ts'
import { typedText } from './send.ts'
import { staffThreadMessages, threadMessages } from './words.ts'

type To = { readonly value: Side; readonly label: string }

type FormProps = {
  readonly c: PageContext
  readonly action: string
  /** Whom this side can write to; the first is proposed. */
  readonly to: readonly [To, ...To[]]
  readonly errors: Errors
  /** Whether one says that no answer is needed: between provider and authority. */
  readonly staff?: boolean
}

export function MessageForm({ c, action, to, errors, staff = false }: FormProps) {
  const t = threadMessages(c.language)
  const s = staffThreadMessages(c.language)
  return (
    <Form action={action} csrf={c.csrf} commandId={c.form.commandId ?? c.house.newId()}>
      <TextArea name="text" label={t.message} value={typedText(c)} errors={errors} />
      <Radios
        name="to"
        label={t.toWhom}
        value={c.form.text('to') ?? to[0].value}
        errors={errors}
        options={to}
      />
      {staff && (
        <Checkboxes
          name="intetSvar"
          label={s.answer}
          options={[{ value: 'ja', label: s.noAnswer }]}
          values={c.form.all('intetSvar')}
        />
      )}
      <Submit>{t.send}</Submit>
    </Form>
  )
}

/** A yes, a no, or a call: to whoever of the staff wrote last, with nothing to type. */
export function QuickAnswers({
  c,
  action,
  thread,
}: {
  readonly c: PageContext
  readonly action: string
  readonly thread: Thread
}) {
  const t = threadMessages(c.language)
  const last = thread.messages.filter((m) => m.from !== 'citizen').at(-1)
  if (last === undefined) return null
  return (
    <Form action={action} csrf={c.csrf} commandId={c.house.newId()}>
      <input type="hidden" name="to" value={last.from} />
      <h2>{t.quickTitle}</h2>
      <div class="hv-actions">
        {(
          [
            ['ja', t.quick.yes],
            ['nej', t.quick.no],
            ['ring', t.quick.callMe],
          ] as const
        ).map(([value, label]) => (
          <Submit name="svar" value={value} look="secondary">
            {label}
          </Submit>
        ))}
      </div>
    </Form>
  )
}

/** The thread closed while somebody wrote: what they typed is theirs to copy. */
export function NotSent({ c }: { readonly c: PageContext }) {
  const text = typedText(c)
  if (text === '') return null
  return (
    <>
      <p>{threadMessages(c.language).notSent}</p>
      <p class="hv-pre hv-quote" id="f-text">
        {text}
      </p>
    </>
  )
}
