import { describe, expect, test } from "@jest/globals";
import { clockFromFrame, refineClock, secondsLeft, serverNow, timerMark } from "./clock.ts";

describe("the measured clock", () => {
  test("takes the middle of the round trip for the server's instant", () => {
    const clock = refineClock(null, { sentAt: 1000, receivedAt: 1100, serverTime: 61_050 });
    expect(clock).toEqual({ offset: 60_000, uncertainty: 50 });
    expect(serverNow(clock, 2000)).toBe(62_000);
  });

  test("keeps the sample with the shortest round trip", () => {
    const good = refineClock(null, { sentAt: 0, receivedAt: 10, serverTime: 5005 });
    expect(refineClock(good, { sentAt: 0, receivedAt: 800, serverTime: 9000 })).toBe(good);
    expect(refineClock(good, { sentAt: 0, receivedAt: 4, serverTime: 5002 }).uncertainty).toBe(2);
  });

  test("any measurement beats the time that came with a frame", () => {
    const rough = clockFromFrame(5000, 0);
    expect(refineClock(rough, { sentAt: 0, receivedAt: 3000, serverTime: 6500 }).offset).toBe(5000);
  });
});

describe("the countdown", () => {
  test("rounds up and stops at zero", () => {
    expect(secondsLeft(10_000, 9001)).toBe(1);
    expect(secondsLeft(10_000, 10_000)).toBe(0);
    expect(secondsLeft(10_000, 99_000)).toBe(0);
  });

  test("speaks at half, at ten seconds and at the end, and never twice", () => {
    const spoken: string[] = [];
    for (let left = 60; left > 0; left -= 1) {
      const mark = timerMark(left, left - 1, 60);
      if (mark) spoken.push(`${left - 1}:${mark}`);
    }
    expect(spoken).toEqual(["30:half", "10:ten-seconds", "0:over"]);
  });

  test("a short timer only says its end", () => {
    const marks = [8, 7, 6, 5, 4, 3, 2, 1].map((left) => timerMark(left, left - 1, 8)).filter(Boolean);
    expect(marks).toEqual(["over"]);
  });

  test("a page that slept through everything says only that the time is up", () => {
    expect(timerMark(60, 0, 60)).toBe("over");
  });
});
