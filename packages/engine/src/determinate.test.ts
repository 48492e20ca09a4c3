import { describe, expect, it } from "@jest/globals";
import { type Determined, determinate } from "./determinate.ts";
import { type PythonVersion, pythonVersions } from "./python-version.ts";

function asked(source: string, python: PythonVersion = "3.13"): Determined<string> {
  return determinate(source, { python }, ({ stdout, exception }) => stdout + (exception?.summary ?? ""));
}

function causes(source: string, python?: PythonVersion): unknown {
  const result = asked(source, python);
  return "key" in result ? null : [result.indeterminate.line, result.indeterminate.causes];
}

describe("determinate", () => {
  it("gives the key where nothing moves it", () => {
    for (const python of pythonVersions)
      expect(asked("x = []\ny = x\nprint(id(x) == id(y), sorted({'a', 'b'}))", python)).toEqual({
        key: "True ['a', 'b']\n",
      });
  });

  it.each([
    ["print(1)\nprint(hash('memory'))", [2, ["hashes"]]],
    ["s = {'ada', 'bob', 'eve', 'kay'}\nprint(list(s))", [2, ["hashes"]]],
    ["x = []\n\nprint(id(x))", [3, ["addresses"]]],
    ["class A: pass\nprint(A())", [2, ["addresses"]]],
    ["import gc\nprint(gc.get_count())", [2, ["history"]]],
    ["import sys\nprint(len(sys.modules))", [2, ["history"]]],
    ["import time\nprint(time.time())", [2, ["clock"]]],
    ["import random\nprint(random.random())", [2, ["clock"]]],
    ["class A: pass\nraise ValueError(A())", [2, ["addresses"]]],
  ])("names the line and the cause: %j", (source, expected) => {
    expect(causes(source)).toEqual(expected);
  });

  it("knows the count of None for a fact from 3.12 on", () => {
    const source = "import sys\nprint(sys.getrefcount(None))";
    expect(causes(source, "3.11")).toEqual([2, ["counts"]]);
    expect(causes(source, "3.12")).toBeNull();
  });

  it("asks what the caller asks, not what the program prints", () => {
    const source = "x = object()\nprint(x)\nprint(1)";
    const last = determinate(source, { python: "3.13" }, ({ stdout }) => stdout.split("\n")[1]);
    expect(last).toEqual({ key: "1" });
  });
});
