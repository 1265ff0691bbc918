import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  type Desk,
  dayFields,
  errorsIn,
  openTown,
  type TownAtWork,
} from '../../../test/support/case-pages.ts'
import { recipientsOn } from '../../domain/case/recipients.ts'

let t: TownAtWork
let desk: Desk
beforeAll(async () => {
  t = await openTown()
  desk = await t.desk()
})
afterAll(() => t.database.drop())

describe('the municipalities (RSL § 9)', () => {
  it('are recorded with their ground and a dispute, and shown', async () => {
    const shown = await desk.done(t.at('/parter/kommune'), {
      resident: '0621',
      acting: '0621',
      paying: '0575',
      basis: 'Bor på et botilbud i Kolding.',
      disputed: 'yes',
    })
    expect(shown.text).toContain('Kommunerne er uenige. Hjælpen må ikke vente på det.')
    expect(shown.text).toContain('Kolding er handlekommune. Vejled borgeren')
    expect((await t.file()).municipality).toMatchObject({ acting: '0621', paying: '0575', disputed: true })
  })
  it('need a ground, and what was chosen stays chosen', async () => {
    const path = t.at('/parter/kommune')
    const answer = await desk.send(path, {
      resident: '0621',
      acting: '0621',
      paying: '0621',
      basis: ' ',
      disputed: [],
    })
    expect([answer.status, errorsIn(answer.text)]).toEqual([422, ['f-basis: Skriv noget her.']])
    expect(answer.text.match(/<option value="0621" selected="">/g)).toHaveLength(3)
    expect(answer.text).not.toMatch(/name="disputed" value="yes" checked/)
  })
  it('lead to guidance and forwarding in a letter (FVL § 7)', async () => {
    const form = await desk.get(t.at('/parter/vejledning'))
    expect(form.text).toContain('value="Kolding Kommune"')
    const shown = await desk.done(t.at('/parter/vejledning'), {
      about: 'Kolding er den rette kommune.',
      forwardedTo: 'Kolding Kommune',
      how: 'Sikker mail',
    })
    expect(shown.text).toContain('Sendt videre til Kolding Kommune')
    expect(shown.text).not.toContain('Vejled borgeren, og send henvendelsen videre')
    expect((await t.file()).letters.map((l) => l.kind)).toContain('guidance')
  })
})

