/** The citizen's own case: what happens now, papers, what has happened, who has seen it. */

import { versionOn } from '../../casework/house.ts'
import { findCase } from '../../casework/load-case.ts'
import { perform } from '../../casework/perform.ts'
import { currentProceeding } from '../../domain/case/case-file.ts'
import { complaintExpiry } from '../../domain/case/processing.ts'
import { readLetterSnapshot } from '../../letters/letter-snapshot.ts'
import { toPlainText } from '../../letters/plain-text.ts'
import { looksAtCase } from '../../store/access-log.ts'
import { casesInReach } from '../../store/cases.ts'
import { read } from '../../store/connection.ts'
import { findDocument } from '../../store/documents.ts'
import { findUser } from '../../store/users.ts'
import { dayAndTime, longDay, plainDay } from '../i18n/dates.ts'
import { derivationInWords } from '../i18n/derivation.ts'
import type { CaseContext, PageContext } from '../platform/context.ts'
import { errorPage } from '../platform/error-page.tsx'
import { file as fileAnswer, html } from '../platform/respond.tsx'
import { LetterSections } from '../ui/letter-view.tsx'
import { Alert, Card, Details, LinkButton, ProgressSteps, Table, Timeline } from '../ui/parts.tsx'
import { findApplicationDraft } from './application-draft.ts'
import { applicationMessages } from './application-messages.ts'
import { caseMessages } from './case-messages.ts'
import { happeningsOf } from './happenings.ts'
import {
  caseHref,
  findOwnLetter,
  lastDecision,
  lettersFor,
  type Situation,
  situationOf,
} from './situation.ts'

/** The cases of whoever the visitor has chosen to act for, or their own; never both at once. */
async function casesOf(c: PageContext) {
  const about = c.asking.onBehalfOf ?? c.asking.subject.personId
  return read(c.house.db, c.scope, async (tx) => {
    const entries = (await casesInReach(tx, 50)).filter((entry) => entry.personId === about)
    const loaded = await Promise.all(entries.map((entry) => findCase(tx, entry.caseId)))
    return loaded.flatMap((one) => (one ? [one] : []))
  })
}

const viewOf = (c: PageContext, file: CaseContext['case']['file']): Situation =>
  situationOf({ file, municipality: c.municipality, today: c.today, language: c.language })

function Next({ c, situation }: { readonly c: PageContext; readonly situation: Situation }) {
  const t = caseMessages(c.language)
  return (
    <div class="hv-next">
      <h2>{t.nextTitle}</h2>
      <p class="font-lead">{situation.sentence}</p>
      {situation.derivation.length > 0 && (
        <Details summary={t.whyDate}>
          <p>{derivationInWords(situation.derivation, c.language)}</p>
        </Details>
      )}
      {situation.action && <LinkButton href={situation.action.href}>{situation.action.text}</LinkButton>}
    </div>
  )
}

export async function home(c: PageContext): Promise<Response> {
  const t = caseMessages(c.language)
  const [cases, draft] = await Promise.all([casesOf(c), findApplicationDraft(c)])
  const name = c.visitor.kind === 'citizen' ? (c.visitor.actingFor?.name ?? c.visitor.name) : c.visitor.name
  const [newest, ...others] = cases
  const situation = newest && viewOf(c, newest.file)
  return html(
    c,
    t.caseTitle,
    <>
      <h1>{t.hello(name.split(' ')[0] ?? name)}</h1>
      {newest && situation ? (
        <>
          <Next c={c} situation={situation} />
          {!situation.over && (
            <ProgressSteps steps={situation.steps} label={t.stepsLabel} language={c.language} />
          )}
          <p>
            <a href={caseHref(newest.file)}>
              {t.caseTitle} ({t.caseNumber(newest.file.caseNumber)})
            </a>
          </p>
        </>
      ) : (
        <p class="font-lead">{t.noCase}</p>
      )}
      {draft ? (
        <LinkButton href="/borger/ansoegning" look={newest ? 'secondary' : 'primary'}>
          {t.continueDraft}
        </LinkButton>
      ) : (
        (newest === undefined || situation?.over) && (
          <LinkButton href="/borger/ansoegning">{t.apply}</LinkButton>
        )
      )}
      {others.length > 0 && (
        <>
          <h2>{t.yourCases}</h2>
          <ul>
            {others.map(({ file }) => (
              <li>
                <a href={caseHref(file)}>{t.caseNumber(file.caseNumber)}</a>
              </li>
            ))}
          </ul>
        </>
      )}
    </>,
  )
}

async function caseworkerLine(c: CaseContext): Promise<string> {
  const t = caseMessages(c.language)
  const { letterhead } = c.municipality
  const { caseworker } = c.case.file
  const scope = { municipality: c.municipality.code, viewer: { kind: 'system' } } as const
  const user = caseworker && (await read(c.house.db, scope, (tx) => findUser(tx, caseworker)))
  return user
    ? t.caseworker(user.name, user.phone ?? letterhead.phone)
    : t.noCaseworker(letterhead.unit, letterhead.phone)
}

