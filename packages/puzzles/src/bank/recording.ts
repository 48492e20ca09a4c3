/// <reference types="node" />
/** What real CPythons printed for a shipped item's variants, as record-bank.py stored it. For tests. */
import { readFileSync } from "node:fs";
import type { PythonVersion } from "@pyrena/contracts";
import { z } from "zod";
import type { FilledParams } from "../fill.ts";

const resultSchema = z.strictObject({
  versions: z.array(z.string()),
  stdout: z.string(),
  error: z.string().nullable(),
  counted: z.array(z.string()).optional(),
  alive: z.array(z.string()).optional(),
  without: z.record(z.string(), z.array(z.string())).optional(),
});
export type Recorded = z.infer<typeof resultSchema>;

const recordingSchema = z.strictObject({
  pythons: z.record(z.string(), z.string()),
  variants: z.array(
    z.strictObject({
      params: z.record(z.string(), z.string()),
      source: z.string(),
      results: z.array(resultSchema),
    }),
  ),
});
export type Recording = z.infer<typeof recordingSchema>;

export function readRecording(slug: string): Recording {
  const text = readFileSync(new URL(`./recorded/${slug}.json`, import.meta.url), "utf8");
  return recordingSchema.parse(JSON.parse(text));
}

/** What that version printed for the variant with these parameters; undefined when it was not recorded. */
export function recordedFor(
  recording: Recording,
  params: FilledParams,
  python: PythonVersion,
): { source: string; result: Recorded } | undefined {
  const wanted = JSON.stringify(Object.entries(params).sort());
  const variant = recording.variants.find(
    (one) => JSON.stringify(Object.entries(one.params).sort()) === wanted,
  );
  const result = variant?.results.find((one) => one.versions.includes(python));
  return variant === undefined || result === undefined ? undefined : { source: variant.source, result };
}
