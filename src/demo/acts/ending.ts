/** How a case ends, or begins again. */
import type { CaseCommand } from '../../domain/case/commands.ts'
import { addDays, type CalendarDay } from '../../domain/time/calendar-day.ts'
import { asCitizen, asStaff, nextWorkingDay, type Scene } from '../scene.ts'
import type { Act } from '../story.ts'
import { complaintActs } from './complaining.ts'
import { decisionDay } from './deciding.ts'

/** The acts, and the day from which nothing else happens. */
export function endingActs(scene: Scene): { readonly acts: readonly Act[]; readonly from?: CalendarDay } {
  const { path, citizen, caseworker, after, anchor } = scene
  const me = asStaff(caseworker)
  const act = (day: CalendarDay, does: Act['does'], by: Act['by'] = me): Act => ({
    day,
    stage: 'opened',
    by,
    does,
  })
  const close = (day: CalendarDay, reason: 'withdrawn' | 'death' | 'moved' | 'refused'): Act =>
    act(day, () => ({ type: 'closeCase', input: { reason } }))
  switch (path.ends) {
    case 'withdrawn':
      return {
        from: after(12),
        acts: [
          act(
            after(12),
            () => ({
              type: 'withdrawApplication',
              input: {
                by: 'citizen',
                how: citizen.onPaper ? 'telefon' : 'web',
                inWords: 'Jeg har fundet noget andet, som passer mig bedre.',
              },
            }),
            citizen.onPaper ? me : asCitizen(citizen),
          ),
          close(after(14), 'withdrawn'),
        ],
      }
    case 'dead':
      return {
        from: after(15),
        acts: [
          act(after(15), ({ today }) => ({ type: 'registerDeath', input: { diedOn: addDays(today, -1) } })),
          act(after(15), ({ today }) => ({
            type: 'recordNote',
            input: {
              kind: 'step',
              text: 'CPR-registret har meddelt dødsfaldet. Alle aftaler er aflyst.',
              happenedOn: today,
            },
          })),
        ],
      }
    case 'moved':
      return {
        from: after(16),
        acts: [
          act(after(16), ({ today }) => ({
            type: 'changeActingMunicipality',
            input: {
              to: '0561',
              effectiveOn: today,
              basis: 'Borgeren er flyttet til Esbjerg Kommune. Sagen er sendt videre med borgerens viden.',
            },
          })),
        ],
      }
    // Still at the place: the other municipality has said from when it takes over, and papers and takeover wait.
    case 'moving':
      return {
        acts: [
          { ...act(nextWorkingDay(addDays(anchor, -9)), () => moveAway(anchor)), stage: 'started' },
          { ...act(nextWorkingDay(addDays(anchor, -8)), () => agreedWithThem(anchor)), stage: 'started' },
        ],
      }
    default:
      return { acts: path.outcome === 'refusal' ? afterRefusal(scene, act, close, anchor) : [] }
  }
}

const moveAway = (anchor: CalendarDay): CaseCommand => ({
  type: 'announceMove',
  input: {
    to: '0561',
    movesOn: addDays(anchor, 30),
    why: 'ownWish',
    how: 'Sagt på tilbuddet og bekræftet på telefon.',
  },
})

const agreedWithThem = (anchor: CalendarDay): CaseCommand => ({
  type: 'settleMove',
  input: {
    outcome: 'theyTakeOver',
    takeoverOn: addDays(anchor, 45),
    basis: 'Aftalt på telefon med visitationen i Esbjerg Kommune.',
    toProvider: 'Borgeren flytter til en anden kommune. Pladsen fortsætter som nu, til de har overtaget.',
  },
})

function afterRefusal(
  scene: Scene,
  act: (day: CalendarDay, does: Act['does']) => Act,
  close: (day: CalendarDay, reason: 'refused') => Act,
  anchor: CalendarDay,
): readonly Act[] {
  const decided = decisionDay(scene)
  const { remanded, complaint } = scene.path
  const back = nextWorkingDay(addDays(anchor, -16))
  if (!remanded)
    return complaint
      ? complaintActs(scene, complaint, back)
      : [close(nextWorkingDay(addDays(decided, 45)), 'refused')]
  return [
    ...complaintActs(scene, 'remanded', back),
    act(nextWorkingDay(addDays(back, 1)), ({ today }) => ({
      type: 'recordNote',
      input: {
        kind: 'phoneCall',
        text: 'Ringede og fortalte om Ankestyrelsens afgørelse, og hvad der nu sker. Ny frist er seks uger fra modtagelsen.',
        with: 'citizen',
        happenedOn: today,
      },
    })),
  ]
}
