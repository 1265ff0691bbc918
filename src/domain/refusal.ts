/** The expected "no": a value with a code. The sentence for the person is the message catalogue's, in their language. */
export const refusalCodes = [
  'invalid',
  'notAllowed',
  'caseIsClosed',
  'caseWithdrawn',
  'personDied',
  'alreadyDecided',
  'alreadyDone',
  'notFound',
  'needsConfirmation',
  'needsConsent',
  'notCovered',
  'diagnosisNeverDemanded',
  'dateInPast',
  'dateInFuture',
  'dateBeforeFormer',
  'tooYoungAtStart',
  'noScope',
  'guardianStays',
  'letterIncomplete',
  'needsApproval',
  'ownProposal',
  'nothingProposed',
  'letterNotSent',
  'orderNeedsGrant',
  'orderAlreadyOpen',
  'orderNotOpen',
  'orderNotAccepted',
  'startBeforeDecision',
  'threadClosed',
  'priceChanged',
  'answeredTooLate',
  'beforeOrder',
  'dateBeforeAbsence',
  'dialogueMissing',
  'meetingAlreadyCalled',
  'meetingOver',
  'meetingNotHeld',
  'reportMissing',
  'goalWithoutResult',
  'needUnchanged',
  'reassessedByAnother',
  'reassessmentMissing',
  'boardNotAsked',
  'beforeComplaint',
  'endsBeforeItStarts',
  'nameTaken',
  'timesOverlap',
  'moreThanOrdered',
  'fewerThanOrdered',
  'unknownGoal',
  'changesOften',
  'transportNotGranted',
  'ridesChanged',
  'noRecipient',
  'notPlacedHere',
  'placementNotStarted',
  'dayIsLocked',
  'dayHasBegun',
  'factIdTaken',
  'fileType',
  'fileSize',
  'tooManyFiles',
  'codeTooSimple',
  'sealNotOpened',
  'noRunningPlacement',
  'alreadyReassessing',
  'answeredByDecision',
  'dateBeforeDecision',
  'passkeyTooLate',
  'passkeyUnknown',
  'passkeyRemoved',
  'passkeyOfAnother',
  'passkeyNotStaff',
  'passkeyNotVerified',
  'passkeyCopied',
] as const
export type RefusalCode = (typeof refusalCodes)[number]

export type Refusal = {
  readonly refused: true
  readonly code: RefusalCode
  /** The form field it stands at, where it is about one. */
  readonly field?: string
  /** What is missing, by name, where that is the reason. */
  readonly missing?: readonly string[]
}

export const refuse = (code: RefusalCode, more: Omit<Refusal, 'refused' | 'code'> = {}): Refusal => ({
  refused: true,
  code,
  ...more,
})

export const isRefusal = (value: unknown): value is Refusal =>
  typeof value === 'object' && value !== null && 'refused' in value && value.refused === true
