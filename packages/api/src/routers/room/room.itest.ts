import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { isPin, refuse } from "@pyrena/contracts";
import { selectOptionalParticipantByToken } from "@pyrena/db";
import { refcountDraft } from "../../testing/drafts.ts";
import { refusalOf } from "../../testing/refusals.ts";
import { type Caller, createSchool, type School } from "../../testing/school.ts";

let school: School;
let grace: Caller;
let deckId: string;
let roomId: string;
let pin: string;

beforeAll(async () => {
  school = await createSchool();
  grace = (await school.instructor("Grace")).caller;
  const { itemId } = await grace.item.create({ draft: refcountDraft() });
  const broken = await grace.item.create({ draft: refcountDraft({ title: "Broken", source: "x = (\n" }) });
  ({ deckId } = await grace.deck.create({ title: "Counting", itemIds: [itemId, broken.itemId] }));
});
beforeEach(async () => {
  ({ roomId, pin } = await grace.room.open({ deckId }));
});
afterAll(() => school.close());

const dispatch = async (event: Parameters<School["services"]["live"]["dispatch"]>[1]) => {
  expect(await school.services.live.dispatch(roomId, event)).toMatchObject({ ok: true });
};

describe("opening a room", () => {
  test("goes without the items that cannot be asked, and says so", async () => {
    const opened = await grace.room.open({ deckId, title: "Monday", settings: { secondsPerQuestion: null } });
    expect(isPin(opened.pin)).toBe(true);
    expect(opened.skipped).toMatchObject([{ title: "Broken", problems: [{ code: "syntax-error" }] }]);
    const state = await school.services.live.state(opened.roomId);
    expect(state).toMatchObject({ phase: "lobby", title: "Monday", deck: [{ title: "Two names" }] });
    expect(await grace.room.get({ roomId: opened.roomId })).toMatchObject({
      pin: opened.pin,
      settings: { secondsPerQuestion: null },
      joinUrls: [`http://192.168.1.20:3000/join/${opened.pin}`],
    });
  });

  test("refuses a deck with nothing to ask", async () => {
    const empty = await grace.deck.create({ title: "Empty" });
    expect(await refusalOf(grace.room.open(empty))).toEqual({ code: "deck-empty" });
  });

  test("takes an item that is not in the deck while it runs", async () => {
    const { itemId } = await grace.item.create({ draft: refcountDraft({ title: "Pushed" }) });
    const { entryId } = await grace.room.pushItem({ roomId, itemId });
    const state = await school.services.live.state(roomId);
    expect(state).toMatchObject({ deck: [{ title: "Two names" }, { entryId, title: "Pushed" }] });
    await dispatch({ type: "room-ended", at: Date.now() });
    expect(await refusalOf(grace.room.pushItem({ roomId, itemId }))).toEqual({ code: "room-ended" });
  });
});

describe("spare variants", () => {
  test("are made after saving, taken once each, and made again", async () => {
    const { background, live, engine } = school.services;
    const source = "import sys\n{{name}} = []\nprint(sys.getrefcount({{name}}))\n";
    const { user, caller } = await school.instructor("Barbara");
    const params = { name: ["apples", "pears", "plums"] };
    const ask = { form: "printed" as const, name: "{{name}}", at: { line: 3, occurrence: 1 } };
    const { itemId, problems } = await caller.item.create({
      draft: { ...refcountDraft({ source }), kind: "refcount", params, ask },
    });
    expect(problems).toEqual([]);
    const own = await caller.deck.create({ title: "Fruit", itemIds: [itemId] });
    await background.settled();

    // With two spares in stock the engine is not needed.
    const resting = school.callerWith(user, {
      engine: { ...engine, materialise: async () => refuse("engine-busy") },
      background: { ...background, run: () => undefined },
    });
    const variantsOf = async (roomId: string) => {
      const state = await live.state(roomId);
      const [entry] = state.phase === "unopened" ? [] : state.deck;
      return [entry?.variantId, entry?.twinVariantId];
    };
    const first = await variantsOf((await resting.room.open(own)).roomId);
    expect(new Set(first).size).toBe(2);
    expect(first).not.toContain(null);
    expect(await refusalOf(resting.room.open(own))).toEqual({ code: "engine-busy" });

    // Without spares it is asked, for one variant, and the stock is filled up behind it.
    const second = await variantsOf((await caller.room.open(own)).roomId);
    expect(second).toEqual([expect.any(String), null]);
    await background.settled();
    const third = await variantsOf((await resting.room.open(own)).roomId);
    expect(new Set([...first, ...second, ...third]).size).toBe(6);
  });
});

