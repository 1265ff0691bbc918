import { reviewWords } from '../oversight/review-words.ts'
import { oversightWords } from '../oversight/words.ts'
import { payWords } from '../own-payment/staff-words.ts'
import type { PageContext } from '../platform/context.ts'
import { reportFigureWords } from '../reports/words.ts'
import { retentionWords } from '../retention/words.ts'
import { Tabs } from '../ui/parts.tsx'
import { outcomeWords } from './complaint-words.ts'
import { managementWords } from './words.ts'

/** The manager's pages, each a link. */
export const ManagementTabs = ({
  c,
  current,
}: {
  readonly c: PageContext
  readonly current:
    | ''
    | '/fordeling'
    | '/loefter'
    | '/klager'
    | '/meldinger'
    | '/kommunen'
    | '/registre'
    | '/logkontrol'
    | '/ledelsestilsyn'
    | '/priser'
    | '/egenbetaling'
    | '/opbevaring'
}) => {
  const t = managementWords(c.language)
  const tabs = [
    ['', t.overview],
    ['/fordeling', t.assignment],
    ['/loefter', t.promises],
    ['/klager', outcomeWords(c.language).title],
    ['/meldinger', reportFigureWords(c.language).title],
    ['/kommunen', t.municipality],
    ['/registre', oversightWords(c.language).registers],
    ['/logkontrol', reviewWords(c.language).logReview],
    ['/ledelsestilsyn', reviewWords(c.language).caseReview],
    ['/priser', payWords(c.language).pricesTitle],
    ['/egenbetaling', payWords(c.language).ownPayment],
    ['/opbevaring', retentionWords(c.language).title],
  ] as const
  return (
    <Tabs
      label={t.pages}
      tabs={tabs.map(([path, text]) => ({ href: `/ledelse${path}`, text, current: path === current }))}
    />
  )
}
