/** A face of its own: under `/tablet` a paired tablet asks, whoever may be logged in beside. */
import { inFace, page, post, publicPage, type Route } from '../platform/route.ts'
import { close, home, open, pair, showPair, showWaiting, withoutNet } from './pages.tsx'
import { recordByForm } from './record.ts'
import { askPasskey, checkWho, mostBytes, state, takeDelivery, takePasskey } from './script-routes.ts'

export const tabletRoutes: readonly Route[] = [
  publicPage('tablet.pair', '/tablet/par', (c) => showPair(c)),
  { ...publicPage('tablet.pair.post', '/tablet/par', pair, 'POST'), limited: true },
  publicPage('tablet.state', '/tablet/tilstand', state),
  publicPage('tablet.without-net', '/tablet/uden-net', withoutNet),
  ...inFace('viewTablet', [
    page('tablet.home', 'viewTablet', '/tablet', home),
    post('tablet.record.post', 'recordOnTablet', '/tablet', recordByForm),
    page('tablet.waiting', 'viewTablet', '/tablet/ikke-sendt', showWaiting),
    post('tablet.close.post', 'closeTablet', '/tablet/luk', close),
    post('tablet.open.post', 'openTablet', '/tablet/aabn', open),
    { ...post('tablet.who.post', 'recordOnTablet', '/tablet/hvem', checkWho), json: { mostBytes: 1000 } },
    {
      ...post('tablet.passkey.ask.post', 'identifyOnTablet', '/tablet/noegle/spoerg', askPasskey),
      json: { mostBytes: 1000 },
    },
    {
      ...post('tablet.passkey.post', 'identifyOnTablet', '/tablet/noegle', takePasskey),
      json: { mostBytes: 64 * 1024 },
    },
    {
      ...post('tablet.deliver.post', 'deliverFromTablet', '/tablet/levering', takeDelivery),
      json: { mostBytes },
    },
  ]),
]
