/**
 * What start-up and the compiler have done to the collector's counter and the free lists, per version.
 *
 * None of it is promised by CPython. It is what the recorded interpreters have behind them when a program begins, started with
 * `-s -S -B -W ignore`: measured through `gc.get_count()` and by making objects until one counts. Seed 0 begins here.
 */
import type { PythonVersion } from "./python-version.ts";

export interface StartHistory {
  /** `gc.get_count()` when the text of a program begins to be compiled. */
  readonly collectorCount: readonly [number, number, number];
  /** Blocks left on free lists, by number of items: index 0 for all but tuples and ints; 1 of dict is for key tables. */
  readonly freeLists: Readonly<Record<string, readonly number[]>>;
  /** The same after a module of the library has been read from its file. */
  readonly freeListsAfterImport: Readonly<Record<string, readonly number[]>>;
  /** What is different where a collection came before the import. */
  readonly afterCollection: Readonly<Record<string, readonly number[]>>;
  /** ≤ 3.10: slots of the frames on their free list after that, the topmost one first. The import system calls itself. */
  readonly framesAfterImport: readonly number[];
  /** Dicts and lists a compilation needs at once: for itself, and (dicts) for each unit that is open. */
  readonly compiling: {
    readonly dictsOnce: number;
    readonly dictsPerUnit: number;
    readonly listsOnce: number;
    /** Length of the tuple that says where a name is declared global. */
    readonly directiveItems: number;
    /** 3.11+: one tuple names all fast slots. */
    readonly hasLocalsplus: boolean;
    /** 3.10+: bytecode and tables are merged with their equals, by a key that is a tuple. */
    readonly sharesBytes: boolean;
  };
}

// SIMPLIFIED: the 6 lists are not measured: with them the recorded sizes under tracemalloc come out.
const busy = { list: [6], dict: [3, 3], tuple: [0, 1, 25, 2, 2] };
/** Up to 3.10 hardly a module leaves a table of keys. */
const busyOld = { ...busy, dict: [5, 0] };
const busy313 = { list: [77], dict: [3, 30], tuple: [0, 1, 300, 2, 2, 4, 4, 4, 2, 4] };

/** From 3.14 ints have one too, which an import fills. */
const busy314 = { ...busy313, int: [0, 100] };

export const startHistories: Readonly<Record<PythonVersion, StartHistory>> = {
  "3.8": {
    collectorCount: [409, 7, 0],
    freeLists: {
      float: [4],
      list: [1],
      dict: [5, 2],
      tuple: [0, 3, 5, 4, 2, 1, 2, 0, 3, 0, 2, 1, 0, 1, 1, 0, 1, 3, 2, 3],
      method: [7],
      builtin_function_or_method: [2],
    },
    freeListsAfterImport: busyOld,
    afterCollection: {},
    framesAfterImport: [14, 16, 13, 8, 6],
    compiling: {
      dictsOnce: 2,
      dictsPerUnit: 5,
      listsOnce: 3,
      directiveItems: 3,
      hasLocalsplus: false,
      sharesBytes: false,
    },
  },
  "3.9": {
    collectorCount: [433, 7, 0],
    freeLists: {
      float: [4],
      list: [1],
      dict: [6, 2],
      tuple: [0, 3, 5, 4, 2, 1, 2, 0, 4, 0, 1, 1, 0, 1, 1, 0, 1, 3, 2, 3],
    },
    freeListsAfterImport: busyOld,
    afterCollection: {},
    framesAfterImport: [12, 17, 13, 8, 7],
    compiling: {
      dictsOnce: 2,
      dictsPerUnit: 5,
      listsOnce: 3,
      directiveItems: 3,
      hasLocalsplus: false,
      sharesBytes: false,
    },
  },
  "3.10": {
    collectorCount: [634, 7, 0],
    freeLists: {
      float: [4],
      list: [2],
      dict: [6, 2],
      tuple: [0, 3, 5, 4, 2, 1, 2, 0, 4, 0, 0, 1, 0, 1, 1, 1, 2, 3, 1, 3],
    },
    freeListsAfterImport: busyOld,
    afterCollection: { dict: [7, 6] },
    framesAfterImport: [12, 17, 14, 8, 7],
    compiling: {
      dictsOnce: 2,
      dictsPerUnit: 5,
      listsOnce: 3,
      directiveItems: 5,
      hasLocalsplus: false,
      sharesBytes: true,
    },
  },
  "3.11": {
    collectorCount: [561, 6, 0],
    freeLists: {
      float: [4],
      list: [2],
      dict: [4, 8],
      tuple: [0, 4, 3, 4, 2, 0, 4, 0, 2, 1, 1, 1, 0, 1, 0, 1, 0, 1, 0, 2, 0],
    },
    freeListsAfterImport: busy,
    afterCollection: {},
    framesAfterImport: [],
    compiling: {
      dictsOnce: 2,
      dictsPerUnit: 5,
      listsOnce: 3,
      directiveItems: 5,
      hasLocalsplus: true,
      sharesBytes: true,
    },
  },
  "3.12": {
    collectorCount: [635, 3, 0],
    freeLists: {
      float: [4],
      list: [4],
      dict: [5, 8],
      tuple: [0, 5, 3, 4, 2, 0, 4, 0, 1, 1, 2, 0, 1, 0, 0, 1, 0, 1, 0, 2, 0],
    },
    freeListsAfterImport: busy,
    afterCollection: {},
    framesAfterImport: [],
    compiling: {
      dictsOnce: 2,
      dictsPerUnit: 6,
      listsOnce: 3,
      directiveItems: 5,
      hasLocalsplus: true,
      sharesBytes: true,
    },
  },
  "3.13": {
    collectorCount: [1330, 2, 0],
    freeLists: {
      list: [77],
      dict: [64, 74],
      tuple: [0, 26, 303, 24, 6, 4, 22, 8, 11, 9, 0, 5, 7, 2, 4, 1, 1, 0, 1, 3, 0],
    },
    freeListsAfterImport: busy313,
    afterCollection: {},
    framesAfterImport: [],
    compiling: {
      dictsOnce: 2,
      dictsPerUnit: 6,
      listsOnce: 4,
      directiveItems: 5,
      hasLocalsplus: true,
      sharesBytes: true,
    },
  },
  "3.14": {
    collectorCount: [1320, 2, 0],
    freeLists: {
      list: [77],
      dict: [67, 78],
      tuple: [0, 24, 380, 30, 9, 8, 18, 9, 12, 19, 5, 2, 3, 0, 3, 1, 0, 1, 1, 1, 1],
    },
    freeListsAfterImport: busy314,
    afterCollection: {},
    framesAfterImport: [],
    compiling: {
      dictsOnce: 2,
      dictsPerUnit: 6,
      listsOnce: 4,
      directiveItems: 5,
      hasLocalsplus: true,
      sharesBytes: true,
    },
  },
  "3.15": {
    collectorCount: [1305, 2, 0],
    freeLists: {
      list: [77],
      dict: [66, 77],
      tuple: [0, 28, 383, 25, 15, 6, 18, 6, 14, 18, 6, 2, 3, 2, 3, 1, 1, 0, 1, 1, 1],
    },
    freeListsAfterImport: busy314,
    afterCollection: {},
    framesAfterImport: [],
    compiling: {
      dictsOnce: 2,
      dictsPerUnit: 6,
      listsOnce: 4,
      directiveItems: 5,
      hasLocalsplus: true,
      sharesBytes: true,
    },
  },
};
