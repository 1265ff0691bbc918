// Reads a part of the page aloud with a voice that lives on the device: no text leaves it. Without such a voice for the
// part's language there is no button.
;(() => {
  const speech = window.speechSynthesis
  if (!speech) return
  const words = {
    da: { read: 'Læs op', stop: 'Stop' },
    en: { read: 'Read aloud', stop: 'Stop' },
  }
  const say = words[document.documentElement.lang] ?? words.da
  let offered = false
  const offer = () => {
    const voices = speech.getVoices().filter((voice) => voice.localService)
    if (offered || voices.length === 0) return
    offered = true
    const parts = [...document.querySelectorAll('main .hv-next, main .hv-card')]
    const main = document.querySelector('main')
    for (const part of parts.length > 0 ? parts : [main]) offerFor(part, voices)
  }
  const offerFor = (part, voices) => {
    const language = part.closest('[lang]').lang
    const voice = voices.find(({ lang }) => lang.toLowerCase().startsWith(language))
    if (voice === undefined) return
    // Line by line, so that the voice rests between them; what is folded away is not read.
    const text = [...part.querySelectorAll('h1, h2, h3, p, li, dt, dd, th, td, legend, label')]
      .filter((line) => line.checkVisibility())
      .map((line) => line.textContent.trim())
      .join('\n')
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'button button-tertiary hv-read'
    button.textContent = say.read
    const over = () => {
      button.textContent = say.read
    }
    button.addEventListener('click', () => {
      const stopping = button.textContent === say.stop
      speech.cancel()
      if (stopping) return over()
      const utterance = new SpeechSynthesisUtterance(text)
      utterance.voice = voice
      utterance.lang = voice.lang
      utterance.addEventListener('end', over)
      utterance.addEventListener('error', over)
      button.textContent = say.stop
      speech.speak(utterance)
    })
    part.append(button)
  }
  offer()
  speech.addEventListener?.('voiceschanged', offer)
  addEventListener('pagehide', () => speech.cancel())
})()
