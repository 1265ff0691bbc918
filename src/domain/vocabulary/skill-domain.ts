/** The four kinds of skills that everyday activities are to challenge and develop (K1.1-3). */
export const skillDomains = ['social', 'psychological', 'intellectual', 'motor'] as const
export type SkillDomain = (typeof skillDomains)[number]