describe('a representative', () => {
  const path = () => t.at('/parter/repraesentant')
  const form = {
    cpr: '010160-0008',
    givenName: 'Arne',
    familyName: 'Prøve',
    type: 'partyRepresentative',
    scopes: ['read', 'receiveLetters'],
    verified: 'Fuldmagten af 2. november er set.',
  }
  it('cannot be given more than the kind allows, and nobody is made meanwhile', async () => {
    const answer = await desk.send(path(), {
      ...form,
      type: 'relativeReadOnly',
      scopes: ['read', 'complain'],
    })
    expect(answer.status).toBe(422)
    expect(errorsIn(answer.text)).toEqual([
      'f-scopes: Pårørende, der må se med kan højst få lov til: se sagen.',
    ])
    expect(answer.text).toContain('value="Arne"')
    expect(answer.text).toMatch(/value="complain" checked/)
    const search = await desk.send('/myndighed/soeg', { tekst: 'Arne Prøve' })
    expect(search.text).toContain('Ingen fundet')
  })
  it.each([
    [{ cpr: '310290-1234' }, 'f-cpr: Skriv CPR-nummeret. Det har ti tal.'],
    [{ givenName: '' }, 'f-givenName: Personen er ikke kendt her. Skriv navnet.'],
    [{ 'to-d': '31', 'to-m': '2', 'to-y': '2030' }, 'f-to: Skriv en rigtig dag, eller lad feltet stå tomt.'],
    [dayFields('to', '2020-01-01'), 'f-to: Slutdagen kan ikke ligge før den første dag.'],
  ])('is not registered with %o', async (wrong, sentence) => {
    const answer = await desk.send(path(), { ...form, ...wrong })
    expect([answer.status, errorsIn(answer.text)]).toEqual([422, [sentence]])
  })
  it('is made by CPR number, registered with what they may, and shown', async () => {
    const shown = await desk.done(path(), form)
    expect(shown.text).toContain('Arne Prøve')
    expect(shown.text).toContain('Se sagen, Få brevene')
    const registered = (await t.file()).representations.at(-1)
    expect(registered).toMatchObject({ type: 'partyRepresentative', scopes: ['read', 'receiveLetters'] })
  })
  it('is the same person when registered again', async () => {
    await desk.done(path(), { ...form, type: 'companion', scopes: [], givenName: '', familyName: '' })
    const [first, second] = (await t.file()).representations.slice(-2)
    expect(second?.personId).toBe(first?.personId)
    expect(second?.scopes).toEqual([])
  })
  it('waits until somebody has looked at the paper, and acts from then on', async () => {
    const shown = await desk.done(path(), { ...form, verified: '' })
    expect(shown.text).toContain('Ikke kontrolleret: må intet endnu')
    const { representationId: id = '', personId } = (await t.file()).representations.at(-1) ?? {}
    const letters = async () => (await desk.get(t.at('/parter/breve'))).text.match(/Arne Prøve: /g) ?? []
    const before = (await letters()).length
    const check = `${path()}/kontrol`
    const silent = await desk.send(`${check}?id=${id}`, { representationId: id, how: 'Set' }, check)
    expect(errorsIn(silent.text)).toEqual(['f-answer: Vælg, om den er i orden.'])
    const without = await desk.send(check, { representationId: id, answer: 'no' })
    expect(errorsIn(without.text)).toEqual(['f-reason: Skriv noget her.'])
    await desk.done(check, { representationId: id, answer: 'yes', how: 'Fuldmagten er set i dag.' })
    const file = await t.file()
    expect(file.representations.at(-1)?.verified?.how).toBe('Fuldmagten er set i dag.')
    expect(recipientsOn(file, file.lastRecordedOn, 'partyHearing')).toContain(personId)
    expect((await letters()).length).toBeGreaterThan(before)
    await desk.done(`${path()}/ophoer`, { representationId: id, reason: 'Prøven er slut.' })
  })
  it('that cannot be used is refused with a reason', async () => {
    await desk.done(path(), { ...form, verified: '' })
    const { representationId: id = '' } = (await t.file()).representations.at(-1) ?? {}
    const shown = await desk.done(`${path()}/kontrol`, {
      representationId: id,
      answer: 'no',
      how: 'Den er ikke skrevet under.',
    })
    expect(shown.text).toContain('Kunne ikke bruges')
    expect(shown.text).toContain('Den er ikke skrevet under.')
  })
  it('that ends is asked about', async () => {
    await desk.done(path(), { ...form, ...dayFields('to', '2027-12-31') })
    const { representationId: id = '' } = (await t.file()).representations.at(-1) ?? {}
    const shown = await desk.done(`${path()}/udloeb`, {
      representationId: id,
      outcome: 'Den bliver forlænget.',
    })
    expect(shown.text).toContain('Den bliver forlænget.')
  })
  it('is ended with a reason', async () => {
    const id = (await t.file()).representations.at(-1)?.representationId ?? ''
    const end = `${path()}/ophoer`
    const without = await desk.send(`${end}?id=${id}`, { representationId: id }, end)
    expect(errorsIn(without.text)).toEqual(['f-reason: Skriv noget her.'])
    const shown = await desk.done(end, { representationId: id, reason: 'Borgeren vil selv.' })
    expect(shown.text).toContain('Ophørt')
  })
})

describe('the citizen’s part', () => {
  it('is agreed and shown (RSL § 4)', async () => {
    const shown = await desk.done(t.at('/parter/medvirken'), {
      needs: 'God tid og en tolk.',
      agreed: 'Møde hjemme den 3.',
    })
    expect(shown.text).toContain('Møde hjemme den 3.')
  })
  it('has nothing to confirm when the citizen applied', async () => {
    const path = t.at('/parter/bekraeftelse')
    const answer = await desk.send(path, { how: 'I telefonen' })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('Det er allerede gjort.')
  })
})

