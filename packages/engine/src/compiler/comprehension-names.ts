/** What comprehensions are called, as code objects and in messages. */
import type { ComprehensionKind } from "./scope.ts";

export const comprehensionNames = {
  ListComp: "<listcomp>",
  SetComp: "<setcomp>",
  DictComp: "<dictcomp>",
  GeneratorExp: "<genexpr>",
} as const;

export function describeComprehension(kind: ComprehensionKind): string {
  const words = {
    ListComp: "list comprehension",
    SetComp: "set comprehension",
    DictComp: "dict comprehension",
    GeneratorExp: "generator expression",
  };
  return words[kind];
}
