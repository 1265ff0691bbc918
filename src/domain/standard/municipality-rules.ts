import { z } from 'zod'
import { metBy, municipalityRule } from './rule.ts'

/** The deadlines of an adopted standard stand published by the day it comes into force (RSL § 3 stk. 2, § 3 a). */
export const deadlinesPublished = municipalityRule(z.object({}), (file) =>
  file.adoptions.map((adoption) => ({
    about: `published-${adoption.seq}`,
    triggeredOn: adoption.on,
    arisesOn: adoption.on,
    actor: 'management' as const,
    dueOn: adoption.validFrom,
    derivation: [{ step: 'named' as const, day: adoption.validFrom }],
    ...metBy(adoption.published, adoption.seq),
    task: 'publishDeadlines' as const,
  })),
)
