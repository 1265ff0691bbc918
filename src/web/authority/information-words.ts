/** Sources, topics and forms of consent in a caseworker's words. */
import type { InformationSource, informationTopics } from '../../domain/case/information/events.ts'
import { defineMessages } from '../i18n/messages.ts'

export type InformationTopic = (typeof informationTopics)[number]

export const sourceNames = defineMessages({
  da: {
    citizen: 'Borgeren',
    doctor: 'Egen læge',
    hospital: 'Sygehuset',
    residence: 'Bostedet',
    currentOffer: 'Det nuværende dagtilbud',
    jobCentre: 'Jobcentret',
    otherAuthority: 'En anden myndighed',
    relative: 'En pårørende',
  } satisfies Record<InformationSource, string>,
  en: {
    citizen: 'The citizen',
    doctor: 'General practitioner',
    hospital: 'The hospital',
    residence: 'The residence',
    currentOffer: 'The present day programme',
    jobCentre: 'The job centre',
    otherAuthority: 'Another authority',
    relative: 'A relative',
  },
})

export const topicNames = defineMessages({
  da: {
    functioning: 'Funktionsevne',
    everydayLife: 'Hverdagen',
    currentOffer: 'Nuværende tilbud',
    housing: 'Bolig og støtte hjemme',
    work: 'Arbejde og uddannelse',
    diagnosis: 'Diagnose (aldrig et krav)',
    other: 'Andet',
  } satisfies Record<InformationTopic, string>,
  en: {
    functioning: 'Functioning',
    everydayLife: 'Everyday life',
    currentOffer: 'Present programme',
    housing: 'Housing and support at home',
    work: 'Work and education',
    diagnosis: 'Diagnosis (never a condition)',
    other: 'Other',
  },
})

export const consentForms = defineMessages({
  da: { web: 'på hjemmesiden', oral: 'mundtligt', written: 'skriftligt' },
  en: { web: 'on the website', oral: 'orally', written: 'in writing' },
})
