/** Goals as a form: several, added and removed without script, each with the citizen's own words. */
import type { Goal } from '../../domain/case/plan/events.ts'
import { functioningLevels } from '../../domain/vocabulary/ffb.ts'
import { defineMessages } from '../i18n/messages.ts'
import type { PageContext } from '../platform/context.ts'
import type { Form } from '../platform/form.ts'
import { Checkboxes, type Errors, Radios, Select, TextArea } from '../ui/fields.tsx'
import { numberOf } from './act.ts'

export const aims = ['maintain', 'improve', 'limitLoss'] as const
export const towards = ['personalSkills', 'livingConditions'] as const
export const domains = ['social', 'psychological', 'intellectual', 'motor'] as const

export const goalWords = defineMessages({
  da: {
    goal: (n: number) => `Mål ${n}`,
    text: (n: number) => `Mål ${n}: hvad skal lykkes?`,
    textHint: 'Konkret, så det kan ses, om det er nået: hvad, hvor ofte og inden hvornår.',
    words: (n: number) => `Mål ${n} med borgerens ord`,
    aim: 'Hvad er meningen?',
    aims: { maintain: 'Holde fast i', improve: 'Blive bedre', limitLoss: 'Bremse tab' },
    towards: 'Hvad handler det om?',
    towardsNames: { personalSkills: 'Personlige færdigheder', livingConditions: 'Livsvilkår' },
    domain: 'Område (frivilligt)',
    levels: {
      now: 'Funktionsevneniveau nu (valgfrit)',
      aimed: 'Funktionsevneniveau, der sigtes mod (valgfrit)',
    },
    noLevel: 'Ikke vurderet',
    noDomain: 'Ikke valgt',
    domains: {
      social: 'Socialt',
      psychological: 'Psykisk',
      intellectual: 'Intellektuelt',
      motor: 'Motorisk',
    },
    remove: (n: number) => `Fjern mål ${n}`,
    removeYes: 'Ja, fjern det, når der gemmes',
    needText: 'Skriv målet, eller lad hele målet stå tomt.',
    needOne: 'Skriv mindst ét mål.',
  },
  en: {
    goal: (n: number) => `Goal ${n}`,
    text: (n: number) => `Goal ${n}: what is to succeed?`,
    textHint: 'Concrete, so that one can see whether it is reached: what, how often and by when.',
    words: (n: number) => `Goal ${n} in the citizen’s words`,
    aim: 'What is the aim?',
    aims: { maintain: 'Keep up', improve: 'Get better', limitLoss: 'Slow down loss' },
    towards: 'What is it about?',
    towardsNames: { personalSkills: 'Personal skills', livingConditions: 'Living conditions' },
    domain: 'Domain (optional)',
    levels: { now: 'Level of functioning now (optional)', aimed: 'Level of functioning aimed at (optional)' },
    noLevel: 'Not assessed',
    noDomain: 'Not chosen',
    domains: { social: 'Social', psychological: 'Mental', intellectual: 'Intellectual', motor: 'Motor' },
    remove: (n: number) => `Remove goal ${n}`,
    removeYes: 'Yes, remove it when saving',
    needText: 'Write the goal, or leave the whole goal empty.',
    needOne: 'Write at least one goal.',
  },
})

const field = (index: number, part: string): string => `g${index}-${part}`

/** How many goals the form shows: those typed or known, one more on request, and never none. */
export function goalCount(form: Form, known: readonly Goal[]): number {
  const typed = Object.keys(form.values).filter((name) => /^g\d+-text$/.test(name)).length
  const more = form.text('_do') === 'more' ? 1 : 0
  return Math.max(1, (form.commandId === undefined ? known.length : typed) + more)
}

