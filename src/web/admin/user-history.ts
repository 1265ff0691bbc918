/** What a change to a user changed, in words. */
import type { UserChange, UserFacts } from '../../store/users.ts'
import { roleNames } from '../i18n/action-words.ts'
import type { Language } from '../i18n/messages.ts'
import { userWords } from './user-words.ts'

export type ChangeInWords = {
  readonly lines: readonly string[]
  readonly by: string
}

/** Field by field what it was and became, and who did it: a person, or the municipality's own log-in. */
export function presentChange(
  { before, after, actor }: UserChange,
  nameOf: (userId: string) => string,
  language: Language,
): ChangeInWords {
  const say = userWords(language)
  const roles: Readonly<Record<string, string>> = roleNames(language)
  const or = (text: string | null): string => text || say.nothing
  const shown = (facts: UserFacts): readonly (readonly [label: string, value: string])[] => [
    [say.name, or(facts.name)],
    [say.subject, or(facts.subject)],
    [say.phone, or(facts.phone)],
    [say.email, or(facts.email)],
    [say.roles, or(facts.roles.map((role) => roles[role] ?? role).join(', '))],
    [say.unit, or(facts.unit)],
    [say.provider, or(facts.providerId)],
    [say.access, facts.active ? say.active : say.blocked],
  ]
  const by = actor.kind === 'staff' ? nameOf(actor.userId) : say.logIn
  if (before === null) return { lines: [say.created], by: say.by(by) }
  const was = shown(before)
  const lines = shown(after).flatMap(([label, value], index) => {
    const former = was[index]?.[1] ?? say.nothing
    return former === value ? [] : [say.changed(label, former, value)]
  })
  return { lines, by: say.by(by) }
}
