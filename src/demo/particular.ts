/** The people with a story of their own: each shows something that is easily got wrong. Most are official test persons. */
import type { Citizen, Helper } from './citizen.ts'
import type { Size } from './citizens.ts'

/** An official test person by number, or somebody made up. */
type Who = string | { readonly name: string; readonly age: number }

export type Particular = Pick<
  Citizen,
  | 'profile'
  | 'path'
  | 'protected'
  | 'onPaper'
  | 'mailboxClosed'
  | 'interpreter'
  | 'easyRead'
  | 'about'
  | 'featured'
> & { readonly who: Who; readonly helper?: Omit<Helper, 'citizen'> & { readonly who: Who } }

const vejen: readonly Particular[] = [
  {
    who: '0201609995',
    profile: 'acquiredBrainInjury',
    path: { receivedDaysAgo: 150, outcome: 'grant', decidedAfter: 30, order: 'accepted' },
    about: 'Fik ja til det hele og går på et tilbud.',
    featured: 'granted in full, goes to a programme',
  },
  {
    who: '0201919990',
    profile: 'autism',
    path: {
      receivedDaysAgo: 66,
      outcome: 'part',
      decidedAfter: 56,
      hearing: 'answered',
      delayNotice: 'inTime',
      until: 'decided',
    },
    about: 'Fik delvist ja efter partshøring og en udsættelse. Klagefristen løber.',
    featured: 'part refusal after a party hearing and a delay notice; complaint period running',
  },
  {
    who: '0504909995',
    profile: 'learningDisability',
    path: {
      receivedDaysAgo: 52,
      outcome: 'refusal',
      decidedAfter: 38,
      hearing: 'answered',
      channel: 'letter',
      complaint: 'received',
    },
    onPaper: true,
    easyRead: true,
    helper: {
      who: '0201609996',
      type: 'guardianPersonal',
      verified: 'Beskikkelsen fra Familieretshuset er set.',
    },
    about: 'Fritaget for Digital Post. Har en værge. Fik afslag.',
    featured: 'exempt from Digital Post, has a guardian, was refused',
  },
  {
    who: '0201919996',
    profile: 'schizophrenia',
    path: { receivedDaysAgo: 29, outcome: 'part', decidedAfter: 60, hearing: 'waiting' },
    about: 'Er blevet bedt om at udtale sig, før sagen bliver afgjort.',
    featured: 'asked to comment before a decision: the answer is awaited',
  },
  {
    who: '2103009996',
    profile: 'anxiety',
    about: 'Har ingen sag endnu: prøv at søge.',
    featured: 'no case yet: apply as this person',
  },
  {
    who: '0504909989',
    profile: 'cerebralPalsy',
    path: { receivedDaysAgo: 130, outcome: 'grant', decidedAfter: 33, order: 'accepted' },
    protected: true,
    about: 'Har beskyttet adresse og går på et tilbud.',
    featured: 'protected address, placed at a provider',
  },
  {
    who: '1007059995',
    profile: 'refugee',
    path: { receivedDaysAgo: 16, outcome: 'grant', decidedAfter: 33, channel: 'inPerson' },
    interpreter: 'arabisk',
    about: 'Har brug for tolk. Sagen bliver oplyst.',
  },
  {
    who: '2911829996',
    profile: 'schizophrenia',
    path: { receivedDaysAgo: 51, outcome: 'grant', decidedAfter: 40, until: 'informed' },
    about: 'Fristen er overskredet, og der er ikke sendt besked.',
    featured: 'the deadline has passed without a notice',
  },
  {
    who: '2509479989',
    profile: 'ageingWithDown',
    path: {
      receivedDaysAgo: 49,
      outcome: 'grant',
      decidedAfter: 60,
      delayNotice: 'late',
      until: 'informed',
      channel: 'phone',
    },
    onPaper: true,
    about: 'Fik først besked om forsinkelsen, da fristen var gået. Får brev på papir.',
  },
  {
    who: '2512489996',
    profile: 'ageingWithDown',
    path: {
      receivedDaysAgo: 110,
      outcome: 'grant',
      decidedAfter: 35,
      channel: 'phone',
      order: 'accepted',
      ends: 'moving',
    },
    about: 'Er over folkepensionsalderen, går på et tilbud og flytter til en anden kommune.',
  },
  {
    who: { name: 'Josefine Skovgaard', age: 17 },
    profile: 'youngFromSchool',
    path: { receivedDaysAgo: 12, outcome: 'grant', decidedAfter: 36, elsewhere: true },
    easyRead: true,
    about: 'Er 17 år og har søgt i god tid.',
  },
  {
    who: '0505059996',
    profile: 'autism',
    path: { receivedDaysAgo: 22, outcome: 'grant', decidedAfter: 38 },
    helper: {
      who: '1509819996',
      type: 'partyRepresentative',
      verified: 'Skriftlig fuldmagt er modtaget og lagt på sagen.',
    },
    about: 'Har en partsrepræsentant, som får alle breve.',
  },
  {
    who: '0104909995',
    profile: 'learningDisability',
    path: { receivedDaysAgo: 44, outcome: 'grant', decidedAfter: 33, order: 'declined' },
    easyRead: true,
    about: 'Er bevilget plads, men tilbuddet kan ikke.',
    featured: 'granted, and the provider says it cannot',
  },
  {
    who: '0104909989',
    profile: 'learningDisability',
    path: { receivedDaysAgo: 9, outcome: 'grant', decidedAfter: 34, until: 'assigned' },
    mailboxClosed: 'waits',
    easyRead: true,
    about: 'Digital Post kom ikke frem. Nogen skal tage sig af det.',
  },
  {
    who: '1502779995',
    profile: 'afterDrinking',
    path: { receivedDaysAgo: 37, outcome: 'grant', decidedAfter: 41, until: 'assessed' },
    mailboxClosed: 'dealtWith',
    about: 'Digital Post kom ikke frem og blev sendt på papir.',
  },
  {
    who: '0108589995',
    profile: 'acquiredBrainInjury',
    path: {
      receivedDaysAgo: 8,
      outcome: 'grant',
      decidedAfter: 36,
      until: 'assigned',
      helper: { relation: 'ægtefælle' },
      channel: 'letter',
    },
    about: 'Ægtefællen har søgt uden fuldmagt. Ansøgningen skal bekræftes.',
    featured: 'the spouse applied without power: the application waits to be confirmed',
  },
  {
    who: '1502799995',
    profile: 'schizophrenia',
    path: { receivedDaysAgo: 20, outcome: 'grant', decidedAfter: 36, disputed: true, until: 'asked' },
    about: 'Kommunerne er uenige om, hvem der er handlekommune.',
  },
  {
    who: '1502829995',
    profile: 'acquiredBrainInjury',
    path: { receivedDaysAgo: 36, outcome: 'grant', decidedAfter: 35, until: 'proposed' },
    about: 'Afgørelsen venter på en andens øjne.',
    featured: 'the decision waits for a second pair of eyes',
  },
  {
    who: '0506889996',
    profile: 'autism',
    path: { receivedDaysAgo: 39, outcome: 'grant', decidedAfter: 33, order: 'asked', until: 'ordered' },
    about: 'Bevilget; tilbuddet har spurgt om noget.',
  },
  {
    who: '3001749995',
    profile: 'anxiety',
    path: { receivedDaysAgo: 190, outcome: 'refusal', decidedAfter: 38, hearing: 'silent', remanded: true },
    about: 'Ankestyrelsen har sendt sagen tilbage.',
    featured: 'sent back by the Appeals Board: the deadline runs anew',
  },
  {
    who: { name: 'Leif Enevoldsen', age: 47 },
    profile: 'afterDrinking',
    path: { receivedDaysAgo: 150, outcome: 'refusal', decidedAfter: 38, hearing: 'answered', remanded: true },
    about: 'Ankestyrelsen har sendt sagen tilbage.',
  },
  {
    who: { name: 'Bodil Østergaard', age: 52 },
    profile: 'anxiety',
    path: { receivedDaysAgo: 110, outcome: 'refusal', decidedAfter: 38, complaint: 'forwarded' },
    about: 'Har klaget. Klagen ligger hos Ankestyrelsen.',
  },
  {
    who: { name: 'Svend Kirkegaard', age: 58 },
    profile: 'afterDrinking',
    path: { receivedDaysAgo: 200, outcome: 'refusal', decidedAfter: 38, complaint: 'concluded' },
    about: 'Har klaget. Ankestyrelsen har givet kommunen ret.',
  },
  {
    who: { name: 'Inger Abildgaard', age: 44 },
    profile: 'anxiety',
    path: { receivedDaysAgo: 56, outcome: 'refusal', decidedAfter: 38, complaint: 'byRelative' },
    about: 'En søster har klaget uden fuldmagt. Borgeren skal spørges.',
  },
  {
    who: { name: 'Poul Vestergaard', age: 39 },
    profile: 'afterDrinking',
    path: { receivedDaysAgo: 72, outcome: 'refusal', decidedAfter: 38, complaint: 'reassessed' },
    about: 'Har klaget. Sagen er vurderet igen og skal sendes videre.',
  },
  {
    who: { name: 'Karla Nørby', age: 51 },
    profile: 'anxiety',
    path: { receivedDaysAgo: 76, outcome: 'refusal', decidedAfter: 38, complaint: 'written' },
    about: 'Har klaget. Følgebrevet er skrevet, og klagen skal sendes.',
  },
  {
    who: { name: 'Ejnar Toft', age: 60 },
    profile: 'afterDrinking',
    path: { receivedDaysAgo: 160, outcome: 'refusal', decidedAfter: 38, complaint: 'changed' },
    about: 'Har klaget. Ankestyrelsen har ændret afgørelsen, og den skal føres ud i livet.',
  },
]

const lillerup: readonly Particular[] = [
  {
    who: '0107729995',
    profile: 'acquiredBrainInjury',
    path: { receivedDaysAgo: 120, outcome: 'grant', decidedAfter: 30 },
    about: 'Går på et tilbud i Lillerup.',
    featured: 'goes to a programme in Lillerup',
  },
  {
    who: '3103979995',
    profile: 'youngFromSchool',
    path: { receivedDaysAgo: 45, outcome: 'refusal', decidedAfter: 38, hearing: 'answered' },
    about: 'Fik afslag i Lillerup.',
  },
]

/** The first ones, and those whose cases wait for something that no other case of a small demonstration does. */
const isInSmall = ({ path, mailboxClosed, helper }: Particular, index: number): boolean =>
  index < 6 ||
  mailboxClosed === 'waits' ||
  path?.helper !== undefined ||
  path?.until === 'proposed' ||
  path?.complaint !== undefined ||
  path?.ends === 'moving' ||
  helper?.type === 'partyRepresentative'

export function particularsOf(key: string, size: Size): readonly Particular[] {
  const all = key === 'vejen' ? vejen : lillerup
  return size === 'full' ? all : all.filter(isInSmall)
}