/** The goals as typed, without those that are empty or to be removed; each keeps its place in the form for its errors. */
export function typedGoals(form: Form, known: readonly Goal[]) {
  return Array.from({ length: goalCount(form, known) }, (_, index) => ({
    index,
    removed: form.all(field(index, 'remove')).includes('yes'),
    text: form.text(field(index, 'text')),
    citizensWords: form.text(field(index, 'words')),
    aim: form.text(field(index, 'aim')),
    towards: form.text(field(index, 'towards')),
    domain: form.text(field(index, 'domain')),
    levelNow: numberOf(form.text(field(index, 'now'))),
    levelAimed: numberOf(form.text(field(index, 'aimed'))),
    goalId: form.text(field(index, 'id')),
  })).filter((goal) => !goal.removed && (goal.text !== undefined || goal.citizensWords !== undefined))
}

/** The goals for a command's schema, or what is wrong with them at their fields. */
export function goalsOf(
  c: PageContext,
  known: readonly Goal[],
): { readonly goals: readonly unknown[] } | { readonly errors: Errors } {
  const t = goalWords(c.language)
  const typed = typedGoals(c.form, known)
  const incomplete = typed.filter((goal) => goal.text === undefined)
  if (incomplete.length > 0)
    return { errors: Object.fromEntries(incomplete.map(({ index }) => [field(index, 'text'), t.needText])) }
  if (typed.length === 0) return { errors: { [field(0, 'text')]: t.needOne } }
  return { goals: typed.map(({ index: _, removed: __, ...goal }) => goal) }
}

type GoalFieldsProps = { readonly c: PageContext; readonly known: readonly Goal[]; readonly errors: Errors }

export function GoalFields({ c, known, errors }: GoalFieldsProps) {
  const count = goalCount(c.form, known)
  return (
    <>
      {Array.from({ length: count }, (_, index) => (
        <OneGoal c={c} known={known[index]} index={index} errors={errors} removable={count > 1} />
      ))}
    </>
  )
}

function OneGoal({
  c,
  known,
  index,
  errors,
  removable,
}: {
  readonly c: PageContext
  readonly known: Goal | undefined
  readonly index: number
  readonly errors: Errors
  readonly removable: boolean
}) {
  const t = goalWords(c.language)
  const { form } = c
  const typed = form.commandId !== undefined
  const value = (part: string, before: string | undefined): string | undefined =>
    typed ? form.text(field(index, part)) : before
  const goalId = value('id', known?.goalId)
  const n = index + 1
  return (
    <section class="hv-card" aria-label={t.goal(n)}>
      {goalId && <input type="hidden" name={field(index, 'id')} value={goalId} />}
      <TextArea
        name={field(index, 'text')}
        label={t.text(n)}
        hint={t.textHint}
        rows={2}
        value={value('text', known?.text)}
        errors={errors}
      />
      <TextArea
        name={field(index, 'words')}
        label={t.words(n)}
        rows={2}
        value={value('words', known?.citizensWords)}
        errors={errors}
      />
      <Radios
        name={field(index, 'aim')}
        label={t.aim}
        value={value('aim', known?.aim) ?? 'maintain'}
        errors={errors}
        options={aims.map((aim) => ({ value: aim, label: t.aims[aim] }))}
      />
      <Radios
        name={field(index, 'towards')}
        label={t.towards}
        value={value('towards', known?.towards) ?? 'personalSkills'}
        errors={errors}
        options={towards.map((to) => ({ value: to, label: t.towardsNames[to] }))}
      />
      <Select
        name={field(index, 'domain')}
        label={t.domain}
        value={value('domain', known?.domain)}
        errors={errors}
        empty={t.noDomain}
        options={domains.map((domain) => ({ value: domain, label: t.domains[domain] }))}
      />
      {(['now', 'aimed'] as const).map((part) => (
        <Select
          name={field(index, part)}
          label={t.levels[part]}
          value={value(part, String((part === 'now' ? known?.levelNow : known?.levelAimed) ?? ''))}
          errors={errors}
          empty={t.noLevel}
          options={functioningLevels.map(({ level, name }) => ({
            value: String(level),
            label: `${level} ${name}`,
          }))}
        />
      ))}
      {removable && (
        <Checkboxes
          name={field(index, 'remove')}
          label={t.remove(n)}
          values={form.all(field(index, 'remove'))}
          options={[{ value: 'yes', label: t.removeYes }]}
        />
      )}
    </section>
  )
}
