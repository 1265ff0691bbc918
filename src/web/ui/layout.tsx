/** The frame around every page: whose page, who I am, for whom I act, where help is, and the page itself. */
import type { Child, FC } from 'hono/jsx'
import { htmlLanguage, type Language } from '../i18n/messages.ts'
import { frameMessages } from './frame-messages.ts'

export type NavigationLink = { readonly href: string; readonly text: string; readonly current?: boolean }

/** How long the log-in lasts: without use, and at most from now. Minutes. */
export type SessionTime = { readonly idle: number; readonly longest: number }

export type Frame = {
  readonly language: Language
  readonly theme: 'citizen' | 'staff' | 'tablet'
  readonly municipalityName: string
  readonly helpPhone: string
  readonly viewerName?: string | undefined
  /** A tablet's name, where a tablet asks: nobody logs in or out there. */
  readonly tablet?: string | undefined
  readonly actingFor?: string | undefined
  readonly navigation: readonly NavigationLink[]
  readonly csrf: string
  readonly path: string
  /** Today in words, shown in the demonstration only. */
  readonly demonstrationDay?: string | undefined
  readonly session?: SessionTime | undefined
}

type Props = {
  readonly frame: Frame
  /** The page's title. It never holds a name or a CPR number: screens are shared and histories kept. */
  readonly title: string
  readonly children?: Child
}

export const Layout: FC<Props> = ({ frame, title, children }) => {
  const say = frameMessages(frame.language)
  const sheet = frame.theme === 'citizen' ? 'dkfds-borgerdk.min.css' : 'dkfds.min.css'
  return (
    <html lang={htmlLanguage(frame.language)}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${title} – ${frame.municipalityName}`}</title>
        <link rel="stylesheet" href={`/assets/fds/css/${sheet}`} />
        <link rel="stylesheet" href="/assets/hverdag.css" />
        {frame.theme === 'citizen' && <link rel="stylesheet" href="/assets/citizen.css" />}
        <link rel="icon" href="/assets/icon.svg" type="image/svg+xml" />
        <script src="/assets/hverdag.js" defer></script>
        {frame.theme === 'citizen' && <script src="/assets/read-aloud.js" defer></script>}
        {frame.theme === 'tablet' && <link rel="stylesheet" href="/assets/tablet.css" />}
        {frame.theme === 'tablet' && <script type="module" src="/assets/tablet.js"></script>}
      </head>
      <body
        class={`hv hv-${frame.theme} hv-lang-${frame.language}`}
        data-saved={say.saved}
        data-not-saved={say.notSaved}
      >
        <a class="skipnav" href="#indhold">
          {say.skip}
        </a>
        <Header frame={frame} />
        {frame.actingFor && (
          <section class="hv-acting" aria-label={say.actingFor(frame.actingFor)}>
            <div class="container">
              <strong>{say.actingFor(frame.actingFor)}</strong>{' '}
              <a href="/hvem-handler-du-for">{say.actForAnother}</a>
            </div>
          </section>
        )}
        <main id="indhold" class="container hv-main" tabindex={-1}>
          {children}
        </main>
        <Footer frame={frame} />
      </body>
    </html>
  )
}

const Header: FC<{ readonly frame: Frame }> = ({ frame }) => {
  const say = frameMessages(frame.language)
  return (
    <header class="hv-header">
      {frame.theme === 'citizen' && (
        <div class="container">
          <Languages frame={frame} />
        </div>
      )}
      <div class="container hv-header-row">
        <a class="hv-owner" href="/">
          <strong>{frame.municipalityName}</strong>
          <span>{say.product}</span>
        </a>
        <div class="hv-who">
          <a class="hv-help" href="/hjaelp">
            {say.help(frame.helpPhone)}
          </a>
          {frame.viewerName ? (
            <form method="post" action="/log-ud" class="hv-inline">
              <input type="hidden" name="_csrf" value={frame.csrf} />
              <span>{say.loggedInAs(frame.viewerName)}</span>
              <button type="submit" class="button button-tertiary">
                {say.logOut}
              </button>
            </form>
          ) : frame.theme === 'tablet' ? (
            <span>{frame.tablet}</span>
          ) : (
            <a class="hv-login" href="/log-ind">
              {say.logIn}
            </a>
          )}
        </div>
      </div>
      {frame.navigation.length > 0 && (
        <nav class="container hv-nav" aria-label={say.menu}>
          <ul class="no-max-width">
            {frame.navigation.map((link) => (
              <li>
                <a href={link.href} {...(link.current && { 'aria-current': 'page' })}>
                  {link.text}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </header>
  )
}

/** First on a citizen's page, so that easy text is found by whoever needs it; staff have it at the end. */
const Languages: FC<{ readonly frame: Frame }> = ({ frame }) => {
  const say = frameMessages(frame.language)
  return (
    <ul class="hv-languages no-max-width" aria-label={say.language}>
      {languages.map((language) => (
        <li>
          <a
            href={`/sprog/${language}?til=${encodeURIComponent(frame.path)}`}
            lang={language === 'en' ? 'en' : 'da'}
            {...(language === frame.language && { 'aria-current': 'true' })}
          >
            {say[language]}
          </a>
        </li>
      ))}
    </ul>
  )
}

/** In the order they are offered. */
const languages = ['da', 'let', 'en'] as const satisfies readonly Language[]

const Footer: FC<{ readonly frame: Frame }> = ({ frame }) => {
  const say = frameMessages(frame.language)
  return (
    <footer class="hv-footer">
      <div class="container">
        {frame.theme !== 'citizen' && <Languages frame={frame} />}
        <ul class="hv-footer-links no-max-width">
          <li>
            <a href="/was">{say.accessibility}</a>
          </li>
          <li>
            <a href="/privatliv">{say.privacy}</a>
          </li>
          <li>
            <a href="/cookies">{say.cookies}</a>
          </li>
          <li>
            <a href="/billeder">{say.pictures}</a>
          </li>
          <li>
            <a href="/sagsbehandlingsfrister">{say.deadlines}</a>
          </li>
        </ul>
        <p>{say.responsible(frame.municipalityName)}</p>
        {frame.demonstrationDay && (
          <p>
            {say.demonstration} {say.today(frame.demonstrationDay)}
          </p>
        )}
        {frame.demonstrationDay && frame.viewerName && (
          <ul class="hv-footer-links no-max-width">
            <li>
              <a href="/demo/post">{say.outsidePost}</a>
            </li>
          </ul>
        )}
        {frame.session && (
          <p
            id="hv-session"
            data-idle={String(frame.session.idle)}
            data-longest={String(frame.session.longest)}
            data-warning={say.sessionWarning}
            data-stay={say.sessionStay}
            data-stayed={say.sessionStayed}
            data-last={say.sessionLast}
            data-over={say.sessionOver}
            data-log-in={say.logIn}
          >
            {say.sessionEnds(frame.session.idle)}
          </p>
        )}
      </div>
    </footer>
  )
}
