// A tablet that is not stopped by the net. The page works without this script when the net is there; with it, the same
// presses become sealed facts that wait on the tablet until the server has answered for them.
import { passkeysOf } from './tablet-passkey.js'
import { actsOf, cancellation } from './tablet-press.js'
import { keep, letGo, waiting } from './tablet-queue.js'
import { seal } from './tablet-seal.js'

const given = document.getElementById('hv-tablet')?.dataset
const words = given ? JSON.parse(given.words) : {}
const able =
  given !== undefined && window.isSecureContext && 'serviceWorker' in navigator && 'indexedDB' in window
const shown = document.getElementById('hv-queue')
const form = document.getElementById('hv-day')
const headers = { 'content-type': 'application/json', 'x-hverdag': '1' }
const longestIdle = 5 * 60 * 1000

const say = (text) => {
  if (shown && shown.textContent !== text) shown.textContent = text
}

/** Names go; what waits stays. */
const wipe = async () => {
  document.getElementById('hv-list')?.replaceChildren()
  await caches.delete('hv-tablet-list')
}

// ---- What waits, and its way out ----

let without = false
let notPaired = false
let toLead = false
let everSent = false

async function tellQueue() {
  const all = await waiting()
  const count = String(all.length)
  const some = all.length === 1 ? words.waitingOne : words.waiting.replace('{n}', count)
  if (all.length > 0) say(notPaired ? words.notPaired.replace('{n}', count) : some)
  else if (without) say(words.noNet)
  else if (toLead) say(words.quarantined)
  else say(everSent ? words.sent : '')
  if (shown) shown.dataset.waiting = count
  listWaiting(all)
}

/** Only that something waits, and since when: what it says is sealed. */
function listWaiting(all) {
  const place = document.getElementById('hv-waiting')
  if (!place) return
  if (all.length === 0) {
    const none = document.createElement('p')
    none.textContent = words.waitingNone
    return place.replaceChildren(none)
  }
  const list = document.createElement('ol')
  const language = document.documentElement.lang === 'en' ? 'en-GB' : 'da-DK'
  for (const { at } of all) {
    const item = document.createElement('li')
    const time = new Date(at).toLocaleString(language, { dateStyle: 'short', timeStyle: 'short' })
    item.textContent = words.waitingAt.replace('{t}', time)
    list.append(item)
  }
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'button button-primary'
  button.textContent = words.sendNow
  button.addEventListener('click', () => deliver())
  place.replaceChildren(list, button)
}

/** Ever more slowly, a minute at the most, and not all tablets of a place at once. */
function tryLater() {
  clearTimeout(timer)
  pause = Math.min(60000, Math.max(2000, pause * 2))
  timer = setTimeout(deliver, pause + Math.random() * 1000)
}

let delivering = false
let again = false
let pause = 0
let timer

/** Sends what waits, in the order it was recorded, until nothing does. What comes to grief is tried again, ever more slowly. */
async function deliver() {
  if (delivering) {
    again = true
    return
  }
  delivering = true
  again = false
  clearTimeout(timer)
  let sent = false
  let stateNow = given.state
  try {
    for (
      let some = (await waiting()).slice(0, 100);
      some.length > 0;
      some = (await waiting()).slice(0, 100)
    ) {
      const answer = await fetch('/tablet/levering', {
        method: 'POST',
        headers,
        body: JSON.stringify({ sentAt: new Date().toISOString(), facts: some.map(({ sealed }) => sealed) }),
        signal: AbortSignal.timeout(20000),
      })
      notPaired = answer.status === 401
      if (!answer.ok) throw new Error(String(answer.status))
      const { answers, state } = await answer.json()
      if (answers.length === 0) throw new Error('no answer')
      await letGo(answers.map(({ fact }) => fact))
      sent = true
      everSent = true
      stateNow = state
      toLead ||= answers.some((one) => one.answer === 'quarantined')
      if (answers.some((one) => one.confirmed === false && typedCodes.has(one.fact))) tell(words.unconfirmed)
      if (state !== 'paired') await wipe()
    }
    without = false
    pause = 0
  } catch {
    without = true
    tryLater()
  }
  delivering = false
  await tellQueue()
  if (again) return deliver()
  await stateIs(stateNow)
  if (sent) await renewList()
}

// ---- How it stands with this tablet ----

/** The day by this tablet's own clock, right or wrong: it only has to be the same one. */
const dayHere = () => new Date().toLocaleDateString('sv-SE', { timeZone: 'Europe/Copenhagen' })
const openedOn = dayHere()

/** The page is of another state or another day than it should be: what is being delivered goes first. */
async function stateIs(state, day = given.day) {
  const same = state === given.state && day === given.day && openedOn === dayHere()
  // Shown in place of a list that was not there: it may be now.
  const inPlace = given.page === 'without-net' && state === 'paired'
  if ((same && !inPlace) || delivering) return
  if (!same) await wipe()
  location.assign('/tablet')
}

const toClose = 'hv-tablet-close'

