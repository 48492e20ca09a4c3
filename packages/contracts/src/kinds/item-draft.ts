import { z } from "zod";
import { lineRunSchema, placeSchema, pythonVersionSchema, runModeSchema } from "./python.ts";

export const kindNames = ["refcount", "leak", "identity", "output"] as const;
export const kindNameSchema = z.enum(kindNames);
export type KindName = z.infer<typeof kindNameSchema>;

/** A Python name as it stands in the program; may hold `{{placeholders}}`. */
const Name = z.string().trim().min(1).max(80);

/**
 * `printed`: the number that line prints (a `print(sys.getrefcount(name))`).
 * `counted`: how many counted references the object named there has at the place.
 */
export const refcountAskSchema = z.discriminatedUnion("form", [
  z.strictObject({ form: z.literal("printed"), name: Name, at: lineRunSchema }),
  z.strictObject({ form: z.literal("counted"), name: Name, place: placeSchema }),
]);
export type RefcountAsk = z.infer<typeof refcountAskSchema>;

/**
 * The marked statement is a call or a loop. `alive`: which of the objects born in it are still alive at the end.
 * `keeper`: the line that made the edge from outside which keeps them.
 * `types` are the type names to look at; empty means instances of the program's own classes.
 */
export const leakAskSchema = z.strictObject({
  form: z.enum(["alive", "keeper"]),
  mark: lineRunSchema,
  types: z.array(Name).max(10).default([]),
});
export type LeakAsk = z.infer<typeof leakAskSchema>;

/** Each row is a line that prints True or False (or shows it at the prompt). */
export const identityAskSchema = z.strictObject({ rows: z.array(lineRunSchema).min(1).max(10) });
export type IdentityAsk = z.infer<typeof identityAskSchema>;

/**
 * What is printed: by one execution of a line (`at`) or by the whole program (`at` null).
 * `distractors` are wrong answers the author wants beside those the wrong rules give; the right one is never typed.
 */
export const outputAskSchema = z.strictObject({
  form: z.enum(["number", "choice", "lines"]),
  at: lineRunSchema.nullable().default(null),
  distractors: z.array(z.string().max(500)).max(8).default([]),
});
export type OutputAsk = z.infer<typeof outputAskSchema>;

/** `{{name}}` in the source and in the ask is replaced by one of the choices, picked by the seed. */
export const paramsSchema = z.record(
  z.string().regex(/^[a-z][a-z0-9_]{0,29}$/),
  z
    .array(
      z
        .string()
        .max(200)
        .regex(/^[^\r\n]*$/, "one line"),
    )
    .min(1)
    .max(60),
);
export type Params = z.infer<typeof paramsSchema>;

const MAX_LINES = 2000;
export const sourceTextSchema = z
  .string()
  .min(1)
  .max(20_000)
  .refine((text) => text.split("\n").length <= MAX_LINES, "too many lines");

const line = z.string().regex(/^[^\p{Cc}]*$/u, "no control characters");

const draft = {
  title: line.trim().min(1).max(120),
  topic: line.trim().min(1).max(60),
  source: sourceTextSchema,
  python: pythonVersionSchema,
  mode: runModeSchema,
  params: paramsSchema.default({}),
};

/** What an author writes down. It holds no answer: the key is computed from the program. */
export const itemDraftSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("refcount"), ...draft, ask: refcountAskSchema }),
  z.strictObject({ kind: z.literal("leak"), ...draft, ask: leakAskSchema }),
  z.strictObject({ kind: z.literal("identity"), ...draft, ask: identityAskSchema }),
  z.strictObject({ kind: z.literal("output"), ...draft, ask: outputAskSchema }),
]);
export type ItemDraft = z.infer<typeof itemDraftSchema>;
/** A draft as it may arrive, defaults not yet filled in. */
export type ItemDraftInput = z.input<typeof itemDraftSchema>;
