/** Who acts for the citizen: registered with what they may, how that was verified, and ended with a reason (FVL § 8). */
import { widestScopes } from '../../domain/case/party/decide.ts'
import {
  type RepresentativeType,
  representationScopes,
  representativeTypes,
} from '../../domain/case/party/events.ts'
import { findCpr } from '../../domain/person/cpr.ts'
import { defineMessages } from '../i18n/messages.ts'
import type { CaseContext } from '../platform/context.ts'
import { casePage, casePost, type Route } from '../platform/route.ts'
import { documentsOf } from '../platform/uploads.ts'
import { dateOf } from '../ui/date-field.ts'
import {
  Checkboxes,
  DateField,
  type Errors,
  FileField,
  Form,
  Radios,
  Select,
  Submit,
  TextArea,
  TextField,
} from '../ui/fields.tsx'
import { BackLink, Details } from '../ui/parts.tsx'
import { act, noProblem, type Problem } from './act.ts'
import { caseHref } from './case-address.ts'
import { casePageOf, type People } from './case-frame.tsx'
import type { FormPage } from './form-page.tsx'
import { previewOf } from './letter-preview.tsx'
import { representativeNames, scopeNames } from './party-words.ts'
import { addPerson, findTypedPerson } from './person-by-cpr.ts'
import { whoGetsLetters } from './representation-check.tsx'

const words = defineMessages({
  da: {
    title: 'Tilføj repræsentant',
    cpr: 'Repræsentantens CPR-nummer',
    givenName: 'Fornavn',
    familyName: 'Efternavn',
    nameHint: 'Udfyldes, hvis personen ikke er kendt her i forvejen.',
    phone: 'Telefon',
    type: 'Hvad er personen for borgeren?',
    scopes: 'Hvad må personen?',
    scopesHint: 'Vælg ikke mere, end der er aftalt eller står i beskikkelsen.',
    widest: 'Det højeste, hver slags kan få lov til',
    nothing: 'intet på egen hånd',
    from: 'Fra hvilken dag?',
    to: 'Til hvilken dag? (tom = uden slutdato)',
    verified: 'Hvordan er det kontrolleret?',
    verifiedHint:
      'Fx: Beskikkelsen fra Familieretshuset er set i dag. Tom: personen må intet, før det er kontrolleret.',
    file: 'Fuldmagt eller beskikkelse',
    save: 'Registrér repræsentanten',
    needCpr: 'Skriv CPR-nummeret. Det har ti tal.',
    needName: 'Personen er ikke kendt her. Skriv navnet.',
    self: 'Det er borgerens eget CPR-nummer.',
    endTitle: 'Afslut repræsentationen',
    end: 'Afslut repræsentationen',
    who: 'Hvem?',
    reason: 'Hvorfor ophører den?',
    choose: 'Vælg',
    needType: 'Vælg, hvad personen er for borgeren.',
    needFrom: 'Skriv den dag, det gælder fra.',
    wrongTo: 'Skriv en rigtig dag, eller lad feltet stå tomt.',
    toBeforeFrom: 'Slutdagen kan ikke ligge før den første dag.',
    atMost: (name: string, most: string) => `${name} kan højst få lov til: ${most}.`,
  },
  en: {
    title: 'Add representative',
    cpr: 'The representative’s CPR number',
    givenName: 'Given name',
    familyName: 'Family name',
    nameHint: 'To be filled in when the person is not known here yet.',
    phone: 'Telephone',
    type: 'What is the person to the citizen?',
    scopes: 'What may the person do?',
    scopesHint: 'Choose no more than what was agreed or what the appointment says.',
    widest: 'The most that each kind can be allowed',
    nothing: 'nothing alone',
    from: 'From which day?',
    to: 'Until which day? (empty = without end)',
    verified: 'How was it verified?',
    verifiedHint:
      'For example: The appointment was seen today. Empty: the person may do nothing until it is verified.',
    file: 'Power of attorney or appointment',
    save: 'Register the representative',
    needCpr: 'Write the CPR number. It has ten digits.',
    needName: 'The person is not known here. Write the name.',
    self: 'That is the citizen’s own CPR number.',
    endTitle: 'End the representation',
    end: 'End the representation',
    who: 'Who?',
    reason: 'Why does it end?',
    choose: 'Choose',
    needType: 'Choose what the person is to the citizen.',
    needFrom: 'Write the day from which it holds.',
    wrongTo: 'Write a real day, or leave the field empty.',
    toBeforeFrom: 'The last day cannot be before the first.',
    atMost: (name: string, most: string) => `${name} can at most be allowed: ${most}.`,
  },
})

