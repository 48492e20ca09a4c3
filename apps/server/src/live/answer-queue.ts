import { type AnswerRow, type Database, insertAnswers, type StoredAnswer } from "@pyrena/db";
import type { Logger } from "../log.ts";

/** One statement, and one commit, for at most this many. */
const BATCH = 500;

interface Waiting {
  readonly row: AnswerRow;
  readonly resolve: (stored: StoredAnswer) => void;
  readonly reject: (reason: unknown) => void;
}

export interface AnswerQueueOptions {
  readonly db: Database;
  readonly log: Logger;
  readonly mayReplace: boolean;
  /** Told about each batch after its commit and before anybody is acknowledged. */
  readonly onStored: (rows: readonly AnswerRow[]) => void;
}

/**
 * Answers of one room on their way into the database. While one batch commits the next one gathers, so the busier the room
 * the fewer the commits per answer; a lone answer waits for nobody. A promise resolves only after the commit.
 */
export class AnswerQueue {
  private waiting: Waiting[] = [];
  private draining: Promise<void> | null = null;

  constructor(private readonly options: AnswerQueueOptions) {}

  store(row: AnswerRow): Promise<StoredAnswer> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ row, resolve, reject });
      this.draining ??= this.drain().finally(() => {
        this.draining = null;
      });
    });
  }

  /** Resolves when everything that was queued before has been stored or refused. */
  async settled(): Promise<void> {
    await this.draining;
  }

  private async drain(): Promise<void> {
    // Answers that arrived in the same turn of the event loop belong into the first batch.
    await new Promise((resolve) => setImmediate(resolve));
    while (this.waiting.length > 0) {
      const batch = this.waiting.splice(0, BATCH);
      try {
        await this.write(batch);
      } catch (error) {
        this.options.log.warn(
          { error, answers: batch.length },
          "a batch of answers failed; storing one by one",
        );
        await this.writeSingly(batch);
      }
    }
  }

  private async write(batch: readonly Waiting[]): Promise<void> {
    const { db, mayReplace, onStored } = this.options;
    const stored = await insertAnswers(
      db,
      batch.map(({ row }) => row),
      { mayReplace },
    );
    onStored(stored.map(({ row }) => row));
    for (const [index, { resolve, reject }] of batch.entries()) {
      const result = stored[index];
      if (result === undefined) reject(new Error("The database said nothing about an answer"));
      else resolve(result);
    }
  }

  /** One bad row must cost nobody else an answer. */
  private async writeSingly(batch: readonly Waiting[]): Promise<void> {
    for (const single of batch) {
      try {
        await this.write([single]);
      } catch (error) {
        single.reject(error);
      }
    }
  }
}
