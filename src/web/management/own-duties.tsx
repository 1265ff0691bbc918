/** What the municipality itself owes: its standard adopted, its deadlines published, each on record in its own journal. */
import { loadMunicipalityStream, performForMunicipality } from '../../casework/municipality.ts'
import { isRefusal } from '../../domain/refusal.ts'
import { type Adoption, findAdoption } from '../../domain/standard/municipality.ts'
import type { MunicipalityCommand } from '../../domain/standard/municipality-commands.ts'
import { type Obligation, type Task, tasks } from '../../domain/standard/obligation.ts'
import { currentStandard, findClause } from '../../standards/municipality.ts'
import { read } from '../../store/connection.ts'
import { municipalityStream } from '../../store/journal.ts'
import { obligationsOf } from '../../store/projections.ts'
import { plainDay } from '../i18n/dates.ts'
import { markerOf } from '../i18n/deadline-marker.ts'
import { refusalInWords } from '../i18n/refusals.ts'
import { taskNames } from '../i18n/tasks.ts'
import type { PageContext } from '../platform/context.ts'
import { html, seeOther } from '../platform/respond.tsx'
import { dateOf } from '../ui/date-field.ts'
import { DateField, ErrorSummary, type Errors, Form, Submit, TextField } from '../ui/fields.tsx'
import { Alert, StatusMarker, SummaryList, Table } from '../ui/parts.tsx'
import { ManagementTabs } from './frame.tsx'
import { managementWords } from './words.ts'

const here = '/ledelse/kommunen'

/** Where each of the municipality's own duties is met. */
const placeOfDuty: Readonly<Partial<Record<Task, string>>> = {
  publishDeadlines: here,
  notifyBreach: '/ledelse/registre',
  tellAffected: '/ledelse/registre',
  handleConcern: '/ledelse/registre',
  sendStatistics: '/ledelse/registre/statistik',
  treatCouncilMap: '/ledelse/registre/danmarkskort',
  reviewLog: '/ledelse/logkontrol',
  reviewCases: '/ledelse/ledelsestilsyn',
}
export const ownTasks: readonly Task[] = tasks.filter((task) => placeOfDuty[task] !== undefined)

type Problem = { readonly errors: Errors; readonly meanwhile?: boolean }
const noProblem: Problem = { errors: {} }

const statusCode = ({ errors, meanwhile }: Problem): number =>
  meanwhile ? 409 : Object.keys(errors).length > 0 ? 422 : 200

export async function ownDuties(c: PageContext, problem: Problem = noProblem): Promise<Response> {
  const t = managementWords(c.language)
  const standard = currentStandard(c.municipality)
  const { file, owed } = await read(c.house.db, c.scope, async (tx) => {
    const [{ file }, owed] = await Promise.all([
      loadMunicipalityStream(tx),
      obligationsOf(tx, municipalityStream),
    ])
    return { file, owed }
  })
  const adoption = findAdoption(file, standard.id, standard.version)
  const day = (value: Adoption['on'] | undefined, otherwise: string) =>
    value ? plainDay(value, c.language) : otherwise
  return html(
    c,
    t.municipality,
    <>
      <ErrorSummary errors={problem.errors} language={c.language} />
      <h1>{t.municipality}</h1>
      <ManagementTabs c={c} current="/kommunen" />
      {problem.meanwhile && <Alert kind="warning">{t.alreadyDone}</Alert>}
      <p>{t.dutiesLead}</p>
      <Duties c={c} owed={owed} />
      <h2>{t.version(standard.title, standard.version)}</h2>
      <SummaryList
        language={c.language}
        rows={[
          { label: t.adoptedOn, value: day(adoption?.adoptedOn, t.notAdopted) },
          { label: t.validFrom, value: plainDay(standard.validFrom, c.language) },
          { label: t.published, value: day(adoption?.published?.on, t.notPublished) },
        ]}
      />
      {adoption === undefined && <AdoptForm c={c} />}
      {adoption && adoption.published === undefined && <PublishForm c={c} errors={problem.errors} />}
    </>,
    statusCode(problem),
  )
}

