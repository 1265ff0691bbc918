/** What went wrong, in words for whoever reads it (ux.md § 4.0): never a stack, never in a language they did not choose. */
import { defineCitizenMessages } from '../i18n/messages.ts'
import { type Frame, Layout } from '../ui/layout.tsx'
import type { PublicContext } from './context.ts'
import type { Place } from './place.ts'
import { frameOf } from './respond.tsx'

export type ErrorStatus = 403 | 404 | 410 | 413 | 415 | 419 | 421 | 429 | 500 | 503

const words = defineCitizenMessages({
  da: {
    t403: 'Du har ikke adgang',
    s403: 'Du har ikke adgang til denne side. Spørg din leder, hvis du skal bruge den.',
    t404: 'Siden findes ikke',
    s404: 'Vi kan ikke finde siden. Måske er adressen skrevet forkert.',
    tOrder: 'Bestillingen er ikke hos jer',
    sOrder:
      'I har svaret, at I ikke kan, sagen er slut, eller kommunen har sendt en ny bestilling. I skal ikke gøre mere, og oplysningerne om borgeren vises ikke længere her.',
    tRenewed: 'Du er logget ind igen i et andet vindue',
    sRenewed:
      'Siden, du sendte fra, var åbnet, før du loggede ind igen. Derfor er intet sendt. Åbn siden igen, og send derfra.',
    typed: 'Det, du skrev',
    typedHint: 'Kopiér det herfra, før du forlader siden.',
    t410: 'Sagen er slettet',
    s410: 'Sagen er i arkivet og slettet her, fordi tiden for at gemme den er gået. Spørg administratoren, hvis du skal vide mere.',
    t413: 'Filen er for stor',
    s413: 'Det, du sendte, fylder for meget. Brug PDF eller billeder, og send færre ad gangen. Gå tilbage; det, du skrev, står der stadig.',
    t415: 'Vi kunne ikke læse det, du sendte',
    s415: 'Noget gik galt på vejen. Gå tilbage, og prøv igen.',
    t419: 'Du er logget af',
    s419: 'Du er logget af. Det, du har gemt, er ikke væk. Log ind igen.',
    t421: 'Ukendt adresse',
    s421: 'Ingen kommune svarer på denne adresse.',
    t429: 'Vent et øjeblik',
    s429: 'Der har været mange forsøg på kort tid. Vent et minut, og prøv igen.',
    t500: 'Noget gik galt',
    s500: 'Noget gik galt hos os. Prøv igen om lidt, eller ring til os.',
    t503: 'Vi opdaterer',
    s503: 'Vi opdaterer. Prøv igen om et øjeblik. Haster det, så ring.',
    number: (id: string) => `Fejlnummer ${id}`,
    home: 'Gå til forsiden',
    again: 'Åbn siden igen',
    openOther: 'Skal du bruge sagen alligevel, kan du åbne den med en begrundelse.',
    logIn: 'Log ind',
  },
  en: {
    t403: 'You do not have access',
    s403: 'You do not have access to this page. Ask your manager if you need it.',
    t404: 'The page does not exist',
    s404: 'We cannot find the page. Perhaps the address is misspelt.',
    tOrder: 'You do not have the order',
    sOrder:
      'You answered that you cannot, the case has ended, or the municipality has sent a new order. There is nothing more for you to do, and what was known of the citizen is no longer shown here.',
    tRenewed: 'You have logged in again in another window',
    sRenewed:
      'The page you sent from was opened before you logged in again, so nothing was sent. Open the page again and send from there.',
    typed: 'What you wrote',
    typedHint: 'Copy it from here before you leave this page.',
    t410: 'The case is erased',
    s410: 'The case is in the archive and erased here, because the time for keeping it is over. Ask the administrator if you need to know more.',
    t413: 'The file is too large',
    s413: 'What you sent is too large. Use PDF or pictures, and send fewer at a time. Go back; what you wrote is still there.',
    t415: 'We could not read what you sent',
    s415: 'Something went wrong on the way. Go back and try again.',
    t419: 'You are logged out',
    s419: 'You are logged out. What you saved is kept. Log in again.',
    t421: 'Unknown address',
    s421: 'No municipality answers to this address.',
    t429: 'Wait a moment',
    s429: 'There were many attempts in a short time. Wait a minute and try again.',
    t500: 'Something went wrong',
    s500: 'Something went wrong on our side. Try again in a while, or call us.',
    t503: 'We are updating',
    s503: 'We are updating. Try again in a moment. If it is urgent, call.',
    number: (id: string) => `Error number ${id}`,
    home: 'Go to the front page',
    again: 'Open the page again',
    openOther: 'If you need the case all the same, you can open it with a reason.',
    logIn: 'Log in',
  },
  let: {
    t403: 'Du må ikke se siden',
    s403: 'Du må ikke se den side. Ring til os, hvis du vil vide mere.',
    t404: 'Siden er her ikke',
    s404: 'Vi kan ikke finde siden.',
    tOrder: 'Bestillingen er her ikke',
    sOrder: 'Bestillingen er ikke hos jer mere.',
    tRenewed: 'Du er logget ind et andet sted',
    sRenewed:
      'Du er logget ind igen i et andet vindue. Vi har ikke fået det, du skrev. Åbn siden igen. Send så igen.',
    typed: 'Det, du skrev',
    typedHint: 'Kopiér det herfra, før du går videre.',
    t410: 'Sagen er slettet',
    s410: 'Sagen er slettet her. Den er i arkivet.',
    t413: 'Filen er for stor',
    s413: 'Filen er for stor. Gå tilbage og vælg en mindre fil.',
    t415: 'Vi kunne ikke læse det',
    s415: 'Gå tilbage. Prøv igen.',
    t419: 'Du er logget ud',
    s419: 'Du er logget ud. Log ind igen. Det, du har gemt, er her stadig.',
    t421: 'Forkert adresse',
    s421: 'Adressen er forkert.',
    t429: 'Vent lidt',
    s429: 'Vent et minut. Prøv så igen.',
    t500: 'Noget gik galt',
    s500: 'Noget gik galt hos os. Prøv igen om lidt. Du kan også ringe.',
    t503: 'Vi laver noget nyt',
    s503: 'Prøv igen om lidt. Du kan også ringe.',
    number: (id: string) => `Fejlen har nummer ${id}`,
    home: 'Gå til forsiden',
    again: 'Åbn siden igen',
    openOther: 'Du kan åbne sagen, hvis du skriver hvorfor.',
    logIn: 'Log ind',
  },
})

