import { describe, expect, test } from "@jest/globals";
import { FairQueue } from "./fair-queue.ts";

/** Tasks that note when they start and end when told to. */
function bench(slots: number, perAccount = 10) {
  const queue = new FairQueue({ slots, perAccount });
  const started: string[] = [];
  const ends: (() => void)[] = [];
  const submit = (account: string, name: string) =>
    queue.run(account, () => {
      started.push(name);
      return new Promise<string>((resolve) => ends.push(() => resolve(name)));
    });
  const finishOne = async () => {
    ends.shift()?.();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { queue, started, submit, finishOne };
}

describe("the engine's queue", () => {
  test("serves accounts in turn, however long one of the lines is", async () => {
    const { started, submit, finishOne } = bench(1);
    for (const name of ["a1", "a2", "a3"]) submit("a", name);
    submit("b", "b1");
    for (let step = 0; step < 4; step += 1) await finishOne();
    expect(started).toEqual(["a1", "a2", "b1", "a3"]);
  });

  test("runs as many at once as there are slots", async () => {
    const { started, submit, finishOne } = bench(2);
    for (const name of ["a1", "a2", "a3"]) submit("a", name);
    expect(started).toEqual(["a1", "a2"]);
    await finishOne();
    expect(started).toEqual(["a1", "a2", "a3"]);
  });

  test("refuses what goes beyond an account's line, and only that account's", async () => {
    const { queue, submit } = bench(1, 2);
    submit("a", "running");
    expect(submit("a", "first")).not.toBeNull();
    expect(submit("a", "second")).not.toBeNull();
    expect(submit("a", "third")).toBeNull();
    expect(submit("b", "other")).not.toBeNull();
    expect(queue.waiting).toBe(3);
  });

  test("goes on after a task that fails", async () => {
    const queue = new FairQueue({ slots: 1, perAccount: 5 });
    const failing = queue.run("a", () => Promise.reject(new Error("broken")));
    const next = queue.run("a", () => Promise.resolve("next"));
    await expect(failing).rejects.toThrow("broken");
    await expect(next).resolves.toBe("next");
  });
});
