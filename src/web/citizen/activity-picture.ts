/** Each kind of activity that a day offer has, with its pictogram. */
import type { activityKindCodes } from '../../domain/vocabulary/ffb.ts'
import type { PictureName } from '../ui/pictograms.ts'

export const pictureOfKind: Readonly<Record<(typeof activityKindCodes)[number], PictureName>> = {
  '7e419926-bb04-4829-99c9-95ea20403c2c': 'social',
  'be5d5058-ef06-42a9-b894-51e44513e717': 'creative',
  '66e23d66-1c5f-4070-bed1-8827cc863dcd': 'physical',
  '2c1944be-fe87-4c42-b08e-9cc075c9ef18': 'experience',
  '299af83f-586c-4c17-8af6-c8c47a847d6d': 'senses',
  'f25674bf-3162-45c3-bde4-6d542bf9629b': 'skills',
}
