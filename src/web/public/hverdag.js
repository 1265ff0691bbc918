// Enhancement only: everything works without it. Saves drafts as one writes, and warns before log-out.
;(() => {
  const time = () => new Date().toLocaleTimeString('da-DK', { hour: '2-digit', minute: '2-digit' })
  for (const form of document.querySelectorAll('form[data-draft]')) {
    let changed = false
    let saving = false
    let sent = false
    const told = document.createElement('p')
    told.className = 'hv-saved'
    told.setAttribute('role', 'status')
    form.append(told)
    const save = async () => {
      if (!changed || saving || sent) return
      changed = false
      saving = true
      const data = new FormData(form)
      for (const [name, value] of [...data]) if (value instanceof File) data.delete(name)
      try {
        const answer = await fetch(form.dataset.draft, {
          method: 'POST',
          body: new URLSearchParams(data),
          redirect: 'manual',
        })
        told.textContent =
          answer.ok || answer.type === 'opaqueredirect' ? `Gemt kl. ${time()}` : 'Ikke gemt endnu'
        if (!answer.ok && answer.type !== 'opaqueredirect') changed = true
      } catch {
        told.textContent = 'Ikke gemt endnu'
        changed = true
      }
      saving = false
    }
    form.addEventListener('input', () => {
      changed = true
    })
    // What is being sent is no draft any more.
    form.addEventListener('submit', () => {
      sent = true
    })
    form.addEventListener('focusout', save)
    setInterval(save, 5000)
  }
  const session = document.getElementById('hv-session')
  if (session) {
    const minutes = Number(session.dataset.minutes)
    setTimeout(
      () => {
        const warning = document.createElement('div')
        warning.className = 'alert alert-warning'
        warning.setAttribute('role', 'alert')
        warning.textContent =
          'Du bliver logget af om 5 minutter. Gem det, du er i gang med, eller gå videre på siden.'
        document.getElementById('indhold')?.prepend(warning)
      },
      (minutes - 5) * 60000,
    )
  }
  document.getElementById('fejl')?.focus()
})()
