/**
 * What else an application is held against (RSL § 5): every possibility of social law near a day programme, and other
 * authorities' help. The name goes into the letter as it stands here.
 */
export const otherHelp = [
  { key: 'sel82', name: 'Serviceloven §§ 82 a og 82 b om tidlig forebyggende indsats' },
  { key: 'sel83', name: 'Serviceloven § 83 om personlig og praktisk hjælp' },
  { key: 'sel85', name: 'Serviceloven § 85 om socialpædagogisk støtte' },
  { key: 'sel97', name: 'Serviceloven § 97 om ledsagelse' },
  { key: 'sel99', name: 'Serviceloven § 99 om støtte- og kontaktperson' },
  { key: 'sel102', name: 'Serviceloven § 102 om særlig behandling' },
  { key: 'sel103', name: 'Serviceloven § 103 om beskyttet beskæftigelse' },
  { key: 'sel117', name: 'Serviceloven § 117 om tilskud til kørsel' },
  { key: 'sel141', name: 'Serviceloven § 141 om handleplan' },
  { key: 'stu', name: 'Særligt tilrettelagt ungdomsuddannelse (STU)' },
  { key: 'jobCentre', name: 'Hjælp fra jobcenteret' },
  { key: 'health', name: 'Hjælp fra sundhedsvæsenet' },
] as const

export type OtherHelp = (typeof otherHelp)[number]['key']
