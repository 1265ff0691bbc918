/** A kind of everyday life that a person in the demonstration may have, with what everybody would write about it. */
import type { InformationSource } from '../../domain/case/information/events.ts'

type Ground = 'physical' | 'mental' | 'social'
type OneOf = readonly [string, ...string[]]

export type ProfileGoal = {
  readonly text: string
  readonly words: string
  readonly aim: 'maintain' | 'improve' | 'limitLoss'
  readonly towards: 'personalSkills' | 'livingConditions'
  readonly domain: 'social' | 'psychological' | 'intellectual' | 'motor'
}

/** By FFB's own names; the codes are looked up. */
export type ProfileTheme = {
  readonly theme: string
  readonly subthemes: readonly string[]
  readonly level?: 0 | 1 | 2 | 3 | 4
  readonly words: string
  readonly observation: string
  readonly assessment: string
}

/** `{navn}` stands for the person's given name. Letters speak to the person, notes of them. */
export type Profile = {
  readonly ages: readonly [youngest: number, oldest: number]
  readonly grounds: readonly Ground[]
  readonly targetGroups: readonly string[]
  /** The options chosen on the application's pages, by their keys there. */
  readonly hard: readonly string[]
  readonly hardWords: OneOf
  readonly wishes: readonly string[]
  readonly wishWords: OneOf
  readonly diagnosis: string
  readonly reasonsA: OneOf
  readonly reasonsB: OneOf
  readonly evidence: OneOf
  readonly themes: readonly ProfileTheme[]
  readonly needs: OneOf
  readonly resources: OneOf
  readonly goals: readonly ProfileGoal[]
  readonly purpose: OneOf
  readonly intervention: OneOf
  /** Why full time, and why fewer days, each as the letter says it. */
  readonly fullTime: OneOf
  readonly fewerDays: OneOf
  readonly source: InformationSource
  readonly ask: string
  readonly answer: OneOf
  readonly notes: OneOf
  readonly participation: { readonly needs: string; readonly agreed: string }
  readonly considerations: string
}
