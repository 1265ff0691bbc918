import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Desk, errorsIn, openTown, type TownAtWork } from '../../../test/support/case-pages.ts'

let t: TownAtWork
let desk: Desk
beforeAll(async () => {
  t = await openTown()
  desk = await t.desk()
})
afterAll(() => t.database.drop())

const page = () => t.at('/plan')

describe('the § 141 plan and the goals', () => {
  it('cannot be answered before it is offered', async () => {
    expect((await desk.get(page())).text).toContain('Ikke tilbudt endnu.')
    const answer = await desk.send(`${page()}/svar`, { answer: 'yes', how: 'Ja' })
    expect(answer.status).toBe(422)
  })
  it('is offered in a letter', async () => {
    const nothing = await desk.send(`${page()}/tilbud`, {})
    expect(errorsIn(nothing.text)).toEqual(['f-how: Skriv noget her.'])
    const offered = await desk.done(`${page()}/tilbud`, { how: 'Forklaret i brevet.' })
    expect(offered.text).toContain('Forklaret i brevet.')
    expect(offered.text).toContain('Borgeren har ikke svaret endnu.')
    expect((await t.file()).letters.map((l) => l.kind)).toContain('actionPlanOffer')
  })
  it('declined, the goals stand in the order: several, added without script', async () => {
    const declined = await desk.done(`${page()}/svar`, { answer: 'no', how: 'I telefonen' })
    expect(declined.text).toContain('Målene ligger i bestillingen.')
    expect(declined.text).not.toContain('Formålet med indsatsen')
    const more = await desk.send(page(), { 'g0-text': 'At komme ud tre dage om ugen', _do: 'more' })
    expect(more.text).toContain('Mål 2: hvad skal lykkes?')
    expect(more.text).toContain('>At komme ud tre dage om ugen</textarea>')
    const two = {
      'g0-text': 'At komme ud',
      'g0-words': 'Jeg vil ud',
      'g1-text': 'At lave mad',
      'g1-aim': 'improve',
      'g1-towards': 'livingConditions',
      'g1-domain': 'social',
    }
    const saved = await desk.done(page(), { ...two, _do: 'save' })
    expect(saved.text).toContain('Målene blev gemt')
    expect((await t.file()).goals).toMatchObject([
      { text: 'At komme ud', citizensWords: 'Jeg vil ud', aim: 'maintain', towards: 'personalSkills' },
      { text: 'At lave mad', aim: 'improve', towards: 'livingConditions', domain: 'social' },
    ])
  })
  it('keeps a goal’s identity when it is written anew, and can take one away', async () => {
    const [, kitchen] = (await t.file()).goals
    await desk.done(page(), { 'g0-remove': 'yes', 'g1-text': 'At lave varm mad', _do: 'save' })
    expect((await t.file()).goals).toMatchObject([{ goalId: kitchen?.goalId, text: 'At lave varm mad' }])
  })
  it('needs one goal, and a text in each', async () => {
    const none = await desk.send(page(), { 'g0-text': '', _do: 'save' })
    expect(errorsIn(none.text)).toEqual(['f-g0-text: Skriv mindst ét mål.'])
    const half = await desk.send(page(), { 'g0-text': '', 'g0-words': 'Ud i naturen', _do: 'save' })
    expect(errorsIn(half.text)).toEqual(['f-g0-text: Skriv målet, eller lad hele målet stå tomt.'])
    expect(half.text).toContain('>Ud i naturen</textarea>')
  })
  it('wanted after all, takes its four parts with the goals', async () => {
    await desk.done(`${page()}/svar`, { answer: 'yes', how: 'Har ombestemt sig på mødet' })
    const parts = { purpose: 'Et liv med andre', intervention: '§ 104 fem dage', expectedDuration: 'To år' }
    const missing = await desk.send(page(), { ...parts, _do: 'save' })
    expect(errorsIn(missing.text)).toEqual(['f-otherMatters: Skriv noget her.'])
    expect(missing.text).toContain('>Et liv med andre</textarea>')
    const made = await desk.done(page(), { ...parts, otherMatters: 'Bor hos forældre', _do: 'save' })
    expect(made.text).toContain('Handleplanen blev gemt')
    expect((await t.file()).plan).toMatchObject({ ...parts, goals: [{ text: 'At lave varm mad' }] })
  })
})
