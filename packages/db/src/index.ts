export {
  type ClientOptions,
  connect,
  type Database,
  type DatabaseClient,
  migrateDatabase,
  migrationsFingerprint,
} from "./client.ts";
export { isTransient, isUniqueViolation, postgresError } from "./errors.ts";
export {
  insertAuditEvent,
  insertInvitation,
  insertProjectorLink,
  type NewAuditEvent,
  type NewInvitation,
  revokeProjectorLink,
  selectInvitationIsOpen,
  selectOptionalProjectorLinkByToken,
  selectProjectorLinks,
  spendInvitation,
} from "./queries/access.ts";
export { type AnswerRow, insertAnswers, type StoredAnswer, selectAnswers } from "./queries/answer.ts";
export {
  type AccommodationRow,
  type AccommodationValues,
  type AssignmentItemRow,
  type AssignmentRow,
  type AssignmentValues,
  archiveAssignment,
  insertAssignment,
  selectAccommodations,
  selectAssignmentItems,
  selectAssignments,
  selectOptionalAssignment,
  updateAssignment,
  upsertAccommodation,
} from "./queries/assignment.ts";
export {
  type AttemptPurpose,
  type AttemptRow,
  insertAttempt,
  insertSitting,
  insertSubmission,
  type NewAttempt,
  type NewSubmission,
  type ScoreRow,
  type SittingRow,
  type SubmissionRow,
  selectAttempts,
  selectOptionalAttempt,
  selectOptionalAttemptVariant,
  selectOptionalSitting,
  selectScores,
  updateDraft,
} from "./queries/attempt.ts";
export {
  type ClassRow,
  insertClass,
  insertEnrolment,
  type NewClass,
  selectClasses,
  selectOptionalClass,
  selectOptionalClassByCode,
  selectOptionalRole,
  selectRoster,
  updateClass,
  updateEnrolment,
} from "./queries/class.ts";
export {
  archiveDeck,
  type DeckEntryRow,
  type DeckRow,
  deleteDeckItem,
  insertDeck,
  insertDeckItems,
  type NewDeck,
  reorderDeckItems,
  selectDeckEntries,
  selectDecks,
  selectOptionalDeck,
  updateDeck,
} from "./queries/deck.ts";
export { type EvidenceRow, selectEvidence } from "./queries/evidence.ts";
export { selectOptionalHeartbeat, writeHeartbeat } from "./queries/heartbeat.ts";
export {
  archiveItem,
  type ItemRow,
  insertItem,
  insertItemVersion,
  type NewItem,
  selectDecksOfItem,
  selectItems,
  selectItemsById,
  selectItemTopics,
  selectOptionalItem,
} from "./queries/item.ts";
export {
  insertParticipant,
  type NewParticipant,
  type ParticipantRow,
  selectOptionalParticipant,
  selectOptionalParticipantByToken,
  selectParticipants,
} from "./queries/participant.ts";
export {
  insertRoom,
  type NewRoom,
  type RoomRow,
  selectOptionalRoom,
  selectOptionalRoomByPin,
  selectRooms,
  selectRunningRoomIds,
} from "./queries/room.ts";
export {
  type AppendOutcome,
  insertRoomEvent,
  type RoomWrite,
  type StoredEvent,
  selectRoomEvents,
} from "./queries/room-event.ts";
export { insertSpare, selectSpareCounts, takeSpares } from "./queries/spare.ts";
export {
  lockRegistration,
  makeInstructor,
  selectInstructorCount,
  selectOptionalUser,
  selectOptionalUserByEmail,
  type User,
} from "./queries/user.ts";
export {
  insertVariant,
  type NewVariant,
  selectOptionalVariant,
  selectVariants,
  type VariantRow,
} from "./queries/variant.ts";
export * as tables from "./schema/index.ts";
export { hashToken, newToken } from "./token.ts";
