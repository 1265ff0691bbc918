/** The pages about the place itself: what one wishes, how many days, how one gets there, from when, and a plan. */
import { isUnderPensionAge } from '../../domain/person/pension-age.ts'
import { currentStandard } from '../../standards/municipality.ts'
import { Checkboxes, DateField, Radios, Select, TextArea, TextField } from '../ui/fields.tsx'
import { beginOf, dayOf, extentOf, one, optionsOf, type Step, say, typedIn } from './application-step.ts'

export const wishesStep: Step = {
  id: 'oensker',
  title: (c) => say(c).wishes,
  fields: ['wishes', 'wishWords', 'place', 'placeWords'],
  canSkip: true,
  view: ({ c, values, errors }) => {
    const t = say(c)
    const places = currentStandard(c.municipality).providers.map((p) => ({ value: p.id, label: p.name }))
    // Seven choices are what one takes in at a glance; more of them go into a list.
    const Place = places.length <= 5 ? Radios : Select
    return (
      <>
        <Checkboxes
          name="wishes"
          label={t.wishes}
          hint={t.wishesHint}
          values={values.wishes}
          errors={errors}
          options={optionsOf(t.wishOptions)}
        />
        <TextArea {...typedIn({ values, errors }, 'wishWords')} label={t.inWords} rows={3} />
        <Place
          {...typedIn({ values, errors }, 'place')}
          label={t.place}
          hint={t.placeHint}
          options={[...places, { value: 'other', label: t.otherPlace }, { value: 'none', label: t.noPlace }]}
        />
        <TextField {...typedIn({ values, errors }, 'placeWords')} label={t.whichPlace} />
      </>
    )
  },
  check: ({ c, values }) =>
    one(values, 'place') === 'other' && !one(values, 'placeWords') ? { placeWords: say(c).needPlace } : {},
}

/** How much, and when. */
export const placeSteps: readonly Step[] = [
  {
    id: 'hverdag',
    title: (c) => say(c).days,
    fields: ['extent', 'days', 'whyFewer'],
    canSkip: true,
    view: ({ c, values, errors }) => {
      const t = say(c)
      return (
        <>
          <Radios
            {...typedIn({ values, errors }, 'extent')}
            label={t.days}
            hint={t.daysHint}
            options={[
              { value: 'full', label: t.fullTime },
              { value: 'fewer', label: t.fewer },
            ]}
          />
          <TextField
            {...typedIn({ values, errors }, 'days')}
            label={t.howMany}
            inputmode="decimal"
            width={4}
          />
          <TextArea {...typedIn({ values, errors }, 'whyFewer')} label={t.whyFewer} rows={3} />
        </>
      )
    },
    check: ({ c, values }) => {
      if (extentOf(values) !== 'fewer') return {}
      const days = Number(one(values, 'days')?.replace(',', '.'))
      return days >= 0.5 && days < 5 ? {} : { days: say(c).needDays }
    },
  },
  {
    id: 'transport',
    title: (c) => say(c).transport,
    fields: ['transport'],
    canSkip: true,
    view: ({ c, values, errors }) => {
      const t = say(c)
      return (
        <Radios
          {...typedIn({ values, errors }, 'transport')}
          label={t.transport}
          options={[
            { value: 'none', label: t.transportSelf },
            { value: 'withHelp', label: t.transportHelp },
            { value: 'transport', label: t.transportRide },
            { value: 'unknown', label: t.transportUnknown },
          ]}
        />
      )
    },
  },
  {
    id: 'start',
    title: (c) => say(c).begin,
    fields: ['begin', 'beginOn-d', 'beginOn-m', 'beginOn-y'],
    canSkip: true,
    view: ({ c, values, errors }) => {
      const t = say(c)
      return (
        <>
          <Radios
            {...typedIn({ values, errors }, 'begin')}
            label={t.begin}
            options={[
              { value: 'soonest', label: t.soonest },
              { value: 'from', label: t.fromDay },
            ]}
          />
          <DateField name="beginOn" label={t.beginDay} typed={values} errors={errors} language={c.language} />
        </>
      )
    },
    check: ({ c, values }) => {
      const day = dayOf(values, 'beginOn')
      if (beginOf(values) !== 'from') return {}
      return day === undefined || day === 'wrong' || day < c.today ? { beginOn: say(c).needDay } : {}
    },
  },
  {
    id: 'maal',
    title: (c) => say(c).plan,
    hint: (c) => say(c).planHint,
    fields: ['plan'],
    canSkip: true,
    // The law's plan is for people under pension age; of somebody else's birth date the helper knows what they typed.
    applies: ({ c, bornOn }) =>
      bornOn === undefined ||
      isUnderPensionAge(bornOn, c.today, currentStandard(c.municipality).parameters.pensionAges.value),
    view: ({ c, values, errors }) => {
      const t = say(c)
      return (
        <Radios
          {...typedIn({ values, errors }, 'plan')}
          label={t.plan}
          options={[
            { value: 'yes', label: t.yes },
            { value: 'no', label: t.no },
            { value: 'later', label: t.later },
          ]}
        />
      )
    },
  },
]
