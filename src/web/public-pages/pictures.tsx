/** Whose the pictograms are, on what terms, and what each of them stands for. */
import { defineCitizenMessages } from '../i18n/messages.ts'
import type { PublicContext } from '../platform/context.ts'
import { html } from '../platform/respond.tsx'
import { type PictureName, pictograms, pictureCredit } from '../ui/pictograms.ts'
import { Picture } from '../ui/picture.tsx'

type Meanings = Readonly<Record<PictureName, string>>

const danish: Meanings = {
  day: 'dage',
  time: 'tid',
  place: 'sted',
  ride: 'kørsel',
  person: 'kontaktperson',
  off: 'du kommer ikke',
  closed: 'lukket',
  here: 'du er her, eller det er gjort',
  message: 'beskeder',
  print: 'skriv ud',
  trip: 'tur',
  price: 'pris',
  choose: 'du bestemmer selv',
  illness: 'syg',
  hospital: 'hospital',
  holiday: 'ferie',
  treatment: 'behandling',
  unwilling: 'har ikke lyst',
  other: 'noget andet',
  unsaid: 'vil ikke sige det',
  good: 'det går godt',
  mixed: 'det går nogenlunde',
  hard: 'det er svært',
  social: 'være sammen',
  creative: 'lave noget med hænderne',
  physical: 'bevæge sig',
  experience: 'opleve noget',
  senses: 'sanse',
  skills: 'lære noget',
}

const words = defineCitizenMessages({
  da: {
    title: 'Billeder',
    lead: 'Nogle sider har små billeder ved siden af ordene. Ordene siger det hele. Billederne hjælper den, der læser billeder bedst.',
    whose: (set: string, authors: string) =>
      `Billederne er fra samlingen ${set}. De er tegnet af ${authors}.`,
    licence: (name: string) => `Enhver må bruge dem under licensen ${name}. Tegningerne er ikke ændret.`,
    set: (set: string) => `Se hele samlingen ${set}`,
    terms: (name: string) => `Læs licensen ${name}`,
    meaning: 'Det betyder billederne',
    meanings: danish,
  },
  en: {
    title: 'Pictures',
    lead: 'Some pages have small pictures beside the words. The words say all of it. The pictures help those who read pictures best.',
    whose: (set: string, authors: string) =>
      `The pictures are from the set ${set}. They were drawn by ${authors}.`,
    licence: (name: string) =>
      `Anybody may use them under the licence ${name}. The drawings were not changed.`,
    set: (set: string) => `See the whole set ${set}`,
    terms: (name: string) => `Read the licence ${name}`,
    meaning: 'What the pictures mean',
    meanings: {
      day: 'days',
      time: 'time',
      place: 'place',
      ride: 'ride',
      person: 'contact person',
      off: 'you are not coming',
      closed: 'closed',
      here: 'you are here, or it is done',
      message: 'messages',
      print: 'print',
      trip: 'trip',
      price: 'price',
      choose: 'you decide yourself',
      illness: 'ill',
      hospital: 'hospital',
      holiday: 'holiday',
      treatment: 'treatment',
      unwilling: 'do not want to',
      other: 'something else',
      unsaid: 'will not say',
      good: 'it goes well',
      mixed: 'it goes so-so',
      hard: 'it is hard',
      social: 'being together',
      creative: 'making something',
      physical: 'moving',
      experience: 'seeing something new',
      senses: 'using the senses',
      skills: 'learning something',
    } satisfies Meanings,
  },
  let: {
    title: 'Billeder',
    lead: 'Nogle ord har et lille billede. Billedet hjælper dig med at læse.',
    whose: (set: string, authors: string) => `Billederne hedder ${set}. De er tegnet af ${authors}.`,
    licence: (name: string) => `Alle må bruge dem. Reglerne hedder ${name}. Vi har ikke ændret billederne.`,
    set: (set: string) => `Se alle billeder fra ${set}`,
    terms: (name: string) => `Læs reglerne ${name}`,
    meaning: 'Det betyder billederne',
    meanings: danish,
  },
})

export function pictures(c: PublicContext): Response {
  const t = words(c.language)
  const { set, authors, source, licence, licenceText } = pictureCredit
  return html(
    c,
    t.title,
    <>
      <h1>{t.title}</h1>
      <p class="font-lead">{t.lead}</p>
      <p>{t.whose(set, authors)}</p>
      <p>{t.licence(licence)}</p>
      <ul>
        <li>
          <a href={source}>{t.set(set)}</a>
        </li>
        <li>
          <a href={licenceText}>{t.terms(licence)}</a>
        </li>
      </ul>
      <h2>{t.meaning}</h2>
      <ul class="nobullet-list hv-meanings">
        {(Object.keys(pictograms) as readonly PictureName[]).map((name) => (
          <li class="hv-pictured">
            <Picture name={name} />
            <span>{t.meanings[name]}</span>
          </li>
        ))}
      </ul>
    </>,
  )
}
