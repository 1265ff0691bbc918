/** Sending the application, once, and what is said to whoever sent it for somebody else. */
import { openCase } from '../../casework/perform.ts'
import { isRefusal } from '../../domain/refusal.ts'
import { longDay } from '../i18n/dates.ts'
import { refusalInWords } from '../i18n/refusals.ts'
import type { PageContext } from '../platform/context.ts'
import { html, seeOther } from '../platform/respond.tsx'
import { Alert, LinkButton } from '../ui/parts.tsx'
import { draftKey } from './application-draft.ts'
import { applicationOf } from './application-input.ts'
import { check } from './application-pages.tsx'
import { base, findObstacle, findSent, lacking, progressOf, say } from './application-progress.tsx'
import { one } from './application-step.ts'
import { personNamed } from './named-person.ts'

export async function send(c: PageContext): Promise<Response> {
  const obstacle = await findObstacle(c)
  if (obstacle) return obstacle
  const progress = await progressOf(c)
  const { draft, values, bornOn } = progress
  // Posted twice: the draft went with the first, and its id was the command's.
  if (draft === undefined) return seeOther((await findSent(c, c.form.commandId)) ?? '/borger')
  if (lacking(c, progress).length > 0) return seeOther(`${base}/tjek`)
  const self = c.asking.subject.personId
  if (self === undefined) return seeOther(base)
  const { onBehalfOf } = c.asking
  const helping = one(values, 'who') === 'helper' && onBehalfOf === undefined
  const named = { cpr: one(values, 'helperCpr'), name: one(values, 'helperName') }
  const helped = helping ? await personNamed(c, named) : undefined
  const personId = helped?.personId ?? onBehalfOf ?? self
  const born = helped?.bornOn ?? bornOn
  if (born === undefined || (helping && helped === undefined)) return seeOther(`${base}/personen`)
  if (helping && personId === self) return check(c, say(c).ownCpr)
  const applicant = onBehalfOf
    ? ({ kind: 'representative', personId: self } as const)
    : helping
      ? ({ kind: 'helper', personId: self, relation: one(values, 'helperRelation') ?? '' } as const)
      : ({ kind: 'self' } as const)
  const about = { personId, bornOn: born, today: c.today }
  const opened = await openCase(c.house, c.asking, {
    application: applicationOf(values, about, applicant),
    commandId: draft.draftId,
    draft: { ...draftKey(c), draftId: draft.draftId },
  })
  if (isRefusal(opened)) return check(c, refusalInWords(opened, c.language))
  return seeOther(helping ? `${base}/sendt` : `${base}/kvittering/${opened.caseNumber}`)
}

/** A helper has no power to see the case: they are told that it came, and no more. */
export function sentForAnother(c: PageContext): Response {
  const t = say(c)
  return html(
    c,
    t.sentTitle,
    <>
      <h1>{t.sentTitle}</h1>
      <Alert kind="success">
        <p>{t.sentFrom(longDay(c.today, c.language))}</p>
      </Alert>
      <h2>{t.nowTitle}</h2>
      <ol>
        <li>{t.sent1}</li>
        <li>{t.sent2}</li>
        <li>{t.sent3}</li>
      </ol>
      <p>{t.call(c.municipality.letterhead.phone)}</p>
      <LinkButton href="/borger">{t.sentHome}</LinkButton>
    </>,
  )
}