export async function showCase(c: CaseContext): Promise<Response> {
  const t = caseMessages(c.language)
  const { file, history } = c.case
  const situation = viewOf(c, file)
  const mayWithdraw = !situation.over && currentProceeding(file).decision === undefined
  const letters = lettersFor(file, recipientIds(c))
  return html(
    c,
    t.caseTitle,
    <>
      <h1>
        {t.caseTitle} <small>({t.caseNumber(file.caseNumber)})</small>
      </h1>
      <Next c={c} situation={situation} />
      {!situation.over && (
        <ProgressSteps steps={situation.steps} label={t.stepsLabel} language={c.language} />
      )}
      <p>{await caseworkerLine(c)}</p>
      <h2>{t.papers}</h2>
      {letters.length === 0 ? (
        <p>{t.noPapers}</p>
      ) : (
        <ul>
          {letters.slice(0, 5).map((letter) => (
            <li>
              <a href={`${caseHref(file)}/brev/${letter.letterId}`}>{t.letters[letter.kind]}</a>,{' '}
              {plainDay(letter.on, c.language)}
            </li>
          ))}
        </ul>
      )}
      <h2>{t.timeline}</h2>
      <Timeline happenings={happeningsOf(history, c.municipality, c.language).slice(0, 6)} />
      <p>
        <a href={`${caseHref(file)}/tidslinje`}>{t.timeline}</a> ·{' '}
        <a href={`${caseHref(file)}/samtykke`}>{t.consents}</a>
        {mayWithdraw && (
          <>
            {' '}
            · <a href={`${caseHref(file)}/traek-tilbage`}>{t.withdraw}</a>
          </>
        )}
      </p>
    </>,
  )
}

/** Whose letters the visitor reads: their own, and those of the citizen they act for. */
export const recipientIds = (c: PageContext): readonly string[] =>
  [c.asking.subject.personId, c.asking.onBehalfOf].filter((id) => id !== undefined)

export function timeline(c: CaseContext): Response {
  const t = caseMessages(c.language)
  const happenings = happeningsOf(c.case.history, c.municipality, c.language)
  return html(
    c,
    t.timeline,
    <>
      <h1>{t.timeline}</h1>
      {happenings.length === 0 ? <p>{t.nothingYet}</p> : <Timeline happenings={happenings} />}
      <p>
        <a href={caseHref(c.case.file)}>{t.caseTitle}</a>
      </p>
    </>,
  )
}

export async function receipt(c: CaseContext): Promise<Response> {
  const t = applicationMessages(c.language)
  const { file } = c.case
  const situation = viewOf(c, file)
  return html(
    c,
    t.done,
    <>
      <h1>{t.done}</h1>
      <Alert kind="success">
        <p>
          {t.caseNumber} <strong>{file.caseNumber}</strong>
        </p>
        {situation.date && (
          <p>
            {t.answerBy} <strong class="hv-date">{longDay(situation.date, c.language)}</strong>
          </p>
        )}
      </Alert>
      <h2>{t.nowTitle}</h2>
      <ol>
        <li>{t.now1}</li>
        <li>{t.now2}</li>
        <li>{t.now3}</li>
      </ol>
      <p>{t.call(c.municipality.letterhead.phone)}</p>
      <LinkButton href={caseHref(file)}>{t.seeCase}</LinkButton>
    </>,
  )
}

export async function papers(c: PageContext): Promise<Response> {
  const t = caseMessages(c.language)
  const cases = await casesOf(c)
  const rows = cases.flatMap(({ file }) =>
    lettersFor(file, recipientIds(c)).map((letter) => ({ file, letter })),
  )
  return html(
    c,
    t.papers,
    <>
      <h1>{t.papers}</h1>
      <Table
        caption={t.papers}
        rows={rows}
        empty={<p>{t.noPapers}</p>}
        columns={[
          {
            heading: t.letterTitle,
            title: t.letterTitle,
            cell: ({ file, letter }) => (
              <a href={`${caseHref(file)}/brev/${letter.letterId}`}>{t.letters[letter.kind]}</a>
            ),
          },
          {
            heading: t.letterDate,
            title: t.letterDate,
            cell: ({ letter }) => plainDay(letter.on, c.language),
          },
          {
            heading: t.caseTitle,
            title: t.caseTitle,
            cell: ({ file }) => file.caseNumber,
          },
        ]}
      />
    </>,
  )
}

