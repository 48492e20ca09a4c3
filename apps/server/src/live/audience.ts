import type { HostFrame, LiveRefusal, ProjectorFrame, StudentFrame } from "@pyrena/contracts";

/**
 * Everybody who is connected to one room, whatever carries the frames. Socket.IO implements it in sockets.ts; a runner knows
 * nothing else of the network.
 */
export interface Audience {
  toStudents(frame: StudentFrame): void;
  toHosts(frame: HostFrame): void;
  toProjectors(frame: ProjectorFrame): void;
  /** One frame per connected student; the function is called once per participant. */
  toEachStudent(frameFor: (participantId: string) => StudentFrame | null): void;
  toParticipant(participantId: string, frame: StudentFrame): void;
  /** Says why and closes every connection of the participant. */
  dismissParticipant(participantId: string, code: LiveRefusal): void;
  /** Likewise for the projectors that came by a link. */
  dismissProjectors(linkId: string, code: LiveRefusal): void;
}
