import type { LiveGateway } from "@pyrena/api";
import { accept, refuse } from "@pyrena/contracts";
import type { LiveServer } from "./sockets.ts";

/** The running rooms as the API sees them. */
export function createGateway({ hub, dismissProjectors }: LiveServer): LiveGateway {
  return {
    async state(roomId) {
      const runner = await hub.runner(roomId);
      return runner.snapshot.state;
    },
    async dispatch(roomId, event) {
      const ack = await hub.dispatch(roomId, event);
      return ack.ok ? accept({ version: ack.version }) : refuse(ack.code);
    },
    async participantJoined(roomId, participantId) {
      await hub.participantJoined(roomId, participantId);
    },
    async projectorLinkRevoked(roomId, linkId) {
      dismissProjectors(roomId, linkId);
    },
  };
}
