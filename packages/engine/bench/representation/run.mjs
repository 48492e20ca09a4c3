/** `node run.mjs`: the three heaps on the three programs, interleaved; medians in ms and ratios to the handles. */
import { performance } from "node:perf_hooks";
import * as handles from "./handles.mjs";
import { candidate } from "./objects.mjs";
import * as programs from "./programs.mjs";

const heaps = { handles, "one class": candidate(true), "class per type": candidate(false) };
const work = {
  fib: [programs.fib, 24],
  attributes: [programs.attributes, 300000],
  appends: [programs.appends, 300000],
};
const times = {};
for (let round = 0; round < 15; round++)
  for (const [name, [program, n]] of Object.entries(work))
    for (const [heapName, heap] of Object.entries(heaps)) {
      const code = heap.prepare(program),
        start = performance.now(),
        result = heap.run(code, heap.make(n));
      const key = `${name}/${heapName}`;
      times[key] ??= [];
      times[key].push(performance.now() - start);
      const got = heap.value(result),
        want = name === "fib" ? 46368 : n;
      if (got !== want) throw new Error(`${name} on ${heapName}: ${got}`);
      heap.drop(result);
    }
const median = (xs) => xs.toSorted((a, b) => a - b)[xs.length >> 1];
for (const name of Object.keys(work)) {
  const base = median(times[`${name}/handles`]);
  console.log(
    name.padEnd(12),
    Object.keys(heaps)
      .map(
        (h) =>
          `${h} ${median(times[`${name}/${h}`]).toFixed(1)} ms (${(median(times[`${name}/${h}`]) / base).toFixed(2)})`,
      )
      .join("   "),
  );
}
