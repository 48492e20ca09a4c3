/** One thread that runs programs with the engine; a program that takes too long costs it the thread. */
import { Worker } from "node:worker_threads";

const patience = 120_000;

export class EnginePool {
  constructor(file) {
    this.file = file;
    this.worker = null;
  }

  run(source, python, filename) {
    this.worker ??= new Worker(this.file, {
      resourceLimits: { stackSizeMb: 64, maxOldGenerationSizeMb: 4096 },
    });
    const worker = this.worker;
    return new Promise((resolve) => {
      const finish = (result) => {
        clearTimeout(timer);
        worker.off("message", finish);
        worker.off("error", crashed);
        resolve(result);
      };
      const lost = (error) => {
        this.close();
        finish({ stdout: "", error });
      };
      const crashed = (error) => lost(`engine: ${error.message}`);
      const timer = setTimeout(() => lost("engine: no end"), patience);
      worker.on("message", finish);
      worker.on("error", crashed);
      worker.postMessage({ source, python, filename });
    });
  }

  close() {
    this.worker?.terminate();
    this.worker = null;
  }
}