describe("joining", () => {
  test("takes a PIN however it is typed, and keeps only the token's hash", async () => {
    const typed = ` ${pin.slice(0, 3).toLowerCase()}-${pin.slice(3)} `;
    const credential = await school.stranger().room.join({ pin: typed, nickname: "  Ana " });
    expect(credential).toMatchObject({ roomId, nickname: "Ana" });
    const { db, pool } = school.database;
    expect(await selectOptionalParticipantByToken(db, roomId, credential.token)).toMatchObject({
      nickname: "Ana",
    });
    const { rows } = await pool.query("select * from participant where room_id = $1", [roomId]);
    expect(JSON.stringify(rows)).not.toContain(credential.token);
    const me = await school.stranger().room.me({ roomId, token: credential.token });
    expect(me).toMatchObject({ nickname: "Ana", title: "Counting" });
  });

  test("suggests a free name for a taken one, in whatever case", async () => {
    await school.stranger().room.join({ pin, nickname: "Ana" });
    const again = school.stranger().room.join({ pin, nickname: "ANA" });
    expect(await refusalOf(again)).toEqual({ code: "nickname-taken", suggestion: "ANA 2" });
    await school.stranger().room.join({ pin, nickname: "Ana 2" });
    expect(await refusalOf(school.stranger().room.join({ pin, nickname: "Ana" }))).toMatchObject({
      suggestion: "Ana 3",
    });
  });

  test("lets one of two win a name they ask for at once", async () => {
    const both = await Promise.all(
      [1, 2].map(() => refusalOf(school.stranger().room.join({ pin, nickname: "Twin" }))),
    );
    expect(both.map((one) => (typeof one === "string" ? one : one.code)).sort()).toEqual([
      "accepted",
      "nickname-taken",
    ]);
  });

  test.each([
    ["", "nickname-empty"],
    ["x".repeat(500), "nickname-too-long"],
    ["a\u0000b", "nickname-forbidden-characters"],
  ])("refuses the nickname %j", async (nickname, code) => {
    expect(await refusalOf(school.stranger().room.join({ pin, nickname }))).toEqual({ code });
  });

  test("counts wrong PINs per address, and never keeps a right one out", async () => {
    const guesser = school.stranger("192.168.1.66");
    for (let guess = 0; guess < 5; guess += 1) {
      expect(await refusalOf(guesser.room.lookup({ pin: "AAAAAA" }))).toEqual({ code: "room-not-found" });
    }
    expect(await refusalOf(guesser.room.lookup({ pin: "AAAAAA" }))).toMatchObject({
      code: "too-many-attempts",
    });
    expect(await guesser.room.lookup({ pin })).toMatchObject({ roomId, isLocked: false });
    const neighbour = school.stranger("192.168.1.67");
    expect(await refusalOf(neighbour.room.lookup({ pin: "AAAAAA" }))).toEqual({ code: "room-not-found" });
  });

  test("admits a whole class from one address", async () => {
    const joins = Array.from({ length: 60 }, (_, index) =>
      school.stranger().room.join({ pin, nickname: `S${index}` }),
    );
    expect(new Set((await Promise.all(joins)).map(({ token }) => token)).size).toBe(60);
  });

  test("stops at a lock, and with the room", async () => {
    await dispatch({ type: "room-locked", at: Date.now(), isLocked: true });
    expect(await school.stranger().room.lookup({ pin })).toMatchObject({ isLocked: true });
    expect(await refusalOf(school.stranger().room.join({ pin, nickname: "Late" }))).toEqual({
      code: "room-locked",
    });
    await dispatch({ type: "room-ended", at: Date.now() });
    expect(await refusalOf(school.stranger().room.join({ pin, nickname: "Later" }))).toEqual({
      code: "room-not-found",
    });
  });
});

describe("text that no database can hold", () => {
  test("is refused or read past, never an internal error", async () => {
    expect(await refusalOf(school.stranger().room.lookup({ pin: "\u0000" }))).toEqual({
      code: "room-not-found",
    });
    expect(await school.stranger().room.lookup({ pin: `\u0000${pin}` })).toMatchObject({ roomId });
    expect(await grace.item.list({ search: "Two\u0000names" })).toMatchObject([{ title: "Two names" }]);
    const title = "a\u0000b";
    expect(await refusalOf(grace.deck.create({ title }))).toBe("BAD_REQUEST");
    expect(await refusalOf(grace.item.create({ draft: { ...refcountDraft(), title } }))).toBe("BAD_REQUEST");
    expect(await refusalOf(grace.setup.invite({ note: title }))).toBe("BAD_REQUEST");
  });
});

describe("a projector link", () => {
  test("is shown once, listed without its token, and revoked", async () => {
    const link = await grace.room.createProjectorLink({ roomId });
    expect(link.token).toHaveLength(43);
    const [listed] = await grace.room.projectorLinks({ roomId });
    expect(listed).toEqual({ id: link.id, createdAt: link.createdAt, revokedAt: null });
    await grace.room.revokeProjectorLink({ roomId, linkId: link.id });
    expect(await grace.room.projectorLinks({ roomId })).toMatchObject([{ revokedAt: expect.any(Date) }]);
  });
});
