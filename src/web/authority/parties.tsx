/** Who the case is about, who acts in it, which municipality it belongs to, and what can end it. */
import { awaitsConfirmation, awaitsVerification, isInForce } from '../../domain/case/recipients.ts'
import { municipalityName } from '../../domain/vocabulary/municipality.ts'
import { plainDay } from '../i18n/dates.ts'
import { defineMessages } from '../i18n/messages.ts'
import type { CaseContext } from '../platform/context.ts'
import { Alert, LinkButton, SummaryList, type SummaryRow, Table } from '../ui/parts.tsx'
import { caseHref } from './case-address.ts'
import { casePageOf, type People } from './case-frame.tsx'
import { representativeNames, scopeNames } from './party-words.ts'
import { checkHref, endHref, endsSoon } from './representation-check.tsx'
import { sharedWords } from './words.ts'

const words = defineMessages({
  da: {
    citizen: 'Borgeren',
    name: 'Navn',
    cpr: 'CPR-nummer',
    contact: 'Kontakt',
    noContact: 'Ikke oplyst',
    post: 'Post',
    digital: 'Digital Post',
    paper: 'Papir (fritaget for Digital Post)',
    applicant: 'Hvem søgte?',
    self: 'Borgeren selv',
    representative: (name: string) => `Repræsentant: ${name}`,
    helper: (who: string) => `En hjælper uden fuldmagt: ${who}`,
    waiting:
      'Borgeren har ikke bekræftet ansøgningen. Fristen løber, men ingen kan give samtykke, og målgruppen kan ikke vurderes, før borgeren står ved den.',
    confirm: 'Registrér bekræftelsen',
    confirmed: (day: string) => `Bekræftet af borgeren ${day}`,
    representatives: 'Repræsentanter',
    noRepresentatives: 'Ingen repræsentanter.',
    type: 'Hvad er de?',
    may: 'Må',
    mayNothing: 'Intet på egen hånd',
    period: 'Periode',
    open: 'uden slutdato',
    ended: (day: string) => `Ophørt ${day}`,
    notInForce: 'Gælder ikke i dag',
    waitsForCheck: 'Ikke kontrolleret: må intet endnu',
    rejected: (day: string) => `Kunne ikke bruges ${day}`,
    check: 'Kontrol',
    checkIt: 'Kontrollér',
    goesOn: 'Fortsætter den?',
    seePaper: 'Se papiret',
    whoGets: 'Hvem får hvilke breve?',
    end: 'Ophør',
    add: 'Tilføj repræsentant',
    municipality: 'Handlekommune (retssikkerhedsloven § 9)',
    resident: 'Bopælskommune',
    acting: 'Handlekommune',
    paying: 'Betalingskommune',
    basis: 'Grundlag',
    disputed: 'Kommunerne er uenige. Hjælpen må ikke vente på det.',
    elsewhere: (name: string) => `${name} er handlekommune. Vejled borgeren, og send henvendelsen videre.`,
    notRecorded: 'Ikke noteret endnu.',
    record: 'Notér kommuner',
    guide: 'Vejled og send videre',
    moved: (name: string, day: string) => `${name} er handlekommune fra ${day}.`,
    move: 'Flytning og handlekommune',
    guidance: 'Vejledning givet',
    forwarded: (to: string) => `Sendt videre til ${to}`,
    participation: 'Borgerens medvirken (retssikkerhedsloven § 4)',
    needs: 'Behov',
    agreed: 'Aftalt',
    noParticipation: 'Ikke aftalt endnu.',
    plan: 'Aftal medvirken',
    course: 'Sagens forløb',
    death: 'Registrér dødsfald',
    remand: 'Registrér hjemvisning fra Ankestyrelsen',
    close: 'Luk sagen',
    died: (day: string) => `Borgeren er død ${day}.`,
    closed: (day: string) => `Sagen blev lukket ${day}.`,
    withdrawn: (day: string) => `Ansøgningen blev trukket tilbage ${day}.`,
  },
  en: {
    citizen: 'The citizen',
    name: 'Name',
    cpr: 'CPR number',
    contact: 'Contact',
    noContact: 'Not known',
    post: 'Post',
    digital: 'Digital Post',
    paper: 'Paper (exempt from Digital Post)',
    applicant: 'Who applied?',
    self: 'The citizen',
    representative: (name: string) => `Representative: ${name}`,
    helper: (who: string) => `A helper without power of attorney: ${who}`,
    waiting:
      'The citizen has not confirmed the application. The deadline runs, but nobody can consent and the target group cannot be assessed until the citizen stands by it.',
    confirm: 'Record the confirmation',
    confirmed: (day: string) => `Confirmed by the citizen ${day}`,
    representatives: 'Representatives',
    noRepresentatives: 'No representatives.',
    type: 'What are they?',
    may: 'May',
    mayNothing: 'Nothing alone',
    period: 'Period',
    open: 'without end',
    ended: (day: string) => `Ended ${day}`,
    notInForce: 'Not in force today',
    waitsForCheck: 'Not verified: may do nothing yet',
    rejected: (day: string) => `Could not be used ${day}`,
    check: 'Verification',
    checkIt: 'Verify',
    goesOn: 'Does it go on?',
    seePaper: 'See the paper',
    whoGets: 'Who gets which letters?',
    end: 'End it',
    add: 'Add representative',
    municipality: 'Acting municipality (Legal Security Act § 9)',
    resident: 'Municipality of residence',
    acting: 'Acting municipality',
    paying: 'Paying municipality',
    basis: 'Basis',
    disputed: 'The municipalities disagree. The help must not wait for it.',
    elsewhere: (name: string) =>
      `${name} is the acting municipality. Guide the citizen and forward the enquiry.`,
    notRecorded: 'Not recorded yet.',
    record: 'Record municipalities',
    guide: 'Guide and forward',
    moved: (name: string, day: string) => `${name} is the acting municipality from ${day}.`,
    move: 'Moving and acting municipality',
    guidance: 'Guidance given',
    forwarded: (to: string) => `Forwarded to ${to}`,
    participation: 'The citizen’s participation (Legal Security Act § 4)',
    needs: 'Needs',
    agreed: 'Agreed',
    noParticipation: 'Not agreed yet.',
    plan: 'Agree on participation',
    course: 'The course of the case',
    death: 'Register a death',
    remand: 'Register a remand from the Appeals Board',
    close: 'Close the case',
    died: (day: string) => `The citizen died on ${day}.`,
    closed: (day: string) => `The case was closed on ${day}.`,
    withdrawn: (day: string) => `The application was withdrawn on ${day}.`,
  },
})

