/**
 * Who may do what, to whose case: the one table. Pages, commands and the printed matrix (`docs/permissions.md`) all read
 * it; row-level security enforces municipality and relation once more, and a property test holds the two together.
 */
import type { CaseCommandType } from '../case/commands.ts'
import type { RepresentationScope } from '../case/party/events.ts'
import type { PersonId, ProviderId, UnitId, UserId } from '../identity.ts'
import type { MunicipalityCommandType } from '../standard/municipality-commands.ts'

/**
 * `providerLead` runs a provider's place, and is one of its staff besides. `device` is a paired tablet with nobody
 * identified at it, `lockedDevice` one that was closed, locked or
 * unpaired: it shows nobody's name and hands over what it still holds.
 */
export const roles = [
  'citizen',
  'representative',
  'caseworker',
  'manager',
  'providerStaff',
  'providerLead',
  'administrator',
  'post',
  'device',
  'lockedDevice',
  /** Looks, with a stated purpose, and changes nothing. */
  'supervisor',
  'system',
] as const
export type Role = (typeof roles)[number]

/** Held by no person: the product's own work, and tablets. No log-in and no administrator gives them. */
export const machineRoles = ['post', 'device', 'lockedDevice', 'system'] as const satisfies readonly Role[]

/**
 * What ties the person to the case. `own`: it is about me. A scope: I represent the citizen within it. `unit`: it is my
 * unit's, or I opened it with a reason. `assigned`: besides, I am its caseworker. `opened`: I stated a purpose and opened it. `placed`: an order lies with my
 * provider. `municipality`: any of my municipality. `none`: not about a case.
 */
export type Relation = 'own' | RepresentationScope | 'unit' | 'opened' | 'placed' | 'municipality' | 'none'

/** What can be done besides commands: looking, and what is not about a case. */
export const viewActions = [
  'viewOwnCase',
  'viewOwnPlan',
  'viewCase',
  'viewInternalNotes',
  'viewWorklist',
  'searchPersons',
  'openOtherCase',
  'viewOrder',
  'viewPlacedPeople',
  'manageActivities',
  'viewManagement',
  'viewUsers',
  'changeUsers',
  'viewStandard',
  'viewJobs',
  'retryJobs',
  'viewPost',
  'moveDemoClock',
  'switchSimulator',
  'writeDraft',
  'receiveApplication',
  'recordAttendance',
  'recordOfferDay',
  'cancelDay',
  'pairTablets',
  'settleQuarantine',
  'setPersonalCode',
  'viewTablet',
  'viewTabletDay',
  'recordOnTablet',
  'deliverFromTablet',
  'closeTablet',
  'openTablet',
  'identifyOnTablet',
  'arrangeOutings',
  'viewOwnPayment',
  'recordRide',
  'viewRideLists',
  'handOverRides',
  'changeRideOperators',
  'viewCapacity',
  'setPlaces',
  'changeGroups',
  'viewSupervision',
  'viewSupervisedCase',
  'viewOversight',
  'viewRetention',
] as const
export type ViewAction = (typeof viewActions)[number]
export type Action = ViewAction | CaseCommandType | MunicipalityCommandType

type Grants = { readonly [R in Role]?: Relation }

const casework = { caseworker: 'unit', manager: 'unit' } as const
const citizenAnd = <S extends RepresentationScope>(scope: S) =>
  ({ citizen: 'own', representative: scope }) as const
const placed = { providerStaff: 'placed' } as const

