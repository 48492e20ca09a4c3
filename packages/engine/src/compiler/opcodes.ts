/**
 * The one table of opcodes.   [mirrors Include/opcode_ids.h and Python/bytecodes.c]
 *
 * Names are CPython's (3.13/3.14); the numbers are ours and dense, because vm/eval.ts dispatches on them. Where versions
 * keep their values on the stack differently there is an opcode of its own (TRIPLE: the exc_info triple up to 3.10).
 * Effects are what an instruction pops and pushes when it does not jump; the borrow pass and the stack depth rely on them.
 */

/** `[popped, pushed]`, or a function of the argument. */
type Effect = readonly [number, number] | ((arg: number) => readonly [number, number]);

const table = {
  NOP: [0, 0],
  POP_TOP: [1, 0],
  PUSH_NULL: [0, 1],
  COPY: (arg) => [arg, arg + 1],
  SWAP: (arg) => [arg, arg],
  LOAD_CONST: [0, 1],
  LOAD_SMALL_INT: [0, 1],
  LOAD_FAST: [0, 1],
  LOAD_FAST_BORROW: [0, 1],
  LOAD_FAST_CHECK: [0, 1],
  LOAD_FAST_AND_CLEAR: [0, 1],
  STORE_FAST: [1, 0],
  STORE_FAST_MAYBE_NULL: [1, 0],
  DELETE_FAST: [0, 0],
  LOAD_NAME: [0, 1],
  STORE_NAME: [1, 0],
  DELETE_NAME: [0, 0],
  LOAD_GLOBAL: [0, 1],
  STORE_GLOBAL: [1, 0],
  DELETE_GLOBAL: [0, 0],
  LOAD_DEREF: [0, 1],
  STORE_DEREF: [1, 0],
  DELETE_DEREF: [0, 0],
  /** 3.8–3.11 class bodies: the class namespace first, then the cell. */
  LOAD_CLASSDEREF: [0, 1],
  LOAD_FROM_DICT_OR_DEREF: [1, 1],
  LOAD_FROM_DICT_OR_GLOBALS: [1, 1],
  LOAD_LOCALS: [0, 1],
  MAKE_CELL: [0, 0],
  COPY_FREE_VARS: [0, 0],
  /** Gone after assembly: a LOAD_FAST of the slot a cell sits in. */
  LOAD_CLOSURE: [0, 1],
  LOAD_ATTR: [1, 1],
  LOAD_METHOD: [1, 2],
  STORE_ATTR: [2, 0],
  DELETE_ATTR: [1, 0],
  LOAD_SUPER_ATTR: [3, 1],
  LOAD_SUPER_METHOD: [3, 2],
  BINARY_OP: [2, 1],
  BINARY_SUBSCR: [2, 1],
  STORE_SUBSCR: [3, 0],
  DELETE_SUBSCR: [2, 0],
  BUILD_SLICE: (arg) => [arg, 1],
  UNARY_NEGATIVE: [1, 1],
  UNARY_POSITIVE: [1, 1],
  UNARY_INVERT: [1, 1],
  UNARY_NOT: [1, 1],
  TO_BOOL: [1, 1],
  COMPARE_OP: [2, 1],
  IS_OP: [2, 1],
  CONTAINS_OP: [2, 1],
  BUILD_TUPLE: (arg) => [arg, 1],
  BUILD_LIST: (arg) => [arg, 1],
  BUILD_SET: (arg) => [arg, 1],
  BUILD_MAP: (arg) => [arg * 2, 1],
  BUILD_CONST_KEY_MAP: (arg) => [arg + 1, 1],
  BUILD_STRING: (arg) => [arg, 1],
  LIST_APPEND: (arg) => [arg + 1, arg],
  SET_ADD: (arg) => [arg + 1, arg],
  MAP_ADD: (arg) => [arg + 2, arg],
  LIST_EXTEND: (arg) => [arg + 1, arg],
  SET_UPDATE: (arg) => [arg + 1, arg],
  DICT_UPDATE: (arg) => [arg + 1, arg],
  DICT_MERGE: (arg) => [arg + 1, arg],
  LIST_TO_TUPLE: [1, 1],
  UNPACK_SEQUENCE: (arg) => [1, arg],
  UNPACK_EX: (arg) => [1, (arg & 0xff) + (arg >> 8) + 1],
  FORMAT_SIMPLE: [1, 1],
  FORMAT_WITH_SPEC: [2, 1],
  CONVERT_VALUE: [1, 1],
  JUMP: [0, 0],
  JUMP_NO_INTERRUPT: [0, 0],
  POP_JUMP_IF_FALSE: [1, 0],
  POP_JUMP_IF_TRUE: [1, 0],
  POP_JUMP_IF_NONE: [1, 0],
  POP_JUMP_IF_NOT_NONE: [1, 0],
  /** ≤ 3.11; when they jump, the value stays. */
  JUMP_IF_FALSE_OR_POP: [1, 0],
  JUMP_IF_TRUE_OR_POP: [1, 0],
  GET_ITER: [1, 1],
  /** Pushes the next item; exhausted, it jumps with the iterator gone (≤ 3.11) or kept under one filler (3.12+). */
  FOR_ITER: [1, 2],
  END_FOR: [1, 0],
  POP_ITER: [1, 0],
  GET_YIELD_FROM_ITER: [1, 1],
  SEND: [2, 2],
  END_SEND: [2, 1],
  YIELD_VALUE: [1, 1],
  RETURN_GENERATOR: [0, 1],
  RETURN_VALUE: [1, 0],
  PUSH_EXC_INFO: [1, 2],
  /** ≤ 3.10: [exc] → [old tb, old value, old type, tb, value, type]. */
  PUSH_EXC_INFO_TRIPLE: [1, 6],
  POP_EXCEPT: [1, 0],
  POP_EXCEPT_TRIPLE: [3, 0],
  CHECK_EXC_MATCH: [2, 2],
  /** ≤ 3.10: [type, expected] → [bool]. */
  CHECK_EXC_TYPE: [2, 1],
  CHECK_EG_MATCH: [2, 2],
  PREP_RERAISE_STAR: [2, 1],
  RERAISE: (arg) => [arg + 1, arg],
  /** ≤ 3.10: [tb, value, type] are re-raised. */
  RERAISE_TRIPLE: [3, 0],
  RAISE_VARARGS: (arg) => [arg, 0],
  CLEANUP_THROW: [3, 2],
  SETUP_FINALLY: [0, 1],
  SETUP_CLEANUP: [0, 1],
  /** ≤ 3.10: around a handler, whose triple of what was handled before stays. */
  SETUP_CLEANUP_TRIPLE: [0, 1],
  SETUP_WITH: [0, 1],
  POP_BLOCK: [0, 0],
  /** [manager] → [bound __exit__, result of __enter__] (≤ 3.13). */
  BEFORE_WITH: [1, 2],
  BEFORE_ASYNC_WITH: [1, 2],
  /** [object] → [method, self or null]: `__enter__`, `__exit__`, `__aenter__`, `__aexit__` (3.14+). */
  LOAD_SPECIAL: [1, 2],
  /** [exit …, exception] → [exit …, exception, result]; its argument tells the layout of the stack. */
  WITH_EXCEPT_START: [0, 1],
  MAKE_FUNCTION: (arg) => [
    1 + (arg & 1) + ((arg >> 1) & 1) + ((arg >> 2) & 1) + ((arg >> 3) & 1) + ((arg >> 4) & 1),
    1,
  ],
  CALL: (arg) => [arg + 2, 1],
  CALL_KW: (arg) => [arg + 3, 1],
  /** Bit 0: a dict of keyword arguments is on top. [callable, null, args, kwargs?] */
  CALL_FUNCTION_EX: (arg) => [3 + (arg & 1), 1],
  LOAD_BUILD_CLASS: [0, 1],
  IMPORT_NAME: [2, 1],
  IMPORT_FROM: [1, 2],
  IMPORT_STAR: [1, 0],
  GET_LEN: [1, 2],
  MATCH_MAPPING: [1, 2],
  MATCH_SEQUENCE: [1, 2],
  MATCH_KEYS: [2, 3],
  MATCH_CLASS: [3, 1],
  /** 0 AssertionError, 1 NotImplementedError, 7 None … as LOAD_COMMON_CONSTANT of 3.14. */
  LOAD_COMMON_CONSTANT: [0, 1],
  SETUP_ANNOTATIONS: [0, 0],
  PRINT_EXPR: [1, 0],
  GET_AWAITABLE: [1, 1],
  GET_AITER: [1, 1],
  GET_ANEXT: [1, 2],
  END_ASYNC_FOR: [2, 0],
  /** Start of a function body: an eval-breaker check from 3.12. */
  RESUME: [0, 0],
  /** Type parameters; the arguments are those of codegen/type-params.ts. */
  CALL_INTRINSIC_1: [1, 1],
  CALL_INTRINSIC_2: [2, 1],
  /** Bit 0: a format spec is on top; above it the conversion. */
  BUILD_INTERPOLATION: (arg) => [2 + (arg & 1), 1],
  BUILD_TEMPLATE: [2, 1],
  /** IMPORT_NAME with the flag of `lazy import`. */
  LAZY_IMPORT_NAME: [2, 1],
} satisfies Record<string, Effect>;

