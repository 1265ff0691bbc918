/** Jobs that failed: what kind of fault, when they are tried again, and a way to try them now. */
import { z } from 'zod'
import { read, write } from '../../store/connection.ts'
import { type FailedJob, failedJobs, retryJob } from '../../store/jobs.ts'
import { dayAndTime } from '../i18n/dates.ts'
import { defineMessages, type Language } from '../i18n/messages.ts'
import type { PageContext } from '../platform/context.ts'
import { seeOther } from '../platform/respond.tsx'
import { Form } from '../ui/fields.tsx'
import { Alert, type Column, StatusMarker, Table } from '../ui/parts.tsx'
import { adminPage } from './frame.tsx'

const words = defineMessages({
  da: {
    title: 'Job',
    intro:
      'Det, systemet gør i baggrunden, og som ikke lykkedes. Et job prøves igen af sig selv, med længere og længere pauser. Her står kun, hvilken slags fejl det var, og intet om, hvem det drejer sig om.',
    none: 'Ingen job er fejlet.',
    job: 'Job',
    number: (id: number) => `nr. ${id}`,
    fault: 'Fejl',
    when: 'Sidst forsøgt',
    tries: 'Forsøg',
    of: (n: number, most: number) => `${n} af ${most}`,
    next: 'Hvad nu',
    again: (when: string) => `Prøves igen ${when}`,
    givenUp: 'Opgivet',
    mend: 'Ret årsagen, og prøv igen.',
    retry: 'Prøv igen',
    retryOne: (id: number) => `Prøv job ${id} igen`,
    queued: 'Jobbet er sat i kø igen. Det forsvinder fra listen, når det er lykkedes.',
    gone: 'Jobbet er her ikke længere. Måske er det lykkedes i mellemtiden.',
    unavailable: 'Modtageren svarer ikke',
    tasks: {
      'dispatch-letter': 'Send et brev',
      'nudge-by-email': 'Send en e-mail om en ny besked',
      'collect-receipts': 'Hent kvitteringer for post',
      sweep: 'Skriv det ned, der er forfaldet',
      'expire-drafts': 'Slet udløbne kladder og log-in',
      'sign-heads': 'Underskriv dagens liste over sagernes kæder',
      'every-municipality': 'Sæt faste job i kø for hver kommune',
    },
  },
  en: {
    title: 'Jobs',
    intro:
      'What the system does in the background and did not succeed with. A job is tried again by itself, with longer and longer pauses. Only the kind of fault stands here, and nothing of whom it is about.',
    none: 'No jobs have failed.',
    job: 'Job',
    number: (id: number) => `no. ${id}`,
    fault: 'Fault',
    when: 'Last tried',
    tries: 'Tries',
    of: (n: number, most: number) => `${n} of ${most}`,
    next: 'What now',
    again: (when: string) => `Tried again ${when}`,
    givenUp: 'Given up',
    mend: 'Mend the cause and try again.',
    retry: 'Try again',
    retryOne: (id: number) => `Try job ${id} again`,
    queued: 'The job is in the queue again. It leaves the list when it has succeeded.',
    gone: 'The job is no longer here. Perhaps it has succeeded meanwhile.',
    unavailable: 'The receiver does not answer',
    tasks: {
      'dispatch-letter': 'Send a letter',
      'nudge-by-email': 'Send an e-mail about a new message',
      'collect-receipts': 'Collect receipts for post',
      sweep: 'Write down what fell due',
      'expire-drafts': 'Delete drafts and log-ins past their time',
      'sign-heads': 'Sign the day’s list of the cases’ chains',
      'every-municipality': 'Queue the regular jobs for each municipality',
    },
  },
})

type JobInWords = {
  readonly jobId: number
  readonly what: string
  readonly fault: string
  readonly lastTried: string
  readonly tries: string
  readonly next: string
  readonly givenUp: boolean
}

/** A failed job as the page says it. */
function presentJob(job: FailedJob, language: Language): JobInWords {
  const say = words(language)
  const tasks: Readonly<Record<string, string>> = say.tasks
  return {
    jobId: job.jobId,
    what: tasks[job.task] ?? job.task,
    fault: job.error === 'NeighbourUnavailable' ? say.unavailable : job.error,
    lastTried: dayAndTime(job.failedAt, language),
    tries: say.of(job.attempts, job.maxAttempts),
    next: job.nextTryAt === null ? say.givenUp : say.again(dayAndTime(job.nextTryAt, language)),
    givenUp: job.nextTryAt === null,
  }
}

export async function showJobs(c: PageContext): Promise<Response> {
  const say = words(c.language)
  const jobs = await read(c.house.db, c.scope, failedJobs)
  const rows = jobs.map((job) => presentJob(job, c.language))
  const columns: readonly Column<JobInWords>[] = [
    {
      heading: say.job,
      title: say.job,
      cell: ({ what, jobId }) => `${what} (${say.number(jobId)})`,
    },
    { heading: say.fault, title: say.fault, cell: ({ fault }) => fault },
    { heading: say.when, title: say.when, cell: ({ lastTried }) => lastTried },
    { heading: say.tries, title: say.tries, cell: ({ tries }) => tries },
    {
      heading: say.next,
      title: say.next,
      cell: ({ next, givenUp }) =>
        givenUp ? (
          <>
            <StatusMarker marker={{ kind: 'overdue', shape: 'square', words: next }} /> {say.mend}
          </>
        ) : (
          next
        ),
    },
    {
      heading: say.retry,
      title: say.retry,
      cell: ({ jobId }) => (
        <Form action={`/admin/job/${jobId}`} csrf={c.csrf}>
          <button type="submit" class="button button-secondary" aria-label={say.retryOne(jobId)}>
            {say.retry}
          </button>
        </Form>
      ),
    },
  ]
  const told = c.query.get('igen')
  return adminPage(
    c,
    'jobs',
    say.title,
    <>
      {told === 'ja' && <Alert kind="success">{say.queued}</Alert>}
      {told === 'nej' && <Alert kind="info">{say.gone}</Alert>}
      <p>{say.intro}</p>
      <Table caption={say.title} columns={columns} rows={rows} empty={<p>{say.none}</p>} />
    </>,
  )
}

const JobId = z.coerce.number().int().positive()

/** Lets a job run again at once, also one that was given up. */
export async function retry(c: PageContext): Promise<Response> {
  const jobId = JobId.safeParse(c.parameter('job'))
  const retried = jobId.success && (await write(c.house.db, c.scope, (tx) => retryJob(tx, jobId.data)))
  return seeOther(`/admin/job?igen=${retried ? 'ja' : 'nej'}`)
}
