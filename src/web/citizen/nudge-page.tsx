/** Whether the citizen wants an e-mail when something new waits: their own choice, no until they say yes. */
import { read, write } from '../../store/connection.ts'
import { chooseNudge, wantsNudge } from '../../store/contact-preferences.ts'
import { findPerson } from '../../store/persons.ts'
import { threadMessages } from '../messages/words.ts'
import type { PageContext } from '../platform/context.ts'
import { html, seeOther } from '../platform/respond.tsx'
import { Form, Submit } from '../ui/fields.tsx'
import { Alert, BackLink } from '../ui/parts.tsx'

const here = '/borger/beskeder/e-mail'

export async function showNudge(c: PageContext): Promise<Response> {
  const t = threadMessages(c.language)
  const { personId } = c.asking.subject
  // Nobody chooses for somebody else: whoever acts for the citizen has an e-mail of their own.
  if (personId === undefined || c.asking.onBehalfOf !== undefined) return seeOther('/borger/beskeder')
  const [person, wants] = await read(c.house.db, c.scope, (tx) =>
    Promise.all([findPerson(tx, personId), wantsNudge(tx, personId)]),
  )
  const email = person?.email
  return html(
    c,
    t.nudgeTitle,
    <>
      <BackLink href="/borger/beskeder" language={c.language} />
      <h1>{t.nudgeTitle}</h1>
      <Alert kind="info">
        <p>{wants && email ? t.nudgeIsOn : t.nudgeIsOff}</p>
      </Alert>
      {email === undefined && <p>{t.noEmail}</p>}
      {email !== undefined && <p>{t.nudgeText(email)}</p>}
      {(email !== undefined || wants) && (
        <Form action={here} csrf={c.csrf}>
          <Submit name="email" value={wants ? 'nej' : 'ja'}>
            {wants ? t.nudgeOff : t.nudgeOn}
          </Submit>
        </Form>
      )}
    </>,
  )
}

export async function saveNudge(c: PageContext): Promise<Response> {
  const { personId } = c.asking.subject
  if (personId !== undefined && c.asking.onBehalfOf === undefined)
    await write(c.house.db, c.scope, (tx) =>
      chooseNudge(tx, personId, { wants: c.form.text('email') === 'ja', on: c.today }),
    )
  return seeOther(here)
}
