export {
  ASSIGNMENT_MAX_ITEMS,
  type AssignmentDraft,
  type AssignmentPolicy,
  type AssignmentTimes,
  type AttemptsPolicy,
  assignmentDraftSchema,
  assignmentPolicySchema,
  assignmentTimesSchema,
  attemptsPolicySchema,
  type FeedbackPolicy,
  feedbackPolicySchema,
  type LateStep,
  lateTimelineSchema,
  timesAreInOrder,
} from "./assignments.ts";
export {
  CLASS_CODE_LENGTH,
  type ClassDraft,
  type ClassRole,
  type ClassSummary,
  classDraftSchema,
  classRoleSchema,
  classRoles,
  type RosterEntry,
  timeZoneSchema,
  typedClassCodeSchema,
} from "./classes.ts";
export type {
  ClassProgress,
  ConceptProgress,
  ItemProgress,
  ShareEstimate,
  StudentProgress,
  SuggestedRule,
} from "./dashboard.ts";
export {
  DECK_MAX_ITEMS,
  type DeckDetail,
  type DeckEntry,
  type DeckFile,
  type DeckSummary,
  deckFileSchema,
  descriptionSchema,
  type ImportedItem,
  type ImportReport,
  titleSchema,
} from "./decks.ts";
export {
  ACCESS_CODES,
  type AccessCode,
  COURSEWORK_CODES,
  type CourseworkCode,
  DOMAIN_CODES,
  type DomainCode,
  type DomainProblem,
  ITEM_CODES,
  type ItemCode,
  isDomainCode,
  ROOM_CODES,
  type RoomCode,
} from "./errors.ts";
export {
  type AttemptView,
  type CreditStretch,
  type Gradebook,
  type GradebookCell,
  type GradebookColumn,
  type GradebookRow,
  type HomeworkAttempt,
  type HomeworkDetail,
  type HomeworkItem,
  type HomeworkState,
  type HomeworkSummary,
  type SubmissionView,
  saveDraftSchema,
  submitSchema,
} from "./homework.ts";
export { idSchema, tokenSchema } from "./ids.ts";
export {
  type CheckReport,
  type ItemDetail,
  type ItemFilter,
  type ItemOrigin,
  type ItemSummary,
  itemFilterSchema,
  type PreviewGrade,
} from "./items.ts";
export * from "./kinds/index.ts";
export * from "./live/index.ts";
export {
  NICKNAME_MAX_LENGTH,
  type NicknameRefusal,
  nicknameKey,
  normaliseNickname,
  suggestNickname,
} from "./nickname.ts";
export { isPin, normalisePin, PIN_ALPHABET, PIN_LENGTH, typedPinSchema } from "./pin.ts";
export { accept, type Refusal, type Result, refuse } from "./result.ts";
export type { BallotResults, RoomResults, RoundResults, StudentAnswer, StudentResults } from "./results.ts";
export {
  joinRoomSchema,
  type NewProjectorLink,
  type ParticipantCredential,
  type ProjectorLink,
  participantCredentialSchema,
  type RoomLobby,
  type RoomSettings,
  type RoomSummary,
  roomSettingsSchema,
} from "./rooms.ts";
export { emailSchema, passwordSchema, personNameSchema, type SetupInfo } from "./setup.ts";
