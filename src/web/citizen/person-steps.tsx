/** The pages about people: who applies, for whom, how to reach them, what is hard, and whom we may ask. */
import { findCpr } from '../../domain/person/cpr.ts'
import { Checkboxes, Radios, TextArea, TextField } from '../ui/fields.tsx'
import { Alert } from '../ui/parts.tsx'
import { consentSources, one, optionsOf, type Step, say, typedIn } from './application-step.ts'

/** Before what is applied for. */
export const personSteps: readonly Step[] = [
  {
    id: 'hvem',
    title: (c) => say(c).who,
    hint: (c) => say(c).whoHint,
    fields: ['who'],
    canSkip: false,
    view: ({ c, values, errors }) => {
      const t = say(c)
      if (c.visitor.kind === 'citizen' && c.visitor.actingFor)
        return <p>{t.whoFor(c.visitor.actingFor.name)}</p>
      return (
        <Radios
          {...typedIn({ values, errors }, 'who')}
          label={t.who}
          options={[
            { value: 'self', label: t.whoSelf },
            { value: 'helper', label: t.whoHelper, hint: t.helperNote },
          ]}
        />
      )
    },
    check: ({ c, values }) =>
      c.asking.onBehalfOf || ['self', 'helper'].includes(one(values, 'who') ?? '')
        ? {}
        : { who: say(c).needWho },
  },
  {
    id: 'personen',
    title: (c) => say(c).helped,
    hint: (c) => say(c).helpedHint,
    fields: ['helperName', 'helperCpr', 'helperRelation'],
    canSkip: false,
    applies: ({ c, values }) => c.asking.onBehalfOf === undefined && one(values, 'who') === 'helper',
    view: ({ c, values, errors }) => {
      const t = say(c)
      return (
        <>
          <TextField {...typedIn({ values, errors }, 'helperName')} label={t.helperName} />
          <TextField
            {...typedIn({ values, errors }, 'helperCpr')}
            label={t.helperCpr}
            inputmode="numeric"
            width={11}
          />
          <TextField
            {...typedIn({ values, errors }, 'helperRelation')}
            label={t.helperRelation}
            hint={t.helperRelationHint}
          />
        </>
      )
    },
    check: ({ c, values }) => {
      const t = say(c)
      const names = one(values, 'helperName')?.split(/\s+/) ?? []
      return {
        ...(names.length < 2 && { helperName: t.needHelperName }),
        ...(!findCpr(one(values, 'helperCpr') ?? '') && { helperCpr: t.needHelperCpr }),
        ...(!one(values, 'helperRelation') && { helperRelation: t.needRelation }),
      }
    },
  },
  {
    id: 'kontakt',
    title: (c) => say(c).contact,
    fields: ['contactBy', 'phone', 'interpreter', 'notBefore'],
    canSkip: true,
    view: ({ c, values, errors, self }) => {
      const t = say(c)
      const { address } = self ?? {}
      return (
        <>
          {address && !address.protected && (
            <p>{t.weWriteTo(`${address.street}, ${address.postalCode} ${address.town}`)}</p>
          )}
          <Radios
            {...typedIn({ values, errors }, 'contactBy')}
            label={t.contactBy}
            options={optionsOf({
              phone: t.byPhone,
              digitalPost: t.byDigitalPost,
              letter: t.byLetter,
              email: t.byEmail,
            })}
          />
          <TextField
            name="phone"
            label={t.phone}
            type="tel"
            autocomplete={self ? 'tel' : 'off'}
            value={values.phone === undefined ? self?.phone : one(values, 'phone')}
            errors={errors}
          />
          <TextField
            name="interpreter"
            label={t.interpreter}
            value={values.interpreter === undefined ? self?.interpreter : one(values, 'interpreter')}
            errors={errors}
          />
          <TextField {...typedIn({ values, errors }, 'notBefore')} label={t.notBefore} />
        </>
      )
    },
  },
  {
    id: 'udfordringer',
    title: (c) => say(c).hard,
    fields: ['hard', 'hardWords'],
    canSkip: true,
    view: ({ c, values, errors }) => {
      const t = say(c)
      return (
        <>
          <Checkboxes
            name="hard"
            label={t.hard}
            hint={t.hardHint}
            values={values.hard}
            errors={errors}
            options={optionsOf(t.hardOptions)}
          />
          <TextArea {...typedIn({ values, errors }, 'hardWords')} label={t.inWords} />
        </>
      )
    },
  },
]

export const diagnosisStep: Step = {
  id: 'diagnoser',
  title: (c) => say(c).diagnosis,
  hint: (c) => say(c).diagnosisHint,
  fields: ['diagnosis', 'diagnosisWords'],
  canSkip: true,
  view: ({ c, values, errors }) => {
    const t = say(c)
    return (
      <>
        <Radios
          {...typedIn({ values, errors }, 'diagnosis')}
          label={t.diagnosis}
          options={[
            { value: 'yes', label: t.yes },
            { value: 'no', label: t.no },
            { value: 'ratherNotSay', label: t.ratherNot },
          ]}
        />
        <TextArea {...typedIn({ values, errors }, 'diagnosisWords')} label={t.diagnosisWords} rows={3} />
      </>
    )
  },
}

/** Last: it speaks of everything that was told before. */
export const consentStep: Step = {
  id: 'samtykke',
  title: (c) => say(c).consent,
  hint: (c) => say(c).consentHint,
  fields: ['consent-doctor', 'consent-residence', 'consent-currentOffer'],
  canSkip: true,
  view: ({ c, values, errors }) => {
    const t = say(c)
    if (c.asking.onBehalfOf === undefined && one(values, 'who') === 'helper')
      return <Alert kind="info">{t.consentOnBehalf}</Alert>
    return (
      <>
        {consentSources.map((source) => (
          <Radios
            {...typedIn({ values, errors }, `consent-${source}`)}
            label={t.consentAsk[source]}
            options={[
              { value: 'yes', label: t.yes },
              { value: 'no', label: t.no },
            ]}
          />
        ))}
      </>
    )
  },
}
