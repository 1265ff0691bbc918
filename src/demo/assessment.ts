/** What the caseworker finds: criteria A and B, themes by FFB, and what else the law could offer. */
import type { CaseCommandInput } from '../domain/case/commands.ts'
import { getByName, targetGroups, themes } from '../domain/vocabulary/ffb.ts'
import type { Scene } from './scene.ts'

/** Why somebody is outside the target group, as the letter says it. */
export type RefusalGround = {
  readonly criterion: 'A' | 'B'
  readonly reasons: string
  readonly fact: string
  readonly considerations: string
  readonly other: string
  readonly alternatives: string
  readonly evidence: string
}

const refusalGrounds: readonly RefusalGround[] = [
  {
    criterion: 'B',
    reasons:
      'Du klarer din hverdag med den støtte, du får i dit hjem, og du går til højskoledage og motion flere gange om ugen.',
    fact: 'Du får socialpædagogisk støtte i dit hjem fire timer om ugen og deltager i aktiviteter tre dage om ugen.',
    considerations:
      'Vi har lagt vægt på, at du har indhold i dagene og holder dine færdigheder ved lige med den støtte, du allerede får.',
    other: 'Du får støtten i dag, og den kan udvides, hvis dit behov ændrer sig.',
    alternatives:
      'Du kan komme i det åbne værested mandag til torsdag. Det koster ikke noget, og du skal ikke visiteres.',
    evidence: 'Bostøtten beskriver, at {navn} har faste aktiviteter tre dage om ugen og klarer dem selv.',
  },
  {
    criterion: 'A',
    reasons:
      'Du har det svært efter en periode med stress, men din nedsættelse er ikke betydelig i lovens forstand, og lægen venter, at den går over.',
    fact: 'Din læge skriver, at du er i bedring, og at du ventes at kunne arbejde på nedsat tid inden for et halvt år.',
    considerations:
      'Vi har lagt vægt på lægens vurdering af, at din tilstand er midlertidig, og på det, du selv har fortalt om din dag.',
    other: 'Jobcenteret kan tilbyde mentor og et forløb i dit eget tempo.',
    alternatives: 'Du kan få en mentor gennem jobcenteret, og din læge kan henvise dig til et stresshold.',
    evidence: 'Egen læge beskriver bedring og en midlertidig nedsættelse af funktionsevnen.',
  },
  {
    criterion: 'B',
    reasons:
      'Du arbejder i beskyttet beskæftigelse fire dage om ugen og har der både opgaver og fællesskab. Du har ikke brug for et dagtilbud ved siden af.',
    fact: 'Du er ansat i beskyttet beskæftigelse 24 timer om ugen og er glad for det.',
    considerations:
      'Vi har lagt vægt på, at du allerede har en hverdag med indhold, og at flere dage ifølge dit værksted vil gøre dig for træt.',
    other: 'Du har allerede en plads, og timerne kan sættes op eller ned efter aftale.',
    alternatives:
      'Vi kan sammen med værkstedet se på, om din fridag kan bruges på en aktivitet, du holder af.',
    evidence: 'Værkstedet beskriver, at {navn} trives med fire dage og er træt den femte.',
  },
]

export const refusalGroundOf = ({ citizen }: Scene): RefusalGround => {
  const chosen =
    refusalGrounds[[...citizen.key].reduce((sum, c) => sum + c.charCodeAt(0), 0) % refusalGrounds.length]
  if (chosen === undefined) throw new Error('there is no ground')
  return chosen
}

export function assessmentOf(scene: Scene): CaseCommandInput<'assessTargetGroup'> {
  const { profile, path, chance, say } = scene
  const ground = path.outcome === 'refusal' ? refusalGroundOf(scene) : undefined
  const outsideA = ground?.criterion === 'A'
  return {
    criterionA: {
      answer: !outsideA,
      grounds: outsideA ? [] : [...profile.grounds],
      reasons: outsideA ? ground.reasons : chance.pick(profile.reasonsA),
    },
    criterionB: {
      answer: ground === undefined,
      reasons: ground?.reasons ?? chance.pick(profile.reasonsB),
    },
    evidenceA: [{ text: say(outsideA ? ground.evidence : chance.pick(profile.evidence)) }],
    evidenceB: [{ text: say(ground?.evidence ?? chance.pick(profile.evidence)) }],
    seriousSocialProblems: profile.grounds.includes('social'),
    targetGroups: outsideA ? [] : profile.targetGroups.map((name) => getByName(targetGroups, name).code),
    themes: profile.themes.map(({ theme, subthemes, level, words, observation, assessment }) => {
      const found = getByName(themes, theme)
      return {
        theme: found.code,
        subthemes: subthemes.map((name) => getByName(found.subthemes, name).code),
        citizensWords: words,
        observation: say(observation),
        assessment: say(assessment),
        ...(level !== undefined && { level }),
      }
    }),
    needs: say(chance.pick(profile.needs)),
    resources: say(chance.pick(profile.resources)),
  }
}

export function otherPossibilitiesOf(scene: Scene): CaseCommandInput<'considerOtherPossibilities'> {
  if (scene.path.outcome === 'refusal')
    return {
      possibilities: {
        kind: 'considered',
        items: [
          { paragraph: 'Serviceloven § 85 om socialpædagogisk støtte', result: refusalGroundOf(scene).other },
          {
            paragraph: 'Serviceloven § 103 om beskyttet beskæftigelse',
            result: 'Vi har talt om muligheden med dig. Du kan søge, hvis du ønsker det.',
          },
        ],
      },
    }
  return {
    possibilities: {
      kind: 'considered',
      items: [
        {
          paragraph: 'Serviceloven § 103 om beskyttet beskæftigelse',
          result: scene.chance.pick([
            'Du kan ikke arbejde i et værksted nu. Vi ser på det igen, når vi følger op.',
            'Kravene i et værksted vil være for store for dig lige nu.',
          ]),
        },
        {
          paragraph: 'Serviceloven § 85 om socialpædagogisk støtte',
          result: scene.chance.pick([
            'Du får støtte i dit hjem, og den fortsætter ved siden af.',
            'Støtten i hjemmet dækker ikke dit behov om dagen.',
          ]),
        },
      ],
    },
  }
}
