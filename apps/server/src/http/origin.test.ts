import { describe, expect, test } from "@jest/globals";
import { createOriginPolicy } from "./origin.ts";

const policy = createOriginPolicy({
  publicUrl: "https://pyrena.school.example/",
  allowedOrigins: ["http://classroom.test:3000"],
});

describe("a page may call", () => {
  test.each([
    ["http://192.168.1.20:3000", "192.168.1.20:3000"],
    ["http://localhost:3000", "localhost:3000"],
    ["http://[fe80::1]:3000", "[fe80::1]:3000"],
    ["https://pyrena.school.example", "10.0.0.3:3000"],
    ["http://classroom.test:3000", "classroom.test:3000"],
  ])("from %s to %s", (origin, host) => {
    expect(policy.isAllowed(origin, host)).toBe(true);
  });
});

describe("a page may not call", () => {
  test.each([
    ["of another address", "http://192.168.1.21:3000", "192.168.1.20:3000"],
    ["of another port", "http://localhost:8080", "localhost:3000"],
    ["of a foreign name that points here", "http://evil.example:3000", "evil.example:3000"],
    ["of a name that only begins like ours", "https://pyrena.school.example.evil.example", "10.0.0.3:3000"],
    ["without an origin", undefined, "localhost:3000"],
    ["of an opaque origin", "null", "localhost:3000"],
  ])("%s", (_name, origin, host) => {
    expect(policy.isAllowed(origin, host)).toBe(false);
  });
});
