/** Who owes, what kind of promise, how it stands: the words of the living standard. */
import type { Actor, ObligationStatus, VoidReason } from '../../domain/standard/obligation.ts'
import type { clauseKinds, clauseStatuses } from '../../domain/standard/standard.ts'
import { defineMessages } from './messages.ts'

export const actorNames = defineMessages({
  da: {
    citizen: 'Borgeren',
    authority: 'Kommunen',
    provider: 'Tilbuddet',
    management: 'Ledelsen',
    appealsBoard: 'Ankestyrelsen',
  } satisfies Record<Actor, string>,
  en: {
    citizen: 'The citizen',
    authority: 'The municipality',
    provider: 'The provider',
    management: 'The management',
    appealsBoard: 'The Appeals Board',
  },
})

export const statusNames = defineMessages({
  da: {
    'not yet': 'Endnu ikke',
    due: 'Skal gøres',
    kept: 'Holdt',
    'kept late': 'Holdt for sent',
    broken: 'Brudt',
    void: 'Bortfaldet',
    'needs judgement': 'Kræver vurdering',
  } satisfies Record<ObligationStatus, string>,
  en: {
    'not yet': 'Not yet',
    due: 'Due',
    kept: 'Kept',
    'kept late': 'Kept late',
    broken: 'Broken',
    void: 'Fell away',
    'needs judgement': 'Needs judgement',
  },
})

export const clauseKindNames = defineMessages({
  da: {
    duty: 'Pligt',
    right: 'Ret',
    default: 'Udgangspunkt',
    purpose: 'Formål',
    limit: 'Grænse',
    information: 'Oplysning',
  } satisfies Record<(typeof clauseKinds)[number], string>,
  en: {
    duty: 'Duty',
    right: 'Right',
    default: 'Default',
    purpose: 'Purpose',
    limit: 'Limit',
    information: 'Information',
  },
})

export const clauseStatusNames = defineMessages({
  da: {
    'in force': 'I kraft',
    'needs judgement': 'Kræver vurdering',
    'not built yet': 'Ikke bygget endnu',
  } satisfies Record<(typeof clauseStatuses)[number], string>,
  en: { 'in force': 'In force', 'needs judgement': 'Needs judgement', 'not built yet': 'Not built yet' },
})

export const voidReasonNames = defineMessages({
  da: {
    withdrawn: 'ansøgningen er trukket tilbage',
    death: 'borgeren er død',
    actingMunicipalityChanged: 'en anden kommune har sagen',
    decided: 'der er truffet afgørelse',
    superseded: 'noget nyere er trådt i stedet',
    notNeeded: 'det er ikke nødvendigt',
    caseClosed: 'sagen er lukket',
  } satisfies Record<VoidReason, string>,
  en: {
    withdrawn: 'the application was withdrawn',
    death: 'the citizen has died',
    actingMunicipalityChanged: 'another municipality has the case',
    decided: 'it has been decided',
    superseded: 'something newer took its place',
    notNeeded: 'it is not needed',
    caseClosed: 'the case is closed',
  },
})
