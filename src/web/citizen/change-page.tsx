/** The citizen asks for something else than they have, or takes that back (K2.3-5, K2.1-1): by the web as by any channel. */
import { versionOn } from '../../casework/house.ts'
import { isConflict, perform } from '../../casework/perform.ts'
import { type CaseCommand, caseCommands } from '../../domain/case/commands.ts'
import { processingDeadline } from '../../domain/case/processing.ts'
import { refuseIfNotReassessable } from '../../domain/case/reassessment/decide.ts'
import { asApplied, openReassessmentOf, standingPlace } from '../../domain/case/reassessment/standing.ts'
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts'
import { currentStandard } from '../../standards/municipality.ts'
import { longDay } from '../i18n/dates.ts'
import { refusalInWords } from '../i18n/refusals.ts'
import type { CaseContext } from '../platform/context.ts'
import { html, seeOther } from '../platform/respond.tsx'
import { Checkboxes, ErrorSummary, type Errors, Form, Select, Submit, TextArea } from '../ui/fields.tsx'
import { Alert, BackLink } from '../ui/parts.tsx'
import { changeMessages } from './change-messages.ts'
import { mayDo } from './may-do.ts'
import { caseHref } from './situation.ts'

async function run(c: CaseContext, command: CaseCommand): Promise<Refusal | undefined> {
  // Staff write down what a citizen says on the authority's pages, in their own name.
  if (c.visitor.kind !== 'citizen') return refuse('notAllowed')
  const done = await perform(c.house, c.asking, {
    caseId: c.case.caseId,
    command,
    commandId: c.form.commandId ?? c.house.newId(),
  })
  if (isConflict(done)) throw new Error('nothing was based on')
  return isRefusal(done) ? done : undefined
}

export function showChange(c: CaseContext, errors: Errors = {}, refusal?: Refusal): Response {
  const t = changeMessages(c.language)
  const { file } = c.case
  return html(
    c,
    t.title,
    <>
      <BackLink href={caseHref(file)} language={c.language} />
      <ErrorSummary errors={errors} language={c.language} />
      <h1>{t.title}</h1>
      {refusal && <Alert kind="error">{refusalInWords(refusal, c.language)}</Alert>}
      {openReassessmentOf(file) ? (
        <UnderWay c={c} />
      ) : refuseIfNotReassessable(file) || !mayDo(c, 'askForChange') ? (
        <p>{t.notNow}</p>
      ) : (
        <Ask c={c} errors={errors} />
      )}
    </>,
    refusal || Object.keys(errors).length > 0 ? 422 : 200,
  )
}

function UnderWay({ c }: { readonly c: CaseContext }) {
  const t = changeMessages(c.language)
  const open = openReassessmentOf(c.case.file)
  if (open === undefined || open.trigger.kind !== 'reassessment') return null
  const { parameters } = versionOn(c.municipality, open.trigger.on).terms
  const due = open.delayNotices.at(-1)?.newDate ?? processingDeadline(open, parameters).due
  return (
    <>
      <p class="font-lead">{t.under(longDay(due, c.language))}</p>
      {open.trigger.asked && (
        <>
          <p>{t.asked}</p>
          <p class="hv-pre">{open.trigger.because}</p>
          {mayDo(c, 'concludeReassessment') && (
            <Form
              action={`${caseHref(c.case.file)}/aendring/tilbage`}
              csrf={c.csrf}
              commandId={c.form.commandId ?? c.house.newId()}
            >
              <p>{t.backText}</p>
              <TextArea name="because" label={t.backWhy} value={c.form.text('because')} rows={2} />
              <Submit look="secondary">{t.back}</Submit>
            </Form>
          )}
        </>
      )}
    </>
  )
}

function Ask({ c, errors }: { readonly c: CaseContext; readonly errors: Errors }) {
  const t = changeMessages(c.language)
  const place = standingPlace(c.case.file)
  if (place === undefined) return null
  return (
    <>
      <p class="font-lead">{t.lead}</p>
      <p>{t.other}</p>
      <p>{t.now(place.daysPerWeek, c.municipality.providerName(place.provider))}</p>
      <Form
        action={`${caseHref(c.case.file)}/aendring`}
        csrf={c.csrf}
        commandId={c.form.commandId ?? c.house.newId()}
      >
        <TextArea name="because" label={t.what} value={c.form.text('because')} errors={errors} />
        <Select
          name="days"
          label={t.days}
          empty={t.asNow}
          options={['1', '2', '3', '4', '5'].map((value) => ({ value, label: value }))}
          value={c.form.text('days')}
        />
        <Select
          name="place"
          label={t.place}
          empty={t.asNow}
          options={currentStandard(c.municipality).providers.map((p) => ({ value: p.id, label: p.name }))}
          value={c.form.text('place')}
        />
        <Select
          name="transport"
          label={t.transport}
          empty={t.asNow}
          options={[
            { value: 'transport', label: t.yes },
            { value: 'none', label: t.no },
          ]}
          value={c.form.text('transport')}
        />
        <Checkboxes
          name="end"
          label={t.end}
          options={[{ value: 'yes', label: t.endYes }]}
          values={c.form.all('end')}
        />
        <Submit>{t.send}</Submit>
      </Form>
    </>
  )
}

export async function askForChange(c: CaseContext): Promise<Response> {
  const { file } = c.case
  const because = c.form.text('because')
  if (because === undefined) return showChange(c, { because: changeMessages(c.language).needWords })
  const place = standingPlace(file)
  if (place === undefined) return showChange(c)
  const { form } = c
  const input = caseCommands.askForChange.schema.safeParse({
    channel: 'web',
    by: c.asking.onBehalfOf ? 'representative' : 'citizen',
    because,
    receivedOn: c.today,
    end: form.all('end').includes('yes'),
    applied: {
      ...asApplied(place),
      ...(form.text('days') !== undefined && { daysPerWeek: Number(form.text('days')) }),
      ...(form.text('place') !== undefined && { place: form.text('place') }),
      ...(form.text('transport') !== undefined && { transport: form.text('transport') }),
    },
  })
  if (!input.success) return showChange(c, {}, refuse('invalid'))
  const refusal = await run(c, { type: 'askForChange', input: input.data })
  return refusal ? showChange(c, {}, refusal) : seeOther(`${caseHref(file)}/aendring`)
}

export async function takeBackChange(c: CaseContext): Promise<Response> {
  const because = c.form.text('because') ?? changeMessages(c.language).backSaid
  const refusal = await run(c, {
    type: 'concludeReassessment',
    input: { conclusion: 'takenBack', because },
  })
  return refusal ? showChange(c, {}, refusal) : seeOther(caseHref(c.case.file))
}