const logInPath = (back: string | undefined): string =>
  back === undefined ? '/log-ind' : `/log-ind?${new URLSearchParams({ til: back })}`

/** What needs words of its own: an order that the provider does not hold (404), a form from before the last log-in (403). */
type Particular = 'Order' | 'Renewed'

type More = {
  /** The request's own, so that whoever calls can be helped. */
  readonly number?: string
  /** A path of ours. */
  readonly back?: string | undefined
  readonly about?: 'order' | undefined
  /** The sentences of a form that was not taken, given back: the browser has not kept them. */
  readonly renewed?: readonly string[]
}

/** In the frame where there is one. */
export function errorPage(
  c: PublicContext | Place | undefined,
  status: ErrorStatus,
  { number, back, about, renewed }: More = {},
): Response {
  const say = words(c?.language ?? 'da')
  const particular: Particular | undefined = about ? 'Order' : renewed && 'Renewed'
  const key = particular ?? (String(status) as `${ErrorStatus}`)
  const visitor = c && 'visitor' in c ? c.visitor : undefined
  const toOther =
    status === 403 && !renewed && c && visitor?.kind === 'staff' && /^\/myndighed\/sager\/[^/]+/.exec(c.path)
  const page = (
    <Layout frame={bareFrameOf(c)} title={say[`t${key}`]}>
      <div class="hv-error">
        <h1>{say[`t${key}`]}</h1>
        <p>{say[`s${key}`]}</p>
        {number && <p>{say.number(number)}</p>}
        {renewed && renewed.length > 0 && (
          <>
            <h2>{say.typed}</h2>
            <p>{say.typedHint}</p>
            {renewed.map((text) => (
              <blockquote class="hv-typed">{text}</blockquote>
            ))}
          </>
        )}
        {toOther && (
          <p>
            <a href={`${toOther[0]}/aabn`}>{say.openOther}</a>
          </p>
        )}
        <p>
          {status === 419 && <a href={logInPath(back)}>{say.logIn}</a>}
          {status !== 419 && (
            <a href={renewed ? (back ?? '/') : '/'}>{renewed && back ? say.again : say.home}</a>
          )}
        </p>
      </div>
    </Layout>
  )
  return new Response(`<!doctype html>${page.toString()}`, {
    // 419 is nobody's standard; a browser gets the nearest that is one.
    status: status === 419 ? 403 : status,
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      ...((status === 429 || status === 503) && { 'Retry-After': '60' }),
    },
  })
}

/** The page's own frame; where only the place is known, the municipality and its telephone number at least. */
function bareFrameOf(c: PublicContext | Place | undefined): Frame {
  if (c && 'visitor' in c) return frameOf(c)
  return {
    language: c?.language ?? 'da',
    theme: 'citizen',
    municipalityName: c?.municipality.name ?? 'Hverdag',
    helpPhone: c?.municipality.letterhead.phone ?? '',
    navigation: [],
    csrf: '',
    path: c?.path ?? '/',
  }
}
