/** Engine threads that take one program after the other; one that does not answer in time is replaced. */
import { Worker } from "node:worker_threads";
import type { Request } from "./engine-worker.ts";
import type { Outcome } from "./oracle.ts";

const patience = 30_000;

interface Job {
  readonly request: Request;
  readonly resolve: (outcome: Outcome) => void;
}

export class EnginePool {
  readonly #script: URL;
  readonly #waiting: Job[] = [];
  readonly #idle: (Worker | null)[];
  readonly #busy = new Set<Worker>();

  constructor(script: URL, threads: number) {
    this.#script = script;
    this.#idle = new Array(threads).fill(null);
  }

  run(request: Request): Promise<Outcome> {
    return new Promise((resolve) => {
      this.#waiting.push({ request, resolve });
      this.#next();
    });
  }

  close(): void {
    for (const worker of [...this.#idle, ...this.#busy]) void worker?.terminate();
  }

  #next(): void {
    const job = this.#waiting[0];
    const idle = this.#idle.shift();
    if (job === undefined || idle === undefined) {
      if (idle !== undefined) this.#idle.push(idle);
      return;
    }
    this.#waiting.shift();
    const worker = idle ?? new Worker(this.#script);
    this.#busy.add(worker);
    const finish = (outcome: Outcome, isAlive: boolean) => {
      clearTimeout(timer);
      worker.removeAllListeners("message").removeAllListeners("error");
      this.#busy.delete(worker);
      if (!isAlive) void worker.terminate();
      this.#idle.push(isAlive ? worker : null);
      job.resolve(outcome);
      this.#next();
    };
    const timer = setTimeout(() => finish({ stdout: "", error: "hang" }, false), patience);
    worker.once("message", (outcome: Outcome) => finish(outcome, true));
    worker.once("error", (error: Error) => finish({ stdout: "", error: `crash: ${error.message}` }, false));
    worker.postMessage(job.request);
  }
}