/** Tells the server that this tablet is closed; without a net as soon as there is one. No name is on it meanwhile. */
async function closeNow() {
  localStorage.setItem(toClose, '1')
  await wipe()
  try {
    const answer = await fetch('/tablet/luk', {
      method: 'POST',
      body: new URLSearchParams({ _csrf: given.token }),
      signal: AbortSignal.timeout(5000),
    })
    if (answer.ok) localStorage.removeItem(toClose)
    location.assign('/tablet')
  } catch {
    location.assign('/tablet/uden-net')
  }
}

async function look() {
  try {
    const answer = await fetch('/tablet/tilstand', { signal: AbortSignal.timeout(5000), cache: 'no-store' })
    if (!answer.ok) throw new Error(String(answer.status))
    const { state, day } = await answer.json()
    without = false
    await tellQueue()
    if (state !== 'paired') await wipe()
    if (state === 'paired' && localStorage.getItem(toClose)) return await closeNow()
    if ((await waiting()).length > 0) await deliver()
    await stateIs(state, day)
  } catch {
    without = true
    await tellQueue()
    if ((await waiting()).length > 0) tryLater()
    // No net is no reason to show yesterday's list.
    if (form && openedOn !== dayHere()) await stateIs(given.state)
  }
}

// ---- The list ----

/** What one person has pressed and the server has not shown yet: in this page's memory, and gone with it. */
const pressed = new Map()
const typedCodes = new Set()
let checked

const rowOf = (order) => document.querySelector(`[data-order="${CSS.escape(order)}"]`)

/** The row as it stands with what was pressed here since. */
function paint(row) {
  const facts = pressed.get(row.dataset.order) ?? []
  const server = { state: row.dataset.state, fact: row.dataset.fact }
  const { state, fact } = facts.reduce(
    (before, one) => (one.kind === 'undone' ? one.back : { state: one.becomes, fact: one.fact, before }),
    server,
  )
  row.querySelector('[data-shown-state]').textContent =
    words.states[state] + (facts.length > 0 ? ` (${words.waitingMark})` : '')
  for (const button of row.querySelectorAll('[data-act]')) {
    const { act } = button.dataset
    button.hidden = !(
      (act === 'arrived' && !['here', 'gone', 'unknown'].includes(state)) ||
      (act === 'left' && state === 'here') ||
      ((act === 'noShow' || act === 'cancelled') && state === 'expected') ||
      (act === 'settled' && state === 'unknown') ||
      (act === 'undone' && fact && state !== 'unknown')
    )
    if (act === 'undone') button.value = `undone:${row.dataset.order}:${fact ?? ''}`
  }
  return { state, fact }
}

const becomes = { arrived: 'here', left: 'gone', noShow: 'noShow', cancelled: 'cancelled' }
/** Taken back on a list that does not know what was before. */
const formerly = { here: 'expected', gone: 'here', noShow: 'expected', cancelled: 'expected' }

function forget() {
  checked = undefined
  pressed.clear()
  passkeys.remember(undefined)
  if (form) {
    form.elements.code.value = ''
    for (const choice of form.querySelectorAll('#hv-list select')) choice.value = ''
    for (const open of form.querySelectorAll('#hv-list details[open]')) open.open = false
    for (const row of form.querySelectorAll('[data-order]')) paint(row)
  }
}

/** The server's list, with what still waits painted over it. */
async function renewList() {
  if (!form) return
  try {
    const answer = await fetch('/tablet', { signal: AbortSignal.timeout(8000) })
    if (answer.headers.get('x-hverdag-list') !== 'day') return
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
    const [fresh, list] = [page.getElementById('hv-list'), document.getElementById('hv-list')]
    if (!fresh || !list) return
    const left = new Set((await waiting()).map(({ fact }) => fact))
    for (const [order, facts] of pressed) {
      const still = facts.filter(({ fact }) => left.has(fact))
      if (still.length > 0) pressed.set(order, still)
      else pressed.delete(order)
    }
    const focused = document.activeElement?.closest?.('[data-order]')?.dataset.order
    const field = document.activeElement?.id
    // What somebody is in the middle of choosing is not theirs to choose again.
    const open = [...list.querySelectorAll('[data-order]:has(details[open])')].map((row) => row.dataset.order)
    const chosen = [...list.querySelectorAll('select')].map(({ id, value }) => ({ id, value }))
    list.replaceChildren(...fresh.children)
    for (const order of open) rowOf(order)?.querySelector('details')?.setAttribute('open', '')
    for (const { id, value } of chosen)
      if (value && document.getElementById(id)) document.getElementById(id).value = value
    for (const row of list.querySelectorAll('[data-order]')) paint(row)
    const same = focused && field ? document.getElementById(field) : undefined
    if (same) same.focus()
    else if (focused) rowOf(focused)?.querySelector('button:not([hidden])')?.focus()
  } catch {
    // The next one will do.
  }
}

