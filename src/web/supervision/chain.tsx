/** Whether anything was changed behind the product: when the chains were gone through, and what came of it. */
import { beginCheck, goOnWithCheck } from '../../casework/check-chains.ts'
import { type ChainCheck, listChecks } from '../../store/chain-checks.ts'
import { read } from '../../store/connection.ts'
import { dayAndTime, plainDay } from '../i18n/dates.ts'
import type { PageContext } from '../platform/context.ts'
import { errorPage } from '../platform/error-page.tsx'
import { html, seeOther } from '../platform/respond.tsx'
import { Form, Submit } from '../ui/fields.tsx'
import { Alert, StatusMarker, Table } from '../ui/parts.tsx'
import { SupervisionTabs } from './frame.tsx'
import { supervisionWords } from './words.ts'

const path = '/tilsyn/kaede'
const mostChecks = 50

export async function showChain(c: PageContext): Promise<Response> {
  const t = supervisionWords(c.language)
  const checks = await read(c.house.db, c.scope, (tx) => listChecks(tx, mostChecks))
  const underWay = checks.find(({ finishedAt }) => finishedAt === null)
  const faulty = checks.find(({ faults }) => faults.length > 0)
  return html(
    c,
    t.chain,
    <>
      <h1>{t.chain}</h1>
      <SupervisionTabs c={c} current="/kaede" />
      <p>{t.chainLead}</p>
      <p>{t.chainMore}</p>
      {underWay ? (
        <section class="hv-card">
          <h2>{t.underWay}</h2>
          <p role="status">{t.progress(underWay.checked, underWay.total)}</p>
          <progress max={Math.max(1, underWay.total)} value={underWay.checked} aria-label={t.underWay} />
          <Form action={`${path}/videre`} csrf={c.csrf}>
            <input type="hidden" name="checkId" value={underWay.checkId} />
            <Submit>{t.goOn}</Submit>
          </Form>
        </section>
      ) : (
        <Form action={path} csrf={c.csrf} commandId={c.house.newId()}>
          <Submit>{t.begin}</Submit>
        </Form>
      )}
      <h2>{t.checks}</h2>
      <Table
        caption={t.checks}
        rows={checks}
        empty={<p>{t.noChecks}</p>}
        columns={[
          {
            heading: t.started,
            title: t.started,
            cell: ({ startedAt }) => dayAndTime(startedAt, c.language),
          },
          {
            heading: t.finished,
            title: t.finished,
            cell: ({ finishedAt }) => (finishedAt ? dayAndTime(finishedAt, c.language) : t.notFinished),
          },
          {
            heading: t.sample,
            title: t.sample,
            cell: ({ checked, total }) => t.progress(checked, total),
          },
          { heading: t.heads, title: t.heads, cell: (check) => headsInWords(c, check) },
          { heading: t.faults, title: t.faults, cell: (check) => <Result c={c} check={check} /> },
        ]}
      />
      {faulty && (
        <>
          <h2>{t.faults}</h2>
          <Alert kind="error" title={dayAndTime(faulty.startedAt, c.language)}>
            <ul>
              {faulty.faults.map(({ caseNumber, what }) => (
                <li>
                  {caseNumber ?? t.ownStream}: <span lang="en">{what}</span>
                </li>
              ))}
            </ul>
          </Alert>
        </>
      )}
    </>,
  )
}

function headsInWords(c: PageContext, { headsOf, headsSigned }: ChainCheck): string {
  const t = supervisionWords(c.language)
  if (headsOf === null) return t.noHeads
  const signed = headsSigned === null ? t.headsUntried : headsSigned ? t.headsSigned : t.headsForged
  return `${t.headsOf(plainDay(headsOf, c.language))}, ${signed}`
}

/** Shape, word and number: colour only repeats them. */
function Result({ c, check }: { readonly c: PageContext; readonly check: ChainCheck }) {
  const t = supervisionWords(c.language)
  if (check.faults.length > 0)
    return (
      <StatusMarker marker={{ kind: 'overdue', shape: 'square', words: t.someFaults(check.faults.length) }} />
    )
  return <span>{check.finishedAt === null ? '–' : t.noFaults}</span>
}

/** One at a time: what is under way is gone on with. */
export async function beginChain(c: PageContext): Promise<Response> {
  const { userId } = c.asking.subject
  if (userId === undefined) return errorPage(c, 403)
  const [newest] = await read(c.house.db, c.scope, (tx) => listChecks(tx, 1))
  const checkId =
    newest && newest.finishedAt === null ? newest.checkId : (c.form.commandId ?? c.house.newId())
  if (newest?.checkId !== checkId)
    await beginCheck(c.house, c.municipality.code, { checkId, userId, key: c.configuration.headsKey })
  await goOnWithCheck(c.house, c.municipality.code, checkId)
  return seeOther(path)
}

export async function goOnWithChain(c: PageContext): Promise<Response> {
  const checkId = c.form.text('checkId')
  if (checkId && /^[0-9a-f-]{36}$/.test(checkId)) await goOnWithCheck(c.house, c.municipality.code, checkId)
  return seeOther(path)
}
