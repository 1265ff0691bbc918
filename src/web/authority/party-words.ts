/** What representatives are and may do, in a caseworker's words. */
import type { RepresentationScope, RepresentativeType } from '../../domain/case/party/events.ts'
import { defineMessages } from '../i18n/messages.ts'

export const representativeNames = defineMessages({
  da: {
    guardianPersonal: 'Værge i personlige forhold',
    guardianFinancial: 'Værge i økonomiske forhold',
    guardianBoth: 'Værge i personlige og økonomiske forhold',
    coGuardian: 'Samværge',
    partyRepresentative: 'Partsrepræsentant med fuldmagt',
    digitalPowerOfAttorney: 'Digital fuldmagt',
    companion: 'Bisidder',
    relativeReadOnly: 'Pårørende, der må se med',
  } satisfies Record<RepresentativeType, string>,
  en: {
    guardianPersonal: 'Guardian in personal matters',
    guardianFinancial: 'Guardian in financial matters',
    guardianBoth: 'Guardian in personal and financial matters',
    coGuardian: 'Co-guardian',
    partyRepresentative: 'Party representative with power of attorney',
    digitalPowerOfAttorney: 'Digital power of attorney',
    companion: 'Companion',
    relativeReadOnly: 'Relative who may look on',
  },
})

export const scopeNames = defineMessages({
  da: {
    read: 'Se sagen',
    write: 'Svare og sende',
    apply: 'Søge og trække tilbage',
    consent: 'Give samtykke',
    complain: 'Klage',
    receiveLetters: 'Få brevene',
  } satisfies Record<RepresentationScope, string>,
  en: {
    read: 'See the case',
    write: 'Answer and send',
    apply: 'Apply and withdraw',
    consent: 'Give consent',
    complain: 'Complain',
    receiveLetters: 'Get the letters',
  },
})
