import { describe, expect, it } from "@jest/globals";
import { run } from "../engine.ts";
import { pythonVersions } from "../python-version.ts";

const program = `from memory_profiler import profile
@profile(precision=2)
def load(n):
    kept = [0] * n
    for i in range(3):
        page = [i] * 131072
    del kept
    return len(page)
print(load(n=1310720))
`;

/** The rows of the table: line number, increment in MiB, occurrences. */
function rows(stdout: string): [number, number, number][] {
  return stdout.split("\n").flatMap((line) => {
    const row = /^ *(\d+) +[\d.]+ MiB +(-?[\d.]+) MiB +(\d+) /.exec(line);
    return row === null ? [] : [[Number(row[1]), Number(row[2]), Number(row[3])] as [number, number, number]];
  });
}

describe("memory_profiler", () => {
  it("says per line what a function took and gave back, on every version and traced or not", () => {
    for (const python of pythonVersions) {
      const { stdout, exception } = run(program, { python });
      expect(exception).toBeNull();
      const [first, ...lines] = rows(stdout);
      expect(first?.slice(0, 1)).toEqual([2]);
      // 1,310,720 references are ten mebibytes; of three pages one is left when the loop has ended, two at most lived.
      expect(lines.filter(([, increment]) => Math.abs(increment) > 0.5)).toEqual([
        [4, 10, 1],
        [6, 1, 3],
        [7, -10, 1],
      ]);
      expect(lines.find(([line]) => line === 5)?.[2]).toBe(4);
      expect(stdout.endsWith("131072\n")).toBe(true);
    }
    expect(run(program, { python: "3.13", trace: "lines" }).stdout).toBe(
      run(program, { python: "3.13" }).stdout,
    );
  });

  it("writes the table where it is told, and none for a function that raises", () => {
    const { stdout } = run(
      "import io\nfrom memory_profiler import profile\nout = io.StringIO()\n@profile(stream=out)\ndef f(): return 7\n" +
        "@profile(stream=out)\ndef g(): raise KeyError(1)\nprint(f(), f.__name__, out.getvalue().count('MiB'))\n" +
        "try: g()\nexcept KeyError: print(out.getvalue().count('def g'))",
      { python: "3.13" },
    );
    expect(stdout).toBe("7 f 4\n0\n");
  });
});
