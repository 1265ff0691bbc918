/** The state of the system at a glance: what runs, what waits, what failed, and how it is set up. */
import { findLastHeadList } from '../../store/chain-heads.ts'
import { read } from '../../store/connection.ts'
import { type QueueState, queueState } from '../../store/jobs.ts'
import { countUnfinishedPost, type PostCount } from '../../store/post-overview.ts'
import { systemState } from '../../store/system-state.ts'
import { version } from '../../version.ts'
import { dayAndTime, plainDay } from '../i18n/dates.ts'
import { defineMessages } from '../i18n/messages.ts'
import type { PageContext } from '../platform/context.ts'
import { Alert, SummaryList } from '../ui/parts.tsx'
import { adminPage } from './frame.tsx'

const words = defineMessages({
  da: {
    title: 'Systemets tilstand',
    failedJobs: 'Job, der fejlede',
    givenUp: 'Job, der er opgivet',
    failedPost: 'Breve, der ikke nåede frem',
    postUnderWay: 'Breve undervejs',
    allWell: 'Alt kører.',
    attention: 'Det skal du se på',
    queueStopped: (since: string) =>
      `Baggrundsarbejdet står stille: det kørte sidst ${since}. Breve bliver ikke sendt, før det kører igen.`,
    queueNever: 'Baggrundsarbejdet har ikke kørt endnu. Breve bliver ikke sendt, før det kører.',
    someGivenUp: (n: number) =>
      n === 1 ? '1 job er opgivet og venter på dig.' : `${n} job er opgivet og venter på dig.`,
    someFailed: (n: number) =>
      n === 1
        ? '1 brev nåede ikke frem, og ingen har håndteret det endnu.'
        : `${n} breve nåede ikke frem, og ingen har håndteret dem endnu.`,
    running: 'Drift',
    database: 'Database',
    databaseValue: (v: string, migration: string) =>
      `PostgreSQL ${v} svarer. Seneste migrering: ${migration}.`,
    queue: 'Jobkø',
    queueValue: (waiting: number, failing: number, givenUp: number) =>
      `${waiting} venter, ${failing} fejlede og prøves igen, ${givenUp} er opgivet.`,
    oldest: 'Ældste job, der venter',
    noneWaits: 'Intet job venter på at komme til',
    lastRun: 'Baggrundsarbejdet kørte sidst',
    never: 'Aldrig',
    heads: 'Sagernes kæder sidst underskrevet',
    version: 'Hverdags version',
    setup: 'Opsætning',
    municipality: 'Denne kommune',
    here: (users: number, cases: number) => `aktive brugere: ${users}, åbne sager: ${cases}`,
    municipalities: 'Kommuner på denne installation',
    hosts: 'Adresser',
    logIn: 'Log-in',
    ownLogIn: 'Kommunens egne udbydere',
    testLogIn: 'Test-log-in uden kode',
    mode: 'Demonstration',
    demonstration: 'Ja. Alle mennesker er opdigtede, og dagen kan flyttes.',
    production: 'Nej',
    digitalPost: 'Digital Post',
    simulated: 'Simuleret. Intet forlader systemet.',
  },
  en: {
    title: 'The state of the system',
    failedJobs: 'Jobs that failed',
    givenUp: 'Jobs given up',
    failedPost: 'Letters that did not arrive',
    postUnderWay: 'Letters under way',
    allWell: 'Everything runs.',
    attention: 'Look at this',
    queueStopped: (since: string) =>
      `The background work stands still: it last ran ${since}. No letters are sent until it runs again.`,
    queueNever: 'The background work has not run yet. No letters are sent until it does.',
    someGivenUp: (n: number) =>
      n === 1 ? '1 job is given up and waits for you.' : `${n} jobs are given up and wait for you.`,
    someFailed: (n: number) =>
      n === 1
        ? '1 letter did not arrive, and nobody has dealt with it yet.'
        : `${n} letters did not arrive, and nobody has dealt with them yet.`,
    running: 'Running',
    database: 'Database',
    databaseValue: (v: string, migration: string) =>
      `PostgreSQL ${v} answers. Newest migration: ${migration}.`,
    queue: 'Job queue',
    queueValue: (waiting: number, failing: number, givenUp: number) =>
      `${waiting} waiting, ${failing} failed and tried again, ${givenUp} given up.`,
    oldest: 'Oldest job that waits',
    noneWaits: 'No job waits for its turn',
    lastRun: 'The background work last ran',
    never: 'Never',
    heads: 'The cases’ chains last signed',
    version: 'Version of Hverdag',
    setup: 'Set-up',
    municipality: 'This municipality',
    here: (users: number, cases: number) => `active users: ${users}, open cases: ${cases}`,
    municipalities: 'Municipalities on this installation',
    hosts: 'Addresses',
    logIn: 'Log-in',
    ownLogIn: 'The municipality’s own providers',
    testLogIn: 'Test log-in without a secret',
    mode: 'Demonstration',
    demonstration: 'Yes. All people are invented, and the day can be moved.',
    production: 'No',
    digitalPost: 'Digital Post',
    simulated: 'Simulated. Nothing leaves the system.',
  },
})

