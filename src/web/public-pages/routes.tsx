/** Pages for anybody: what it is, whether one can apply, where help is, how long it takes, and what we keep. */

import { serialize } from 'hono/utils/cookie'
import { currentStandard } from '../../standards/municipality.ts'
import { calendarFeed } from '../citizen/week/feed.ts'
import { plainDay } from '../i18n/dates.ts'
import { languages } from '../i18n/messages.ts'
import { periodInWords } from '../i18n/period.ts'
import type { PublicContext } from '../platform/context.ts'
import { languageCookie } from '../platform/language.ts'
import { html, seeOther } from '../platform/respond.tsx'
import { publicPage, type Route } from '../platform/route.ts'
import { LinkButton } from '../ui/parts.tsx'
import { publicMessages } from './messages.ts'
import { pictures } from './pictures.tsx'

const processingTime = (c: PublicContext): string =>
  periodInWords(currentStandard(c.municipality).parameters.processingTime.value, c.language)

function home(c: PublicContext): Response {
  const say = publicMessages(c.language)
  return html(
    c,
    say.homeTitle,
    <>
      <h1>{say.homeTitle}</h1>
      <p class="font-lead">{say.homeLead}</p>
      <p>{say.homeWho}</p>
      <p>
        <strong>{say.homeHowLong(processingTime(c))}</strong>
      </p>
      <div class="hv-actions">
        <LinkButton href="/borger/ansoegning">{say.applyNow}</LinkButton>
        <LinkButton href="/log-ind" look="secondary">
          {say.seeCase}
        </LinkButton>
      </div>
      <ul class="hv-links">
        <li>
          <a href="/kan-jeg-soege">{say.canTitle}</a>
        </li>
        <li>
          <a href="/hjaelp">{say.getHelp}</a>
        </li>
      </ul>
    </>,
  )
}

function canIApply(c: PublicContext): Response {
  const say = publicMessages(c.language)
  return html(
    c,
    say.canTitle,
    <>
      <h1>{say.canTitle}</h1>
      <p>{say.canLead}</p>
      <ol>
        <li>{say.canAge}</li>
        <li>{say.canHard}</li>
        <li>{say.canNeed}</li>
      </ol>
      <p>
        <strong>{say.canAlways}</strong>
      </p>
      <LinkButton href="/borger/ansoegning">{say.applyNow}</LinkButton>
    </>,
  )
}

function help(c: PublicContext): Response {
  const say = publicMessages(c.language)
  const { address, phone, unit } = c.municipality.letterhead
  return html(
    c,
    say.helpTitle,
    <>
      <h1>{say.helpTitle}</h1>
      <p class="font-lead">{say.helpCall(phone)}</p>
      <p>{say.helpOther}</p>
      <p>{say.helpPaper}</p>
      <p>{say.helpInterpreter}</p>
      <h2>{say.helpAddress}</h2>
      <p>
        {c.municipality.name}, {unit}
        {address.map((line) => (
          <>
            <br />
            {line}
          </>
        ))}
      </p>
    </>,
  )
}

/** The deadlines as the law wants them published (RSL § 3 stk. 2, § 3 a): read from the standard itself. */
function deadlines(c: PublicContext): Response {
  const say = publicMessages(c.language)
  const { validFrom } = currentStandard(c.municipality)
  return html(
    c,
    say.deadlinesTitle,
    <>
      <h1>{say.deadlinesTitle}</h1>
      <p>{say.deadlinesText(processingTime(c))}</p>
      <p>{say.deadlinesRemand}</p>
      <p>{say.deadlinesDelay}</p>
      <p>{say.deadlinesFrom(plainDay(validFrom, c.language))}</p>
    </>,
  )
}

function privacy(c: PublicContext): Response {
  const say = publicMessages(c.language)
  const { da, let: easy } = c.municipality.texts.privacyNotice
  const { letterhead } = c.municipality
  const fill = (text: string): string =>
    text
      .replaceAll('{kommune}', letterhead.municipality)
      .replaceAll('{enhed}', letterhead.unit)
      .replaceAll('{telefon}', letterhead.phone)
      .replaceAll('{mail}', letterhead.email ?? '')
      .replaceAll('{adresse}', letterhead.address.join(', '))
  return html(
    c,
    say.privacyTitle,
    <>
      <h1>{say.privacyTitle}</h1>
      <div lang="da">
        {(c.language === 'let' ? easy : da).map((paragraph) => (
          <p>{fill(paragraph)}</p>
        ))}
      </div>
    </>,
  )
}

function cookies(c: PublicContext): Response {
  const say = publicMessages(c.language)
  return html(
    c,
    say.cookiesTitle,
    <>
      <h1>{say.cookiesTitle}</h1>
      <p>{say.cookiesText}</p>
    </>,
  )
}

function was(c: PublicContext): Response {
  const { url, phone, email } = c.configuration.was
  if (url) return new Response(null, { status: 302, headers: { Location: url } })
  const say = publicMessages(c.language)
  const { letterhead } = c.municipality
  return html(
    c,
    say.wasTitle,
    <>
      <h1>{say.wasTitle}</h1>
      <p>{say.wasText}</p>
      <p>{say.wasContact(phone ?? letterhead.phone, email ?? letterhead.email ?? '')}</p>
    </>,
  )
}

function chooseLanguage(c: PublicContext): Response {
  const chosen = languages.find((l) => l === c.parameter('sprog')) ?? 'da'
  const to = c.query.get('til') ?? '/'
  const answer = seeOther(/^\/(?![/\\])/.test(to) ? to : '/')
  answer.headers.append(
    'Set-Cookie',
    serialize(languageCookie, chosen, { path: '/', maxAge: 31_536_000, sameSite: 'Lax', httpOnly: true }),
  )
  return answer
}

export const publicRoutes: readonly Route[] = [
  publicPage('public.home', '/', home),
  publicPage('public.can-i-apply', '/kan-jeg-soege', canIApply),
  publicPage('public.help', '/hjaelp', help),
  publicPage('public.deadlines', '/sagsbehandlingsfrister', deadlines),
  publicPage('public.privacy', '/privatliv', privacy),
  publicPage('public.cookies', '/cookies', cookies),
  publicPage('public.pictures', '/billeder', pictures),
  publicPage('public.was', '/was', was),
  publicPage('public.language', '/sprog/:sprog', chooseLanguage),
  { ...publicPage('public.calendar', '/kalender/:token', calendarFeed), limited: true },
]
