import { describe, expect, test } from "@jest/globals";
import { createThrottle } from "./throttle.ts";

describe("a throttle", () => {
  test("lets a key try again when its window is over", () => {
    let time = 0;
    const throttle = createThrottle({ limit: 2, windowMs: 60_000, now: () => time });
    throttle.fail("a");
    expect(throttle.retryAfter("a")).toBe(0);
    throttle.fail("a");
    time = 15_000;
    expect(throttle.retryAfter("a")).toBe(45);
    expect(throttle.retryAfter("b")).toBe(0);
    time = 60_000;
    expect(throttle.retryAfter("a")).toBe(0);
  });

  test("forgives", () => {
    const throttle = createThrottle({ limit: 1, windowMs: 60_000 });
    throttle.fail("a");
    expect(throttle.retryAfter("a")).toBeGreaterThan(0);
    throttle.forgive("a");
    expect(throttle.retryAfter("a")).toBe(0);
  });

  test("does not grow without bound", () => {
    const throttle = createThrottle({ limit: 1, windowMs: 60_000 });
    for (let key = 0; key <= 10_000; key += 1) throttle.fail(String(key));
    expect(throttle.retryAfter("0")).toBe(0);
    expect(throttle.retryAfter("10000")).toBeGreaterThan(0);
  });
});