export const permissions = {
  viewOwnCase: citizenAnd('read'),
  // The week, the place and the goals, without the case behind them.
  viewOwnPlan: citizenAnd('readPlan'),
  viewCase: casework,
  viewInternalNotes: casework,
  viewWorklist: { caseworker: 'municipality', manager: 'municipality' },
  searchPersons: { caseworker: 'municipality', manager: 'municipality' },
  openOtherCase: { caseworker: 'municipality', manager: 'municipality' },
  viewOrder: placed,
  viewPlacedPeople: placed,
  // The offer's own list of activities and groups: about no person.
  manageActivities: placed,
  viewManagement: { manager: 'municipality' },
  viewUsers: { administrator: 'municipality' },
  changeUsers: { administrator: 'municipality' },
  viewStandard: { administrator: 'municipality', manager: 'municipality', caseworker: 'municipality' },
  viewJobs: { administrator: 'municipality' },
  retryJobs: { administrator: 'municipality' },
  viewPost: { caseworker: 'municipality', manager: 'municipality', administrator: 'municipality' },
  // What a provider offers beside the stay; and what citizens are to pay for it, for the debtor system.
  arrangeOutings: { providerStaff: 'municipality' },
  viewOwnPayment: { manager: 'municipality' },
  // Sums without a name. They inform whoever plans, and are no ground for anything (K1.0-1).
  viewCapacity: { caseworker: 'municipality', manager: 'municipality' },
  setPlaces: { providerLead: 'municipality', manager: 'municipality' },
  changeGroups: { providerLead: 'municipality' },
  // The lists go to whoever drives, with names and addresses: for those who hand them over, and each look is logged.
  viewRideLists: { caseworker: 'municipality', manager: 'municipality' },
  handOverRides: { caseworker: 'municipality', manager: 'municipality' },
  changeRideOperators: { manager: 'municipality', administrator: 'municipality' },
  moveDemoClock: { administrator: 'none' },
  switchSimulator: { administrator: 'none' },
  writeDraft: {
    citizen: 'none',
    representative: 'none',
    caseworker: 'none',
    manager: 'none',
    providerStaff: 'none',
  },
  // A citizen sends one for themselves, or as somebody's helper, which binds nobody until that person stands by it.
  receiveApplication: {
    citizen: 'none',
    representative: 'apply',
    caseworker: 'municipality',
    manager: 'municipality',
  },

  pairTablets: { providerLead: 'none' },
  settleQuarantine: { providerLead: 'none' },
  setPersonalCode: { providerStaff: 'none' },
  viewTablet: { device: 'none', lockedDevice: 'none' },
  viewTabletDay: { device: 'none' },
  recordOnTablet: { device: 'none' },
  deliverFromTablet: { device: 'none', lockedDevice: 'none' },
  closeTablet: { device: 'none' },
  openTablet: { lockedDevice: 'none' },
  identifyOnTablet: { device: 'none', lockedDevice: 'none' },

  confirmApplication: { citizen: 'own', representative: 'apply', ...casework },
  changeApplication: casework,
  withdrawApplication: { ...citizenAnd('apply'), ...casework },
  recordMunicipality: casework,
  giveGuidance: casework,
  changeActingMunicipality: casework,
  announceMove: casework,
  callOffMove: casework,
  settleMove: casework,
  answerHandover: casework,
  handOverPapers: casework,
  recordMovedHere: casework,
  registerRemand: casework,
  closeCase: casework,

  assignCase: casework,
  registerRepresentative: casework,
  verifyRepresentative: casework,
  rejectRepresentative: casework,
  considerRepresentationEnd: casework,
  // Nobody gives on what they were given: the citizen alone lets others in.
  giveRepresentation: { citizen: 'own' },
  revokeRepresentative: { citizen: 'own', ...casework },
  planParticipation: casework,
  registerDeath: { ...casework, post: 'municipality' },

  recordNote: casework,
  registerDocument: casework,

  giveConsent: { ...citizenAnd('consent'), ...casework },
  refuseConsent: { ...citizenAnd('consent'), ...casework },
  withdrawConsent: { ...citizenAnd('consent'), ...casework },
  requestInformation: casework,
  remindSource: casework,
  recordSourceLetterSent: casework,
  receiveInformation: casework,
  markInformed: casework,

  // K2.2a-3: the assessment is the social worker's own; a manager without that role does not make it.
  assessTargetGroup: { caseworker: 'unit' },
  considerOtherPossibilities: { caseworker: 'unit' },
  offerActionPlan: casework,
  answerActionPlan: casework,
  setGoals: casework,
  makeActionPlan: casework,
  sendHearing: casework,
  answerHearing: { ...citizenAnd('write'), ...casework },
  issueDelayNotice: casework,
  proposeDecision: { caseworker: 'unit' },
  approveDecision: casework,
  returnDecision: casework,
  issueDecision: { caseworker: 'unit' },

  recordDispatch: { post: 'municipality' },
  recordDelivery: { post: 'municipality' },
  recordFailure: { post: 'municipality' },
  handleLetterFailure: casework,
  followUpLetter: casework,
  openLetter: citizenAnd('read'),

  sendOrder: { caseworker: 'unit' },
  openOrder: placed,
  acceptOrder: placed,
  questionOrder: placed,
  answerOrderQuestion: casework,
  judgeContent: casework,
  declineOrder: placed,
  appointContactPerson: placed,
  startPlacement: { ...placed, ...casework },
  setWeeklySchedule: { ...placed, ...casework },
  makeInterventionPlan: placed,
  // The citizen's voice is their own: nobody says for them how it goes, and the place writes down what it was told.
  followGoal: { citizen: 'own', ...placed },
  arrangeTransport: casework,

  recordAttendance: placed,
  recordRide: placed,
  recordOfferDay: placed,
  // Whoever may write for the citizen may say that they do not come.
  cancelDay: citizenAnd('write'),
  sendMessage: { ...citizenAnd('write'), ...casework, ...placed },
  readThread: { ...citizenAnd('read'), ...casework, ...placed },

  // Only the citizen's own side says yes on the web; the provider writes down what it was told in words.
  agreePurchase: { ...citizenAnd('pay'), ...placed },
  withdrawPurchase: { ...citizenAnd('pay'), ...placed },
  settlePurchase: placed,
  callOffPurchase: placed,

  approvePriceList: { manager: 'municipality' },
  recordDailyNote: placed,
  joinActivity: placed,
  leaveActivity: placed,
  declineActivity: placed,
  explainNoSharedActivity: placed,
  setSkillDomainAside: placed,
  // The facts behind repeated absence are written down by the system alone; what they mean, a person says (GDPR art. 22).
  recordAbsencePattern: { system: 'municipality' },
  recordAbsenceDialogue: casework,
  assessContinuation: { caseworker: 'unit' },
  openReassessment: casework,
  // The provider tells, and the authority decides: no command of a provider's touches the extent (K2.4b-3).
  reportToAuthority: placed,
  answerReport: casework,
  askForChange: { ...citizenAnd('apply'), ...casework },
  concludeReassessment: { ...citizenAnd('apply'), ...casework },

  // Anybody around the person can say that a follow-up is needed (K2.3-2); what it shows, the caseworker concludes.
  askForFollowUp: { ...citizenAnd('write'), ...casework, ...placed },
  callStatusMeeting: casework,
  moveStatusMeeting: casework,
  cancelStatusMeeting: casework,
  keepMeetingTime: casework,
  askForOtherTime: citizenAnd('write'),
  prepareMeeting: citizenAnd('write'),
  sendStatusReport: placed,
  concludeFollowUp: { caseworker: 'unit' },
  // Any channel counts: the citizen's own side, and whoever in the unit it was said to (RSL § 66).
  // Whoever has no power to complain is heard all the same: they call or write, and the citizen is asked whether they stand by it.
  receiveComplaint: { ...citizenAnd('complain'), ...casework },
  supplementComplaint: { ...citizenAnd('complain'), ...casework },
  confirmComplaint: { citizen: 'own', ...casework },
  withdrawComplaint: { ...citizenAnd('complain'), ...casework },
  // K2.2a-14: whoever decided looks again; which of them, the command asks.
  reassessComplaint: { caseworker: 'unit' },
  postponeDecision: casework,
  tellComplaintDelay: casework,
  forwardComplaint: casework,
  recordComplaintSent: casework,
  recordComplaintResult: casework,
  carryOutResult: casework,
  // Asked by whoever may write for the citizen; answered by casework. What is said of a look is the leader's, never the one's who looked.
  requestAccess: { ...citizenAnd('write'), ...casework },
  tellAccessDelay: casework,
  answerAccess: casework,
  requestCorrection: { ...citizenAnd('write'), ...casework },
  answerCorrection: casework,
  // The log is the person's own, and so is the question about it.
  askAboutLook: { citizen: 'own' },
  answerLookQuestion: { manager: 'unit' },

  // Read-only. The sample and the log are of the municipality; a case is opened with a purpose, which is logged.
  viewSupervision: { supervisor: 'municipality' },
  viewSupervisedCase: { supervisor: 'opened' },

  viewOversight: { manager: 'municipality' },
  recordBreach: { caseworker: 'municipality', manager: 'municipality', administrator: 'municipality' },
  assessBreach: { manager: 'municipality' },
  notifyBreach: { manager: 'municipality' },
  leaveBreachUnnotified: { manager: 'municipality' },
  informAffected: { manager: 'municipality' },
  recordConcern: { caseworker: 'municipality', manager: 'municipality' },
  handleConcern: { manager: 'municipality' },
  drawLogReview: { manager: 'municipality' },
  reviewLook: { manager: 'municipality' },
  concludeLogReview: { manager: 'municipality' },
  drawCaseReview: { manager: 'municipality' },
  reviewCase: { manager: 'municipality' },
  concludeCaseReview: { manager: 'municipality' },
  recordStatistics: { manager: 'municipality' },
  recordCouncilMap: { manager: 'municipality' },

  // Closed cases: whoever runs the system and whoever leads deliver, hold and approve. Two of them, for each case.
  viewRetention: { administrator: 'municipality', manager: 'municipality' },
  recordArchiveDelivery: { administrator: 'municipality', manager: 'municipality' },
  holdErasure: { administrator: 'municipality', manager: 'municipality' },
  releaseErasure: { administrator: 'municipality', manager: 'municipality' },
  approveErasure: { administrator: 'municipality', manager: 'municipality' },

  adoptStandard: { manager: 'municipality' },
  publishDeadlines: { manager: 'municipality' },
} as const satisfies Record<Action, Grants>

