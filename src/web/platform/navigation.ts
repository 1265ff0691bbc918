/** The links on top of a page: few, the same on every page of a face, by what the visitor may do. */
import { mayEver } from '../../domain/access/permissions.ts'
import { defineCitizenMessages } from '../i18n/messages.ts'
import type { NavigationLink } from '../ui/layout.tsx'
import type { PublicContext } from './context.ts'
import { subjectOf } from './visitor.ts'

const words = defineCitizenMessages({
  da: {
    mine: 'Min side',
    week: 'Min uge',
    messages: 'Beskeder',
    tablets: 'Tablets',
    myCode: 'Min kode',
    papers: 'Papirer',
    consents: 'Hvem må vi tale med?',
    seen: 'Hvem har set min sag?',
    help: 'Hjælp',
    work: 'Mit arbejde',
    tasks: 'Opgaver',
    intake: 'Ny henvendelse',
    search: 'Søg',
    letters: 'Breve',
    rides: 'Kørsel',
    provider: 'Tilbud',
    today: 'I dag',
    management: 'Ledelse',
    standard: 'Kvalitetsstandarden',
    admin: 'Administration',
    supervision: 'Tilsyn',
  },
  en: {
    mine: 'My page',
    week: 'My week',
    messages: 'Messages',
    tablets: 'Tablets',
    myCode: 'My code',
    papers: 'Papers',
    consents: 'Who may we talk to?',
    seen: 'Who has seen my case?',
    help: 'Help',
    work: 'My work',
    tasks: 'Tasks',
    intake: 'New enquiry',
    search: 'Search',
    letters: 'Letters',
    rides: 'Transport',
    provider: 'Provider',
    today: 'Today',
    management: 'Management',
    standard: 'The quality standard',
    supervision: 'Supervision',
    admin: 'Administration',
  },
  let: {
    mine: 'Min side',
    week: 'Min uge',
    messages: 'Beskeder',
    tablets: 'Tablets',
    myCode: 'Min kode',
    papers: 'Papirer',
    consents: 'Hvem må vi tale med?',
    seen: 'Hvem har set min sag?',
    help: 'Hjælp',
    work: 'Mit arbejde',
    tasks: 'Opgaver',
    intake: 'Ny henvendelse',
    search: 'Søg',
    letters: 'Breve',
    rides: 'Kørsel',
    provider: 'Tilbud',
    today: 'I dag',
    management: 'Ledelse',
    standard: 'Kvalitetsstandarden',
    supervision: 'Tilsyn',
    admin: 'Administration',
  },
})

export function navigationOf({ visitor, language, path }: PublicContext): readonly NavigationLink[] {
  if (visitor === undefined) return []
  const say = words(language)
  const subject = subjectOf(visitor)
  const links: { href: string; text: string }[] = []
  if (visitor.kind === 'citizen') {
    links.push({ href: '/borger', text: say.mine }, { href: '/borger/uge', text: say.week })
    links.push({ href: '/borger/papirer', text: say.papers })
    links.push({ href: '/borger/beskeder', text: say.messages })
    links.push({ href: '/borger/hvem-har-set', text: say.seen }, { href: '/hjaelp', text: say.help })
  }
  if (mayEver('viewWorklist', subject)) {
    links.push({ href: '/myndighed', text: say.work }, { href: '/myndighed/opgaver', text: say.tasks })
    links.push(
      { href: '/myndighed/henvendelse/ny', text: say.intake },
      { href: '/myndighed/soeg', text: say.search },
    )
    links.push({ href: '/myndighed/breve', text: say.letters })
    links.push({ href: '/myndighed/koersel', text: say.rides })
  }
  if (mayEver('viewPlacedPeople', subject)) {
    links.push({ href: '/tilbud/i-dag', text: say.today }, { href: '/tilbud', text: say.provider })
    links.push({ href: '/tilbud/koersel', text: say.rides })
    links.push({ href: '/tilbud/beskeder', text: say.messages })
    if (mayEver('pairTablets', subject)) links.push({ href: '/tilbud/tablets', text: say.tablets })
    links.push({ href: '/tilbud/min-kode', text: say.myCode })
  }
  if (mayEver('viewManagement', subject)) links.push({ href: '/ledelse', text: say.management })
  if (mayEver('viewSupervision', subject)) links.push({ href: '/tilsyn', text: say.supervision })
  if (mayEver('viewStandard', subject)) links.push({ href: '/kvalitetsstandard', text: say.standard })
  if (mayEver('viewUsers', subject)) links.push({ href: '/admin', text: say.admin })
  const best = links
    .filter(({ href }) => path === href || path.startsWith(`${href}/`))
    .sort((a, b) => b.href.length - a.href.length)[0]
  return links.map((link) => (link === best ? { ...link, current: true } : link))
}
