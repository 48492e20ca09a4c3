import type { ItemDraft } from "@pyrena/contracts";
import {
  insertDeck,
  insertItem,
  selectDeckEntries,
  selectDecks,
  selectInstructorCount,
  selectOptionalUserByEmail,
} from "@pyrena/db";
import { createClass } from "./classes.ts";
import type { Services } from "./context.ts";
import { registerInstructor } from "./registration.ts";
import { stockUp } from "./spares.ts";

export const DEMO_EMAIL = "demo@pyrena.example";
const DEMO_NAME = "Demo instructor";
const DEMO_CLASS = "Demo class";

export interface DemoOptions {
  /** Random per data folder. */
  readonly password: string;
  readonly deck: {
    readonly title: string;
    readonly description: string;
    readonly items: readonly ItemDraft[];
  };
}

export type DemoOutcome =
  /** Made now. */
  | "seeded"
  /** There since an earlier start; its password is the given one. */
  | "present"
  /** Others use this installation and have no demo: it is left alone. */
  | "not-wanted";

/** The demo instructor with a class and a deck, made on the first start of an empty installation. */
export async function seedDemo(
  services: Pick<Services, "db" | "auth">,
  { password, deck }: DemoOptions,
): Promise<DemoOutcome> {
  const { db } = services;
  const existing = await selectOptionalUserByEmail(db, DEMO_EMAIL);
  if (existing !== null) {
    await setPassword(services, existing.id, password);
    return "present";
  }
  if ((await selectInstructorCount(db)) > 0) return "not-wanted";
  const registered = await registerInstructor(services, { name: DEMO_NAME, email: DEMO_EMAIL, password });
  // Another server of the same database was faster.
  if (!registered.ok) return "present";

  const classId = await createClass(db, { ownerId: registered.value, name: DEMO_CLASS });
  await seedDeck(services, { ownerId: registered.value, classId, deck });
  return "seeded";
}

async function seedDeck(
  { db }: Pick<Services, "db">,
  { ownerId, classId, deck }: { ownerId: string; classId: string; deck: DemoOptions["deck"] },
): Promise<void> {
  const { title, description, items } = deck;
  const itemIds: string[] = [];
  for (const draft of items) {
    // That each can be asked is held by the bank's own tests; a first start does not wait for the engine to say it again.
    itemIds.push(await insertItem(db, { ownerId, origin: "demo", draft, problems: [] }));
  }
  await insertDeck(db, {
    ...{ ownerId, classId, title, description, itemIds },
    origin: "demo",
  });
}

/**
 * Makes spares for the demo's decks. To be called when everything is up, since it keeps a processor busy; and at every start, since the
 * last one may have been too short for it.
 */
export async function stockDemo(services: Pick<Services, "db" | "engine" | "background">): Promise<void> {
  const demo = await selectOptionalUserByEmail(services.db, DEMO_EMAIL);
  if (demo === null) return;
  for (const { id } of await selectDecks(services.db, demo.id)) {
    const entries = await selectDeckEntries(services.db, id);
    stockUp(
      services,
      entries.map(({ item }) => item),
    );
  }
}

/** The password lies in the data folder; a database that outlived its folder gets the new one. */
async function setPassword(
  { auth }: Pick<Services, "auth">,
  userId: string,
  password: string,
): Promise<void> {
  const { internalAdapter, password: hasher } = await auth.$context;
  const accounts = await internalAdapter.findAccounts(userId);
  const hash = accounts.find(({ providerId }) => providerId === "credential")?.password;
  if (hash != null && (await hasher.verify({ hash, password }))) return;
  await internalAdapter.updatePassword(userId, await hasher.hash(password));
}
