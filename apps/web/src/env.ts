import { z } from "zod";

/** The pages' own environment; the front door sets it when it starts them. */
const envSchema = z.object({
  /** Where server components reach the API: the front door, over loopback. */
  PYRENA_INTERNAL_ORIGIN: z.url().default("http://127.0.0.1:3000"),
  NODE_ENV: z.enum(["development", "production", "test"]).default("development"),
});

export const env = envSchema.parse(process.env);