describe('the application', () => {
  it('can be read, with its wishes field by field', async () => {
    const { text } = await desk.get(t.at('/ansoegning'))
    for (const said of [
      'Ikke nævnt. Regnes som fuld tid (5 dage om ugen)',
      'Intet ønske',
      'Så hurtigt som muligt',
      'på hjemmesiden',
    ])
      expect(text).toContain(said)
  })
  it('is changed before the decision: who, how and in whose words', async () => {
    const path = t.at('/ansoegning/ret')
    const wishes = {
      days: '2,5',
      place: 'kaerhoej',
      transport: 'transport',
      ...dayFields('startFrom', '2027-01-04'),
    }
    const wrong = await desk.send(path, {
      ...wishes,
      days: '9',
      changedBy: 'citizen',
      how: 'Telefon',
      inWords: 'Mindre',
    })
    expect(errorsIn(wrong.text)).toEqual(['f-days: Skriv et antal dage mellem 0,5 og 7.'])
    expect(wrong.text).toContain('value="9"')
    const shown = await desk.done(path, {
      ...wishes,
      changedBy: 'citizen',
      how: 'Telefon',
      inWords: 'Jeg magter ikke mere.',
    })
    expect(shown.text).toContain('2,5 dage om ugen')
    expect(shown.text).toContain('Jeg magter ikke mere.')
    expect(shown.text).toContain('Ønskerne, da ansøgningen kom')
    expect((await t.file()).applied).toMatchObject({
      daysPerWeek: 2.5,
      place: 'kaerhoej',
      transport: 'transport',
    })
    // The next change starts from what stands now.
    expect((await desk.get(path)).text).toContain('value="2,5"')
  })
})

describe('what ends a case', () => {
  it('cannot be a reason that the case does not hold', async () => {
    const path = t.at('/parter/luk')
    expect((await desk.get(path)).text).toContain('ingen af grundene passer på den')
    expect((await desk.send(path, { reason: 'refused' })).status).toBe(422)
  })
  it('can be a remand only after a decision', async () => {
    const answer = await desk.send(t.at('/parter/hjemvisning'), {
      reference: '24-1',
      whatToInform: 'Helbred',
      ...dayFields('receivedOn', '2026-01-01'),
    })
    expect(answer.text).toContain('Der skal være en afgørelse først.')
    expect(answer.text).toContain('value="24-1"')
  })
  it('is a withdrawal by telephone, asked twice', async () => {
    const path = t.at('/ansoegning/traek-tilbage')
    const asked = await desk.send(path, {
      by: 'citizen',
      how: 'I telefonen',
      inWords: 'Jeg har fået arbejde.',
    })
    expect(asked.text).toContain('Er du sikker?')
    expect((await t.file()).withdrawn).toBeUndefined()
    const sure = await desk.sure(asked, path)
    expect(sure.status).toBe(303)
    expect((await t.file()).withdrawn).toMatchObject({ by: 'citizen', inWords: 'Jeg har fået arbejde.' })
    expect((await desk.get(t.at('/ansoegning'))).text).not.toContain('/ansoegning/ret')
  })
  it('is a death, asked twice with what follows; a day that has not come is refused before that', async () => {
    const path = t.at('/parter/doedsfald')
    const early = await desk.send(path, dayFields('diedOn', '2090-01-01'))
    expect(errorsIn(early.text)).toEqual(['f-diedOn: Vælg i dag eller en dag, der er gået.'])
    const asked = await desk.send(path, dayFields('diedOn', '2026-01-02'))
    expect(asked.text).toContain('Det kan ikke fortrydes.')
    expect((await t.file()).died).toBeUndefined()
    expect((await desk.sure(asked, path)).status).toBe(303)
    expect((await t.file()).died?.diedOn).toBe('2026-01-02')
  })
  it('closes the case for a reason that it now holds', async () => {
    const path = t.at('/parter/luk')
    const asked = await desk.send(path, { reason: 'death' })
    expect((await desk.sure(asked, path)).status).toBe(303)
    expect((await t.file()).closed?.reason).toBe('death')
  })
})