const path = '/parter/repraesentant'

/** The representative who applied and is not registered yet is whom one has come to register. */
function applyingCpr({ case: { file } }: CaseContext, person: People['person']): string | undefined {
  const { applicant } = file
  if (applicant.kind !== 'representative') return undefined
  const { personId } = applicant
  return file.representations.some((r) => r.personId === personId) ? undefined : person(personId)?.cpr
}

function WhatEachMay({ c }: { readonly c: CaseContext }) {
  const t = words(c.language)
  return (
    <Details summary={t.widest}>
      <ul>
        {representativeTypes.map((type) => (
          <li>
            {representativeNames(c.language)[type]}:{' '}
            {widestScopes[type].map((scope) => scopeNames(c.language)[scope].toLowerCase()).join(', ') ||
              t.nothing}
          </li>
        ))}
      </ul>
    </Details>
  )
}

export function addRepresentative(c: CaseContext, problem: Problem = noProblem): Promise<Response> {
  const t = words(c.language)
  const { form } = c
  const { errors } = problem
  return casePageOf(
    c,
    t.title,
    ({ person }) => (
      <>
        <Form action={caseHref(c, path)} csrf={c.csrf} commandId={form.commandId ?? c.house.newId()} files>
          <TextField
            name="cpr"
            label={t.cpr}
            value={form.commandId ? form.text('cpr') : applyingCpr(c, person)}
            errors={errors}
            width={11}
            inputmode="numeric"
          />
          <TextField
            name="givenName"
            label={t.givenName}
            hint={t.nameHint}
            value={form.text('givenName')}
            errors={errors}
          />
          <TextField name="familyName" label={t.familyName} value={form.text('familyName')} errors={errors} />
          <TextField name="phone" label={t.phone} type="tel" value={form.text('phone')} errors={errors} />
          <Radios
            name="type"
            label={t.type}
            value={form.text('type')}
            errors={errors}
            options={representativeTypes.map((type) => ({
              value: type,
              label: representativeNames(c.language)[type],
            }))}
          />
          <Checkboxes
            name="scopes"
            label={t.scopes}
            hint={t.scopesHint}
            values={form.all('scopes')}
            errors={errors}
            options={representationScopes.map((scope) => ({
              value: scope,
              label: scopeNames(c.language)[scope],
            }))}
          />
          <WhatEachMay c={c} />
          <DateField
            name="from"
            label={t.from}
            value={c.today}
            typed={form.values}
            errors={errors}
            language={c.language}
          />
          <DateField name="to" label={t.to} typed={form.values} errors={errors} language={c.language} />
          <TextArea
            name="verified"
            label={t.verified}
            hint={t.verifiedHint}
            rows={2}
            value={form.text('verified')}
            errors={errors}
          />
          <FileField
            name="document"
            label={t.file}
            errors={errors}
            accept="application/pdf,image/jpeg,image/png"
          />
          <Submit>{t.save}</Submit>
        </Form>
        <BackLink href={caseHref(c, '/parter')} language={c.language} />
      </>
    ),
    problem,
  )
}

