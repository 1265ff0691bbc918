/** The application as it was sent, to read again: what the citizen, or whoever applied for them, wrote. */

import { fullName } from '../../casework/people.ts'
import type { CaseFile } from '../../domain/case/case-file.ts'
import { complaintPapers } from '../../domain/case/complaint/about.ts'
import { DocumentHash } from '../../domain/identity.ts'
import type { Municipality } from '../../standards/municipality.ts'
import { read } from '../../store/connection.ts'
import { findDocument } from '../../store/documents.ts'
import { findPerson } from '../../store/persons.ts'
import { plainDay } from '../i18n/dates.ts'
import type { Language } from '../i18n/messages.ts'
import type { CaseContext } from '../platform/context.ts'
import { errorPage } from '../platform/error-page.tsx'
import { file as fileAnswer, html } from '../platform/respond.tsx'
import { BackLink, SummaryList, type SummaryRow } from '../ui/parts.tsx'
import { applicationMessages } from './application-messages.ts'
import { caseMessages } from './case-messages.ts'
import { caseHref } from './situation.ts'

type Asked = Pick<CaseFile, 'applied' | 'answers'>

/** What was answered, question by question; what was not is left out. */
export function applicationInWords(
  { applied, answers }: Asked,
  municipality: Pick<Municipality, 'providerName'>,
  language: Language,
): readonly SummaryRow[] {
  const t = applicationMessages(language)
  const word = (of: Readonly<Record<string, string>>, key: string | undefined) => key && (of[key] ?? key)
  const words = (of: Readonly<Record<string, string>>, keys: readonly string[]) =>
    keys.map((key) => of[key] ?? key).join(', ')
  const lines = (...parts: readonly (string | undefined)[]) => parts.filter(Boolean).join('\n')
  const yesNo = { yes: t.yes, no: t.no, ratherNotSay: t.ratherNot, later: t.later }
  const by = { phone: t.byPhone, digitalPost: t.byDigitalPost, letter: t.byLetter, email: t.byEmail }
  const ways = {
    none: t.transportSelf,
    withHelp: t.transportHelp,
    transport: t.transportRide,
    unknown: t.transportUnknown,
  }
  const { daysPerWeek, fewerDaysBecause, place, placeInWords, transport, start } = applied
  const rows: readonly SummaryRow[] = [
    {
      label: t.contact,
      value: lines(word(by, answers.contactBy), answers.interpreter, answers.doNotCallBefore),
    },
    { label: t.hard, value: lines(words(t.hardOptions, answers.difficulties), answers.difficultiesInWords) },
    { label: t.wishes, value: lines(words(t.wishOptions, answers.wishes), answers.wishesInWords) },
    { label: t.place, value: lines(place && municipality.providerName(place), placeInWords) },
    { label: t.diagnosis, value: lines(word(yesNo, answers.diagnosis), answers.diagnosisInWords) },
    {
      label: t.days,
      value: lines(daysPerWeek === undefined ? undefined : t.daysPerWeek(daysPerWeek), fewerDaysBecause),
    },
    { label: t.transport, value: ways[transport] },
    { label: t.begin, value: start.kind === 'from' ? plainDay(start.day, language) : t.soonest },
    { label: t.plan, value: word(yesNo, answers.planWish) },
  ]
  return rows.filter(({ value }) => value)
}

/** Who sent it, where somebody else did. */
export async function sentByInWords(c: CaseContext): Promise<string | undefined> {
  const { applicant } = c.case.file
  if (applicant.kind !== 'helper') return undefined
  const t = caseMessages(c.language)
  const { personId, relation } = applicant
  const scope = { municipality: c.municipality.code, viewer: { kind: 'system' } } as const
  const helper = personId && (await read(c.house.db, scope, (tx) => findPerson(tx, personId)))
  return helper ? t.sentBy(fullName(helper), relation) : t.sentBySomebody(relation)
}

export const ApplicationRows = ({ c }: { readonly c: CaseContext }) => {
  const t = caseMessages(c.language)
  const { file } = c.case
  return (
    <>
      <SummaryList rows={applicationInWords(file, c.municipality, c.language)} language={c.language} />
      {file.attachments.length > 0 && (
        <>
          <h2>{t.attachments}</h2>
          <ul class="hv-links">
            {file.attachments.map(({ hash, name }) => (
              <li>
                <a href={`${caseHref(file)}/bilag/${hash}`}>{name}</a>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

export async function ownApplication(c: CaseContext): Promise<Response> {
  const t = caseMessages(c.language)
  const { file } = c.case
  const sentBy = await sentByInWords(c)
  return html(
    c,
    t.yourApplication,
    <>
      <BackLink href={caseHref(file)} language={c.language} />
      <h1>{t.yourApplication}</h1>
      <p>{t.sentOn(plainDay(file.received.on, c.language))}</p>
      {sentBy && <p>{sentBy}</p>}
      <ApplicationRows c={c} />
    </>,
  )
}

/** A paper that went with the application; any other document of the case is reached by its letter, or not at all. */
export async function attachment(c: CaseContext): Promise<Response> {
  const hash = DocumentHash.safeParse(c.parameter('hash'))
  const { attachments, complaints } = c.case.file
  const named = [...attachments, ...complaints.flatMap(complaintPapers)].find((a) => a.hash === hash.data)
  const stored =
    named && (await read(c.house.db, c.scope, (tx) => findDocument(tx, c.case.caseId, named.hash)))
  return named && stored ? fileAnswer(stored.bytes, stored.mediaType, named.name) : errorPage(c, 404)
}
