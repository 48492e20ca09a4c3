/** Three tiny bytecode programs, run by each candidate heap: calls (fib), attributes, appends. */
export const LOAD_FAST = 0, STORE_FAST = 1, LOAD_CONST = 2, ADD = 3, SUB = 4, LESS = 5, JUMP_IF_FALSE = 6, JUMP = 7, CALL = 8, RETURN = 9, LOAD_ATTR = 10, STORE_ATTR = 11, NEW = 12, APPEND = 13, NEW_LIST = 14, POP = 15;

/** fib(n) = n if n < 2 else fib(n - 1) + fib(n - 2) */
export const fib = { consts: [2, 1], locals: 1, stack: 4, code: [LOAD_FAST, 0, LOAD_CONST, 0, LESS, 0, JUMP_IF_FALSE, 12, LOAD_FAST, 0, RETURN, 0, LOAD_FAST, 0, LOAD_CONST, 1, SUB, 0, CALL, 0, LOAD_FAST, 0, LOAD_CONST, 0, SUB, 0, CALL, 0, ADD, 0, RETURN, 0] };
/** p = P(); p.x = 0; while p.x < n: p.x = p.x + 1 */
export const attributes = { consts: [0, 1], locals: 2, stack: 4, code: [NEW, 0, STORE_FAST, 1, LOAD_CONST, 0, LOAD_FAST, 1, STORE_ATTR, 0, LOAD_FAST, 1, LOAD_ATTR, 0, LOAD_FAST, 0, LESS, 0, JUMP_IF_FALSE, 32, LOAD_FAST, 1, LOAD_ATTR, 0, LOAD_CONST, 1, ADD, 0, LOAD_FAST, 1, JUMP, 34, LOAD_FAST, 1, STORE_ATTR, 0, JUMP, 10, RETURN, 0] };
attributes.code[19] = 38; attributes.code.splice(38, 2, LOAD_FAST, 1, RETURN, 0); attributes.code[31] = 32; attributes.code[30] = JUMP; attributes.code.splice(30, 4); attributes.code[19] = 34;
/** l = []; i = 0; while i < n: l.append(i); i = i + 1 */
export const appends = { consts: [0, 1], locals: 3, stack: 4, code: [NEW_LIST, 0, STORE_FAST, 1, LOAD_CONST, 0, STORE_FAST, 2, LOAD_FAST, 2, LOAD_FAST, 0, LESS, 0, JUMP_IF_FALSE, 32, LOAD_FAST, 1, LOAD_FAST, 2, APPEND, 0, LOAD_FAST, 2, LOAD_CONST, 1, ADD, 0, STORE_FAST, 2, JUMP, 8, LOAD_FAST, 1, RETURN, 0] };
