/**
 * The simulated outside world: in the demonstration anybody who is logged in may look, for anybody there can log in as
 * anybody. Outside the demonstration none of these addresses exists.
 */
import type { Route } from '../platform/route.ts'
import { page, post } from '../platform/route.ts'
import {
  changeMailbox,
  openMailboxLetter,
  showMailbox,
  showMailboxes,
  showPrintedLetter,
} from './mailbox.tsx'

const inDemonstration = <R extends Route>(route: R) => ({ ...route, demonstrationOnly: true as const })

export const outsideRoutes: readonly Route[] = [
  page('outside.mailboxes', 'signedIn', '/demo/post', showMailboxes),
  page('outside.mailbox', 'signedIn', '/demo/post/:person', showMailbox),
  page('outside.letter', 'signedIn', '/demo/post/:person/:besked', openMailboxLetter),
  page('outside.printed', 'signedIn', '/demo/papir/:besked', showPrintedLetter),
  post('outside.mailbox.post', 'switchSimulator', '/demo/post/:person', changeMailbox),
].map(inDemonstration)
