/** The consents of a case, source by source: who said yes or no, when, how, and whether it still holds (RSL § 11 a). */
import { isConsentInForce } from '../../domain/case/information/decide.ts'
import { awaitsConfirmation } from '../../domain/case/recipients.ts'
import { plainDay } from '../i18n/dates.ts'
import { defineMessages } from '../i18n/messages.ts'
import type { CaseContext } from '../platform/context.ts'
import { Form, Submit } from '../ui/fields.tsx'
import { Alert, LinkButton, Table } from '../ui/parts.tsx'
import { caseHref } from './case-address.ts'
import { consentForms, sourceNames } from './information-words.ts'

const words = defineMessages({
  da: {
    source: 'Kilde',
    what: 'Om hvad',
    state: 'Svar',
    consents: 'Samtykker',
    noConsents: 'Ingen samtykker endnu. Borgeren selv kan altid spørges.',
    consentTo: (form: string, day: string, until: string) => `Ja, ${form} ${day}${until}`,
    until: (day: string) => `, til ${day}`,
    refused: (form: string, day: string) => `Nej, ${form} ${day}`,
    withdrawn: (day: string) => `Trukket tilbage ${day}`,
    expired: (day: string) => `Udløb ${day}`,
    withdraw: 'Borgeren trækker samtykket tilbage',
    newConsent: 'Registrér samtykke eller nej',
    waiting: 'Ingen kan give samtykke, før borgeren har bekræftet ansøgningen.',
    confirm: 'Registrér bekræftelsen',
  },
  en: {
    source: 'Source',
    what: 'About what',
    state: 'Answer',
    consents: 'Consents',
    noConsents: 'No consents yet. The citizen can always be asked.',
    consentTo: (form: string, day: string, until: string) => `Yes, ${form} ${day}${until}`,
    until: (day: string) => `, until ${day}`,
    refused: (form: string, day: string) => `No, ${form} ${day}`,
    withdrawn: (day: string) => `Withdrawn ${day}`,
    expired: (day: string) => `Ran out ${day}`,
    withdraw: 'The citizen withdraws the consent',
    newConsent: 'Register a consent or a no',
    waiting: 'Nobody can consent until the citizen has confirmed the application.',
    confirm: 'Record the confirmation',
  },
})

type ConsentLine = {
  readonly key: number
  readonly source: string
  readonly purpose: string
  readonly state: string
  readonly withdraw?: string
}

/** Yes and no in the order they were said, each with whether it still holds. */
export function consentLines(c: CaseContext): readonly ConsentLine[] {
  const t = words(c.language)
  const forms = consentForms(c.language)
  const source = sourceNames(c.language)
  const day = (d: Parameters<typeof plainDay>[0]) => plainDay(d, c.language)
  const { consents, consentRefusals } = c.case.file
  return [
    ...consents.map((consent): ConsentLine => {
      const given = t.consentTo(
        forms[consent.form],
        day(consent.on),
        consent.until ? t.until(day(consent.until)) : '',
      )
      const inForce = isConsentInForce(consent, c.today)
      const over = consent.withdrawn
        ? t.withdrawn(day(consent.withdrawn.on))
        : !inForce && consent.until
          ? t.expired(day(consent.until))
          : undefined
      return {
        key: consent.seq,
        source: source[consent.source],
        purpose: consent.purpose,
        state: over ? `${given}. ${over}` : given,
        ...(inForce && { withdraw: consent.consentId }),
      }
    }),
    ...consentRefusals.map((no) => ({
      key: no.seq,
      source: source[no.source],
      purpose: '–',
      state: t.refused(forms[no.form], day(no.on)),
    })),
  ].sort((a, b) => a.key - b.key)
}

export function Consents({ c }: { readonly c: CaseContext }) {
  const t = words(c.language)
  return (
    <>
      <h2>{t.consents}</h2>
      {awaitsConfirmation(c.case.file) && (
        <Alert kind="warning">
          <p>{t.waiting}</p>
          <a href={caseHref(c, '/parter/bekraeftelse')}>{t.confirm}</a>
        </Alert>
      )}
      <Table
        caption={t.consents}
        rows={consentLines(c)}
        empty={<p>{t.noConsents}</p>}
        columns={[
          { heading: t.source, title: t.source, cell: (line) => line.source },
          { heading: t.what, title: t.what, cell: (line) => line.purpose },
          {
            heading: t.state,
            title: t.state,
            cell: (line) => (
              <>
                {line.state}
                {line.withdraw && (
                  <Form
                    action={caseHref(c, '/oplysning/samtykke/traek-tilbage')}
                    csrf={c.csrf}
                    commandId={c.house.newId()}
                  >
                    <input type="hidden" name="consentId" value={line.withdraw} />
                    <Submit look="tertiary">
                      {t.withdraw}
                      <span class="sr-only">: {line.source}</span>
                    </Submit>
                  </Form>
                )}
              </>
            ),
          },
        ]}
      />
      <LinkButton href={caseHref(c, '/oplysning/samtykke')} look="secondary">
        {t.newConsent}
      </LinkButton>
    </>
  )
}
