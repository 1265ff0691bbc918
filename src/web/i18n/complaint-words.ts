/** Complaints in words for staff and management: where one stands, what came of it, and which step failed. */
import type { Channel } from '../../domain/case/application/events.ts'
import type { Stage, Timeliness } from '../../domain/case/complaint/about.ts'
import type {
  BoardResult,
  ReassessmentOutcome,
  ReversalCause,
  waysToTheBoard,
} from '../../domain/case/complaint/events.ts'
import { defineMessages } from './messages.ts'

export const complaintNames = defineMessages({
  da: {
    stages: {
      received: 'Skal genvurderes',
      toForward: 'Skal sendes videre',
      toSend: 'Klar til at blive sendt',
      atBoard: 'Hos Ankestyrelsen',
      upheld: 'Medhold: ny afgørelse',
      concluded: 'Afsluttet',
      withdrawn: 'Trukket tilbage',
    } satisfies Record<Stage, string>,
    timeliness: {
      inTime: 'Inden klagefristen',
      late: 'Efter klagefristen. Den behandles som andre klager.',
      unknown: 'Det vides ikke, om den er inden fristen',
    } satisfies Record<Timeliness, string>,
    outcomes: {
      full: 'Fuldt medhold',
      part: 'Delvist medhold',
      notUpheld: 'Ikke medhold',
    } satisfies Record<ReassessmentOutcome, string>,
    results: {
      upheld: 'Stadfæstet',
      changed: 'Ændret',
      annulled: 'Ophævet',
      remanded: 'Hjemvist',
      partly: 'Delvist omgjort',
      dismissed: 'Afvist',
      lapsed: 'Bortfaldet',
    } satisfies Record<BoardResult, string>,
    causes: {
      information: 'Sagen var ikke oplyst',
      reasons: 'Begrundelsen',
      hearing: 'Partshøringen',
      legalBasis: 'Hjemlen',
      assessment: 'Vurderingen',
      newFacts: 'Nye oplysninger',
    } satisfies Record<ReversalCause, string>,
    ways: {
      digitalPost: 'Digital Post',
      secureMail: 'Sikker mail',
      paper: 'Papir',
    } satisfies Record<(typeof waysToTheBoard)[number], string>,
    channels: {
      web: 'På nettet',
      phone: 'I telefonen',
      letter: 'Brev',
      email: 'E-mail',
      inPerson: 'Ved fremmøde',
    } satisfies Record<Channel, string>,
  },
  en: {
    stages: {
      received: 'To be reassessed',
      toForward: 'To be sent on',
      toSend: 'Ready to be sent',
      atBoard: 'With the Appeals Board',
      upheld: 'Upheld: new decision',
      concluded: 'Concluded',
      withdrawn: 'Withdrawn',
    },
    timeliness: {
      inTime: 'Within the time limit',
      late: 'After the time limit. It is treated like any other.',
      unknown: 'It is not known whether it is within the time limit',
    },
    outcomes: { full: 'Upheld in full', part: 'Upheld in part', notUpheld: 'Not upheld' },
    results: {
      upheld: 'Decision confirmed',
      changed: 'Decision changed',
      annulled: 'Decision annulled',
      remanded: 'Remanded',
      partly: 'Partly reversed',
      dismissed: 'Dismissed',
      lapsed: 'Lapsed',
    },
    causes: {
      information: 'The case was not informed',
      reasons: 'The reasons',
      hearing: 'The party hearing',
      legalBasis: 'The legal basis',
      assessment: 'The assessment',
      newFacts: 'New facts',
    },
    ways: { digitalPost: 'Digital Post', secureMail: 'Secure mail', paper: 'Paper' },
    channels: { web: 'Online', phone: 'By phone', letter: 'Letter', email: 'E-mail', inPerson: 'In person' },
  },
})
