export { applyStudentFrame, type StudentPage } from "./client.ts";
export { afterEvent, type Broadcast, type Viewer, welcome } from "./emit.ts";
export { type DeckEntry, deckEntrySchema, type EventOf, type RoomEvent, roomEventSchema } from "./event.ts";
export { type Control, checkVersion, controlsOf, deckView } from "./host.ts";
export {
  type Admission,
  type Answer,
  admit,
  answerOf,
  answersOf,
  EMPTY_LEDGER,
  type Ledger,
  type Offer,
  type Participant,
  record,
} from "./ledger.ts";
export { afterOutage, LONGEST_EXTENSION_MS } from "./outage.ts";
export { countReactions, NO_REACTIONS, type Reactions, react } from "./reactions.ts";
export {
  EMPTY_ROOM,
  presentParticipants,
  type Room,
  withAnswers,
  withConnected,
  withParticipants,
} from "./room.ts";
export {
  countedAnswer,
  FULL_POINTS,
  type Ranking,
  type RoundScore,
  ranking,
  type Score,
  scores,
} from "./score.ts";
export {
  allRounds,
  type BallotState,
  currentRound,
  latestBallot,
  type OpenedState,
  type RoomState,
  type Round,
  UNOPENED,
} from "./state.ts";
export { isWorthDiscussing, tallies } from "./tally.ts";
export { closesAt, type Effect, fold, NETWORK_GRACE_MS, type Step, transition } from "./transition.ts";
export {
  type Board,
  counts,
  hostView,
  isOpened,
  type OpenedRoom,
  peekTallies,
  projectorView,
  rosterRows,
  scoreboard,
  studentRoom,
  studentSelf,
} from "./view.ts";
