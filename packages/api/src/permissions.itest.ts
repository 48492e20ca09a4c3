import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { Permission } from "./permissions.ts";
import { refcountDraft } from "./testing/drafts.ts";
import { callByPath, listProcedures } from "./testing/procedures.ts";
import { refusalOf } from "./testing/refusals.ts";
import { type Caller, createSchool, type School } from "./testing/school.ts";

type Role =
  | "stranger"
  | "participant"
  | "other instructor"
  | "other student"
  | "student"
  | "assistant"
  | "host";

/** Refusals that mean "you may not", as against "you may, but not so". */
const DENIED = new Set([
  "sign-in-required",
  "room-not-found",
  "item-not-found",
  "deck-not-found",
  "participant-unknown",
  "not-allowed",
  "class-not-found",
  "assignment-not-found",
  "attempt-not-found",
]);

const SIGNED_IN: readonly Role[] = ["other instructor", "other student", "student", "assistant", "host"];

const ADMITTED: Record<Permission, readonly Role[]> = {
  public: ["stranger", "participant", ...SIGNED_IN],
  "signed-in": SIGNED_IN,
  instructor: ["host"],
  "room-host": ["host"],
  participant: ["participant"],
  "class-member": ["student", "assistant", "host"],
  "class-staff": ["assistant", "host"],
  "class-instructor": ["host"],
  "assignment-staff": ["assistant", "host"],
  "assignment-instructor": ["host"],
  student: ["student"],
};

let school: School;
let callers: Record<Role, Caller>;
let inputs: Record<string, object>;
/** A token that opens nothing: what every role but the participant has to offer. */
const NO_TOKEN = "x".repeat(43);
let token = NO_TOKEN;

beforeAll(async () => {
  school = await createSchool();
  const host = (await school.instructor("Grace")).caller;
  const other = (await school.instructor("Edsger")).caller;
  const draft = refcountDraft();
  const { itemId } = await host.item.create({ draft });
  const { deckId } = await host.deck.create({ title: "Deck", itemIds: [itemId] });
  const { roomId, pin } = await host.room.open({ deckId });
  const { id: linkId } = await host.room.createProjectorLink({ roomId });
  const deck = await host.deck.get({ deckId });
  const credential = await school.stranger().room.join({ pin, nickname: "Ana" });
  token = credential.token;
  const { classId, code } = await classOf(host, "Monday");
  const elsewhere = await classOf(other, "Elsewhere");
  const student = await school.student("Ida", code);
  const assistant = await school.student("Tom", code);
  const leaver = (await school.student("Leo", code)).user.id;
  await host.class.setRole({ classId, userId: assistant.user.id, role: "assistant" });
  const policy = { attempts: { counts: "best" as const, max: 1 } };
  const assigned = { classId, title: "Homework", itemIds: [itemId], times: {}, policy };
  const { assignmentId } = await host.assignment.create(assigned);
  const extraTime = { userId: student.user.id, extraTimeFactor: 1.5 };
  const homework = await student.caller.homework.get({ assignmentId });
  const entryId = homework.entries[0]?.id ?? "";
  const { attemptId } = await student.caller.homework.begin({ assignmentId, itemId: entryId });
  callers = {
    stranger: school.stranger(),
    participant: school.stranger(),
    "other instructor": other,
    "other student": (await school.student("Una", elsewhere.code)).caller,
    student: student.caller,
    assistant: assistant.caller,
    host,
  };
  const file = JSON.stringify(await host.deck.exportJson({ deckId }));
  const invitation = (await host.setup.invite({})).token;
  const entryIds = deck.entries.map(({ id }) => id);
  const { source, python, mode } = draft;
  inputs = {
    "item.get": { itemId },
    "item.create": { draft },
    "item.update": { itemId, draft },
    "item.duplicate": { itemId },
    "item.check": { draft },
    "item.candidates": { source, python, mode },
    "item.preview": { itemId },
    "item.tryOut": { itemId, response: { widget: "number", value: 3 } },
    "item.exportJson": { itemId },
    "item.importJson": { file },
    "deck.get": { deckId },
    "deck.create": { title: "Another", itemIds: [itemId] },
    "deck.rename": { deckId, title: "Deck" },
    "deck.duplicate": { deckId },
    "deck.addItem": { deckId, itemId },
    "deck.removeItem": { deckId, entryId: entryIds[0] },
    "deck.reorder": { deckId, entryIds },
    "deck.exportJson": { deckId },
    "deck.importJson": { file },
    "room.open": { deckId },
    "room.get": { roomId },
    "room.pushItem": { roomId, itemId },
    "room.lookup": { pin },
    "room.join": { pin, nickname: "Ben" },
    "room.me": { roomId, token },
    "room.myResults": { roomId, token },
    "room.results": { roomId },
    "room.projectorLinks": { roomId },
    "room.createProjectorLink": { roomId },
    "room.revokeProjectorLink": { roomId, linkId },
    "class.create": { name: "Tuesday" },
    "class.get": { classId },
    "class.update": { classId, name: "Monday" },
    "class.newCode": { classId },
    "class.archive": { classId, isArchived: false },
    // Of a class that is tried on nothing else: joining makes a member of whoever may.
    "class.lookup": { code: elsewhere.spare },
    "class.join": { code: elsewhere.spare },
    "class.register": {
      code: elsewhere.spare,
      name: "New",
      email: "student@example.test",
      password: "a long password",
    },
    "class.roster": { classId },
    "class.setRole": { classId, userId: leaver, role: "student" },
    "class.remove": { classId, userId: leaver },
    "assignment.create": assigned,
    "assignment.update": { assignmentId, title: "Homework", times: {}, policy },
    "assignment.list": { classId },
    "assignment.get": { assignmentId },
    "assignment.gradebook": { classId },
    "assignment.accommodate": { classId, ...extraTime },
    "assignment.extend": { assignmentId, ...extraTime },
    "dashboard.progress": { classId },
    "homework.list": { classId },
    "homework.get": { assignmentId },
    "homework.start": { assignmentId },
    "homework.begin": { assignmentId, itemId: entryId },
    "homework.attempt": { attemptId },
    "homework.saveDraft": { attemptId, draft: {}, seen: 0 },
    "homework.submit": { attemptId, idempotencyKey: "answer-1", response: { widget: "number", value: 3 } },
    "setup.register": { name: "New", email: "new@example.test", password: "a long password" },
    "setup.invite": {},
    "setup.invitation": { token: invitation },
    "deck.remove": { deckId },
    "item.remove": { itemId },
    "assignment.remove": { assignmentId },
  };

  async function classOf(caller: Caller, name: string) {
    const { classId } = await caller.class.create({ name });
    const spare = (await caller.class.create({ name: `${name}, empty` })).classId;
    const codeOf = async (id: string) => (await caller.class.get({ classId: id })).code ?? "";
    return { classId, code: await codeOf(classId), spare: await codeOf(spare) };
  }
});
afterAll(() => school.close());

