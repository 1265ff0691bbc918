/**
 * The pictograms that stand beside words: what each is for, and which drawing of OpenMoji it is. `bin/assets.js` reads this table,
 * lays those drawings and no others in a folder of their own with their licence, and `/billeder` credits them.
 */
export const pictograms = {
  day: 'spiral-calendar',
  time: 'alarm-clock',
  place: 'round-pushpin',
  ride: 'minibus',
  person: 'bust-in-silhouette',
  off: 'cross-mark',
  closed: 'locked',
  here: 'check-mark-button',
  message: 'speech-balloon',
  print: 'printer',
  trip: 'admission-tickets',
  price: 'coin',
  choose: 'index-pointing-at-the-viewer',
  illness: 'face-with-thermometer',
  hospital: 'hospital',
  holiday: 'beach-with-umbrella',
  treatment: 'stethoscope',
  unwilling: 'thumbs-down',
  other: 'thought-balloon',
  unsaid: 'zipper-mouth-face',
  good: 'slightly-smiling-face',
  mixed: 'neutral-face',
  hard: 'slightly-frowning-face',
  social: 'people-holding-hands',
  creative: 'artist-palette',
  physical: 'person-walking',
  experience: 'national-park',
  senses: 'musical-notes',
  skills: 'open-book',
} as const

export type PictureName = keyof typeof pictograms

/** Whose they are, and on what terms. */
export const pictureCredit = {
  set: 'OpenMoji',
  authors: 'OpenMoji, HfG Schwäbisch Gmünd',
  source: 'https://openmoji.org',
  licence: 'CC BY-SA 4.0',
  licenceText: 'https://creativecommons.org/licenses/by-sa/4.0/',
} as const
