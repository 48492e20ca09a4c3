import { cpus } from "node:os";
import { z } from "zod";

/** The only reader of process.env. Fails at start, in one sentence per variable. */
const envSchema = z.object({
  NODE_ENV: z.enum(["production", "development", "test"]).default("production"),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().default("0.0.0.0"),
  /** Where students reach this server; wins over every address found on the machine. */
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** More origins that may call, separated by commas; the server's own addresses always may. */
  ALLOWED_ORIGINS: z
    .string()
    .default("")
    .transform((list) => list.split(",").flatMap((origin) => (origin.trim() === "" ? [] : [origin.trim()]))),
  /** A proxy of yours stands in front on another machine: the last address in its X-Forwarded-For is the client's. */
  TRUST_PROXY: z.stringbool().default(false),
  /** A PostgreSQL of your own; without it the embedded one is used. */
  DATABASE_URL: z.string().optional(),
  DATA_FOLDER: z.string().default(".data"),
  /** The folder of apps/web, whose build is served; empty serves no pages (tests, load generators). */
  WEB_FOLDER: z.string().default(""),
  /** Of the demo instructor; none means no demo. */
  DEMO_PASSWORD: z.string().min(10).optional(),
  /** Signs sessions; made by the start script once per data folder. */
  AUTH_SECRET: z.string().min(32),
  /** Lets a scraper that is not on this machine read /metrics. */
  METRICS_TOKEN: z.string().min(16).optional(),
  ENGINE_THREADS: z.coerce
    .number()
    .int()
    .min(1)
    .max(64)
    .default(Math.max(2, cpus().length - 1)),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
});
export type Env = z.infer<typeof envSchema>;

export class EnvProblem extends Error {}

export function readEnv(source: NodeJS.ProcessEnv = process.env): Env {
  // A variable that is set but empty means the same as one that is not set.
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const parsed = envSchema.safeParse(given);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
  throw new EnvProblem(`The environment is not usable. ${problems.join(". ")}.`);
}

/** What the child that renders pages may know: where the API is, and none of the server's secrets. */
export function pagesEnv(origin: string, source: NodeJS.ProcessEnv = process.env): NodeJS.ProcessEnv {
  const { PATH, HOME, TZ, LANG } = source;
  const own = { PATH, HOME, TZ, LANG, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" };
  return { ...own, PYRENA_INTERNAL_ORIGIN: origin };
}