export function parties(c: CaseContext): Promise<Response> {
  const s = sharedWords(c.language)
  return casePageOf(c, s.parties, (people) => (
    <>
      <Citizen c={c} people={people} />
      <Representatives c={c} people={people} />
      <Municipalities c={c} />
      <Participation c={c} />
      <Course c={c} />
    </>
  ))
}

type Part = { readonly c: CaseContext }
type PartWithPeople = Part & { readonly people: People }

function Citizen({ c, people }: PartWithPeople) {
  const t = words(c.language)
  const s = sharedWords(c.language)
  const { citizen } = people
  const { applicant, confirmed } = c.case.file
  const who =
    applicant.kind === 'self'
      ? t.self
      : applicant.kind === 'representative'
        ? t.representative(people.personName(applicant.personId))
        : t.helper(
            [applicant.personId && people.personName(applicant.personId), applicant.relation]
              .filter(Boolean)
              .join(', '),
          )
  const address = citizen?.address
  const rows: readonly SummaryRow[] = [
    { label: t.name, value: people.personName(c.case.file.personId) },
    ...(citizen?.cpr ? [{ label: t.cpr, value: `${citizen.cpr.slice(0, 6)}-${citizen.cpr.slice(6)}` }] : []),
    {
      label: s.address,
      value: address ? (
        <>
          {`${address.street}, ${address.postalCode} ${address.town}`}{' '}
          {address.protected && <strong class="tag">{s.protectedAddress}</strong>}
        </>
      ) : (
        t.noContact
      ),
    },
    { label: t.contact, value: [citizen?.phone, citizen?.email].filter(Boolean).join(', ') || t.noContact },
    { label: t.post, value: citizen?.digitalPostExempt ? t.paper : t.digital },
    {
      label: t.applicant,
      value: confirmed ? `${who}. ${t.confirmed(plainDay(confirmed.on, c.language))}` : who,
    },
  ]
  return (
    <>
      <h2>{t.citizen}</h2>
      {awaitsConfirmation(c.case.file) && (
        <Alert kind="warning">
          <p>{t.waiting}</p>
          <LinkButton href={caseHref(c, '/parter/bekraeftelse')}>{t.confirm}</LinkButton>
        </Alert>
      )}
      <SummaryList rows={rows} language={c.language} />
    </>
  )
}