/** No input names anything of the caller's own: these are the caller's lists, empty for a newcomer. */
const OWN_LISTS = new Set([
  "item.list",
  "item.topics",
  "item.create",
  "item.check",
  "item.candidates",
  "item.importJson",
  "deck.list",
  "deck.importJson",
  "room.list",
  "class.create",
  "setup.invite",
]);

/** Tried last and in this order, since they take away what the others are tried on. */
const TAKING_AWAY = ["class.remove", "deck.remove", "item.remove", "assignment.remove"];

describe("every procedure, called by everybody", () => {
  const procedures = listProcedures();

  test("every procedure that takes an input has one here", () => {
    const withInput = procedures.filter(({ path, takesInput }) => takesInput && path !== "item.list");
    expect(withInput.map(({ path }) => path).sort()).toEqual(Object.keys(inputs).sort());
  });

  // The host comes last: of the procedures that take something away, only the host's call does.
  const roles: readonly Role[] = ["stranger", "participant", ...SIGNED_IN];

  test("admits whom its permission names, and nobody else", async () => {
    const order = [...procedures].sort((a, b) => rank(a.path) - rank(b.path));
    for (const { path, permission } of order) {
      if (permission === undefined) throw new Error(`${path} declares no permission`);
      for (const role of roles) {
        const refused = await refusalOf(callByPath(callers[role], path, inputFor(path, permission, role)));
        const code = typeof refused === "string" ? refused : refused.code;
        expect({ path, role, isAdmitted: !DENIED.has(code), code }).toEqual({
          path,
          role,
          isAdmitted: isAdmitted(path, permission, role),
          code,
        });
      }
    }
  });

  function rank(path: string): number {
    return TAKING_AWAY.indexOf(path) + 1;
  }

  function isAdmitted(path: string, permission: Permission, role: Role): boolean {
    if (permission === "instructor" && OWN_LISTS.has(path) && role === "other instructor") return true;
    return ADMITTED[permission].includes(role);
  }

  function inputFor(path: string, permission: Permission, role: Role): unknown {
    const input = inputs[path];
    if (permission !== "participant" || role === "participant") return input;
    return { ...input, token: NO_TOKEN };
  }
});
