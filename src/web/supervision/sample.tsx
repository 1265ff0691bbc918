/** A sample of cases that chance draws and anybody can draw again, and the purpose that each look in it is logged with. */

import { UnitId } from '../../domain/identity.ts'
import { drawSample } from '../../domain/oversight/sample.ts'
import { openOtherCase } from '../../store/case-openings.ts'
import { casesWithIds, findCaseByNumber } from '../../store/cases.ts'
import { read, write } from '../../store/connection.ts'
import {
  casesToSupervise,
  openedBy,
  type SupervisionSample,
  samplesOf,
  saveSample,
  unitsWithCases,
} from '../../store/supervision.ts'
import { plainDay, shortDay } from '../i18n/dates.ts'
import { phaseInWords } from '../i18n/phases.ts'
import type { PageContext } from '../platform/context.ts'
import { errorPage } from '../platform/error-page.tsx'
import { html, seeOther } from '../platform/respond.tsx'
import { ErrorSummary, type Errors, Form, Select, Submit, TextArea, TextField } from '../ui/fields.tsx'
import { SummaryList, Table } from '../ui/parts.tsx'
import { daysOf, periodAsked, periodOptions, periodSlugs, SupervisionTabs } from './frame.tsx'
import { supervisionWords } from './words.ts'

const mostSamples = 50
const mostCases = 50
/** A purpose holds for the working day, as it does for whoever opens another unit’s case. */
const openHours = 8

const systemScope = (c: PageContext) =>
  ({ municipality: c.municipality.code, viewer: { kind: 'system' } }) as const

const userOf = (c: PageContext) => {
  const { userId } = c.asking.subject
  if (userId === undefined) throw new Error('only staff supervise')
  return userId
}

export async function showSamples(c: PageContext, errors: Errors = {}): Promise<Response> {
  const t = supervisionWords(c.language)
  const asked = c.query.get('om')
  const userId = userOf(c)
  const { samples, units, open, cases } = await read(c.house.db, c.scope, async (tx) => {
    const samples = await samplesOf(tx, userId, mostSamples)
    const shown = samples.find(({ sampleId }) => sampleId === asked)
    return {
      samples,
      units: await unitsWithCases(tx),
      open: await openedBy(tx, userId, c.house.now()),
      cases: shown ? await casesWithIds(tx, shown.cases) : [],
    }
  })
  const shown = samples.find(({ sampleId }) => sampleId === asked)
  if (asked && shown === undefined) return errorPage(c, 404)
  return html(
    c,
    t.sample,
    <>
      <ErrorSummary errors={errors} language={c.language} />
      <h1>{t.sample}</h1>
      <SupervisionTabs c={c} current="" />
      <p>{t.lead}</p>
      {shown ? (
        <>
          <h2>{plainDay(shown.onDay, c.language)}</h2>
          <SummaryList language={c.language} rows={factsOf(c, shown)} />
          <Table
            caption={t.sample}
            rows={cases.toSorted((a, b) => a.caseNumber.localeCompare(b.caseNumber))}
            empty={<p>{t.noCases}</p>}
            columns={[
              { heading: t.case, title: t.case, cell: ({ caseNumber }) => caseNumber },
              {
                heading: t.received,
                title: t.received,
                cell: ({ receivedOn }) => shortDay(receivedOn, c.language),
              },
              { heading: t.phase, title: t.phase, cell: ({ phase }) => phaseInWords(phase, c.language) },
              {
                heading: t.look,
                title: t.look,
                cell: ({ caseNumber }) => (
                  <Form action={`/tilsyn/sager/${caseNumber}/aabn`} csrf={c.csrf}>
                    <input type="hidden" name="sample" value={shown.sampleId} />
                    <button type="submit" class="button button-secondary" aria-label={t.lookAt(caseNumber)}>
                      {t.look}
                    </button>
                  </Form>
                ),
              },
            ]}
          />
          <p>
            <a href="/tilsyn">{t.yours}</a>
          </p>
        </>
      ) : (
        <>
          <h2>{t.draw}</h2>
          <Form action="/tilsyn" csrf={c.csrf} commandId={c.form.commandId ?? c.house.newId()}>
            <TextArea
              name="purpose"
              label={t.purpose}
              hint={t.purposeHint}
              value={c.form.text('purpose')}
              errors={errors}
            />
            <Select
              name="unit"
              label={t.unit}
              empty={t.allUnits}
              options={units.map((unit) => ({ value: unit, label: unit }))}
              value={c.form.text('unit')}
              errors={errors}
            />
            <Select
              name="periode"
              label={t.period}
              options={periodOptions(c)}
              value={c.form.text('periode') ?? periodSlugs.year}
              errors={errors}
            />
            <TextField
              name="size"
              label={t.size}
              inputmode="numeric"
              width={4}
              value={c.form.values.size?.[0] ?? '5'}
              errors={errors}
            />
            <TextField
              name="seed"
              label={t.seed}
              hint={t.seedHint}
              value={c.form.values.seed?.[0] ?? c.house.newId().slice(0, 8)}
              errors={errors}
            />
            <Submit>{t.draw}</Submit>
          </Form>
          <h2>{t.yours}</h2>
          <Table
            caption={t.yours}
            rows={samples}
            empty={<p>{t.noSamples}</p>}
            columns={[
              {
                heading: t.drawn,
                title: t.drawn,
                cell: ({ onDay, sampleId }) => (
                  <a href={`/tilsyn?om=${sampleId}`}>{plainDay(onDay, c.language)}</a>
                ),
              },
              {
                heading: t.sample,
                title: t.sample,
                cell: ({ cases: drawn, population }) => t.ofAll(drawn.length, population),
              },
              { heading: t.onlyPurpose, title: t.onlyPurpose, cell: ({ purpose }) => purpose },
              { heading: t.seed, title: t.seed, cell: ({ seed }) => seed },
            ]}
          />
        </>
      )}
      <h2>{t.open}</h2>
      <Table
        caption={t.open}
        rows={open}
        empty={<p>{t.noneOpen}</p>}
        columns={[
          {
            heading: t.case,
            title: t.case,
            cell: ({ caseNumber }) => <a href={`/tilsyn/sager/${caseNumber}`}>{caseNumber}</a>,
          },
          { heading: t.onlyPurpose, title: t.onlyPurpose, cell: ({ reason }) => reason },
        ]}
      />
    </>,
    Object.keys(errors).length > 0 ? 422 : 200,
  )
}