function Representatives({ c, people }: PartWithPeople) {
  const t = words(c.language)
  const period = (from: string, to: string) => `${from} – ${to}`
  return (
    <>
      <h2>{t.representatives}</h2>
      <Table
        caption={t.representatives}
        rows={c.case.file.representations}
        empty={<p>{t.noRepresentatives}</p>}
        columns={[
          { heading: t.name, title: t.name, cell: (r) => people.personName(r.personId) },
          { heading: t.type, title: t.type, cell: (r) => representativeNames(c.language)[r.type] },
          {
            heading: t.may,
            title: t.may,
            cell: (r) => r.scopes.map((scope) => scopeNames(c.language)[scope]).join(', ') || t.mayNothing,
          },
          {
            heading: t.period,
            title: t.period,
            cell: (r) => (
              <>
                {period(plainDay(r.from, c.language), r.to ? plainDay(r.to, c.language) : t.open)}{' '}
                {awaitsVerification(r) && <strong class="tag">{t.waitsForCheck}</strong>}
                {r.rejected && <span class="tag">{t.rejected(plainDay(r.rejected.on, c.language))}</span>}
                {r.verified && !r.revoked && !isInForce(r, c.today) && (
                  <span class="tag">{t.notInForce}</span>
                )}
                {r.revoked && <span class="tag">{t.ended(plainDay(r.revoked.on, c.language))}</span>}
                {!r.revoked && !r.rejected && (
                  <a href={caseHref(c, `/parter/repraesentant/ophoer?id=${r.representationId}`)}>
                    {t.end}
                    <span class="sr-only">: {people.personName(r.personId)}</span>
                  </a>
                )}
              </>
            ),
          },
          {
            heading: t.check,
            title: t.check,
            cell: (r) => (
              <>
                {r.verified && `${plainDay(r.verified.on, c.language)}: ${r.verified.how}`}
                {r.rejected?.reason}
                {r.document && (
                  <p>
                    <a href={caseHref(c, `/dokumenter/${r.document}`)}>
                      {t.seePaper}
                      <span class="sr-only">: {people.personName(r.personId)}</span>
                    </a>
                  </p>
                )}
                {awaitsVerification(r) && (
                  <p>
                    <a href={checkHref(c, r.representationId)}>
                      {t.checkIt}
                      <span class="sr-only">: {people.personName(r.personId)}</span>
                    </a>
                  </p>
                )}
                {endsSoon(c, r) && (
                  <p>
                    <a href={endHref(c, r.representationId)}>
                      {t.goesOn}
                      <span class="sr-only">: {people.personName(r.personId)}</span>
                    </a>
                  </p>
                )}
                {r.endConsidered?.outcome}
              </>
            ),
          },
        ]}
      />
      <p>
        <a href={caseHref(c, '/parter/breve')}>{t.whoGets}</a>
      </p>
      <LinkButton href={caseHref(c, '/parter/repraesentant')} look="secondary">
        {t.add}
      </LinkButton>
    </>
  )
}

function Municipalities({ c }: Part) {
  const t = words(c.language)
  const { municipality, movedAway, guidance } = c.case.file
  const elsewhere = municipality && municipality.acting !== c.municipality.code
  const guided = guidance.some((g) => g.forwardedTo !== undefined)
  return (
    <>
      <h2>{t.municipality}</h2>
      {movedAway && (
        <Alert kind="info">
          {t.moved(municipalityName(movedAway.to), plainDay(movedAway.effectiveOn, c.language))}
        </Alert>
      )}
      {municipality ? (
        <SummaryList
          language={c.language}
          rows={[
            { label: t.resident, value: municipalityName(municipality.resident) },
            { label: t.acting, value: municipalityName(municipality.acting) },
            { label: t.paying, value: municipalityName(municipality.paying) },
            { label: t.basis, value: municipality.basis },
          ]}
        />
      ) : (
        <p class="hv-empty">{t.notRecorded}</p>
      )}
      {municipality?.disputed && <Alert kind="warning">{t.disputed}</Alert>}
      {elsewhere && !guided && (
        <Alert kind="warning">{t.elsewhere(municipalityName(municipality.acting))}</Alert>
      )}
      {guidance.length > 0 && (
        <>
          <h3>{t.guidance}</h3>
          <ul>
            {guidance.map((g) => (
              <li>
                {plainDay(g.on, c.language)}: {g.about}
                {g.forwardedTo && `. ${t.forwarded(g.forwardedTo)}`}
              </li>
            ))}
          </ul>
        </>
      )}
      <ul class="hv-actions no-max-width">
        <li>
          <a href={caseHref(c, '/parter/kommune')}>{t.record}</a>
        </li>
        <li>
          <a href={caseHref(c, '/parter/vejledning')}>{t.guide}</a>
        </li>
        <li>
          <a href={caseHref(c, '/parter/flytning')}>{t.move}</a>
        </li>
      </ul>
    </>
  )
}

function Participation({ c }: Part) {
  const t = words(c.language)
  const { participation } = c.case.file
  return (
    <>
      <h2>{t.participation}</h2>
      {participation.length === 0 && <p class="hv-empty">{t.noParticipation}</p>}
      {participation.map((p) => (
        <SummaryList
          language={c.language}
          rows={[
            { label: `${t.needs} (${plainDay(p.on, c.language)})`, value: p.needs },
            { label: t.agreed, value: p.agreed },
          ]}
        />
      ))}
      <LinkButton href={caseHref(c, '/parter/medvirken')} look="secondary">
        {t.plan}
      </LinkButton>
    </>
  )
}

function Course({ c }: Part) {
  const t = words(c.language)
  const { died, closed, withdrawn } = c.case.file
  const day = plainDay
  return (
    <>
      <h2>{t.course}</h2>
      {died && <p>{t.died(day(died.diedOn, c.language))}</p>}
      {withdrawn && <p>{t.withdrawn(day(withdrawn.on, c.language))}</p>}
      {closed && <p>{t.closed(day(closed.on, c.language))}</p>}
      <ul class="hv-actions no-max-width">
        <li>
          <a href={caseHref(c, '/parter/hjemvisning')}>{t.remand}</a>
        </li>
        {!died && (
          <li>
            <a href={caseHref(c, '/parter/doedsfald')}>{t.death}</a>
          </li>
        )}
        {!closed && (
          <li>
            <a href={caseHref(c, '/parter/luk')}>{t.close}</a>
          </li>
        )}
      </ul>
    </>
  )
}
