import { describe, expect, test } from "@jest/globals";
import { PERMISSIONS } from "./permissions.ts";
import { listProcedures } from "./testing/procedures.ts";

describe("permissions", () => {
  test("there are procedures to look at", () => {
    expect(listProcedures().length).toBeGreaterThan(30);
  });

  test.each(listProcedures())("$path declares one", ({ permission }) => {
    expect(PERMISSIONS).toContain(permission);
  });
});
