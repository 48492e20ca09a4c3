import { describe, expect, test } from "@jest/globals";
import { promptCodes, reasonCodes } from "@pyrena/contracts";
import { createTranslator } from "use-intl/core";
import { messages } from "./messages.ts";

/** Everything any prompt or reason is ever filled with; see the comments at their codes in the contracts. */
const values = {
  name: "a",
  line: 3,
  occurrence: 2,
  when: "after",
  count: 2,
  printed: 3,
  object: "Page #1",
  objects: "Node #1, Node #2",
  holder: "cache['x']",
  text: "a is b",
  answer: "True",
  versions: "3.12, 3.13",
};

function translator(namespace: "question.prompt" | "reveal.reason") {
  const problems: string[] = [];
  const t = createTranslator({
    locale: "en",
    messages,
    namespace,
    onError: (error) => problems.push(error.message),
  });
  return { t, problems };
}

const plain = { c: (chunks: unknown) => String(chunks) };

describe("the engine's codes in words", () => {
  test.each(promptCodes)("the prompt %s has a sentence", (code) => {
    const { t, problems } = translator("question.prompt");
    const text = t.markup(code, { ...values, c: plain.c });
    expect(problems).toEqual([]);
    expect(text).toMatch(/^[A-Z].*[?.]$/);
  });

  test.each(reasonCodes)("the reason %s has a sentence", (code) => {
    const { t, problems } = translator("reveal.reason");
    const text = t.markup(code, { ...values, c: plain.c });
    expect(problems).toEqual([]);
    expect(text).toMatch(/\S .*[.]$/);
  });
});

describe("the words themselves", () => {
  const sentences = Object.entries(messages).flatMap(([file, tree]) =>
    leaves(tree).map((text) => ({ file, text })),
  );

  test("never shout", () => {
    expect(sentences.filter(({ text }) => text.includes("!")).map(({ text }) => text)).toEqual([]);
  });
});

function leaves(tree: unknown): string[] {
  if (typeof tree === "string") return [tree];
  return typeof tree === "object" && tree !== null ? Object.values(tree).flatMap(leaves) : [];
}
