/** A task waits in the line of its account; the lines are served in turn, so a long one delays nobody else's first task. */
export interface FairQueueOptions {
  /** Tasks that run at once. */
  readonly slots: number;
  /** Tasks that may wait per account. */
  readonly perAccount: number;
}

type Task = () => Promise<void>;

export class FairQueue {
  private running = 0;
  /** Insertion order is the order of service: a served account goes to the end. */
  private readonly lines = new Map<string, Task[]>();

  constructor(private readonly options: FairQueueOptions) {}

  get waiting(): number {
    let count = 0;
    for (const line of this.lines.values()) count += line.length;
    return count;
  }

  /** Null when the account's line is full; the task is then never run. */
  run<T>(account: string, task: () => Promise<T>): Promise<T> | null {
    const line = this.lines.get(account) ?? [];
    if (line.length >= this.options.perAccount) return null;
    return new Promise<T>((resolve, reject) => {
      line.push(() => task().then(resolve, reject));
      this.lines.set(account, line);
      this.serve();
    });
  }

  private serve(): void {
    while (this.running < this.options.slots) {
      const [next] = this.lines;
      if (next === undefined) return;
      const [account, line] = next;
      const task = line.shift();
      this.lines.delete(account);
      if (line.length > 0) this.lines.set(account, line);
      if (task === undefined) continue;
      this.running += 1;
      void task().finally(() => {
        this.running -= 1;
        this.serve();
      });
    }
  }
}
