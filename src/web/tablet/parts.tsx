/** What the tablet's pages share: the bar that says what waits, the field for a code, and the words that the script says. */
import type { FC } from 'hono/jsx'
import type { PublicContext } from '../platform/context.ts'
import { dayWords } from '../provider/day/words.ts'
import type { Errors } from '../ui/fields.tsx'
import { tabletWords } from './words.ts'

/** Typed, pasted or filled in, and remembered by no browser. */
export const CodeField: FC<{
  readonly label: string
  readonly hint?: string
  readonly errors?: Errors
  readonly name?: string
}> = ({ label, hint, errors = {}, name = 'code' }) => {
  const described = [hint && `f-${name}-hint`, errors[name] && `f-${name}-error`].filter(Boolean).join(' ')
  return (
    <div class={`form-group${errors[name] ? ' form-error' : ''}`}>
      <label class="form-label" for={`f-${name}`}>
        {label}
      </label>
      {hint && (
        <span class="form-hint" id={`f-${name}-hint`}>
          {hint}
        </span>
      )}
      {errors[name] && (
        <span class="form-error-message" id={`f-${name}-error`}>
          {errors[name]}
        </span>
      )}
      <input
        class="form-input input-char-8"
        type="password"
        inputmode="numeric"
        autocomplete="off"
        id={`f-${name}`}
        name={name}
        {...(described && { 'aria-describedby': described })}
        {...(errors[name] && { 'aria-invalid': 'true' })}
      />
    </div>
  )
}

/** Hidden until the script has seen that the browser can. Online only, and the page says so. */
export const PasskeyButton: FC<{ readonly c: PublicContext }> = ({ c }) => {
  const t = tabletWords(c.language)
  return (
    <div class="form-group" id="hv-passkey" hidden>
      <button type="button" class="button button-secondary" aria-describedby="hv-passkey-hint">
        {t.passkey}
      </button>
      <span class="form-hint" id="hv-passkey-hint">
        {t.passkeyHint}
      </span>
      <p id="hv-identified" role="status"></p>
      <input type="hidden" name="proof" value="" />
    </div>
  )
}

/** Empty until the script has something to say: without script nothing waits. */
export const Queue: FC<{ readonly c: PublicContext }> = ({ c }) => (
  <p class="hv-day-queue">
    <span id="hv-queue" role="status"></span>{' '}
    <a href="/tablet/ikke-sendt">{tabletWords(c.language).queue.see}</a>
  </p>
)

/** Who this tablet is, what it seals to, which day the list is of, and the script's words in the page's language. */
export const ScriptWords: FC<{ readonly c: PublicContext; readonly page?: 'without-net' }> = ({
  c,
  page,
}) => {
  const t = tabletWords(c.language)
  const { visitor } = c
  const key = c.house.sealing.publicKey(c.municipality.code)
  const words = {
    ...t.queue,
    waiting: t.queue.waiting('{n}'),
    notPaired: t.queue.notPaired('{n}'),
    states: t.states,
    whoMissing: t.whoMissing,
    codeWrong: t.codeWrong,
    codeBlocked: t.codeBlocked,
    codeNone: t.codeNone,
    unconfirmed: t.unconfirmed,
    waitingMark: t.waitingMark,
    waitingNone: t.waitingNone,
    waitingAt: t.waitingAt('{t}'),
    sendNow: t.sendNow,
    passkeyIs: t.passkeyIs('{name}'),
    passkeyFailed: t.passkeyFailed,
    passkeyNoNet: t.passkeyNoNet,
    passkeyOver: t.passkeyOver,
    needChoice: dayWords(c.language).needChoice,
  }
  return (
    <div
      id="hv-tablet"
      hidden
      data-device={visitor?.kind === 'device' ? visitor.deviceId : ''}
      data-state={visitor?.kind === 'device' ? visitor.state : 'unknown'}
      data-day={c.today}
      data-token={c.csrf}
      {...(page && { 'data-page': page })}
      data-key-id={key.keyId}
      data-key={key.publicKey}
      data-words={JSON.stringify(words)}
    ></div>
  )
}
