/** The citizen sees who may do what, and ends it: at once, except a guardianship, which is not theirs to end. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTown, type TownAtWork } from '../../../test/support/case-pages.ts'
import { asSystem, newPerson, vejen } from '../../../test/support/scopes.ts'
import { givePower } from '../../../test/support/town-powers.ts'
import { isInForce } from '../../domain/case/recipients.ts'
import { copenhagenDay, getDay } from '../../domain/time/calendar-day.ts'
import { write } from '../../store/connection.ts'
import { savePerson } from '../../store/persons.ts'

let t: TownAtWork
beforeAll(async () => {
  t = await openTown()
  await givePower(t.test, t.town, t.town.stranger, 'partyRepresentative', ['read', 'write'])
})
afterAll(() => t.database.drop())

const page = () => `/borger/sag/${t.town.caseNumber}/hjaelpere`
const asCitizen = () => t.test.logIn({ person: t.town.citizen })
const representation = async (personId: string) => {
  const found = (await t.file()).representations.find((r) => r.personId === personId)
  if (found === undefined) throw new Error('nobody acts for them')
  return found
}

it('names who they are, what they may, and who cannot be ended here', async () => {
  const { cookie } = await asCitizen()
  const onCase = await (await t.test.get(`/borger/sag/${t.town.caseNumber}`, cookie)).text()
  expect(onCase).toContain(`href="${page()}"`)
  const text = await (await t.test.get(page(), cookie)).text()
  expect(text).toContain('En, du har givet fuldmagt')
  expect(text).toContain('Svare for dig')
  expect(text).toContain('En værge kan ikke stoppes her.')
  expect(text).toContain(`${page()}/${(await representation(t.town.stranger)).representationId}`)
  expect(text).not.toContain(`${page()}/${(await representation(t.town.guardian)).representationId}"`)
  for (const [language, title] of [
    ['en', 'Those who help me'],
    ['let', 'De her må hjælpe dig.'],
  ])
    expect(await (await t.test.get(page(), `${cookie}; sprog=${language}`)).text()).toContain(title)
})

it('the representative sees the list, without names and without a way to end anything', async () => {
  const { cookie, csrf } = await t.test.logIn({ person: t.town.stranger, actingFor: t.town.citizen })
  const answer = await t.test.get(page(), cookie)
  expect(answer.status).toBe(200)
  const text = await answer.text()
  expect(text).toContain('Kun borgeren selv kan stoppe det her.')
  const path = `${page()}/${(await representation(t.town.stranger)).representationId}`
  expect((await t.test.get(path, cookie)).status).toBe(403)
  expect((await t.test.post(path, { _csrf: csrf }, cookie)).status).toBe(403)
})

it('a guardianship is explained and not ended', async () => {
  const { cookie, csrf } = await asCitizen()
  const path = `${page()}/${(await representation(t.town.guardian)).representationId}`
  expect(await (await t.test.get(path, cookie)).text()).toContain('Familieretshuset')
  expect((await t.test.post(path, { _csrf: csrf, _command: randomUUID() }, cookie)).status).toBe(422)
  expect((await representation(t.town.guardian)).revoked).toBeUndefined()
})

it('is asked once more, and what is ended is over at once', async () => {
  const helper = await t.test.logIn({ person: t.town.stranger, actingFor: t.town.citizen })
  expect((await t.test.get(`/borger/sag/${t.town.caseNumber}`, helper.cookie)).status).toBe(200)
  const { cookie, csrf } = await asCitizen()
  const before = await representation(t.town.stranger)
  const path = `${page()}/${before.representationId}`
  const asked = await (await t.test.get(path, cookie)).text()
  expect(asked).toContain('ikke hjælpe dig mere?')
  expect(asked).toContain('Det gælder med det samme.')
  expect(/<title>([^<]*)/.exec(asked)?.[1]).toMatch(/^Dem, der hjælper mig/)
  expect((await t.test.post(path, { _csrf: csrf, _command: randomUUID() }, cookie)).status).toBe(303)
  const after = await representation(t.town.stranger)
  expect(isInForce(after, copenhagenDay(t.test.house.now()))).toBe(false)
  expect(after.revoked?.actor).toEqual({ kind: 'citizen', personId: t.town.citizen })
  expect((await t.test.get(`/borger/sag/${t.town.caseNumber}`, helper.cookie)).status).not.toBe(200)
  expect((await t.test.get(path, cookie)).status).toBe(404)
})

it('lets nobody in whose name and number do not go together, and does not tell whose number it is', async () => {
  const { cookie, csrf } = await asCitizen()
  const person = newPerson()
  await write(t.database.app, asSystem(vejen), (tx) =>
    savePerson(tx, {
      personId: person,
      cpr: '0101609998',
      validFrom: copenhagenDay(new Date()),
      recordedAt: new Date(),
      details: {
        givenName: 'Bodil Marie',
        familyName: 'Prøve',
        birthDate: getDay('1960-01-01'),
        language: 'da',
        digitalPostExempt: false,
        easyRead: false,
      },
    }),
  )
  const give = (name: string) =>
    t.test.post(
      `${page()}/ny`,
      { _csrf: csrf, _command: randomUUID(), name, cpr: '010160-9998', may: 'all', sure: 'yes' },
      cookie,
    )
  const wrong = await give('Else Nielsen')
  expect(wrong.status).toBe(422)
  const text = await wrong.text()
  expect(text).toContain('Navnet og nummeret passer ikke sammen.')
  expect(text).toContain('Else Nielsen')
  expect(text).not.toContain('Bodil')
  const given = async () => (await t.file()).representations.some((r) => r.personId === person)
  expect(await given()).toBe(false)
  expect((await give('bodil prøve')).status).toBe(303)
  expect(await given()).toBe(true)
})
