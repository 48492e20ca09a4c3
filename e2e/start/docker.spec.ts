import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "@pyrena/db/embedded";
import { parse } from "yaml";
import { z } from "zod";
import { checkout, freePort, isHealthy, launch, untilGreeted } from "./launcher.ts";

/**
 * No Docker engine is needed: the Dockerfile's steps are run one by one in a bare folder, which gets what `COPY` would give it and
 * nothing else. What is not tested is the base image.
 */
interface Stage {
  readonly name: string;
  readonly from: string;
  readonly steps: readonly { readonly word: string; readonly rest: string }[];
}

const composeSchema = z.object({
  services: z.object({
    pyrena: z.object({
      build: z.object({ context: z.string(), dockerfile: z.string() }),
      environment: z.record(z.string(), z.string()),
      ports: z.array(z.string()),
      depends_on: z.object({ database: z.object({ condition: z.literal("service_healthy") }) }),
      volumes: z.array(z.string()),
    }),
    database: z.object({
      image: z.string().regex(/^postgres:18/),
      environment: z.record(z.string(), z.string()),
      healthcheck: z.object({ test: z.array(z.string()) }),
    }),
  }),
  volumes: z.record(z.string(), z.unknown()),
});

const stages = readStages(readFileSync(join(checkout, "docker/Dockerfile"), "utf8"));
const compose = composeSchema.parse(parse(readFileSync(join(checkout, "docker/compose.yaml"), "utf8")));

describe("the compose file", () => {
  const { pyrena, database } = compose.services;

  test("builds this checkout's Dockerfile", () => {
    const context = join(checkout, "docker", pyrena.build.context);
    expect(existsSync(join(context, pyrena.build.dockerfile))).toBe(true);
  });

  test("points the server at its database, by the name and login it has there", () => {
    const url = new URL(pyrena.environment.DATABASE_URL?.replace(/\$\{[^}]*\}/, "secret") ?? "");
    expect([url.hostname, url.port, url.username, url.pathname.slice(1)]).toEqual([
      "database",
      "5432",
      database.environment.POSTGRES_USER,
      database.environment.POSTGRES_DB,
    ]);
  });

  test("publishes the port and keeps the folder that the image names", () => {
    const run = stages.at(-1);
    const port = run?.steps.find(({ word }) => word === "EXPOSE")?.rest;
    const volume = run?.steps.find(({ word }) => word === "VOLUME")?.rest;
    expect(pyrena.ports).toEqual([`\${PORT:-3000}:${port}`]);
    expect(pyrena.volumes).toEqual([`data:${volume}`]);
    expect(Object.keys(compose.volumes)).toContain("data");
  });
});

describe("the Dockerfile", () => {
  let workshop: string;
  let postgres: EmbeddedPostgres;
  beforeAll(async () => {
    workshop = mkdtempSync(join(tmpdir(), "pyrena-image-"));
    postgres = await startEmbeddedPostgres({ folder: join(workshop, "postgres"), isDurable: false });
  });
  afterAll(async () => {
    await postgres.stop();
    rmSync(workshop, { recursive: true, force: true });
  });

  test("uses a Node that the start script accepts, and does not run as root", () => {
    for (const { from } of stages) expect(from).toMatch(/^node:22-/);
    expect(stages.at(-1)?.steps).toContainEqual({ word: "USER", rest: "node" });
  });

  test("builds step by step in a bare folder, and what it leaves serves a classroom", async () => {
    const context = join(workshop, "context");
    copyContext(context);
    for (const stage of stages) runStage(stage, context);

    const run = stages.at(-1);
    const command: unknown = JSON.parse(run?.steps.find(({ word }) => word === "CMD")?.rest ?? "[]");
    const port = await freePort();
    const launched = launch({
      port,
      dataFolder: join(workshop, "data"),
      folder: folderOf("run", "/app"),
      command: z.array(z.string()).parse(command),
      env: { NODE_ENV: "production", DATABASE_URL: postgres.url, DEMO_PASSWORD: "" },
    });
    try {
      await untilGreeted(launched);
      expect(await isHealthy(launched.url)).toBe(true);
      const page = await fetch(launched.url);
      expect(page.status).toBe(200);
      expect(await page.text()).toContain("Pyrena");
      // No demo was asked for: the first to register becomes the instructor.
      expect(launched.output()).not.toContain("Password");
    } finally {
      launched.child.kill("SIGTERM");
      await launched.ended;
    }
  }, 900_000);

  function folderOf(stage: string, path: string): string {
    return join(workshop, stage, path);
  }

  function runStage({ name, steps }: Stage, context: string): void {
    let folder = folderOf(name, "/");
    const env: Record<string, string> = {};
    mkdirSync(folder, { recursive: true });
    for (const { word, rest } of steps) {
      if (word === "WORKDIR") folder = folderOf(name, rest);
      if (word === "ENV")
        Object.assign(env, Object.fromEntries(rest.split(" ").map((pair) => pair.split("="))));
      if (word === "COPY") copyStep(rest, folder, context);
      if (word === "RUN" && rest.startsWith("node ")) runStep(rest, folder, env);
      mkdirSync(folder, { recursive: true });
    }
  }

  function copyStep(rest: string, folder: string, context: string): void {
    const words = rest.split(" ");
    const options = words.filter((word) => word.startsWith("--"));
    const paths = words.filter((word) => !word.startsWith("--"));
    const from = options.find((option) => option.startsWith("--from="))?.slice("--from=".length);
    const target = paths.at(-1) ?? "";
    for (const source of paths.slice(0, -1)) {
      const origin = from === undefined ? join(context, source) : folderOf(from, source);
      // As COPY does: a folder gives its content, a file keeps its name where the target ends with a slash.
      const into = target.startsWith("/") ? folderOf("run", target) : join(folder, target);
      const isIntoFolder = target.endsWith("/");
      const destination = isIntoFolder ? join(into, source) : into;
      mkdirSync(dirname(destination), { recursive: true });
      cpSync(origin, destination, { recursive: true, verbatimSymlinks: true });
    }
  }

  function runStep(rest: string, folder: string, env: Record<string, string>): void {
    const [, ...args] = rest.split(" ");
    const { PATH = "", HOME = "" } = process.env;
    execFileSync(process.execPath, args, { cwd: folder, env: { PATH, HOME, ...env }, stdio: "pipe" });
  }
});

/** What `COPY . .` would find: the files of the checkout without those of .dockerignore, which git ignores too. */
function copyContext(target: string): void {
  const listed = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
    cwd: checkout,
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  for (const file of listed.split("\0")) {
    if (file === "" || !existsSync(join(checkout, file))) continue;
    mkdirSync(dirname(join(target, file)), { recursive: true });
    cpSync(join(checkout, file), join(target, file));
  }
}

function readStages(text: string): Stage[] {
  const lines = text
    .replace(/\\\n\s*/g, " ")
    .split("\n")
    .filter((line) => line.trim() !== "" && !line.startsWith("#"))
    .map((line) => ({ word: line.split(" ")[0] ?? "", rest: line.slice(line.indexOf(" ") + 1).trim() }));
  const stages: (Stage & { steps: { word: string; rest: string }[] })[] = [];
  for (const line of lines) {
    if (line.word === "FROM") {
      const [from = "", , name = ""] = line.rest.split(" ");
      stages.push({ name, from, steps: [] });
    } else stages.at(-1)?.steps.push(line);
  }
  return stages;
}
