/** Passages for tests, worded as a municipality might word them. */
import { LetterTexts } from './letter-texts.ts'

export const exampleTexts: LetterTexts = LetterTexts.parse({
  complaintGuidance: {
    da: [
      'Er du uenig i afgørelsen, kan du klage til Ankestyrelsen. Du skal sende klagen til os, fordi vi skal se på sagen igen, før Ankestyrelsen gør det.',
      'Vi skal have din klage senest {klagefrist} efter, at du har fået brevet.',
      'Du bestemmer selv, hvordan du vil klage. Du kan skrive til {enhed}, {kommune}, {adresse}, eller til {mail}. Du kan klage på din sags side. Du kan også klage mundtligt ved at ringe på {telefon} eller komme forbi. Du behøver ikke at give en grund.',
      'Vi ser på afgørelsen igen. Giver vi dig ikke ret, sender vi klagen videre til Ankestyrelsen og giver dig besked.',
      'Afgørelsen gælder, mens klagen bliver behandlet.',
    ],
    let: [
      'Du må gerne klage.',
      'Ring til os på {telefon}. Du kan også skrive.',
      'Sig, at du vil klage. Du skal ikke sige hvorfor.',
      'Du skal klage senest {klagefrist} efter, at du har fået brevet.',
      'Vi ser på sagen igen. Er vi stadig ikke enige, ser Ankestyrelsen på den.',
    ],
  },
  changeDuty: {
    da: [
      'Du skal fortælle os det, hvis der sker ændringer, som kan have betydning for din plads. Det kan for eksempel være, at du flytter, at dit behov ændrer sig, eller at du stopper. Ring på {telefon}.',
    ],
    let: ['Flytter du? Har du brug for mere eller mindre hjælp? Så ring til os på {telefon}.'],
  },
  privacyNotice: {
    da: [
      '{kommune} er dataansvarlig. Vi bruger de oplysninger, du giver os, til at afgøre din sag efter serviceloven § 104.',
      'Vi må gøre det, fordi loven pålægger os opgaven. Nogle oplysninger kan handle om dit helbred.',
      'Vi giver kun oplysninger videre til dem, der skal bruge dem, for eksempel det tilbud, du får plads i, eller Ankestyrelsen, hvis du klager.',
      'Vi gemmer sagen, så længe loven kræver det.',
      'Du har ret til at se dine oplysninger, få rettet fejl og gøre indsigelse. Ring på {telefon}. Du kan klage til Datatilsynet.',
    ],
    let: ['Vi skriver om dig i din sag.', 'Du må gerne se det.', 'Er noget forkert? Så sig det til os.'],
  },
  otherSourcesNotice: {
    da: [
      'Du har ret til at se, hvad vi får at vide, og til at sige, hvis noget er forkert. Vi bruger kun oplysningerne til din sag efter serviceloven § 104.',
      'Du kan klage til Datatilsynet over den måde, vi bruger dine oplysninger på.',
    ],
    let: [
      'Du må se det, vi får at vide.',
      'Er noget forkert? Så sig det til os.',
      'Du kan klage til Datatilsynet.',
    ],
  },
  actionPlanOffer: {
    da: [
      'En handleplan samler dine mål og den hjælp, du får. Vi laver den sammen med dig. Du siger, hvad der er vigtigt for dig, og du får planen på skrift.',
      'Du får samme hjælp, uanset om du siger ja eller nej.',
    ],
    let: ['I planen står dine mål.', 'Vi laver den sammen.', 'Du får din hjælp, også hvis du siger nej.'],
  },
  meetingInvitation: {
    da: [
      'På mødet taler vi om, hvordan du har det i tilbuddet, og om dine mål. Vi spørger, om den hjælp, du får, stadig passer til dig.',
      'Mødet ændrer ikke noget i sig selv. Skal noget være anderledes, får du en ny afgørelse, som du kan klage over.',
    ],
    let: [
      'Vi taler om, hvordan du har det.',
      'Vi taler om dine mål.',
      'Du siger det, du vil sige.',
      'Mødet laver ikke noget om.',
    ],
  },
  companion: {
    da: [
      'Du må gerne tage en anden med, når vi taler sammen. Du kan også give en anden lov til at tale for dig. Så skal du sige det til os.',
    ],
    let: ['Tag gerne en med, når vi taler sammen.', 'En anden må tale for dig, hvis du vil.'],
  },
})
