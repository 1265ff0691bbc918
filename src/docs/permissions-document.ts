/** `docs/permissions.md`: who may do what, printed from the one table that decides it. */
import { type Action, permissions, type Relation, type Role, roles } from '../domain/access/permissions.ts'
import { actionNames, relationNames, roleNames } from '../web/i18n/action-words.ts'
import { generated, markdownTable } from './markdown.ts'

const [role, relation, action] = [roleNames('en'), relationNames('en'), actionNames('en')]

export const permissionsDocument = (): string =>
  generated(
    'Permissions',
    '`src/domain/access/permissions.ts`',
    'Every page and every command asks this one table, and nothing else decides. An empty cell is a no. What a cell says is what\n' +
      'must tie the person to the case, besides having the role. Row-level security in the database enforces municipality and\n' +
      'relation once more, and a property test holds the two together.',
    markdownTable(
      ['Action', ...roles.map((r) => role[r])],
      (Object.entries(permissions) as [Action, { readonly [R in Role]?: Relation }][]).map(
        ([name, grants]) => [
          `${action[name]} (\`${name}\`)`,
          ...roles.map((r) => {
            const held = grants[r]
            return held === undefined ? '' : relation[held]
          }),
        ],
      ),
    ),
  )
