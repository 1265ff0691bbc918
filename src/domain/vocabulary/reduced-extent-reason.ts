/**
 * Why someone gets fewer days than full time. Each is a regard for the citizen (K2.0-2); a code for capacity or
 * economy does not exist and must not be added.
 */
import { z } from 'zod'

export const reducedExtentReasons = [
  'ownWish',
  'healthOrFatigue',
  'treatment',
  'educationOrWorkBeside',
  'gradualStart',
  'familyOrHome',
  'sensoryStrain',
  'age',
] as const
export const ReducedExtentReason = z.enum(reducedExtentReasons)
export type ReducedExtentReason = z.infer<typeof ReducedExtentReason>