let told
function tell(text, field) {
  told?.remove()
  told = document.createElement('p')
  told.className = 'form-error-message'
  told.setAttribute('role', 'alert')
  told.textContent = text
  const own = form ?? document.getElementById('hv-passkey')?.closest('form')
  const place = own?.elements[field ?? 'userId']?.closest('.form-group')
  place?.prepend(told)
  if (field) own.elements[field].focus()
}

const passkeys = passkeysOf(words, tell)

/** A wrong code is told at once where there is a net; without one it is tried when this is delivered. */
async function mayGoOn(userId, code) {
  if (code === '' || checked === `${userId} ${code}`) return true
  try {
    const answer = await fetch('/tablet/hvem', {
      method: 'POST',
      headers,
      body: JSON.stringify({ userId, code }),
      signal: AbortSignal.timeout(4000),
    })
    if (!answer.ok) return true
    const { answer: said } = await answer.json()
    if (said === 'right') {
      checked = `${userId} ${code}`
      return true
    }
    tell({ wrong: words.codeWrong, blocked: words.codeBlocked, none: words.codeNone }[said], 'code')
    return false
  } catch {
    return true
  }
}

async function act(button) {
  const value = button.value
  told?.remove()
  if (openedOn !== dayHere()) return stateIs(given.state)
  const userId = form.elements.userId.value
  const code = form.elements.code.value.trim()
  if (userId === '') return tell(words.whoMissing, 'userId')
  const [kind, orderId] = value.split(':')
  const { missing } = kind === 'cancelled' ? cancellation(form, orderId) : {}
  if (missing) return tell(words.needChoice, missing)
  const proof = passkeys.proofOf(userId)
  if (passkeys.ranOut(userId) && code === '') {
    passkeys.remember(undefined)
    return tell(words.passkeyOver, 'code')
  }
  if (!proof && !(await mayGoOn(userId, code))) return
  if (value === 'who') return
  const at = new Date().toISOString()
  const kept = []
  const known = { stateOf: (row) => paint(row).state, pressedOn: (order) => pressed.get(order) ?? [] }
  for (const { fact, beside, becomes: then, ...one } of actsOf(button, form, known)) {
    const text = JSON.stringify({ ...one, day: given.day, at, userId, code, ...(proof && { proof }) })
    const to = { keyId: given.keyId, publicKey: given.key }
    const sealed = await seal(to, { device: given.device, fact, text })
    kept.push({ one: { ...one, becomes: then }, beside, entry: { fact, at, sealed } })
  }
  await keep(kept.map(({ entry }) => entry))
  for (const { one, beside, entry } of kept) {
    if (code !== '') typedCodes.add(entry.fact)
    if (beside) continue
    const row = rowOf(one.orderId)
    const facts = pressed.get(one.orderId) ?? []
    const now = paint(row)
    const former = facts.findLast((earlier) => earlier.fact === one.refersTo && one.kind === 'undone')
    const back = former?.before ?? { state: formerly[now.state] ?? 'expected', fact: '' }
    pressed.set(one.orderId, [
      ...facts,
      {
        fact: entry.fact,
        kind: one.kind,
        saidBy: one.saidBy,
        becomes: one.becomes ?? becomes[one.kind],
        before: now,
        back,
      },
    ])
    for (const choice of row.querySelectorAll('select')) choice.value = ''
    for (const open of row.querySelectorAll('details[open]')) open.open = false
    paint(row)
  }
  await tellQueue()
  deliver()
}

/** Who showed a passkey is who stands there; somebody else than who pressed before finds nothing of theirs. */
function tookPasskey(place, who) {
  told?.remove()
  const { userId, code, proof } = place.elements
  if (form && userId.value !== who.userId) forget()
  userId.value = who.userId
  code.value = ''
  if (form) return passkeys.remember({ ...who, name: userId.selectedOptions[0]?.textContent ?? '' })
  proof.value = who.proof
  place.submit()
}

function startList() {
  let idle
  const used = () => {
    clearTimeout(idle)
    idle = setTimeout(forget, longestIdle)
  }
  // Another at the tablet sees nothing of what this one pressed and the server has not shown.
  form.elements.userId.addEventListener('change', forget)
  let acting = Promise.resolve()
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    used()
    const button = event.submitter
    // One after the other, in the order in which they were pressed.
    if (button?.value) acting = acting.then(() => act(button)).catch(() => tell(words.noNet))
  })
  // Closed before the server hears of it, so that no net is no reason to leave names behind.
  document.getElementById('hv-close')?.addEventListener('submit', (event) => {
    event.preventDefault()
    forget()
    acting.then(closeNow)
  })
}

if (able) {
  // The first page came before there was anybody to keep it.
  if (!navigator.serviceWorker.controller)
    navigator.serviceWorker.addEventListener('controllerchange', () => renewList(), { once: true })
  navigator.serviceWorker.register('/assets/tablet-worker.js', { scope: '/tablet' }).catch(() => {})
  navigator.storage?.persist?.()
  if (form && given.state === 'paired') startList()
  passkeys.offer(tookPasskey)
  addEventListener('online', look)
  addEventListener('offline', () => {
    without = true
    tellQueue()
  })
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && look())
  setInterval(look, 60000)
  look()
}
