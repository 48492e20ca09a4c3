/** Unit and conformance tests run without a database; integration tests (`*.itest.ts`) start a real PostgreSQL. */
const shared = {
  testEnvironment: "node",
  extensionsToTreatAsEsm: [".ts", ".tsx"],
  transform: {
    "^.+\\.tsx?$": [
      "@swc/jest",
      {
        jsc: {
          target: "es2022",
          parser: { syntax: "typescript", tsx: true },
          transform: { react: { runtime: "automatic" } },
          experimental: { keepImportAttributes: true },
        },
        module: { type: "es6" },
      },
    ],
  },
  modulePathIgnorePatterns: ["/dist/", "/.next/", "/.data/"],
};

export default {
  // Not a bar but a stop: a busy machine may take long to start a PostgreSQL or to play a lesson.
  testTimeout: 180_000,
  projects: [
    {
      ...shared,
      displayName: "unit",
      testMatch: ["<rootDir>/{packages,apps}/**/*.test.{ts,tsx}"],
      testPathIgnorePatterns: ["/node_modules/", "/conformance/"],
    },
    {
      ...shared,
      displayName: "conformance",
      testMatch: ["<rootDir>/packages/engine/conformance/**/*.test.ts"],
    },
    {
      ...shared,
      displayName: "integration",
      testMatch: ["<rootDir>/{packages,apps}/**/*.itest.ts"],
    },
    {
      ...shared,
      displayName: "e2e",
      testMatch: ["<rootDir>/e2e/{journeys,start}/*.spec.ts"],
    },
  ],
};
