/** What one run does to the objects of start-up is not there in the next. */
import { expect, test } from "@jest/globals";
import { run } from "../engine.ts";
import type { PythonVersion } from "../python-version.ts";

/** Shows what a run can see of start-up: counts, namespaces, subclasses, weak references, what the collector tracks. */
const looks = `
import gc, sys, builtins, weakref
print(sys.getrefcount(len), sys.getrefcount(None) > 0, sys.getrefcount(builtins), sys.getrefcount("print"))
print(len(vars(builtins)), list(vars(builtins))[:3], list(vars(builtins))[-3:])
print(int.__subclasses__(), Exception.__subclasses__()[-1], weakref.getweakrefcount(int))
print(len(gc.get_objects()), gc.is_tracked(len), id(int), id(len), id("a"), id(1000))
print(callable(len), len([1]), hasattr(builtins, "extra"), sorted(sys.modules))
`;

/** Leaves nothing of start-up as it was. */
const upsets = `
import builtins, weakref, gc, sys
class Number(int): pass
class Trouble(Exception): pass
kept = [weakref.ref(int), weakref.ref(len), weakref.ref(builtins)]
builtins.extra = [len] * 50
builtins.print = builtins.print
del builtins.abs
del builtins.hex
builtins.len = lambda x: 7
many = [None, True, len, int] * 1000
words = {sys.intern("word%d" % i): i for i in range(300)}
builtins.keep = words
gc.freeze()
kept.append(kept)
`;

const stops = "import builtins\ndel builtins.len\nwhile True: pass\n";

test.each<PythonVersion>(["3.8", "3.11", "3.13", "3.15"])(
  "a run of %s sees nothing of the one before",
  (python) => {
    const first = run(looks, { python });
    expect(first.exception).toBeNull();
    for (const source of [upsets, "raise KeyError(len)\n", looks]) {
      run(source, { python });
      expect(run(looks, { python }).stdout).toBe(first.stdout);
    }
    expect(run(stops, { python, limits: { steps: 1000 } }).limit?.kind).toBe("steps");
    expect(run(looks, { python }).stdout).toBe(first.stdout);
  },
);

test("a start-up is another seed's no less than its own", () => {
  const seeds = [0, 1, 2];
  const once = seeds.map((nuisance) => run(looks, { python: "3.13", nuisance }).stdout);
  const again = seeds.map((nuisance) => run(looks, { python: "3.13", nuisance }).stdout);
  expect(again).toEqual(once);
});
