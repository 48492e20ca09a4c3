/** A session goes on after an input that cannot be parsed; the outputs are those of `python -i`. */
import { describe, expect, test } from "@jest/globals";
import { run } from "./engine.ts";

const session = "x = 1\nprint(x)\nx = = 2\nprint(x + 1)\ndef f(:\n    pass\nprint('end')\n";

describe("a prompt", () => {
  test.each(["3.8", "3.13"] as const)("runs what stands around a syntax error on %s", (python) => {
    const { stdout, stderr, diagnostic } = run(session, { python, mode: "repl" });
    expect(stdout).toBe("1\n2\nend\n");
    expect(stderr.match(/^\w+Error: .*$/gm)).toEqual([
      "SyntaxError: invalid syntax",
      "SyntaxError: invalid syntax",
      "IndentationError: unexpected indent",
    ]);
    expect(diagnostic).toBeNull();
  });

  test("runs what stands before an input that never ends", () => {
    const { stdout, exception } = run("print(1)\nprint((2)\nprint(3)\n", { python: "3.13", mode: "repl" });
    expect(stdout).toBe("1\n");
    expect(exception?.typeName).toBe("SyntaxError");
  });

  test("a file with a syntax error does not run at all", () => {
    expect(run(session, { python: "3.13" }).stdout).toBe("");
  });
});
