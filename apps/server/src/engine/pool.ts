import type { Engine, EngineRefusal, Materialised } from "@pyrena/api";
import { accept, type Candidates, type Problem, type Result, refuse } from "@pyrena/contracts";
import { Piscina } from "piscina";
import type { Logger } from "../log.ts";
import { FairQueue } from "./fair-queue.ts";
import type { EngineTask } from "./worker.ts";

export interface EnginePoolOptions {
  /** The bundled worker: dist/engine-worker.js. */
  readonly workerFile: string;
  readonly threads: number;
  readonly log: Logger;
  /** Wall clock of one task; the engine's own step limit ends ordinary endless programs long before. */
  readonly timeoutMs?: number;
  readonly heapMb?: number;
  /** Keeps one thread for good: a program runs several times faster in a thread that has run others. */
  readonly isKeptWarm?: boolean;
}

export interface EnginePool extends Engine {
  readonly waiting: () => number;
  close(): Promise<void>;
}

const TIMEOUT_MS = 10_000;
const HEAP_MB = 384;
/** Opening a room from a long deck asks for two variants of each item at once. */
const WAITING_PER_ACCOUNT = 120;
const THREAD_IDLE_MS = 60_000;

/** A piscina of workers with a memory limit each, in front of it a fair queue, around each task a clock. */
export function createEnginePool(options: EnginePoolOptions): EnginePool {
  const pool = new Piscina<EngineTask, unknown>({
    filename: options.workerFile,
    minThreads: options.isKeptWarm ? 1 : 0,
    maxThreads: options.threads,
    idleTimeout: THREAD_IDLE_MS,
    resourceLimits: {
      maxOldGenerationSizeMb: options.heapMb ?? HEAP_MB,
      maxYoungGenerationSizeMb: 48,
      // Python allows a thousand nested calls, and those through native code nest here too.
      stackSizeMb: 16,
    },
  });
  const queue = new FairQueue({ slots: options.threads, perAccount: WAITING_PER_ACCOUNT });

  let isClosed = false;

  async function run<T>(
    account: string,
    task: EngineTask,
  ): Promise<Result<T, EngineRefusal> | "out-of-memory"> {
    // The clock starts with the task, not with the wait.
    try {
      const outcome = queue.run(account, () => {
        const signal = AbortSignal.timeout(options.timeoutMs ?? TIMEOUT_MS);
        // The worker's return type follows from the task's; both sides are this package's.
        return pool.run(task, { signal }) as Promise<T>;
      });
      return outcome === null ? refuse("engine-busy") : accept(await outcome);
    } catch (error) {
      if (isAborted(error)) return refuse("engine-timeout");
      if (isOutOfMemory(error)) return "out-of-memory";
      if (!isClosed) options.log.error({ error, type: task.type }, "the engine failed");
      throw error;
    }
  }

  return {
    async materialise(draft, seed, account) {
      const result = await run<Materialised>(account, { type: "materialise", draft, seed });
      return result === "out-of-memory" ? accept({ ok: false, problems: [tooMuchMemory] }) : result;
    },
    async candidates(program, account) {
      const result = await run<Candidates>(account, { type: "candidates", program });
      return result === "out-of-memory" ? accept({ ...nothing, problems: [tooMuchMemory] }) : result;
    },
    waiting: () => queue.waiting,
    close: () => {
      // What the end of the server cuts short is no failure.
      isClosed = true;
      return pool.destroy();
    },
  };
}

const nothing = { output: "", lines: [], candidates: [] } satisfies Omit<Candidates, "problems">;

/** The engine's own accounting misses nothing big, so this is the net below the net: the thread died of the program. */
const tooMuchMemory: Problem = {
  code: "too-much-memory",
  line: null,
  column: null,
  message: "The program needs more memory than the engine may use.",
  values: {},
};

function isOutOfMemory(error: unknown): boolean {
  return fieldOf(error, "code") === "ERR_WORKER_OUT_OF_MEMORY";
}

function isAborted(error: unknown): boolean {
  return fieldOf(error, "name") === "AbortError";
}

/** Errors of a worker may come from another realm, where `instanceof Error` says no. */
function fieldOf(error: unknown, field: "code" | "name"): unknown {
  return typeof error === "object" && error !== null && field in error
    ? Reflect.get(error, field)
    : undefined;
}
