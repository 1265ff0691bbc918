/** What representatives are and may do, in a caseworker's words. */
import type { RepresentationScope, RepresentativeType } from '../../domain/case/party/events.ts'
import { defineMessages } from '../i18n/messages.ts'

export const representativeNames = defineMessages({
  da: {
    guardianPersonal: 'Værge i personlige forhold (§ 5)',
    guardianFinancial: 'Værge i økonomiske forhold (§ 5)',
    guardianBoth: 'Værge i personlige og økonomiske forhold (§ 5)',
    guardianIncapacity: 'Værge, den retlige handleevne frataget (§ 6)',
    coGuardian: 'Samværge (§ 7)',
    lastingPower: 'Fremtidsfuldmægtig',
    partyRepresentative: 'Partsrepræsentant med fuldmagt',
    digitalPowerOfAttorney: 'Digital fuldmagt',
    companion: 'Bisidder',
    relativeReadOnly: 'Pårørende, der må se med',
  } satisfies Record<RepresentativeType, string>,
  en: {
    guardianPersonal: 'Guardian in personal matters (§ 5)',
    guardianFinancial: 'Guardian in financial matters (§ 5)',
    guardianBoth: 'Guardian in personal and financial matters (§ 5)',
    guardianIncapacity: 'Guardian, legal capacity taken away (§ 6)',
    coGuardian: 'Co-guardian (§ 7)',
    lastingPower: 'Holder of a lasting power of attorney',
    partyRepresentative: 'Party representative with power of attorney',
    digitalPowerOfAttorney: 'Digital power of attorney',
    companion: 'Companion',
    relativeReadOnly: 'Relative who may look on',
  },
})

export const scopeNames = defineMessages({
  da: {
    read: 'Se sagen',
    readPlan: 'Se plan og uge',
    write: 'Svare og sende',
    pay: 'Sige ja til køb',
    apply: 'Søge og trække tilbage',
    consent: 'Give samtykke',
    complain: 'Klage',
    receiveLetters: 'Få brevene',
    receivePaymentLetters: 'Få breve om betaling',
  } satisfies Record<RepresentationScope, string>,
  en: {
    read: 'See the case',
    readPlan: 'See plan and week',
    write: 'Answer and send',
    pay: 'Agree to purchases',
    apply: 'Apply and withdraw',
    consent: 'Give consent',
    complain: 'Complain',
    receiveLetters: 'Get the letters',
    receivePaymentLetters: 'Get letters about payment',
  },
})
