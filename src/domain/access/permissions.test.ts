import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { caseCommandTypes } from '../case/commands.ts'
import { widestScopes } from '../case/party/decide.ts'
import { type RepresentationScope, representationScopes, representativeTypes } from '../case/party/events.ts'
import { PersonId, ProviderId, UnitId, UserId } from '../identity.ts'
import {
  type Action,
  type CaseTarget,
  may,
  mayEver,
  permissions,
  type Relation,
  type Role,
  roles,
  type Subject,
  viewActions,
} from './permissions.ts'

const karen = PersonId.parse('00000000-0000-4000-8000-000000000001')
const lone = PersonId.parse('00000000-0000-4000-8000-000000000002')
const sanne = UserId.parse('00000000-0000-4000-8000-000000000011')
const voksenteamet = UnitId.parse('voksenteamet')
const jobcentret = UnitId.parse('jobcentret')
const kaerhoej = ProviderId.parse('kaerhoej')

const actions = Object.keys(permissions) as readonly Action[]
const grantOf = (action: Action): { readonly [R in Role]?: Relation } => permissions[action]

const target = (more: Partial<CaseTarget> = {}): CaseTarget => ({
  personId: karen,
  unit: voksenteamet,
  scopes: [],
  providers: [kaerhoej],
  opened: false,
  ...more,
})
const representative: Subject = { roles: ['representative'], personId: lone }
const allowedWith = (scopes: readonly RepresentationScope[]) =>
  actions.filter((action) => may(action, representative, target({ scopes })))

/** What needs no tie to a case at all: being logged in as the role is enough. */
const untied = new Set(actions.filter((a) => grantOf(a).representative === 'none'))
const anyScopes = fc.subarray<RepresentationScope>([...representationScopes])

describe('somebody who acts for another', () => {
  test('may do more by more scopes only, and each action by one scope only', () => {
    fc.assert(
      fc.property(anyScopes, anyScopes, (some, more) => {
        const few = new Set(allowedWith(some))
        const many = new Set(allowedWith([...some, ...more]))
        expect([...few].filter((a) => !many.has(a))).toEqual([])
        for (const action of few) {
          const relation = grantOf(action).representative
          expect(untied.has(action) || some.some((scope) => scope === relation)).toBe(true)
        }
      }),
    )
  })
  test('may never do what the citizen may not', () => {
    const citizen: Subject = { roles: ['citizen'], personId: karen }
    for (const action of allowedWith(representationScopes))
      expect([action, may(action, citizen, target())]).toEqual([action, true])
  })
  test('gets no scope from being a companion, and only reading from being a relative', () => {
    const reading = new Set(allowedWith(['read']))
    const changes = [...reading].filter((a) => caseCommandTypes.some((c) => c === a))
    expect(new Set(allowedWith(widestScopes.companion))).toEqual(untied)
    expect(allowedWith(widestScopes.relativeReadOnly)).toEqual([...reading])
    // Opening a letter or a thread is looking at it; the event only says that this reader looked, and for nobody else.
    expect(changes).toEqual(['openLetter', 'readThread'])
  })
  test('of no kind may decide, assess or see internal notes', () => {
    const never: readonly Action[] = [
      'issueDecision',
      'proposeDecision',
      'approveDecision',
      'assessTargetGroup',
      'viewInternalNotes',
      'viewCase',
    ]
    for (const type of representativeTypes)
      expect(allowedWith(widestScopes[type]).filter((a) => never.includes(a))).toEqual([])
  })
})

describe('a tie to the case', () => {
  const staff = (unit: UnitId): Subject => ({ roles: ['caseworker'], userId: sanne, unit })
  test.each<readonly [string, Subject, Partial<CaseTarget>, Action, boolean]>([
    ['the unit’s caseworker sees it', staff(voksenteamet), {}, 'viewCase', true],
    ['another unit’s does not', staff(jobcentret), {}, 'viewCase', false],
    ['another unit’s does, having said why', staff(jobcentret), { opened: true }, 'viewCase', true],
    ['the citizen sees her own', { roles: ['citizen'], personId: karen }, {}, 'viewOwnCase', true],
    ['another citizen does not', { roles: ['citizen'], personId: lone }, {}, 'viewOwnCase', false],
    [
      'the provider with the order answers it',
      { roles: ['providerStaff'], provider: kaerhoej },
      {},
      'acceptOrder',
      true,
    ],
    [
      'a provider without does not',
      { roles: ['providerStaff'], provider: kaerhoej },
      { providers: [] },
      'acceptOrder',
      false,
    ],
    [
      'a provider never sees the case itself',
      { roles: ['providerStaff'], provider: kaerhoej },
      {},
      'viewCase',
      false,
    ],
    [
      'a manager does not make the social worker’s assessment',
      { roles: ['manager'], unit: voksenteamet },
      {},
      'assessTargetGroup',
      false,
    ],
    ['an administrator sees no case', { roles: ['administrator'] }, {}, 'viewCase', false],
  ])('%s', (_, subject, more, action, allowed) => {
    expect(may(action, subject, target(more))).toBe(allowed)
  })
  test('without a case, only what is about none is allowed', () => {
    for (const action of actions)
      for (const role of roles) {
        const relation = grantOf(action)[role]
        const subject: Subject = { roles: [role], personId: karen, unit: voksenteamet, provider: kaerhoej }
        expect([action, role, may(action, subject)]).toEqual([
          action,
          role,
          relation === 'municipality' || relation === 'none',
        ])
        expect(mayEver(action, subject)).toBe(relation !== undefined)
      }
  })
})

test('two roles together may what either may, and nothing else', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...roles),
      fc.constantFrom(...roles),
      fc.constantFrom(...actions),
      anyScopes,
      fc.boolean(),
      (one, other, action, scopes, opened) => {
        const as = (...held: Subject['roles'][number][]): boolean =>
          may(action, { roles: held, personId: karen, unit: jobcentret }, target({ scopes, opened }))
        expect(as(one, other)).toBe(as(one) || as(other))
      },
    ),
  )
})

test('supervision changes nothing: of all that can be done it may look, and nothing else', () => {
  const granted = Object.entries(permissions).flatMap(([action, grants]) =>
    'supervisor' in grants ? [action] : [],
  )
  expect(granted.toSorted()).toEqual(['viewSupervisedCase', 'viewSupervision'])
  expect(viewActions).toEqual(expect.arrayContaining(granted))
})
