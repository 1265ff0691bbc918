/** The citizen's own case: what happens now, papers, what has happened. */
import { type LoadedCase, targetOf } from '../../casework/load-case.ts'
import { may } from '../../domain/access/permissions.ts'
import { currentProceeding } from '../../domain/case/case-file.ts'
import { refuseIfNotReassessable } from '../../domain/case/reassessment/decide.ts'
import { openReassessmentOf } from '../../domain/case/reassessment/standing.ts'
import type { PersonId } from '../../domain/identity.ts'
import { read } from '../../store/connection.ts'
import { findUser } from '../../store/users.ts'
import { longDay, plainDay } from '../i18n/dates.ts'
import { derivationInWords } from '../i18n/derivation.ts'
import { threadMessages } from '../messages/words.ts'
import type { CaseContext, PageContext } from '../platform/context.ts'
import { goesSoonOn } from '../platform/kept-form.tsx'
import { html } from '../platform/respond.tsx'
import { Alert, BackLink, Details, LinkButton, ProgressSteps, Table, Timeline } from '../ui/parts.tsx'
import { accessMessages } from './access/words.ts'
import { findApplicationDraft } from './application-draft.ts'
import { applicationMessages } from './application-messages.ts'
import { caseMessages } from './case-messages.ts'
import { changeMessages } from './change-messages.ts'
import { complaintMessages } from './complaint-messages.ts'
import { YourComplaints } from './complaint-pages.tsx'
import { hasDays } from './daily-notes.tsx'
import { DaysTalk } from './days-talk.tsx'
import { happeningsOf } from './happenings.ts'
import { helperMessages } from './helper-messages.ts'
import { helpersHref, helpersOf, namesOfHelpers } from './helpers-pages.tsx'
import { recipientIds } from './letter-pages.tsx'
import { mayDo } from './may-do.ts'
import { meetingMessages } from './meeting-words.ts'
import { unreadFor } from './message-pages.tsx'
import { noteMessages } from './note-messages.ts'
import { casesOf } from './own-cases.ts'
import { caseHref, lastDecision, lettersFor, type Situation, situationOf } from './situation.ts'
import { weekMessages } from './week/words.ts'
import { findPlace, YourPlace } from './your-place.tsx'

const viewOf = (c: PageContext, loaded: LoadedCase): Situation => {
  const { personId } = c.asking.subject
  const target = targetOf(loaded, { personId, today: c.today, opened: false })
  return situationOf({
    file: loaded.file,
    municipality: c.municipality,
    today: c.today,
    language: c.language,
    may: (action) => may(action, c.asking.subject, target),
  })
}

