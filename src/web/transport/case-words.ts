import { defineMessages } from '../i18n/messages.ts'

export const caseRideWords = defineMessages({
  da: {
    title: 'Bestil kørsel',
    none: 'Der er ingen bestilling med bevilget kørsel, som tilbuddet har sagt ja til.',
    lead: (provider: string, day: string) =>
      `Kørslen går mellem hjemmet og ${provider}, fra den første dag ${day}. Her skriver du, hvad føreren skal vide. Kørslen kommer selv på listen til den, der kører.`,
    needs: 'Hvad har borgeren brug for på turen?',
    needsHint: 'Sæt ingen krydser, hvis der ikke er brug for noget.',
    wheelchair: 'Plads til kørestol',
    companion: 'En ledsager kører med',
    aids: 'Hjælpemidler (frivilligt)',
    aidsHint: 'Fx rollator. Skriv intet om diagnose eller helbred: føreren ser det.',
    seenBy: 'Det ses af den, der kører, og af tilbuddet.',
    button: 'Bestil kørslen',
    now: (day: string) => `Bestilt ${day}. Gem igen, hvis behovet er ændret.`,
    link: 'Bestil kørslen',
    linkNow: 'Se eller ret kørslen',
    arranged: (day: string) => `Kørslen er bestilt ${day}.`,
    missing: 'Kørsel er bevilget, og den er ikke bestilt endnu.',
    of: (needs: readonly string[]) => (needs.length > 0 ? needs.join(', ') : 'Ingen særlige behov'),
  },
  en: {
    title: 'Arrange transport',
    none: 'There is no order with granted transport that the provider has said yes to.',
    lead: (provider: string, day: string) =>
      `The transport goes between the home and ${provider}, from the first day ${day}. Here you write what the driver must know. The ride comes onto the operator’s list by itself.`,
    needs: 'What does the citizen need on the way?',
    needsHint: 'Tick nothing if nothing is needed.',
    wheelchair: 'Room for a wheelchair',
    companion: 'A companion goes along',
    aids: 'Aids (optional)',
    aidsHint: 'For example a walker. Write nothing of diagnosis or health: the driver sees it.',
    seenBy: 'It is seen by the operator and by the provider.',
    button: 'Arrange the transport',
    now: (day: string) => `Arranged on ${day}. Save again if the needs have changed.`,
    link: 'Arrange the transport',
    linkNow: 'See or change the transport',
    arranged: (day: string) => `The transport was arranged on ${day}.`,
    missing: 'Transport was granted, and it has not been arranged yet.',
    of: (needs: readonly string[]) => (needs.length > 0 ? needs.join(', ') : 'No particular needs'),
  },
})
