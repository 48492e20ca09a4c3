import { makeInstructor } from "@pyrena/db";
import { createTestDatabase, type TestDatabase } from "@pyrena/db/testing";
import { createAuth, type SessionUser } from "../auth.ts";
import { createBackground } from "../background.ts";
import type { Context, Services } from "../context.ts";
import { createCaller } from "../root.ts";
import { createThrottle } from "../throttle.ts";
import { createTestEngine } from "./engine.ts";
import { createTestLive } from "./live.ts";

export type Caller = ReturnType<typeof createCaller>;

/** Everything the API needs, over a database of its own; and callers in every role. */
export interface School {
  readonly database: TestDatabase;
  readonly services: Services;
  /** Nobody in particular, at one address. */
  stranger(clientAddress?: string): Caller;
  /** A new instructor, made without the registration's rules. */
  instructor(name: string): Promise<{ readonly caller: Caller; readonly user: SessionUser }>;
  /** A new student of a class, made by its code. */
  student(name: string, code: string): Promise<{ readonly caller: Caller; readonly user: SessionUser }>;
  /** Sets the school's clock, in milliseconds since the epoch. */
  setClock(instant: number): void;
  /** The same person in a school where something is out of order. */
  callerWith(user: SessionUser, faults: Partial<Services>): Caller;
  close(): Promise<void>;
}

export const TEST_PASSWORD = "correct horse battery";

export async function createSchool(): Promise<School> {
  const database = await createTestDatabase();
  const { db } = database;
  let clock = Date.now();
  const auth = createAuth({
    db,
    secret: "a secret for tests, 32 characters long",
    publicUrl: null,
    // Refused sign-ins are what some tests are about.
    onLog: () => undefined,
  });
  const services: Services = {
    db,
    auth,
    engine: createTestEngine(),
    live: createTestLive(db),
    background: createBackground((error) => {
      throw error;
    }),
    wrongPins: createThrottle({ limit: 5, windowMs: 60_000 }),
    joinUrls: () => ["http://192.168.1.20:3000"],
    now: () => clock,
  };
  const callerFor = (user: SessionUser | null, clientAddress = "192.168.1.30"): Caller => {
    const context: Context = { ...services, user, clientAddress };
    return createCaller(context);
  };
  return {
    database,
    services,
    stranger: (clientAddress) => callerFor(null, clientAddress),
    async instructor(name) {
      const email = `${name.toLowerCase()}@example.test`;
      const { user } = await auth.api.signUpEmail({ body: { name, email, password: TEST_PASSWORD } });
      await makeInstructor(db, user.id);
      const own = { id: user.id, name: user.name, email: user.email, isInstructor: true };
      return { caller: callerFor(own), user: own };
    },
    async student(name, code) {
      const email = `${name.toLowerCase()}@example.test`;
      const { userId } = await callerFor(null).class.register({ name, email, password: TEST_PASSWORD, code });
      const own = { id: userId, name, email, isInstructor: false };
      return { caller: callerFor(own), user: own };
    },
    setClock(instant) {
      clock = instant;
    },
    callerWith: (user, faults) =>
      createCaller({ ...services, ...faults, user, clientAddress: "192.168.1.30" }),
    async close() {
      await services.background.stop();
      await database.close();
    },
  };
}
