/** Work that nobody waits for, one piece after another; what fails is reported and lost. */
export interface Background {
  run(work: () => Promise<void>): void;
  /** Resolves when everything handed in so far is done. */
  settled(): Promise<void>;
  /** What has not begun never will; resolves when the piece in hand is done. */
  stop(): Promise<void>;
}

export function createBackground(onError: (error: unknown) => void): Background {
  let last = Promise.resolve();
  let isStopped = false;
  return {
    run(work) {
      last = last
        .then(() => (isStopped ? undefined : work()))
        .catch((error: unknown) => {
          // What a stop cuts short is no fault.
          if (!isStopped) onError(error);
        });
    },
    settled: () => last,
    async stop() {
      isStopped = true;
      await last;
    },
  };
}
