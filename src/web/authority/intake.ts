/** An application by phone, letter, e-mail or in person: the day it came starts the clock, as if it came by web (K2.1-1). */
import { openCase } from '../../casework/perform.ts'
import { type Applicant, ApplicationAnswers, channels, isOral } from '../../domain/case/application/events.ts'
import { Applied } from '../../domain/case/application/wishes.ts'
import type { PersonId } from '../../domain/identity.ts'
import { birthDateOf, findCpr } from '../../domain/person/cpr.ts'
import { isRefusal } from '../../domain/refusal.ts'
import type { CalendarDay } from '../../domain/time/calendar-day.ts'
import { casesOfPersons } from '../../store/cases.ts'
import { read } from '../../store/connection.ts'
import { type Person, searchPersons } from '../../store/persons.ts'
import { consentPurposes } from '../citizen/application-input.ts'
import { consentSources } from '../citizen/application-step.ts'
import type { PageContext } from '../platform/context.ts'
import { seeOther } from '../platform/respond.tsx'
import { documentsOf } from '../platform/uploads.ts'
import { dateOf } from '../ui/date-field.ts'
import type { Errors } from '../ui/fields.tsx'
import { type Alike, showIntake } from './intake-form.tsx'
import { intakeWords } from './intake-words.ts'
import { addPerson, findTypedPerson } from './person-by-cpr.ts'
import { typedWishes, wishErrors } from './wishes.tsx'

/** Who the form names, as far as the register here knows them. */
type Named = { readonly citizen: Person | undefined; readonly representative: Person | undefined }

/** An open case of the same person, or a person of the same name born on the same day. */
async function findAlike(
  c: PageContext,
  person: Person | undefined,
  bornOn: CalendarDay,
): Promise<Alike | undefined> {
  const name = `${c.form.text('givenName') ?? ''} ${c.form.text('familyName') ?? ''}`
  return read(c.house.db, c.scope, async (tx) => {
    const cases = person
      ? (await casesOfPersons(tx, [person.personId])).filter((k) => k.closedOn === null)
      : []
    const persons = person ? [] : (await searchPersons(tx, name, 5)).filter((p) => p.birthDate === bornOn)
    return cases.length + persons.length > 0 ? { cases, persons } : undefined
  })
}

/** Everything that is wrong with the form, each at its field. */
function errorsIn(c: PageContext, { citizen, representative }: Named): Errors {
  const t = intakeWords(c.language)
  const { form } = c
  const channel = channelOf(c)
  const receivedOn = dateOf(form, 'receivedOn')
  const cpr = findCpr(form.text('cpr') ?? '')
  const other = findCpr(form.text('representativeCpr') ?? '')
  const by = form.text('by')
  const oral = channel !== undefined && isOral(channel)
  return {
    ...(channel === undefined && { channel: t.needChannel }),
    ...((receivedOn === undefined || receivedOn === 'wrong' || receivedOn > c.today) && {
      receivedOn: t.needDay,
    }),
    ...(cpr === undefined && { cpr: t.needCpr }),
    ...(cpr && !citizen && !form.text('givenName') && { givenName: t.needName }),
    ...(cpr && !citizen && !form.text('familyName') && { familyName: t.needName }),
    ...(by === 'helper' && !form.text('relation') && { relation: t.needRelation }),
    ...(by === 'representative' && other === undefined && { representativeCpr: t.needRepresentative }),
    ...(by === 'representative' && other && other === cpr && { representativeCpr: t.sameAsCitizen }),
    ...(by === 'representative' &&
      other &&
      other !== cpr &&
      !representative &&
      !(form.text('representativeGiven') && form.text('representativeFamily')) && {
        representativeGiven: t.needRepresentativeName,
      }),
    ...(oral && !form.text('writtenDown') && { writtenDown: t.needWritten }),
    ...wishErrors(c),
  }
}

const channelOf = ({ form }: PageContext) =>
  channels.find((ch) => ch === form.text('channel') && ch !== 'web')

async function citizenOf(c: PageContext, known: Person | undefined, cpr: string): Promise<PersonId> {
  if (known) return known.personId
  const { form } = c
  const [street, postalCode, town] = [form.text('street'), form.text('postalCode'), form.text('town')]
  const marks = form.all('marks')
  return addPerson(c, {
    cpr,
    givenName: form.text('givenName') ?? '',
    familyName: form.text('familyName') ?? '',
    phone: form.text('phone'),
    interpreter: form.text('interpreter'),
    digitalPostExempt: marks.includes('exempt'),
    ...(street &&
      postalCode &&
      town && { address: { street, postalCode, town, protected: marks.includes('protected') } }),
  })
}

async function applicantOf(c: PageContext, known: Person | undefined): Promise<Applicant> {
  const { form } = c
  const cpr = findCpr(form.text('representativeCpr') ?? '')
  if (form.text('by') === 'helper') return { kind: 'helper', relation: form.text('relation') ?? '' }
  if (form.text('by') !== 'representative' || cpr === undefined) return { kind: 'self' }
  const personId =
    known?.personId ??
    (await addPerson(c, {
      cpr,
      givenName: form.text('representativeGiven') ?? '',
      familyName: form.text('representativeFamily') ?? '',
    }))
  return { kind: 'representative', personId }
}

const consentsOf = ({ form }: PageContext) =>
  consentSources.flatMap((source) => {
    const answer = form.text(`consent-${source}`)
    return answer === 'yes' || answer === 'no'
      ? [{ source, given: answer === 'yes', purpose: consentPurposes[source] }]
      : []
  })

/** Nobody is added and nothing is opened before the form is right and a possible duplicate has been looked at. */
export async function takeIn(c: PageContext): Promise<Response> {
  const { form } = c
  const [citizen, representative] = await Promise.all([
    findTypedPerson(c, 'cpr'),
    findTypedPerson(c, 'representativeCpr'),
  ])
  const uploads = documentsOf(c, 'fil')
  const errors = {
    ...errorsIn(c, { citizen, representative }),
    ...('errors' in uploads ? uploads.errors : {}),
  }
  const [channel, cpr, receivedOn] = [
    channelOf(c),
    findCpr(form.text('cpr') ?? ''),
    dateOf(form, 'receivedOn'),
  ]
  const bornOn = cpr && birthDateOf(cpr)
  if (Object.keys(errors).length > 0 || 'errors' in uploads) return showIntake(c, errors)
  if (!channel || !cpr || !bornOn || !receivedOn || receivedOn === 'wrong') return showIntake(c, errors)
  const alike = form.all('anyway').includes('yes') ? undefined : await findAlike(c, citizen, bornOn)
  if (alike) return showIntake(c, {}, alike)
  const personId = await citizenOf(c, citizen, cpr)
  const applicant = await applicantOf(c, representative)
  const opened = await openCase(c.house, c.asking, {
    commandId: form.commandId ?? c.house.newId(),
    documents: uploads.documents,
    application: {
      personId,
      bornOn,
      channel,
      receivedOn,
      applicant,
      applied: Applied.parse(typedWishes(form)),
      answers: ApplicationAnswers.parse({
        difficultiesInWords: form.text('difficulties'),
        wishesInWords: form.text('wishes'),
        interpreter: form.text('interpreter'),
        planWish: form.text('planWish'),
      }),
      consents: consentsOf(c),
      writtenDown: form.text('writtenDown'),
    },
  })
  if (isRefusal(opened)) return showIntake(c, {}, opened)
  // What a representative may do is registered next, from the paper that says so.
  const next = applicant.kind === 'representative' ? '/parter/repraesentant' : ''
  return seeOther(`/myndighed/sager/${opened.caseNumber}${next}`)
}
