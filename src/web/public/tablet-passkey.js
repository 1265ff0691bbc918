// Passkeys on a tablet, with a net only: who showed one, and until when that counts. In the page's memory, as a code in its
// field is, and gone with it.
import { ableToPasskey, askJson, usePasskey } from './passkey.js'

/** `tell` says a sentence at the name's field. */
export function passkeysOf(words, tell) {
  let identified

  function remember(who) {
    identified = who && { ...who, until: Date.now() + who.minutes * 60000 }
    const shownAs = document.getElementById('hv-identified')
    if (shownAs) shownAs.textContent = who ? words.passkeyIs.replace('{name}', who.name) : ''
  }

  /** What shows that it is this person, while it holds. */
  const proofOf = (userId) =>
    identified?.userId === userId && identified.until > Date.now() ? identified.proof : undefined

  /** Somebody identified, and that is over. */
  const ranOut = (userId) => identified !== undefined && proofOf(userId) === undefined

  /** Whoever showed theirs; undefined when something was in the way, which is said. */
  async function ask(userId) {
    let asked
    try {
      asked = await askJson('/tablet/noegle/spoerg', userId ? { userId } : {})
    } catch {
      return tell(words.passkeyNoNet)
    }
    try {
      const who = await askJson('/tablet/noegle', await usePasskey(asked))
      return who.refused ? tell(who.refused) : who
    } catch {
      return tell(words.passkeyFailed)
    }
  }

  /** Shows the button where the browser can, and calls `took(form, who)` when it did. */
  function offer(took) {
    const offered = document.getElementById('hv-passkey')
    const place = offered?.closest('form')
    if (!place || !ableToPasskey) return
    offered.hidden = false
    offered.querySelector('button').addEventListener('click', async () => {
      const who = await ask(place.elements.userId.value)
      if (who) took(place, who)
    })
  }

  return { remember, proofOf, ranOut, offer }
}
