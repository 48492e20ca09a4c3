/** Candidate 1: an object is an integer handle; type, count and number sit in typed arrays, the rest in a payload table. */
import * as op from "./programs.mjs";

const SIZE = 1 << 21;
const refcnt = new Int32Array(SIZE),
  type = new Uint8Array(SIZE),
  num = new Float64Array(SIZE),
  next = new Int32Array(SIZE),
  payload = new Array(SIZE).fill(null);
const stack = new Int32Array(1 << 16);
let free = 0,
  top = 1;
const INT = 1,
  LIST = 2,
  OBJ = 3,
  BOOL = 4;
function alloc(t) {
  let h = free;
  if (h !== 0) free = next[h];
  else h = top++;
  refcnt[h] = 1;
  type[h] = t;
  return h;
}
function dealloc(h) {
  const p = payload[h];
  if (type[h] === LIST) {
    for (let i = p.length - 1; i >= 0; i--) decref(p[i]);
    payload[h] = null;
  } else if (type[h] === OBJ) {
    for (const v of p) if (v !== 0) decref(v);
    payload[h] = null;
  }
  next[h] = free;
  free = h;
}
function decref(h) {
  if (--refcnt[h] === 0) dealloc(h);
}
const small = new Int32Array(262);
for (let i = 0; i < 262; i++) {
  small[i] = alloc(INT);
  num[small[i]] = i - 5;
}
const TRUE = alloc(BOOL),
  FALSE = alloc(BOOL);
function newInt(v) {
  if (v >= -5 && v <= 256) {
    const h = small[v + 5];
    refcnt[h]++;
    return h;
  }
  const h = alloc(INT);
  num[h] = v;
  return h;
}
export const make = newInt;
export const value = (h) =>
  type[h] === LIST ? payload[h].length : type[h] === OBJ ? num[payload[h][0]] : num[h];
export const drop = decref;
export function prepare(p) {
  return { ...p, code: Uint8Array.from(p.code), consts: Int32Array.from(p.consts, newInt) };
}
export function run(code, arg) {
  const frames = [];
  let ops = code.code,
    consts = code.consts,
    pc = 0,
    base = 0,
    sp = code.locals;
  stack[0] = arg;
  for (let i = 1; i < code.locals; i++) stack[i] = 0;
  for (;;) {
    const a = ops[pc + 1];
    switch (ops[pc]) {
      case op.LOAD_FAST: {
        const h = stack[base + a];
        refcnt[h]++;
        stack[sp++] = h;
        break;
      }
      case op.STORE_FAST: {
        const old = stack[base + a];
        stack[base + a] = stack[--sp];
        if (old !== 0) decref(old);
        break;
      }
      case op.LOAD_CONST: {
        const h = consts[a];
        refcnt[h]++;
        stack[sp++] = h;
        break;
      }
      case op.ADD: {
        const r = stack[--sp],
          l = stack[sp - 1];
        stack[sp - 1] = newInt(num[l] + num[r]);
        decref(r);
        decref(l);
        break;
      }
      case op.SUB: {
        const r = stack[--sp],
          l = stack[sp - 1];
        stack[sp - 1] = newInt(num[l] - num[r]);
        decref(r);
        decref(l);
        break;
      }
      case op.LESS: {
        const r = stack[--sp],
          l = stack[sp - 1];
        const b = num[l] < num[r] ? TRUE : FALSE;
        refcnt[b]++;
        stack[sp - 1] = b;
        decref(r);
        decref(l);
        break;
      }
      case op.JUMP_IF_FALSE: {
        const b = stack[--sp];
        refcnt[b]--;
        if (b === FALSE) {
          pc = a;
          continue;
        }
        break;
      }
      case op.JUMP:
        pc = a;
        continue;
      case op.CALL: {
        frames.push(pc + 2, base);
        base = sp - 1;
        sp = base + code.locals;
        pc = 0;
        continue;
      }
      case op.RETURN: {
        const v = stack[--sp];
        for (let i = 0; i < code.locals; i++) if (stack[base + i] !== 0) decref(stack[base + i]);
        sp = base;
        if (frames.length === 0) return v;
        stack[sp++] = v;
        base = frames.pop();
        pc = frames.pop();
        continue;
      }
      case op.NEW: {
        const h = alloc(OBJ);
        payload[h] = [0];
        stack[sp++] = h;
        break;
      }
      case op.LOAD_ATTR: {
        const o = stack[sp - 1];
        const v = payload[o][a];
        refcnt[v]++;
        stack[sp - 1] = v;
        decref(o);
        break;
      }
      case op.STORE_ATTR: {
        const o = stack[--sp],
          v = stack[--sp];
        const p = payload[o];
        const old = p[a];
        p[a] = v;
        if (old !== 0) decref(old);
        decref(o);
        break;
      }
      case op.NEW_LIST: {
        const h = alloc(LIST);
        payload[h] = [];
        stack[sp++] = h;
        break;
      }
      case op.APPEND: {
        const v = stack[--sp],
          l = stack[--sp];
        payload[l].push(v);
        decref(l);
        break;
      }
    }
    pc += 2;
  }
}
