/** A running placement looked at anew (K2.3-5…7): why, by when, and what it would change, before anything is decided. */

import type { Applied } from '../../../domain/case/application/wishes.ts'
import { compare, type Element } from '../../../domain/case/decision/comparison.ts'
import type { DecisionDraft } from '../../../domain/case/decision/record.ts'
import { processingDeadline } from '../../../domain/case/processing.ts'
import { refuseIfNotReassessable } from '../../../domain/case/reassessment/decide.ts'
import {
  asApplied,
  isReassessment,
  openReassessmentOf,
  standingPlace,
} from '../../../domain/case/reassessment/standing.ts'
import { plainDay } from '../../i18n/dates.ts'
import { causesOfReassessment } from '../../i18n/reassessment-words.ts'
import type { CaseContext } from '../../platform/context.ts'
import { LinkButton, Table, Timeline } from '../../ui/parts.tsx'
import { caseHref, casePageOf, termsFor } from '../case-frame.tsx'
import { postedDecision } from '../decision/written.ts'
import { type KeptContext, recalled, savedInWords } from '../kept-draft.tsx'
import { reassessmentWords } from './words.ts'

const shown = ['days', 'hours', 'provider', 'transport', 'period'] as const satisfies readonly Element[]
type Shown = (typeof shown)[number]

type Proposal = { readonly draft: DecisionDraft; readonly savedAt?: string | undefined }

/** What was put before the second reader, or else what whoever looks has written of a decision so far: nobody else sees that. */
async function proposalOf(c: CaseContext): Promise<Proposal | undefined> {
  const open = openReassessmentOf(c.case.file)
  if (open?.proposed) return { draft: open.proposed.draft }
  const kept: KeptContext = open ? await recalled(c, 'afgoerelse') : c
  return kept.kept && { draft: postedDecision(kept).draft, savedAt: savedInWords(kept) }
}

function inWords(c: CaseContext, element: Shown, a: Partial<Applied> | undefined): string {
  const t = reassessmentWords(c.language)
  if (a === undefined) return t.notYet
  switch (element) {
    case 'days':
      return a.daysPerWeek === undefined ? t.none : String(a.daysPerWeek)
    case 'hours':
      return a.hoursPerWeek === undefined ? t.none : String(a.hoursPerWeek)
    case 'provider':
      return a.place ? c.municipality.providerName(a.place) : t.none
    case 'transport':
      return a.transport === 'transport' ? t.yes : t.no
    case 'period':
      return a.until ? plainDay(a.until, c.language) : t.none
  }
}

const proposedWishes = (draft: DecisionDraft | undefined): Partial<Applied> | undefined =>
  draft && {
    daysPerWeek: draft.daysPerWeek,
    hoursPerWeek: draft.hoursPerWeek,
    place: draft.provider,
    transport: draft.transport ? 'transport' : 'none',
    until: draft.endOn,
  }

function BeforeAndAfter({
  c,
  before,
  draft,
}: {
  readonly c: CaseContext
  readonly before: Applied
  readonly draft: DecisionDraft | undefined
}) {
  const t = reassessmentWords(c.language)
  const open = openReassessmentOf(c.case.file)
  const asked = open?.trigger.kind === 'reassessment' ? open.trigger.asked?.applied : undefined
  const { daysPerWeek, provider, transport, startOn } = draft ?? {}
  const lost =
    daysPerWeek === undefined || provider === undefined || transport === undefined || startOn === undefined
      ? []
      : compare(
          before,
          {
            daysPerWeek,
            provider,
            transport,
            startOn,
            hoursPerWeek: draft?.hoursPerWeek,
            endOn: draft?.endOn,
          },
          {
            defaultDays: termsFor(c).parameters.defaultDaysPerWeek,
            agreedToMore: draft?.agreedToMore !== undefined,
          },
        ).filter((row) => row.unfavourable)
  return (
    <Table
      caption={t.compare}
      rows={[...shown]}
      empty={<p>{t.none}</p>}
      columns={[
        { heading: t.element, title: t.element, cell: (e) => t.elements[e] },
        { heading: t.now, title: t.now, cell: (e) => inWords(c, e, before) },
        ...(asked ? [{ heading: t.asked, title: t.asked, cell: (e: Shown) => inWords(c, e, asked) }] : []),
        {
          heading: t.proposed,
          title: t.proposed,
          cell: (e) => (
            <>
              {inWords(c, e, proposedWishes(draft))}{' '}
              {lost.some((row) => row.element === e) && <strong>({t.less})</strong>}
            </>
          ),
        },
      ]}
    />
  )
}

function UnderWay({ c }: { readonly c: CaseContext }) {
  const t = reassessmentWords(c.language)
  const open = openReassessmentOf(c.case.file)
  if (open === undefined || open.trigger.kind !== 'reassessment') {
    const refused = refuseIfNotReassessable(c.case.file)
    return (
      <>
        <p>{refused ? t.noPlace : t.noneUnder}</p>
        {refused === undefined && (
          <div class="hv-actions">
            <LinkButton href={caseHref(c, '/revurdering/begynd')}>{t.begin}</LinkButton>
            <LinkButton href={caseHref(c, '/revurdering/ansoegning')} look="secondary">
              {t.ask}
            </LinkButton>
          </div>
        )}
      </>
    )
  }
  const { trigger } = open
  const due = processingDeadline(open, termsFor(c).parameters).due
  return (
    <>
      <p>
        {t.under(plainDay(trigger.on, c.language), causesOfReassessment(c.language)[trigger.cause])}{' '}
        {t.due(plainDay(due, c.language))}
      </p>
      <p class="hv-pre">{trigger.because}</p>
      <div class="hv-actions">
        <LinkButton href={caseHref(c, open.assessment ? '/afgoerelse' : '/vurdering')}>
          {open.assessment ? t.decide : t.assess}
        </LinkButton>
        <LinkButton href={caseHref(c, '/hoering')} look="secondary">
          {t.hear}
        </LinkButton>
        <LinkButton href={caseHref(c, '/revurdering/uaendret')} look="secondary">
          {trigger.asked ? t.takenBack : t.unchanged}
        </LinkButton>
      </div>
    </>
  )
}

export async function showReassessment(c: CaseContext): Promise<Response> {
  const t = reassessmentWords(c.language)
  const { file } = c.case
  const place = openReassessmentOf(file)?.before ?? standingPlace(file)
  const proposal = await proposalOf(c)
  const former = file.proceedings.filter((p) => isReassessment(p) && (p.decision ?? p.concluded)).toReversed()
  return casePageOf(c, t.title, () => (
    <>
      <p>{t.lead}</p>
      <UnderWay c={c} />
      {place && (
        <>
          <h2>{t.compare}</h2>
          <BeforeAndAfter c={c} before={asApplied(place)} draft={proposal?.draft} />
          {proposal?.savedAt && <p>{t.fromDraft(proposal.savedAt)}</p>}
          <p>{t.notice(termsFor(c).parameters.changeNoticeDays)}</p>
        </>
      )}
      <h2>{t.former}</h2>
      {former.length === 0 ? (
        <p>{t.noFormer}</p>
      ) : (
        <Timeline
          happenings={former.map(({ trigger, decision, concluded }) => ({
            when: plainDay((decision ?? concluded ?? trigger).on, c.language),
            what: decision ? t.decided : (concluded?.because ?? ''),
          }))}
        />
      )}
    </>
  ))
}
