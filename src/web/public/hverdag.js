// Enhancement only: everything works without it. Saves drafts as one writes, and warns before log-out. The words are the
// page's own, in its language.
;(() => {
  const words = document.body.dataset
  const language = document.documentElement.lang === 'en' ? 'en-GB' : 'da-DK'
  const time = () => new Date().toLocaleTimeString(language, { hour: '2-digit', minute: '2-digit' })
  const main = document.getElementById('indhold')

  // When the log-in ends if nothing more is done. Every page and every saved draft lets it live on, in any window.
  const session = document.getElementById('hv-session')
  const minute = 60000
  const warnBefore = 5 * minute
  let used = Date.now()
  const last = used + Number(session?.dataset.longest) * minute
  const channel = session && 'BroadcastChannel' in window ? new BroadcastChannel('hv-session') : undefined
  let box
  const clear = () => {
    box?.remove()
    box = undefined
  }
  const renew = () => {
    used = Date.now()
    clear()
  }
  const use = () => {
    renew()
    channel?.postMessage('used')
  }
  const tell = (kind, role, text, ...more) => {
    clear()
    box = document.createElement('div')
    box.className = `alert alert-${kind} hv-session-told`
    const body = document.createElement('div')
    body.className = 'alert-body'
    const said = document.createElement('p')
    said.className = 'alert-text'
    said.textContent = text
    body.append(said, ...more)
    box.append(body)
    box.setAttribute('role', role)
    box.dataset.kind = text
    main?.prepend(box)
  }
  const over = () => {
    const link = document.createElement('a')
    link.href = `/log-ind?${new URLSearchParams({ til: location.pathname, udloebet: '1' })}`
    link.textContent = session.dataset.logIn
    tell('warning', 'alert', session.dataset.over, link)
  }
  const stay = async () => {
    const answer = await fetch('/bliv-logget-ind', { redirect: 'manual' }).catch(() => undefined)
    // No answer is no verdict: the warning stays, and one can try again.
    if (answer === undefined) return
    if (!answer.ok) {
      used = 0
      return look()
    }
    use()
    tell('success', 'status', session.dataset.stayed)
    setTimeout(() => {
      if (box?.dataset.kind === session.dataset.stayed) clear()
    }, 6000)
    main?.focus()
  }
  const warn = () => {
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'button button-secondary'
    button.textContent = session.dataset.stay
    button.addEventListener('click', stay)
    tell('warning', 'alert', session.dataset.warning, button)
  }
  const look = () => {
    const now = Date.now()
    const ends = Math.min(used + Number(session.dataset.idle) * minute, last)
    const told = box?.dataset.kind
    if (now >= ends) {
      if (told !== session.dataset.over) over()
    } else if (last - now <= warnBefore) {
      if (told !== session.dataset.last) tell('warning', 'alert', session.dataset.last)
    } else if (ends - now <= warnBefore && told !== session.dataset.warning) warn()
  }
  if (session) {
    setInterval(look, 10000)
    // A machine that slept has missed its timers.
    document.addEventListener('visibilitychange', look)
    if (channel) channel.onmessage = renew
    use()
  }

  // What follows from what is written (an outcome, a preview) is the server's to say: fetched again, part by part.
  const refresh = async (address) => {
    const answer = await fetch(address)
    if (!answer.ok) return
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
    for (const part of document.querySelectorAll('[data-live]')) {
      const fresh = page.getElementById(part.id)
      if (!fresh) continue
      // What somebody has unfolded stays so.
      const open = [...part.querySelectorAll('details')].map((fold) => fold.open)
      fresh.querySelectorAll('details').forEach((fold, index) => {
        fold.open = open[index] ?? fold.open
      })
      if (fresh.innerHTML !== part.innerHTML) part.replaceChildren(...fresh.childNodes)
    }
  }
  for (const form of document.querySelectorAll('form[data-draft]')) {
    let changed = false
    let saving = false
    let sent = false
    let again = false
    let turn = 0
    let underWay
    const told = document.createElement('p')
    told.className = 'hv-saved'
    told.setAttribute('role', 'status')
    form.append(told)
    const save = async () => {
      // What is written while a draft is on its way is saved as soon as that has arrived.
      again = saving
      if (!changed || saving || sent) return
      changed = false
      saving = true
      const data = new FormData(form)
      for (const [name, value] of [...data]) if (value instanceof File) data.delete(name)
      // The clock, so that a page shown again counts on: the server lays none over a later one.
      turn = Math.max(Date.now(), turn + 1)
      data.set('_turn', String(turn))
      underWay = new AbortController()
      try {
        const answer = await fetch(form.dataset.draft, {
          method: 'POST',
          body: new URLSearchParams(data),
          redirect: 'manual',
          signal: underWay.signal,
        })
        // Where a draft was saved, the answer leads on; where the log-in is over, it says so.
        const saved = answer.ok || answer.type === 'opaqueredirect'
        told.textContent = saved ? `${words.saved} ${time()}` : words.notSaved
        if (saved) use()
        else changed = true
        if (saved && form.dataset.liveFrom) await refresh(form.dataset.liveFrom)
        // Refused because nobody is logged in any more: said at once, and not when something is lost.
        if (answer.status === 403 && session) {
          used = 0
          look()
        }
      } catch {
        if (!sent) told.textContent = words.notSaved
        changed = true
      }
      saving = false
      if (again) save()
    }
    form.addEventListener('input', () => {
      changed = true
    })
    // What is being sent is no draft any more.
    form.addEventListener('submit', () => {
      sent = true
      underWay?.abort()
    })
    if (form.dataset.liveFrom) form.addEventListener('change', save)
    form.addEventListener('focusout', save)
    setInterval(save, 5000)
  }
  document.getElementById('fejl')?.focus()
})()
