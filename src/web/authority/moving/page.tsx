/** A move as it stands: who acts and pays, what we owe to whom and until when, and what can be done about it now. */
import type { Child } from 'hono/jsx'
import type { Move } from '../../../domain/case/case-file.ts'
import { refuseIfFinished } from '../../../domain/case/lifetime.ts'
import { currentMove, handoverAnswer, settledAs } from '../../../domain/case/moving/about.ts'
import { isOpenOn, statusOn, type Task } from '../../../domain/standard/obligation.ts'
import { municipalityName } from '../../../domain/vocabulary/municipality.ts'
import { plainDay } from '../../i18n/dates.ts'
import { outcomeNames } from '../../i18n/moving-words.ts'
import type { CaseContext } from '../../platform/context.ts'
import { Alert, LinkButton, SummaryList, Timeline } from '../../ui/parts.tsx'
import { ObligationTable } from '../case.tsx'
import { caseHref } from '../case-address.ts'
import { casePageOf, obligationsHere } from '../case-frame.tsx'
import { movingWords } from './words.ts'

const tasksHere: readonly Task[] = [
  'settleMove',
  'tellOfMove',
  'handOverPapers',
  'recordTakeover',
  'askEarlierMunicipality',
]

export function moving(c: CaseContext): Promise<Response> {
  const t = movingWords(c.language)
  const { file } = c.case
  const move = currentMove(file)
  const last = file.moves.at(-1)
  return casePageOf(c, t.title, () => (
    <>
      <p>{t.lead}</p>
      {file.movedAway && (
        <Alert kind="info">
          {t.over(municipalityName(file.movedAway.to), plainDay(file.movedAway.effectiveOn, c.language))}
        </Alert>
      )}
      {last?.calledOff && <p>{t.calledOff(plainDay(last.calledOff.on, c.language))}</p>}
      <Owed c={c} />
      {move ? <Now c={c} move={move} /> : <p class="hv-empty">{t.none}</p>}
      <Ways c={c} move={move} />
      <Here c={c} />
    </>
  ))
}

function Owed({ c }: { readonly c: CaseContext }) {
  const t = movingWords(c.language)
  const owed = obligationsHere(c).filter(
    (o) =>
      o.task !== undefined &&
      tasksHere.includes(o.task) &&
      (isOpenOn(o, c.today) || statusOn(o, c.today) === 'not yet'),
  )
  return (
    <>
      <h2>{t.owed}</h2>
      {owed.length === 0 ? (
        <p class="hv-empty">{t.nothingOwed}</p>
      ) : (
        <ObligationTable c={c} lines={owed.map((o) => [o] as const)} caption={t.owed} />
      )}
    </>
  )
}

function Now({ c, move }: { readonly c: CaseContext; readonly move: Move }) {
  const t = movingWords(c.language)
  const day = (on: Move['on']): string => plainDay(on, c.language)
  const settled = settledAs(move)
  const answer = handoverAnswer(move)
  const papers: readonly Child[] = [
    answer ? (answer.given ? t.saidYes(day(answer.on)) : t.saidNo(day(answer.on))) : t.noAnswer,
    ...(answer ? [answer.said] : []),
    ...(move.handedOver ? [`${t.handedOver(day(move.handedOver.on))} ${move.handedOver.papers}`] : []),
  ]
  return (
    <>
      <h2>{t.announced}</h2>
      <SummaryList
        language={c.language}
        rows={[
          { label: t.to, value: municipalityName(move.to) },
          { label: t.movesOn, value: day(move.movesOn) },
          { label: t.why, value: t.reasons[move.why] },
          { label: t.how, value: move.how },
        ]}
      />
      <h2>{t.settled}</h2>
      {settled === undefined ? (
        <Alert kind="warning">{t.notSettled}</Alert>
      ) : (
        <>
          {settled.outcome === 'disputed' && <Alert kind="warning">{t.disputed}</Alert>}
          {settled.takeoverOn && <p>{t.takeover(municipalityName(move.to), day(settled.takeoverOn))}</p>}
          {!c.case.file.movedAway && <p>{t.meanwhile(municipalityName(c.municipality.code))}</p>}
          <h3>{t.history}</h3>
          <Timeline
            happenings={move.settled.toReversed().map((s) => ({
              when: day(s.on),
              what: outcomeNames(c.language)[s.outcome],
              more: [<p class="hv-pre">{s.basis}</p>],
            }))}
          />
        </>
      )}
      {settled?.outcome === 'theyTakeOver' && (
        <>
          <h2>{t.papers}</h2>
          {papers.map((line) => (
            <p class="hv-pre">{line}</p>
          ))}
        </>
      )}
    </>
  )
}

/** The next thing to do as a button, the rest as links: what is not possible now is not there. */
function Ways({ c, move }: { readonly c: CaseContext; readonly move: Move | undefined }) {
  const t = movingWords(c.language)
  const over = refuseIfFinished(c.case.file) !== undefined
  const settled = move && settledAs(move)
  const theyDo = settled?.outcome === 'theyTakeOver'
  const ways = [
    ...(over || move ? [] : [['/besked', t.announce] as const]),
    ...(over || !move || settled ? [] : [['/afklaring', t.settle] as const]),
    ...(over || !theyDo ? [] : [['/samtykke', t.answer] as const]),
    ...(theyDo && !move?.handedOver ? [['/papirer', t.handOver] as const] : []),
    ...(over || !theyDo ? [] : [['/overtaget', t.recordTakeover] as const]),
    ...(over || !settled ? [] : [['/afklaring', t.settle] as const]),
    ...(over || !move ? [] : [['/bortfalder', t.callOff] as const]),
    ...(over || move || c.case.file.orders.some((o) => o.started)
      ? []
      : [['/overtaget', t.recordTakeover] as const]),
    ...(over ? [] : [['/hertil', t.recordHere] as const]),
  ]
  const [first, ...others] = ways
  if (first === undefined) return null
  const href = (rest: string): string => caseHref(c, `/parter/flytning${rest}`)
  return (
    <>
      <LinkButton href={href(first[0])}>{first[1]}</LinkButton>
      <ul class="hv-actions no-max-width">
        {others.map(([path, name]) => (
          <li>
            <a href={href(path)}>{name}</a>
          </li>
        ))}
      </ul>
    </>
  )
}

function Here({ c }: { readonly c: CaseContext }) {
  const t = movingWords(c.language)
  const { movedHere } = c.case.file
  if (movedHere.length === 0) return null
  return (
    <>
      <h2>{t.here}</h2>
      {movedHere.map((m) => (
        <>
          <p>{t.hereLead(municipalityName(m.from), plainDay(m.movedOn, c.language))}</p>
          {m.helpThere && <p class="hv-pre">{t.helpThere(m.helpThere)}</p>}
        </>
      ))}
    </>
  )
}
