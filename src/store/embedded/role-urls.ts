/** Where each role logs in on an embedded cluster: a password of its own, made from the owner's, so that none is stored. */
import { createHmac } from 'node:crypto'
import { type DatabaseRole, databaseRoles } from '../roles.ts'

export const derivedPassword = (adminUrl: string, role: string): string =>
  createHmac('sha256', new URL(adminUrl).password).update(role).digest('hex')

/** The addresses to give to `migrate`, which creates the roles, and then to `openDatabase`. */
export function roleUrls(adminUrl: string): { readonly [R in DatabaseRole]: string } {
  const as = (role: DatabaseRole) => {
    const url = new URL(adminUrl)
    url.username = databaseRoles[role]
    url.password = derivedPassword(adminUrl, databaseRoles[role])
    return url.href
  }
  return { app: as('app'), worker: as('worker'), eraser: as('eraser') }
}
