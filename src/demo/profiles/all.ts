import { acquiredBrainInjury, cerebralPalsy } from './body.ts'
import { ageingWithDown, learningDisability, youngFromSchool } from './learning.ts'
import { anxiety, autism, schizophrenia } from './mind.ts'
import type { Profile } from './profile.ts'
import { afterDrinking, refugee } from './social.ts'

export const profiles = {
  learningDisability,
  ageingWithDown,
  youngFromSchool,
  acquiredBrainInjury,
  cerebralPalsy,
  autism,
  schizophrenia,
  anxiety,
  afterDrinking,
  refugee,
} as const satisfies Record<string, Profile>
export type ProfileName = keyof typeof profiles

/** As often as each stands here: people with a learning disability are the most. */
export const usual: readonly ProfileName[] = [
  'learningDisability',
  'learningDisability',
  'learningDisability',
  'learningDisability',
  'autism',
  'autism',
  'schizophrenia',
  'schizophrenia',
  'acquiredBrainInjury',
  'acquiredBrainInjury',
  'youngFromSchool',
  'ageingWithDown',
  'cerebralPalsy',
  'anxiety',
  'afterDrinking',
  'refugee',
]
