// Passkeys between our small answers in JSON and the browser, which wants bytes. Not all tablets have the browser's own
// way from one to the other yet.
const toBytes = (text) =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (sign) => sign.charCodeAt(0))

const toText = (bytes) =>
  btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')

export const ableToPasskey = window.isSecureContext && 'PublicKeyCredential' in window

const headers = { 'content-type': 'application/json', 'x-hverdag': '1' }
export const askJson = async (path, value) => {
  const answer = await fetch(path, {
    method: 'POST',
    headers,
    body: JSON.stringify(value),
    signal: AbortSignal.timeout(8000),
  })
  if (!answer.ok) throw new Error(String(answer.status))
  return answer.json()
}

const known = (list = []) => list.map((one) => ({ ...one, id: toBytes(one.id) }))
const outside = ({ id, rawId, type }) => ({ id, rawId: toText(rawId), type })

export async function makePasskey(options) {
  const publicKey = {
    ...options,
    challenge: toBytes(options.challenge),
    user: { ...options.user, id: toBytes(options.user.id) },
    excludeCredentials: known(options.excludeCredentials),
  }
  const made = await navigator.credentials.create({ publicKey })
  const { clientDataJSON, attestationObject } = made.response
  return {
    ...outside(made),
    response: {
      clientDataJSON: toText(clientDataJSON),
      attestationObject: toText(attestationObject),
      transports: made.response.getTransports?.() ?? [],
    },
  }
}

export async function usePasskey(options) {
  const publicKey = {
    ...options,
    challenge: toBytes(options.challenge),
    allowCredentials: known(options.allowCredentials),
  }
  const used = await navigator.credentials.get({ publicKey })
  const { clientDataJSON, authenticatorData, signature } = used.response
  return {
    ...outside(used),
    response: {
      clientDataJSON: toText(clientDataJSON),
      authenticatorData: toText(authenticatorData),
      signature: toText(signature),
    },
  }
}

// The page where one makes one's own: the form is sent with what the authenticator made.
const form = document.getElementById('hv-new-passkey')
if (form && ableToPasskey) {
  form.hidden = false
  document.getElementById('hv-no-passkey')?.remove()
  const told = document.getElementById('hv-passkey-told')
  form.addEventListener('submit', async (event) => {
    const { name, answer } = form.elements
    if (name.value.trim() === '' || answer.value !== '') return
    event.preventDefault()
    told.textContent = ''
    try {
      answer.value = JSON.stringify(await makePasskey(await askJson(form.dataset.ask, {})))
      form.submit()
    } catch (error) {
      told.textContent = error.name === 'InvalidStateError' ? form.dataset.already : form.dataset.failed
    }
  })
}