/** Who asks. One person can hold several roles; a citizen acting for another is a `representative` while they do. */
export type Subject = {
  readonly roles: readonly Role[]
  readonly personId?: PersonId | undefined
  readonly userId?: UserId | undefined
  readonly unit?: UnitId | undefined
  readonly provider?: ProviderId | undefined
}

/** What the access projections know of the case that is asked for. */
export type CaseTarget = {
  readonly personId: PersonId
  readonly unit?: UnitId | undefined
  /** What the subject may do as representative today; empty when they are none. */
  readonly scopes: readonly RepresentationScope[]
  /** Providers that hold an order in the case today. */
  readonly providers: readonly ProviderId[]
  /** Opened by this user, with a reason that is on record (break-glass). */
  readonly opened: boolean
}

function holds(relation: Relation, subject: Subject, target: CaseTarget | undefined): boolean {
  if (relation === 'none' || relation === 'municipality') return true
  if (target === undefined) return false
  switch (relation) {
    case 'own':
      return subject.personId !== undefined && subject.personId === target.personId
    case 'unit':
      return (subject.unit !== undefined && subject.unit === target.unit) || target.opened
    case 'opened':
      return target.opened
    case 'placed':
      return subject.provider !== undefined && target.providers.includes(subject.provider)
    default:
      return target.scopes.includes(relation)
  }
}

/** Whether the subject may do this to the case. The municipality is settled before anything is asked here. */
export function may(action: Action, subject: Subject, target?: CaseTarget): boolean {
  const grants: Grants = permissions[action]
  return subject.roles.some((role) => {
    const relation = grants[role]
    return relation !== undefined && holds(relation, subject, target)
  })
}

/** Whether any of the subject's roles can do this to some case or other: for pages that are about none yet. */
export const mayEver = (action: Action, { roles: held }: Subject): boolean => {
  const grants: Grants = permissions[action]
  return held.some((role) => grants[role] !== undefined)
}
