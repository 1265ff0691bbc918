/** The citizen is told where, from when and whom to turn to, once the place has said yes; and is told no more than that. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTown, type TownAtWork } from '../../../test/support/case-pages.ts'
import { type Placed, placeCitizen } from '../../../test/support/placed.ts'
import { asSystem, newUser, vejen } from '../../../test/support/scopes.ts'
import { isConflict, perform } from '../../casework/perform.ts'
import type { CaseCommand } from '../../domain/case/commands.ts'
import { ProviderId, type UserId } from '../../domain/identity.ts'
import { isRefusal } from '../../domain/refusal.ts'
import { addDays, type CalendarDay, copenhagenDay } from '../../domain/time/calendar-day.ts'
import { write } from '../../store/connection.ts'
import { saveUser } from '../../store/users.ts'
import { longDay } from '../i18n/dates.ts'

let work: TownAtWork
let placed: Placed
let today: CalendarDay
const [ane, bo] = [newUser(), newUser()]

beforeAll(async () => {
  work = await openTown()
  today = copenhagenDay(work.test.house.now())
  await hire(ane, 'Ane Ravn', '20 30 40 50')
  await hire(bo, 'Bo Kær', null)
  placed = await placeCitizen(work.test.house, { caseworker: work.town.caseworker })
})
afterAll(() => work.database.drop())

const hire = (userId: UserId, name: string, phone: string | null, active = true) =>
  write(work.database.app, asSystem(vejen), (tx) =>
    saveUser(tx, {
      userId,
      subject: `subject-${userId}`,
      name,
      phone,
      email: 'ane@sted.example',
      unit: null,
      roles: ['providerStaff'],
      providerId: ProviderId.parse('kaerhoej'),
      active,
    }),
  )

async function providerDoes(command: CaseCommand): Promise<void> {
  const subject = { roles: ['providerStaff'] as const, userId: ane, provider: ProviderId.parse('kaerhoej') }
  const actor = { kind: 'staff', userId: ane, role: 'providerStaff' } as const
  const asking = { municipality: vejen, today, subject, actor }
  const done = await perform(work.test.house, asking, {
    caseId: placed.caseId,
    commandId: randomUUID(),
    command,
  })
  if (isRefusal(done) || isConflict(done)) throw new Error(`${command.type}: ${JSON.stringify(done)}`)
}

async function casePage(language = 'da'): Promise<string> {
  const { cookie } = await work.test.logIn({ person: placed.person })
  const { caseNumber } = await work.file(placed.caseId)
  const answer = await work.test.get(`/borger/sag/${caseNumber}`, `${cookie}; sprog=${language}`)
  expect(answer.status).toBe(200)
  return answer.text()
}

it('before the place has said yes nothing is promised', async () => {
  const page = await casePage()
  expect(page).not.toContain('Dit tilbud')
  expect(page).not.toContain('Ane Ravn')
})

it('after it has: the place, the first day, the contact person with telephone number, and the substitute', async () => {
  const startOn = addDays(today, 20)
  await providerDoes({
    type: 'acceptOrder',
    input: { orderId: placed.orderId, startOn, contactPerson: ane, substitute: bo },
  })
  const page = await casePage()
  expect(page).toContain(`Du skal være på Kærhøj. Din første dag er ${longDay(startOn, 'da')}.`)
  expect(page).toContain('Din kontaktperson der er Ane Ravn. Telefon 20 30 40 50.')
  expect(page).toContain('Er din kontaktperson væk, så spørg efter Bo Kær.')
  expect(page, 'an e-mail address is not for the page').not.toContain('ane@sted.example')
  expect(await casePage('let')).toContain('Ane Ravn hjælper dig der. Ring 20 30 40 50.')
  expect(await casePage('en')).toContain('Your contact person there is Ane Ravn. Telephone 20 30 40 50.')
})

it('who has left is not named, and the citizen is told whom to call instead', async () => {
  await hire(ane, 'Ane Ravn', '20 30 40 50', false)
  const page = await casePage()
  expect(page).not.toContain('Ane Ravn')
  expect(page).toContain('Du har ikke en kontaktperson lige nu.')
})
