import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { drizzle } from "drizzle-orm/node-postgres";
import { migrate } from "drizzle-orm/node-postgres/migrator";
import { migrateDatabase } from "./client.ts";
import { createTestDatabase, type TestDatabase } from "./testing/index.ts";

const migrations = join(dirname(fileURLToPath(import.meta.url)), "..", "migrations");

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

/** Makes the database one that was last started when the first `count` migrations were all there were. */
async function beOfAge(count: number): Promise<void> {
  await database.pool.query("drop schema public cascade; drop schema drizzle cascade; create schema public");
  const folder = mkdtempSync(join(tmpdir(), "pyrena-migrations-"));
  cpSync(migrations, folder, { recursive: true });
  const file = join(folder, "meta", "_journal.json");
  const journal = JSON.parse(readFileSync(file, "utf8"));
  writeFileSync(file, JSON.stringify({ ...journal, entries: journal.entries.slice(0, count) }));
  await migrate(drizzle(database.pool), { migrationsFolder: folder });
  rmSync(folder, { recursive: true });
}

test("an installation from before homework keeps its people, and its classes get codes", async () => {
  await beOfAge(3);
  await database.pool.query(`
    insert into "user" (id, name, email) values ('grace', 'Grace', 'grace@example.test');
    insert into class (id, owner_id, name) values ('c1', 'grace', 'Monday'), ('c2', 'grace', 'Tuesday');
    insert into enrolment (id, class_id, user_id, role) values ('e1', 'c1', 'grace', 'instructor');
  `);
  await migrateDatabase(database.url);
  const { rows } = await database.pool.query(
    `select name, code, is_instructor from class join (select id as user_id, is_instructor from "user") as owner
     on owner_id = user_id order by name`,
  );
  expect(rows).toMatchObject([
    { name: "Monday", is_instructor: true, code: expect.stringMatching(/^[34679CDFGHJKMNPQRTWXY]{8}$/) },
    { name: "Tuesday", is_instructor: true, code: expect.stringMatching(/^[34679CDFGHJKMNPQRTWXY]{8}$/) },
  ]);
  expect(rows[0].code).not.toBe(rows[1].code);
});
