// Keeps the tablet's pages at hand for when the net is not there. Two drawers: what names nobody, and today's list, which is
// thrown away as soon as the server says that this tablet may not have it, and by itself when the day is over.
const shellDrawer = 'hv-tablet-shell-1'
const listDrawer = 'hv-tablet-list'
const list = '/tablet'
const emptyPage = '/tablet/uden-net'
const shell = [
  emptyPage,
  '/tablet/ikke-sendt',
  '/assets/fds/css/dkfds.min.css',
  '/assets/hverdag.css',
  '/assets/tablet.css',
  '/assets/hverdag.js',
  '/assets/tablet.js',
  '/assets/tablet-seal.js',
  '/assets/tablet-queue.js',
  '/assets/tablet-press.js',
  '/assets/tablet-passkey.js',
  '/assets/passkey.js',
  '/assets/icon.svg',
  ...['Regular', 'Medium', 'SemiBold', 'Bold'].map(
    (weight) => `/assets/fonts/IBMPlexSans-${weight}-Latin1.woff2`,
  ),
  '/assets/fonts/IBMPlexSans-SemiBold-Pi.woff2',
]
const patience = 5000
const keptOn = 'x-kept-on'

/** By the tablet's own clock, right or wrong: it only has to be the same day. */
const dayHere = () => new Date().toLocaleDateString('sv-SE', { timeZone: 'Europe/Copenhagen' })

self.addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(shellDrawer)
      .then((drawer) => drawer.addAll(shell.map((path) => new Request(path, { cache: 'reload' }))))
      .then(() => self.skipWaiting()),
  )
})

self.addEventListener('activate', (event) => {
  const drop = async () => {
    for (const name of await caches.keys())
      if (name.startsWith('hv-tablet') && name !== shellDrawer && name !== listDrawer)
        await caches.delete(name)
    await self.clients.claim()
  }
  event.waitUntil(drop())
})

self.addEventListener('fetch', (event) => {
  const { pathname, origin } = new URL(event.request.url)
  if (event.request.method !== 'GET' || origin !== self.location.origin) return
  if (pathname === list) event.respondWith(today(event.request))
  else if (shell.includes(pathname)) event.respondWith(fromNetOrDrawer(event.request, pathname))
})

/** The server's answer, unless it does not come in time. */
const ask = (request) =>
  Promise.race([
    fetch(request),
    new Promise((_, reject) => setTimeout(() => reject(new Error('too slow')), patience)),
  ])

async function today(request) {
  try {
    const answer = await ask(request)
    // A server in trouble is no word about this tablet.
    if (answer.status >= 500) throw new Error(String(answer.status))
    if (answer.ok && answer.headers.get('x-hverdag-list') === 'day') {
      const drawer = await caches.open(listDrawer)
      const headers = new Headers(answer.headers)
      headers.set(keptOn, dayHere())
      await drawer.put(list, new Response(await answer.clone().blob(), { headers }))
    } else await caches.delete(listDrawer)
    return answer
  } catch {
    return (await keptList()) ?? (await caches.match(emptyPage)) ?? Response.error()
  }
}

async function keptList() {
  const drawer = await caches.open(listDrawer)
  const kept = await drawer.match(list)
  if (kept?.headers.get(keptOn) === dayHere()) return kept
  await caches.delete(listDrawer)
  return undefined
}

async function fromNetOrDrawer(request, path) {
  try {
    const answer = await ask(request)
    if (answer.ok) {
      const drawer = await caches.open(shellDrawer)
      await drawer.put(path, answer.clone())
      return answer
    }
    if (answer.status < 500) return answer
  } catch {
    // Below.
  }
  return (await caches.match(path)) ?? Response.error()
}