/** Everything but the person is checked first: a form that comes back has made nobody. */
export async function registerRepresentative(c: CaseContext): Promise<Response> {
  const t = words(c.language)
  const { form } = c
  const again = (problem: Problem): Promise<Response> => addRepresentative(c, problem)
  const uploads = documentsOf(c, 'document')
  if ('errors' in uploads) return again(uploads)
  const cpr = findCpr(form.text('cpr') ?? '')
  const known = await findTypedPerson(c, 'cpr')
  const [givenName, familyName] = [form.text('givenName'), form.text('familyName')]
  const errors: Record<string, string> = {
    ...(cpr === undefined && { cpr: t.needCpr }),
    ...(known?.personId === c.case.file.personId && { cpr: t.self }),
    ...(cpr && !known && !givenName && { givenName: t.needName }),
    ...(cpr && !known && !familyName && { familyName: t.needName }),
    ...limitsOf(c),
  }
  if (cpr === undefined || Object.keys(errors).length > 0) return again({ errors })
  const input = {
    type: form.text('type'),
    scopes: form.all('scopes'),
    from: dateOf(form, 'from'),
    to: dateOf(form, 'to'),
    document: uploads.documents[0]?.hash,
    verified: form.text('verified'),
  }
  const foreseen = await previewOf(c, 'registerRepresentative', {
    ...input,
    personId: known?.personId ?? c.house.newId(),
  })
  if ('errors' in foreseen) return again(foreseen)
  const personId =
    known?.personId ??
    (await addPerson(c, {
      cpr,
      givenName: givenName ?? '',
      familyName: familyName ?? '',
      phone: form.text('phone'),
    }))
  return act(
    c,
    'registerRepresentative',
    { ...input, personId },
    { again, to: caseHref(c, '/parter'), documents: uploads.documents },
  )
}

/** What the command would refuse, known before anybody is added to the register. */
function limitsOf(c: CaseContext): Errors {
  const { form } = c
  const t = words(c.language)
  const type = representativeTypes.find((known): known is RepresentativeType => known === form.text('type'))
  const [from, to] = [dateOf(form, 'from'), dateOf(form, 'to')]
  const wide = type ? form.all('scopes').filter((s) => !widestScopes[type].some((own) => own === s)) : []
  return {
    ...(type === undefined && { type: t.needType }),
    ...(wide.length > 0 && type && { scopes: tooWide(c, type) }),
    ...((from === undefined || from === 'wrong') && { from: t.needFrom }),
    ...(to === 'wrong' && { to: t.wrongTo }),
    ...(from && to && from !== 'wrong' && to < from && { to: t.toBeforeFrom }),
  }
}

function tooWide(c: CaseContext, type: RepresentativeType): string {
  const t = words(c.language)
  const name = representativeNames(c.language)[type]
  const most = widestScopes[type].map((scope) => scopeNames(c.language)[scope].toLowerCase()).join(', ')
  return t.atMost(name, most || t.nothing)
}

export const revocationPage: FormPage = {
  id: 'authority.revocation',
  command: 'revokeRepresentative',
  path: `${path}/ophoer`,
  of: '/parter',
  title: (c) => words(c.language).endTitle,
  button: (c) => words(c.language).end,
  fields: (c, errors, { personName }) => {
    const t = words(c.language)
    return (
      <>
        <Select
          name="representationId"
          label={t.who}
          value={c.form.text('representationId') ?? c.query.get('id') ?? undefined}
          errors={errors}
          empty={t.choose}
          options={c.case.file.representations
            .filter((r) => !r.revoked && !r.rejected)
            .map((r) => ({
              value: r.representationId,
              label: `${personName(r.personId)} (${representativeNames(c.language)[r.type]})`,
            }))}
        />
        <TextArea name="reason" label={t.reason} rows={3} value={c.form.text('reason')} errors={errors} />
      </>
    )
  },
  input: ({ form }) => ({
    representationId: form.text('representationId'),
    reason: form.text('reason'),
  }),
}

export const representativeRoutes: readonly Route[] = [
  casePage('authority.representative', 'registerRepresentative', `/myndighed/sager/:caseNumber${path}`, (c) =>
    addRepresentative(c),
  ),
  casePage('authority.who-gets', 'viewCase', '/myndighed/sager/:caseNumber/parter/breve', whoGetsLetters),
  casePost(
    'authority.representative.post',
    'registerRepresentative',
    `/myndighed/sager/:caseNumber${path}`,
    registerRepresentative,
  ),
]
