import { defineConfig } from "drizzle-kit";

// Migrations are written from the schema and never edited once they have shipped; `npm run generate -w @pyrena/db`.
export default defineConfig({
  dialect: "postgresql",
  schema: "./src/schema/index.ts",
  out: "./migrations",
  casing: "snake_case",
});
