import { describe, expect, test } from "@jest/globals";
import { nicknameKey, normaliseNickname, suggestNickname } from "./nickname.ts";

describe("normaliseNickname", () => {
  test.each([
    ["  Ana   Lúcia ", "Ana Lúcia"],
    ["Ａｎａ", "Ana"],
    ["A\u200bna", "Ana"],
    ["李小龍", "李小龍"],
    ["👩‍👩‍👧", "👩‍👩‍👧"],
    ["x".repeat(32), "x".repeat(32)],
  ])("shows %j as %j", (typed, shown) => {
    expect(normaliseNickname(typed)).toEqual({ ok: true, value: shown });
  });

  test.each([
    ["", "nickname-empty"],
    ["   ", "nickname-empty"],
    ["\u3164", "nickname-empty"],
    ["\u200d", "nickname-empty"],
    ["x".repeat(33), "nickname-too-long"],
    ["x".repeat(500), "nickname-too-long"],
    [`e${"\u0301".repeat(300)}`, "nickname-too-long"],
    ["An\u0000a", "nickname-forbidden-characters"],
    ["An\na", "nickname-forbidden-characters"],
    ["\u202eanA", "nickname-forbidden-characters"],
    ["\ud800", "nickname-forbidden-characters"],
  ])("refuses %j as %s", (typed, code) => {
    expect(normaliseNickname(typed)).toMatchObject({ ok: false, code });
  });

  test("counts a family as one character", () => {
    expect(normaliseNickname("👩‍👩‍👧".repeat(20))).toMatchObject({ ok: true });
    expect(normaliseNickname("👩‍👩‍👧".repeat(33))).toMatchObject({ ok: false, code: "nickname-too-long" });
  });
});

describe("suggestNickname", () => {
  test("finds the first free number", () => {
    expect(suggestNickname("Ana", new Set(["ana"]))).toBe("Ana 2");
    expect(suggestNickname("Ana", new Set(["ana", nicknameKey("ANA 2")]))).toBe("Ana 3");
  });

  test("still fits when the name is as long as allowed", () => {
    const suggestion = suggestNickname("x".repeat(32), new Set());
    expect(normaliseNickname(suggestion)).toEqual({ ok: true, value: suggestion });
  });
});
