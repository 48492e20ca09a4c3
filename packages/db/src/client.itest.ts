import { readdirSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { sql } from "drizzle-orm";
import { migrateDatabase } from "./client.ts";
import { isTransient, isUniqueViolation, postgresError } from "./errors.ts";
import { user } from "./schema/index.ts";
import { createTestDatabase, type TestDatabase } from "./testing/index.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

describe("the migrated database", () => {
  test("is migrated twice without harm", async () => {
    await Promise.all([migrateDatabase(database.url), migrateDatabase(database.url)]);
    const { rows } = await database.pool.query("select count(*)::int as n from drizzle.__drizzle_migrations");
    const files = readdirSync(new URL("../migrations", import.meta.url)).filter((name) =>
      name.endsWith(".sql"),
    );
    expect(rows).toEqual([{ n: files.length }]);
  });

  test("names the key that a row violates", async () => {
    const ada = { name: "Ada", email: "ada@example.test" };
    await database.db.insert(user).values(ada);
    const error = await database.db
      .insert(user)
      .values(ada)
      .then(
        () => null,
        (reason: unknown) => reason,
      );
    expect(postgresError(error)?.table).toBe("user");
    expect(isUniqueViolation(error, "user_email_unique")).toBe(true);
    expect(isUniqueViolation(error, "session_token_unique")).toBe(false);
    expect(isTransient(error)).toBe(false);
  });

  test("refuses to change a fact", async () => {
    await database.pool.query(
      `insert into audit_event (action, subject, detail) values ('test', 'test:1', '{}')`,
    );
    const change = database.db.execute(sql`update audit_event set action = 'other'`);
    await expect(change).rejects.toMatchObject({ cause: { code: "23001" } });
  });

  test("outlives the loss of its connections", async () => {
    await database.pool.query("select 1");
    const kill = "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database()";
    await database.pool.query(kill).catch((error: unknown) => expect(isTransient(error)).toBe(true));
    const { rows } = await database.pool.query("select 1 as one");
    expect(rows).toEqual([{ one: 1 }]);
  });
});
