/**
 * The pages of the application, one thing a page (ux.md B2a–B2i). A step is a row: what it shows, what it keeps, and what
 * it must refuse. Nothing but who it is about can be demanded; diagnoses never (K2.2a-2).
 */
import type { Step, StepView } from './application-step.ts'
import { consentStep, diagnosisStep, personSteps } from './person-steps.tsx'
import { placeSteps, wishesStep } from './wish-steps.tsx'

const applicationSteps: readonly Step[] = [
  ...personSteps,
  wishesStep,
  diagnosisStep,
  ...placeSteps,
  consentStep,
]

/** The steps for this applicant, in order. Papers come before consent and have a page of their own (`bilag`). */
export const stepsFor = (view: Omit<StepView, 'errors'>): readonly Step[] =>
  applicationSteps.filter((step) => step.applies?.(view) ?? true)
