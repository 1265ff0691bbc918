/** The permission matrix, printed from the table that the pages, the commands and the gate read. */
import { type Action, permissions, type Relation, type Role, roles } from '../../domain/access/permissions.ts'
import { actionNames, relationNames, roleNames } from '../i18n/action-words.ts'
import type { Language } from '../i18n/messages.ts'
import { defineMessages } from '../i18n/messages.ts'
import type { PageContext } from '../platform/context.ts'
import { type Column, Details, Table } from '../ui/parts.tsx'
import { adminPage } from './frame.tsx'

const words = defineMessages({
  da: {
    title: 'Roller',
    intro:
      'Her står, hvad hver rolle må, og i hvilke sager. Siderne er skrevet ud fra den tabel, som systemet selv spørger, hver gang nogen vil se eller gøre noget. Hvert opslag og hver handling står i loggen.',
    actions: (n: number) => `${n} handlinger`,
    action: 'Handling',
    where: 'Hvor',
    others: 'Hvem må ellers',
    nobody: 'Ingen andre',
  },
  en: {
    title: 'Roles',
    intro:
      'This is what each role may do, and in which cases. It is written from the table that the system itself asks whenever somebody wants to see or do something. Every look and every act is logged.',
    actions: (n: number) => `${n} actions`,
    action: 'Action',
    where: 'Where',
    others: 'Who else may',
    nobody: 'Nobody else',
  },
})

export type Grant = {
  readonly action: string
  readonly where: string
  /** The other roles that may, in words. */
  readonly others: readonly string[]
}

type Grants = { readonly [R in Role]?: Relation }

/** What a role may do, in words: a row an action, in the table's order. */
export function grantsOf(role: Role, language: Language): readonly Grant[] {
  const [acts, names, ties] = [actionNames(language), roleNames(language), relationNames(language)]
  return (Object.entries(permissions) as readonly [Action, Grants][]).flatMap(([action, grants]) => {
    const relation = grants[role]
    if (relation === undefined) return []
    const others = roles.filter((other) => other !== role && grants[other] !== undefined)
    return [{ action: acts[action], where: ties[relation], others: others.map((other) => names[other]) }]
  })
}

export function showRoles(c: PageContext): Response {
  const say = words(c.language)
  const names = roleNames(c.language)
  const columns: readonly Column<Grant>[] = [
    { heading: say.action, title: say.action, cell: ({ action }) => action },
    { heading: say.where, title: say.where, cell: ({ where }) => where },
    {
      heading: say.others,
      title: say.others,
      cell: ({ others }) => (others.length > 0 ? others.join(', ') : say.nobody),
    },
  ]
  return adminPage(
    c,
    'roles',
    say.title,
    <>
      <p>{say.intro}</p>
      {roles.map((role) => {
        const rows = grantsOf(role, c.language)
        return (
          <Details summary={`${names[role]}: ${say.actions(rows.length)}`}>
            <Table caption={names[role]} columns={columns} rows={rows} empty="" />
          </Details>
        )
      })}
    </>,
  )
}
