/**
 * The real interpreters: one forking process per version, and a fresh `python FILE` for whatever looks different.
 *
 * Both run with `-s -S -B -W ignore`, PYTHONHASHSEED=0 and an otherwise empty environment, as record.py does.
 */
import { type ChildProcess, execFile, execFileSync, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable, Writable } from "node:stream";
import type { PythonVersion } from "../../src/python-version.ts";
import { listedModules } from "./coverage.ts";

export interface Outcome {
  readonly stdout: string;
  /** The uncaught exception as `Type: message`, or null. */
  readonly error: string | null;
}

const flags = ["-s", "-S", "-B", "-W", "ignore"];
const plainEnv = { PYTHONHASHSEED: "0", LANG: "C.UTF-8", PATH: "/usr/bin:/bin", HOME: "/nonexistent" };
/** Every program forks anew and imports anew: without compiled modules that is most of what a run takes. */
const env = { ...plainEnv, PYTHONPYCACHEPREFIX: join(tmpdir(), "pyrena-fuzz-pycache") };
/** A program that takes more is no lesson; seconds of CPU and kilobytes of address space. */
const limits = "ulimit -v 4000000; ulimit -c 0";

/** Where python3.X is: in `dir/bin`, else pyenv's newest patch of it. */
export function interpreterOf(version: PythonVersion, dir: string | undefined): string | null {
  const given = dir === undefined ? null : join(dir, "bin", `python${version}`);
  if (given !== null && existsSync(given)) return given;
  const pyenv = join(homedir(), ".pyenv", "versions");
  const installed = existsSync(pyenv)
    ? readdirSync(pyenv).filter((name) => name.startsWith(`${version}.`))
    : [];
  const newest = installed.sort((a, b) => patchOf(a) - patchOf(b)).at(-1);
  return newest === undefined ? null : join(pyenv, newest, "bin", "python");
}

function patchOf(release: string): number {
  return Number(release.split(".")[2] ?? 0);
}

/** Same as record.py's error_of. */
function errorOf(stderr: string): string | null {
  if (!stderr.includes("Traceback (most recent call last)") && !stderr.includes("SyntaxError")) return null;
  const lines = stderr.trim().split("\n").reverse();
  return lines.find((line) => /^[A-Za-z_][\w.]*(:|$)/.test(line)) ?? "?";
}

/** One version's interpreter, kept running. Requests are answered one after the other. */
export class Oracle {
  readonly version: PythonVersion;
  readonly #executable: string;
  readonly #folder = mkdtempSync(join(tmpdir(), "pyrena-fuzz-"));
  readonly #worker: string;
  #process: ChildProcess | null = null;
  #answer: ((status: number) => void) | null = null;
  #pending = "";

  constructor(version: PythonVersion, executable: string, worker: string) {
    this.version = version;
    this.#executable = executable;
    this.#worker = worker;
    const compileAll = listedModules.map((name) => `import ${name}`).join("\n");
    execFileSync(executable, ["-s", "-S", "-W", "ignore", "-c", compileAll], { env });
  }

  async run(source: string): Promise<Outcome> {
    const [main, out, err] = ["main.py", "out", "err"].map((name) => join(this.#folder, name)) as [
      string,
      string,
      string,
    ];
    writeFileSync(main, source);
    const status = await this.#ask(`${main}\t${out}\t${err}\n`);
    return outcomeOf(status, readFileSync(out, "utf8"), readFileSync(err, "utf8"));
  }

  /** The same from an interpreter started for it. */
  runFresh(source: string): Promise<Outcome> {
    writeFileSync(join(this.#folder, "main.py"), source);
    const command = `${limits}; exec "$0" "$@"`;
    return new Promise((resolve) => {
      execFile(
        "sh",
        ["-c", command, this.#executable, ...flags, "main.py"],
        { env, cwd: this.#folder, timeout: 20_000, maxBuffer: 1 << 26 },
        (error, stdout, stderr) => {
          const signalled = error !== null && error.signal !== undefined && error.signal !== null;
          const plain = (text: string) => text.replaceAll(`${this.#folder}/`, "");
          resolve(outcomeOf(error === null ? 0 : signalled ? 9 : 256, plain(stdout), plain(stderr)));
        },
      );
    });
  }

  close(): void {
    this.#process?.kill();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #ask(request: string): Promise<number> {
    const process = this.#process ?? this.#start();
    return new Promise((resolve) => {
      this.#answer = resolve;
      (process.stdio[3] as Writable).write(request);
    });
  }

  #start(): ChildProcess {
    const command = `${limits}; exec "$0" "$@"`;
    const child = spawn("sh", ["-c", command, this.#executable, ...flags, this.#worker], {
      env,
      cwd: this.#folder,
      stdio: ["ignore", "ignore", "inherit", "pipe", "pipe"],
    });
    (child.stdio[4] as Readable).on("data", (chunk: Buffer) => {
      this.#pending += chunk.toString();
      const end = this.#pending.indexOf("\n");
      if (end < 0) return;
      const status = Number(this.#pending.slice(0, end));
      this.#pending = this.#pending.slice(end + 1);
      this.#answer?.(status);
    });
    this.#process = child;
    return child;
  }
}

/** A wait status: the low seven bits say which signal ended the program, and then there is nothing to compare with. */
function outcomeOf(status: number, stdout: string, stderr: string): Outcome {
  if ((status & 127) !== 0) return { stdout, error: "killed" };
  return { stdout, error: status === 0 ? null : errorOf(stderr) };
}