/** The wall clock puts something in the queue every minute: after this long it stands still. */
const patience = 5 * 60_000

type Concern = 'queueNever' | 'queueStopped' | 'someGivenUp' | 'someFailed'

/** What somebody has to look at, the worst first. Nothing else on the page asks for attention. */
export function concernsOf(queue: QueueState, failedPost: number, now: Date): readonly Concern[] {
  const { lastRunAt, givenUp } = queue
  const still = lastRunAt !== null && now.getTime() - new Date(lastRunAt).getTime() > patience
  return [
    ...(lastRunAt === null ? (['queueNever'] as const) : []),
    ...(still ? (['queueStopped'] as const) : []),
    ...(givenUp > 0 ? (['someGivenUp'] as const) : []),
    ...(failedPost > 0 ? (['someFailed'] as const) : []),
  ]
}

const countOf = (post: readonly PostCount[], state: PostCount['state']): number =>
  post.filter((row) => row.state === state).reduce((sum, { count }) => sum + count, 0)

export async function showState(c: PageContext): Promise<Response> {
  const say = words(c.language)
  const [system, queue, post, heads] = await read(c.house.db, c.scope, (tx) =>
    Promise.all([systemState(tx), queueState(tx), countUnfinishedPost(tx), findLastHeadList(tx)]),
  )
  const failedPost = countOf(post, 'failed')
  const underWay = countOf(post, 'queued') + countOf(post, 'sent')
  const lastRun = queue.lastRunAt === null ? say.never : dayAndTime(queue.lastRunAt, c.language)
  const told: Readonly<Record<Concern, string>> = {
    queueNever: say.queueNever,
    queueStopped: say.queueStopped(lastRun),
    someGivenUp: say.someGivenUp(queue.givenUp),
    someFailed: say.someFailed(failedPost),
  }
  const concerns = concernsOf(queue, failedPost, c.house.now())
  const { configuration, house, municipality } = c
  return adminPage(
    c,
    'state',
    say.title,
    <>
      {concerns.length === 0 ? (
        <Alert kind="success">{say.allWell}</Alert>
      ) : (
        <Alert kind="warning" title={say.attention}>
          <ul>
            {concerns.map((concern) => (
              <li>{told[concern]}</li>
            ))}
          </ul>
        </Alert>
      )}
      <ul class="hv-numbers no-max-width">
        {[
          { href: '/admin/job', text: say.failedJobs, value: queue.failing },
          { href: '/admin/job', text: say.givenUp, value: queue.givenUp },
          { href: '/admin/post', text: say.failedPost, value: failedPost },
          { href: '/admin/post', text: say.postUnderWay, value: underWay },
        ].map(({ href, text, value }) => (
          <li>
            <a href={href}>
              <strong>{value}</strong> {text}
            </a>
          </li>
        ))}
      </ul>
      <h2>{say.running}</h2>
      <SummaryList
        language={c.language}
        rows={[
          { label: say.database, value: say.databaseValue(system.databaseVersion, system.migration) },
          { label: say.queue, value: say.queueValue(queue.waiting, queue.failing, queue.givenUp) },
          {
            label: say.oldest,
            value: queue.oldestAt === null ? say.noneWaits : dayAndTime(queue.oldestAt, c.language),
          },
          { label: say.lastRun, value: lastRun },
          { label: say.heads, value: heads ? plainDay(heads.day, c.language) : say.never },
          { label: say.version, value: version },
        ]}
      />
      <h2>{say.setup}</h2>
      <SummaryList
        language={c.language}
        rows={[
          {
            label: say.municipality,
            value: `${municipality.name} (${municipality.code}), ${say.here(system.users, system.openCases)}`,
          },
          {
            label: say.municipalities,
            value: [...house.municipalities.values()].map((m) => `${m.name} (${m.code})`).join('\n'),
          },
          {
            label: say.hosts,
            value: [...configuration.hosts].map(([host, code]) => `${host} → ${code}`).join('\n'),
          },
          { label: say.logIn, value: configuration.identity ? say.ownLogIn : say.testLogIn },
          { label: say.digitalPost, value: say.simulated },
          { label: say.mode, value: configuration.demonstration ? say.demonstration : say.production },
        ]}
      />
    </>,
  )
}
