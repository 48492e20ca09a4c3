export { auditEvent, invitation, projectorLink } from "./access.ts";
export { answer } from "./answer.ts";
export { account, session, user, verification } from "./auth.ts";
export { classTable, ENROLMENT_ROLES, enrolment } from "./class.ts";
export { deck, deckItem } from "./deck.ts";
export { ITEM_ORIGINS, item, itemVersion } from "./item.ts";
export { participant } from "./participant.ts";
export { room, roomEvent, round } from "./room.ts";
export { KEY_CAUSES, variant, variantKey } from "./variant.ts";