function Duties({ c, owed }: { readonly c: PageContext; readonly owed: readonly Obligation[] }) {
  const t = managementWords(c.language)
  const soon = currentStandard(c.municipality).parameters.dueSoonWorkingDays.value
  return (
    <Table
      caption={t.municipality}
      rows={owed}
      empty={<p>{t.noDuties}</p>}
      columns={[
        {
          heading: t.duty,
          title: t.duty,
          cell: ({ clause }) => (
            <>
              <a href={`/ledelse/loefter/${clause}`}>{clause}</a>{' '}
              {findClause(c.municipality, clause)?.quote ?? ''}
            </>
          ),
        },
        {
          heading: t.due,
          title: t.due,
          cell: ({ dueOn }) => (dueOn ? plainDay(dueOn, c.language) : '–'),
        },
        {
          heading: t.status,
          title: t.status,
          cell: (o) => <StatusMarker marker={markerOf(o, c.today, soon, c.language)} />,
        },
        {
          heading: t.doIt,
          title: t.doIt,
          cell: ({ task, metOn, voidOn }) => {
            const place = task && !metOn && !voidOn ? placeOfDuty[task] : undefined
            return task && place ? <a href={place}>{taskNames(c.language)[task]}</a> : '–'
          },
        },
      ]}
    />
  )
}

function AdoptForm({ c }: { readonly c: PageContext }) {
  const t = managementWords(c.language)
  const { adoptedOn, datesNote } = currentStandard(c.municipality)
  return (
    <>
      <h2>{t.adoptTitle}</h2>
      <p>{t.adoptThen(plainDay(adoptedOn, c.language))}</p>
      {datesNote && <Alert kind="warning">{datesNote}</Alert>}
      <Form action={`${here}/vedtaget`} csrf={c.csrf} commandId={c.form.commandId ?? c.house.newId()}>
        <Submit>{t.adopt}</Submit>
      </Form>
    </>
  )
}

function PublishForm({ c, errors }: { readonly c: PageContext; readonly errors: Errors }) {
  const t = managementWords(c.language)
  const page = `${c.origin}/sagsbehandlingsfrister`
  return (
    <>
      <h2>{t.publishTitle}</h2>
      <p>{t.publishThen}</p>
      <p>
        {t.publicPage} <a href="/sagsbehandlingsfrister">{page}</a>
      </p>
      <Form action={`${here}/offentliggjort`} csrf={c.csrf} commandId={c.form.commandId ?? c.house.newId()}>
        <TextField
          name="where"
          label={t.where}
          hint={t.whereHint}
          value={c.form.values.where?.[0] ?? page}
          errors={errors}
        />
        <DateField
          name="publishedOn"
          label={t.publishedOn}
          language={c.language}
          value={c.today}
          typed={c.form.values}
          errors={errors}
        />
        <Submit>{t.publish}</Submit>
      </Form>
    </>
  )
}

export function adopt(c: PageContext): Promise<Response> {
  const { id, version } = currentStandard(c.municipality)
  return run(c, { type: 'adoptStandard', input: { standard: id, version } })
}

export async function publish(c: PageContext): Promise<Response> {
  const t = managementWords(c.language)
  const { id, version } = currentStandard(c.municipality)
  const where = c.form.text('where')
  const publishedOn = dateOf(c.form, 'publishedOn')
  if (where === undefined || publishedOn === undefined || publishedOn === 'wrong') {
    const noDay = publishedOn === undefined || publishedOn === 'wrong'
    const errors = {
      ...(where === undefined && { where: t.needWhere }),
      ...(noDay && { publishedOn: t.needDay }),
    }
    return ownDuties(c, { errors })
  }
  return run(c, { type: 'publishDeadlines', input: { standard: id, version, where, publishedOn } })
}

async function run(c: PageContext, command: MunicipalityCommand): Promise<Response> {
  const commandId = c.form.commandId ?? c.house.newId()
  const done = await performForMunicipality(c.house, c.asking, { command, commandId })
  if (!isRefusal(done)) return seeOther(here)
  if (done.field) return ownDuties(c, { errors: { [done.field]: refusalInWords(done, c.language) } })
  return ownDuties(c, { errors: {}, meanwhile: true })
}