export type OpName = keyof typeof table;

export const opNames = Object.keys(table) as readonly OpName[];

/** Opcode numbers by name. */
export const Op = Object.fromEntries(opNames.map((name, i) => [name, i])) as Readonly<Record<OpName, number>>;

const effects: readonly Effect[] = opNames.map((name) => table[name]);

/** What `op` pops and pushes when it falls through. */
export function stackEffect(op: number, arg: number): readonly [number, number] {
  const effect = effects[op];
  if (effect === undefined) throw new RangeError(`no opcode ${op}`);
  return typeof effect === "function" ? effect(arg) : effect;
}

/** A set of opcodes, asked for every instruction in many passes: a table is faster than a Set. */
class OpSet {
  private readonly table = new Uint8Array(256);

  constructor(names: readonly OpName[]) {
    for (const name of names) this.table[Op[name]] = 1;
  }

  has(op: number): boolean {
    return this.table[op] === 1;
  }
}

function opSet(...names: readonly OpName[]): OpSet {
  return new OpSet(names);
}

/** SETUP_*: they name a handler and are gone once the exception table is made. */
export const blockPushOps = opSet("SETUP_FINALLY", "SETUP_CLEANUP", "SETUP_CLEANUP_TRIPLE", "SETUP_WITH");
export const unconditionalJumpOps = opSet("JUMP", "JUMP_NO_INTERRUPT");
export const jumpOps = opSet(
  "JUMP",
  "JUMP_NO_INTERRUPT",
  "POP_JUMP_IF_FALSE",
  "POP_JUMP_IF_TRUE",
  "POP_JUMP_IF_NONE",
  "POP_JUMP_IF_NOT_NONE",
  "JUMP_IF_FALSE_OR_POP",
  "JUMP_IF_TRUE_OR_POP",
  "FOR_ITER",
  "SEND",
  "END_ASYNC_FOR",
);
export const scopeExitOps = opSet("RETURN_VALUE", "RAISE_VARARGS", "RERAISE", "RERAISE_TRIPLE");
