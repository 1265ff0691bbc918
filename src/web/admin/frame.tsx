/** What the administrator's pages share: the row of links between them. */
import type { Child, FC } from 'hono/jsx'
import { type Action, mayEver } from '../../domain/access/permissions.ts'
import { defineMessages } from '../i18n/messages.ts'
import type { PageContext } from '../platform/context.ts'
import { html } from '../platform/respond.tsx'
import { type TabLink, Tabs } from '../ui/parts.tsx'

const frameWords = defineMessages({
  da: {
    pages: 'Administrationens sider',
    state: 'Tilstand',
    users: 'Brugere',
    roles: 'Roller',
    jobs: 'Job',
    post: 'Post',
    rides: 'Kørsel',
    retention: 'Opbevaring',
    demo: 'Demonstration',
  },
  en: {
    pages: 'The administration’s pages',
    state: 'State',
    users: 'Users',
    roles: 'Roles',
    jobs: 'Jobs',
    post: 'Post',
    rides: 'Transport',
    retention: 'Keeping',
    demo: 'Demonstration',
  },
})

type Place = Exclude<keyof ReturnType<typeof frameWords>, 'pages'>

const places: readonly { readonly place: Place; readonly href: string; readonly action: Action }[] = [
  { place: 'state', href: '/admin', action: 'viewJobs' },
  { place: 'users', href: '/admin/brugere', action: 'viewUsers' },
  { place: 'roles', href: '/admin/roller', action: 'viewUsers' },
  { place: 'jobs', href: '/admin/job', action: 'viewJobs' },
  { place: 'post', href: '/admin/post', action: 'viewPost' },
  { place: 'rides', href: '/myndighed/koersel/selskaber', action: 'changeRideOperators' },
  { place: 'retention', href: '/admin/opbevaring', action: 'viewRetention' },
  { place: 'demo', href: '/admin/demo', action: 'moveDemoClock' },
]

const AdminTabs: FC<{ readonly c: PageContext; readonly place: Place }> = ({ c, place: here }) => {
  const say = frameWords(c.language)
  const tabs = places
    .filter(
      ({ place, action }) =>
        mayEver(action, c.asking.subject) && (place !== 'demo' || c.configuration.demonstration),
    )
    .map(({ place, href }): TabLink => ({ href, text: say[place], current: place === here }))
  return tabs.length > 1 ? <Tabs label={say.pages} tabs={tabs} /> : null
}

/** A page of the administration. */
export const adminPage = (
  c: PageContext,
  place: Place,
  title: string,
  body: Child,
  status?: number,
): Response =>
  html(
    c,
    title,
    <>
      <h1>{title}</h1>
      <AdminTabs c={c} place={place} />
      {body}
    </>,
    status,
  )
