import { describe, expect, test } from "@jest/globals";
import { run } from "../engine.ts";
import type { PythonVersion } from "../python-version.ts";

const printed = (python: PythonVersion, source: string): string[] =>
  run(source, { python }).stdout.trimEnd().split("\n");

describe("a fresh class", () => {
  const source =
    "import sys, gc\ngc.collect()\nclass A: pass\nprint(sys.getrefcount(A))\ndel A\nprint(gc.collect())";

  test.each(["3.8", "3.10", "3.11", "3.12", "3.13", "3.14"] as const)(
    "%s: name, MRO, two descriptors and the argument hold it; six objects go with it",
    (python) => expect(printed(python, source)).toEqual(["5", "6"]),
  );

  test("3.15: its descriptors are everybody's", () => expect(printed("3.15", source)).toEqual(["3", "4"]));
});

describe("the order of bases", () => {
  test("is C3", () => {
    const source =
      "class O: pass\nclass A(O): pass\nclass B(O): pass\nclass C(A, B): pass\nclass D(B): pass\nclass E(C, D): pass\n" +
      "print([k.__name__ for k in E.__mro__])";
    expect(printed("3.12", source)).toEqual(["['E', 'C', 'A', 'D', 'B', 'O', 'object']"]);
  });

  test("may be impossible", () => {
    const source =
      "class X: pass\nclass Y(X): pass\ntry:\n    class Z(X, Y): pass\nexcept TypeError as e: print(repr(str(e)))";
    const text = "Cannot create a consistent method resolution";
    expect(printed("3.12", source)).toEqual([`'${text}\\norder (MRO) for bases X, Y'`]);
    expect(printed("3.13", source)).toEqual([`'${text} order (MRO) for bases X, Y'`]);
  });
});

describe("instance dicts", () => {
  const source =
    "import sys\nclass A: pass\ns = [sys.getsizeof(A().__dict__) for _ in range(32)]\nprint(s[0], s[1], s[2], s[-1])";

  test("shrink with every instance from 3.11", () =>
    expect(printed("3.13", source)).toEqual(["296 288 280 72"]));
  test("have room for five shared names before", () =>
    expect(printed("3.10", source)).toEqual(["104 104 104 104"]));

  test("keep the order in which attributes came", () => {
    const both =
      "class A: pass\na = A(); a.x = 1; a.y = 2\nb = A(); b.y = 1; b.x = 2\nprint(list(a.__dict__), list(b.__dict__))";
    for (const python of ["3.8", "3.11", "3.13"] as const)
      expect(printed(python, both)).toEqual(["['x', 'y'] ['y', 'x']"]);
  });

  test("survive their instance with the values", () => {
    const survivor = "class A: pass\na = A(); a.x = [1]; d = a.__dict__\ndel a\nd['y'] = 2\nprint(d)";
    for (const python of ["3.8", "3.11", "3.12", "3.13", "3.14"] as const)
      expect(printed(python, survivor)).toEqual(["{'x': [1], 'y': 2}"]);
  });
});

describe("special methods", () => {
  test("given to a class later reach its subclasses", () => {
    const source =
      "class A: pass\nclass B(A): pass\nb = B()\nA.__len__ = lambda self: 3\nprint(len(b))\ndel A.__len__\n" +
      "try: len(b)\nexcept TypeError as e: print(e)";
    expect(printed("3.12", source)).toEqual(["3", "object of type 'B' has no len()"]);
  });

  test("of a call with arguments see the tuple that holds them", () => {
    const source =
      "import sys\nclass C:\n    def __call__(self, x): return sys.getrefcount(x)\no = object()\nprint(C()(o))";
    expect(printed("3.10", source)).toEqual(["5"]);
    expect(printed("3.12", source)).toEqual(["5"]);
  });
});