function Next({ c, situation }: { readonly c: PageContext; readonly situation: Situation }) {
  const t = caseMessages(c.language)
  return (
    <div class="hv-next">
      <h2>{t.nextTitle}</h2>
      <p class="font-lead">{situation.sentence}</p>
      {situation.also && <p>{situation.also}</p>}
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
  const m = threadMessages(c.language)
  const [cases, draft, unread] = await Promise.all([
    casesOf(c, 'viewOwnCase'),
    findApplicationDraft(c),
    unreadFor(c),
  ])
  const name = c.visitor.kind === 'citizen' ? (c.visitor.actingFor?.name ?? c.visitor.name) : c.visitor.name
  const [newest, ...others] = cases
  const planOnly = newest === undefined && (await casesOf(c, 'viewOwnPlan')).length > 0
  const draftGoes = draft && goesSoonOn(c, draft.expiresAt)
  const situation = newest && viewOf(c, newest)
  return html(
    c,
    t.caseTitle,
    <>
      <h1>{t.hello(name.split(' ')[0] ?? name)}</h1>
      {newest && situation ? (
        <>
          <Next c={c} situation={situation} />
          <DaysTalk c={c} file={newest.file} />
          {!situation.over && (
            <ProgressSteps steps={situation.steps} label={t.stepsLabel} language={c.language} />
          )}
          <ul class="hv-links">
            <li>
              <a href={caseHref(newest.file)}>
                {t.seeCase} <span class="hv-date-beside">{t.caseNumber(newest.file.caseNumber)}</span>
              </a>
            </li>
            <li>
              <a href="/borger/uge">{weekMessages(c.language).title}</a>
            </li>
            <li>
              <a href="/borger/moede">{meetingMessages(c.language).title}</a>
            </li>
            <li>
              <a href="/borger/beskeder">
                {m.title}
                {unread > 0 && <strong>{m.unreadCount(unread)}</strong>}
              </a>
            </li>
          </ul>
        </>
      ) : planOnly ? (
        <>
          <p class="font-lead">{helperMessages(c.language).planOnly}</p>
          <ul class="hv-links">
            <li>
              <a href="/borger/uge">{weekMessages(c.language).title}</a>
            </li>
          </ul>
        </>
      ) : (
        <p class="font-lead">{t.noCase}</p>
      )}
      {draft ? (
        <>
          <LinkButton href="/borger/ansoegning" look={newest ? 'secondary' : 'primary'}>
            {t.continueDraft}
          </LinkButton>
          {draftGoes && <p>{t.draftGoes(longDay(draftGoes, c.language))}</p>}
        </>
      ) : (
        (newest === undefined || situation?.over) && (
          <LinkButton href="/borger/ansoegning">{t.apply}</LinkButton>
        )
      )}
      {others.length > 0 && (
        <>
          <h2>{t.yourCases}</h2>
          <ul class="hv-links">
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

/** What a representative may do nothing with is not offered to them; they are told so. */
const mayOnlyLook = (c: CaseContext): boolean =>
  c.asking.onBehalfOf !== undefined &&
  !(['answerHearing', 'withdrawApplication', 'giveConsent'] as const).some((action) => mayDo(c, action))

export async function showCase(c: CaseContext): Promise<Response> {
  const t = caseMessages(c.language)
  const { file, history } = c.case
  const situation = viewOf(c, c.case)
  const mayWithdraw =
    !situation.over &&
    currentProceeding(file).decision === undefined &&
    openReassessmentOf(file) === undefined &&
    mayDo(c, 'withdrawApplication')
  const mayChange = openReassessmentOf(file) !== undefined || refuseIfNotReassessable(file) === undefined
  const letters = lettersFor(file, recipientIds(c))
  const happenings = happeningsOf(history, c.municipality, c.language)
  const href = caseHref(file)
  const place = await findPlace(c)
  return html(
    c,
    t.caseTitle,
    <>
      <h1>{t.caseTitle}</h1>
      <p>{t.caseNumber(file.caseNumber)}</p>
      {mayOnlyLook(c) && (
        <Alert kind="info">
          <p>{t.readOnly}</p>
        </Alert>
      )}
      <Next c={c} situation={situation} />
      {!situation.over && (
        <ProgressSteps steps={situation.steps} label={t.stepsLabel} language={c.language} />
      )}
      <YourComplaints c={c} />
      <DaysTalk c={c} file={file} />
      {place && <YourPlace c={c} place={place} />}
      {hasDays(file) && (
        <p>
          <a href={`${href}/noter`}>{noteMessages(c.language).link}</a>
        </p>
      )}
      <h2>{t.whoTitle}</h2>
      <p>{await caseworkerLine(c)}</p>
      <Helpers c={c} names={await namesOfHelpers(c)} />
      <h2>{t.papers}</h2>
      {letters.length === 0 && <p>{t.noPapers}</p>}
      <ul class="hv-links">
        {letters.slice(0, 5).map((letter) => (
          <li>
            <a href={`${href}/brev/${letter.letterId}`}>
              {t.letters[letter.kind]} <span class="hv-date-beside">{plainDay(letter.on, c.language)}</span>
            </a>
          </li>
        ))}
        <li>
          <a href={`${href}/ansoegning`}>{t.yourApplication}</a>
        </li>
      </ul>
      <h2>{t.timeline}</h2>
      <Timeline happenings={happenings.slice(0, 5)} />
      <h2>{t.moreTitle}</h2>
      <ul class="hv-links">
        {happenings.length > 5 && (
          <li>
            <a href={`${href}/tidslinje`}>{t.seeAll}</a>
          </li>
        )}
        <li>
          <a href={`${href}/aktindsigt`}>{accessMessages(c.language).title}</a>
        </li>
        <li>
          <a href={`${href}/samtykke`}>{t.consents}</a>
        </li>
        {lastDecision(file) && mayDo(c, 'receiveComplaint') && (
          <li>
            <a href={`${href}/klage`}>{complaintMessages(c.language).open}</a>
          </li>
        )}
        {mayChange && (
          <li>
            <a href={`${href}/aendring`}>{changeMessages(c.language).title}</a>
          </li>
        )}
        {mayWithdraw && (
          <li>
            <a href={`${href}/traek-tilbage`}>{t.withdraw}</a>
          </li>
        )}
      </ul>
    </>,
  )
}

const named = (name: string | undefined, kind: string): string =>
  name === undefined ? kind : `${name}, ${kind.toLowerCase()}`

function Helpers({ c, names }: { readonly c: CaseContext; readonly names: ReadonlyMap<PersonId, string> }) {
  const t = caseMessages(c.language)
  const helpers = helpersOf(c)
  return (
    <>
      <h2>{t.representatives}</h2>
      <ul>
        {helpers.map(({ personId, type }) => (
          <li>{named(names.get(personId), helperMessages(c.language).kinds[type])}</li>
        ))}
      </ul>
      <p>{helpers.length === 0 ? t.noRepresentatives : t.helpersText}</p>
      <ul class="hv-links">
        <li>
          <a href={helpersHref(c)}>{helperMessages(c.language).see}</a>
        </li>
      </ul>
    </>
  )
}

export function timeline(c: CaseContext): Response {
  const t = caseMessages(c.language)
  const happenings = happeningsOf(c.case.history, c.municipality, c.language)
  return html(
    c,
    t.timeline,
    <>
      <BackLink href={caseHref(c.case.file)} language={c.language} />
      <h1>{t.timeline}</h1>
      {happenings.length === 0 ? <p>{t.nothingYet}</p> : <Timeline happenings={happenings} />}
    </>,
  )
}

export async function receipt(c: CaseContext): Promise<Response> {
  const t = applicationMessages(c.language)
  const { file } = c.case
  const situation = viewOf(c, c.case)
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
  const cases = await casesOf(c, 'viewOwnCase')
  const rows = cases.flatMap(({ file }) =>
    lettersFor(file, recipientIds(c)).map((letter) => ({ file, letter })),
  )
  return html(
    c,
    t.papers,
    <>
      <h1>{t.papers}</h1>
      <p>
        <a href="/borger/aktindsigt">{accessMessages(c.language).title}</a>
      </p>
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