function factsOf(c: PageContext, sample: SupervisionSample) {
  const t = supervisionWords(c.language)
  const { cases, population, purpose, seed, unit, receivedFrom, receivedTo } = sample
  return [
    { label: t.onlyPurpose, value: purpose },
    { label: t.sample, value: t.ofAll(cases.length, population) },
    { label: t.seed, value: seed },
    { label: t.unit, value: unit ?? t.allUnits },
    {
      label: t.period,
      value: `${plainDay(receivedFrom, c.language)} – ${plainDay(receivedTo, c.language)}`,
    },
  ]
}

export async function drawCases(c: PageContext): Promise<Response> {
  const t = supervisionWords(c.language)
  const [purpose, seed] = [c.form.text('purpose'), c.form.text('seed')]
  const size = Number(c.form.text('size'))
  const sized = Number.isInteger(size) && size >= 1 && size <= mostCases
  const errors = {
    ...(purpose === undefined && { purpose: t.needPurpose }),
    ...(!sized && { size: t.needSize }),
    ...(seed === undefined && { seed: t.needSeed }),
  }
  if (purpose === undefined || seed === undefined || !sized) return showSamples(c, errors)
  const chosen = UnitId.safeParse(c.form.text('unit'))
  const unit = chosen.success ? chosen.data : null
  const { from, to } = daysOf(periodAsked(c.form.text('periode'), 'year'), c.today)
  const found = await read(c.house.db, c.scope, (tx) => casesToSupervise(tx, { unit, from, to }))
  if (found.length === 0) return showSamples(c, { unit: t.nothingToDraw })
  const population = found.map(({ caseId }) => caseId)
  // The form’s own id: sent twice, it is drawn once.
  const sampleId = c.form.commandId ?? c.house.newId()
  await write(c.house.db, systemScope(c), (tx) =>
    saveSample(tx, {
      sampleId,
      drawnBy: userOf(c),
      drawnAt: c.house.now(),
      onDay: c.today,
      purpose,
      seed,
      unit,
      receivedFrom: from,
      receivedTo: to,
      population: population.length,
      cases: drawSample(seed, population, size),
    }),
  )
  return seeOther(`/tilsyn?om=${sampleId}`)
}

/** A case of one’s own sample is opened with the purpose that the sample was drawn for. No other case is. */
export async function openSupervised(c: PageContext): Promise<Response> {
  const userId = userOf(c)
  const named = c.form.text('sample')
  const { entry, sample } = await read(c.house.db, c.scope, async (tx) => ({
    entry: await findCaseByNumber(tx, c.parameter('caseNumber')),
    sample: (await samplesOf(tx, userId, mostSamples)).find(({ sampleId }) => sampleId === named),
  }))
  if (entry === undefined || !sample?.cases.includes(entry.caseId)) return errorPage(c, 404)
  const openedAt = c.house.now()
  const until = new Date(openedAt.getTime() + openHours * 3_600_000)
  await write(c.house.db, systemScope(c), (tx) =>
    openOtherCase(tx, { userId, caseId: entry.caseId, reason: sample.purpose, openedAt, until }),
  )
  return seeOther(`/tilsyn/sager/${entry.caseNumber}`)
}