export async function letter(c: CaseContext): Promise<Response> {
  const t = caseMessages(c.language)
  const { file, caseId } = c.case
  const found = findOwnLetter(file, c.parameter('letterId'), recipientIds(c))
  const stored = found && (await read(c.house.db, c.scope, (tx) => findDocument(tx, caseId, found.inputs)))
  if (!found || !stored) return errorPage(c, 404)
  await markOpened(c, found.letterId)
  const { content } = readLetterSnapshot(stored.bytes)
  const run = lastDecision(file)
  const decided =
    found.kind === 'decision'
      ? file.proceedings.find((p) => p.decision?.letterId === found.letterId)
      : undefined
  const outcome = decided?.decision?.record.outcome
  const heading = outcome ? t.yourDecision(t.answers[outcome]) : content.title
  const { parameters } = versionOn(c.municipality, c.today).terms
  const expiry = decided && complaintExpiry(file, decided, parameters)
  return html(
    c,
    t.letters[found.kind],
    <>
      <h1>{heading}</h1>
      <p class="font-lead" lang="da">
        {content.oneSentence}
      </p>
      <div class="hv-actions">
        <a class="button button-secondary" href={`${c.path}/pdf`}>
          {t.pdf}
        </a>
        <a href={`${c.path}/tekst`}>{t.text}</a>
      </div>
      {outcome && (
        <>
          <h2>{t.whatNow}</h2>
          <p>{outcome === 'REFUSED' ? t.nowRefused : t.nowGranted}</p>
        </>
      )}
      {outcome && outcome !== 'GRANTED' && run === decided && (
        <>
          <h2>{t.disagree}</h2>
          <p>
            {expiry
              ? t.disagreeUntil(longDay(expiry.due, c.language))
              : t.disagreeAfter(parameters.complaintWeeks)}
          </p>
          <p>{t.disagreeHow(c.municipality.letterhead.unit, c.municipality.letterhead.phone)}</p>
          <p>{t.disagreeMeanwhile}</p>
          {expiry && (
            <Details summary={t.whyDate}>
              <p>{derivationInWords(expiry.derivation, c.language)}</p>
            </Details>
          )}
        </>
      )}
      <div class={content.easyRead ? 'hv-columns' : ''} lang="da">
        {content.easyRead && (
          <Card title={t.easyText}>
            <p>{t.easyNote}</p>
            <LetterSections sections={content.easyRead.sections} />
          </Card>
        )}
        <Card title={t.theRealText}>
          <LetterSections sections={content.sections} />
        </Card>
      </div>
    </>,
  )
}

/** Opened by the one it is for; a second look changes nothing, and a look on behalf of somebody is the looker's own. */
async function markOpened(
  c: CaseContext,
  letterId: CaseContext['case']['file']['letters'][number]['letterId'],
): Promise<void> {
  const by = c.asking.subject.personId
  if (by === undefined) return
  const copy = c.case.file.letters
    .find((l) => l.letterId === letterId)
    ?.copies.find((k) => k.recipient === by)
  if (!copy || copy.opened) return
  await perform(c.house, c.asking, {
    caseId: c.case.caseId,
    command: { type: 'openLetter', input: { letterId, by } },
    commandId: c.house.newId(),
  })
}

export async function letterPdf(c: CaseContext): Promise<Response> {
  const found = findOwnLetter(c.case.file, c.parameter('letterId'), recipientIds(c))
  const stored =
    found && (await read(c.house.db, c.scope, (tx) => findDocument(tx, c.case.caseId, found.document)))
  if (!found || !stored) return errorPage(c, 404)
  return fileAnswer(stored.bytes, stored.mediaType, `${found.kind}-${c.case.file.caseNumber}.pdf`)
}

export async function letterText(c: CaseContext): Promise<Response> {
  const found = findOwnLetter(c.case.file, c.parameter('letterId'), recipientIds(c))
  const stored =
    found && (await read(c.house.db, c.scope, (tx) => findDocument(tx, c.case.caseId, found.inputs)))
  if (!found || !stored) return errorPage(c, 404)
  const text = toPlainText(readLetterSnapshot(stored.bytes))
  return new Response(text, { headers: { 'Content-Type': 'text/plain; charset=utf-8' } })
}

export async function seen(c: PageContext): Promise<Response> {
  const t = caseMessages(c.language)
  const cases = await casesOf(c)
  const about = c.asking.onBehalfOf ?? c.asking.subject.personId
  const looks = (
    await read(c.house.db, c.scope, (tx) =>
      Promise.all(cases.map(({ caseId }) => looksAtCase(tx, caseId, 200))),
    )
  ).flat()
  const whoOf = (look: (typeof looks)[number]): string => {
    if (look.actor.kind === 'staff') return t.staff
    if (look.actor.kind === 'system') return t.system
    return look.actor.personId === about ? t.you : t.someoneForYou
  }
  return html(
    c,
    t.seen,
    <>
      <h1>{t.seen}</h1>
      <p>{t.seenText}</p>
      <Table
        caption={t.seen}
        rows={looks}
        empty={<p>{t.seenNone}</p>}
        columns={[
          { heading: t.seenWhen, title: t.seenWhen, cell: (look) => dayAndTime(look.at, c.language) },
          { heading: t.seenWho, title: t.seenWho, cell: whoOf },
          {
            heading: t.seenWhat,
            title: t.seenWhat,
            cell: (look) => (look.purpose ? t.reason(look.purpose) : '–'),
          },
        ]}
      />
    </>,
  )
}
