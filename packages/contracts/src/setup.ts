import { z } from "zod";

export const emailSchema = z.email().max(254);
export const passwordSchema = z.string().min(10).max(128);
export const personNameSchema = z
  .string()
  .trim()
  .min(1)
  .max(80)
  .regex(/^[^\p{Cc}]*$/u, "no control characters");

/** First-run information: what the sign-in and join pages need before anyone is known. */
export interface SetupInfo {
  /** False on an installation without a demo and without anyone: the first to register becomes its instructor. */
  readonly hasInstructor: boolean;
  readonly needsInvitation: boolean;
  /** The demo instructor's address, where there is one; its password is known to who started the server. */
  readonly demoEmail: string | null;
  /** The address to give to students: PUBLIC_URL, else the local network's; never localhost where another exists. */
  readonly joinUrl: string;
  /** Every address the instructor may choose from when students cannot reach the first one. */
  readonly joinUrls: readonly string[];
  readonly pythonVersions: readonly string[];
}
