/** Candidates 2 and 3: an object is a JS object: one class per type, or one class for all with a payload field. */
import * as op from "./programs.mjs";

const INT = 1,
  LIST = 2,
  OBJ = 3,
  BOOL = 4;
class Uniform {
  constructor(t, p) {
    this.refcnt = 1;
    this.type = t;
    this.payload = p;
    this.address = 0;
    this.gcPrev = null;
    this.gcNext = null;
    this.gcRefs = 0;
  }
}
class Int {
  constructor(v) {
    this.refcnt = 1;
    this.type = INT;
    this.address = 0;
    this.payload = v;
  }
}
class Bool {
  constructor(v) {
    this.refcnt = 1;
    this.payload = v;
    this.type = BOOL;
    this.address = 0;
    this.isBool = true;
  }
}
class List {
  constructor() {
    this.refcnt = 1;
    this.type = LIST;
    this.address = 0;
    this.gcPrev = null;
    this.gcNext = null;
    this.payload = [];
    this.allocated = 0;
  }
}
class Obj {
  constructor() {
    this.refcnt = 1;
    this.type = OBJ;
    this.address = 0;
    this.gcNext = null;
    this.gcPrev = null;
    this.dict = null;
    this.payload = [null];
  }
}
class Func {
  constructor() {
    this.type = 5;
    this.refcnt = 1;
    this.name = "";
    this.payload = null;
  }
}
class Str {
  constructor() {
    this.address = 0;
    this.refcnt = 1;
    this.type = 6;
    this.hash = 0;
    this.payload = "";
  }
}
export function candidate(isUniform) {
  const mk = isUniform
    ? {
        int: (v) => new Uniform(INT, v),
        bool: (v) => new Uniform(BOOL, v),
        list: () => new Uniform(LIST, []),
        obj: () => new Uniform(OBJ, [null]),
      }
    : { int: (v) => new Int(v), bool: (v) => new Bool(v), list: () => new List(), obj: () => new Obj() };
  const text = `
  function dealloc(o) { const p = o.payload; if (o.type === 2) { for (let i = p.length - 1; i >= 0; i--) decref(p[i]); } else if (o.type === 3) { for (const v of p) if (v !== null) decref(v); } }
  function decref(o) { if (--o.refcnt === 0) dealloc(o); }
  const small = []; for (let i = -5; i <= 256; i++) small.push(mk.int(i));
  const TRUE = mk.bool(true), FALSE = mk.bool(false);
  const stack = new Array(1 << 16).fill(null);
  function newInt(v) { if (v >= -5 && v <= 256) { const o = small[v + 5]; o.refcnt++; return o; } return mk.int(v); }
  function prepare(p) { return { ...p, code: Uint8Array.from(p.code), consts: p.consts.map(newInt) }; }
  function value(o) { return o.type === 2 ? o.payload.length : o.type === 3 ? o.payload[0].payload : o.payload; }
  function run(code, arg) {
    const frames = []; let ops = code.code, consts = code.consts, pc = 0, base = 0, sp = code.locals;
    stack[0] = arg; for (let i = 1; i < code.locals; i++) stack[i] = null;
    for (;;) {
      const a = ops[pc + 1];
      switch (ops[pc]) {
        case ${op.LOAD_FAST}: { const o = stack[base + a]; o.refcnt++; stack[sp++] = o; break; }
        case ${op.STORE_FAST}: { const old = stack[base + a]; stack[base + a] = stack[--sp]; if (old !== null) decref(old); break; }
        case ${op.LOAD_CONST}: { const o = consts[a]; o.refcnt++; stack[sp++] = o; break; }
        case ${op.ADD}: { const r = stack[--sp], l = stack[sp - 1]; stack[sp - 1] = newInt(l.payload + r.payload); decref(r); decref(l); break; }
        case ${op.SUB}: { const r = stack[--sp], l = stack[sp - 1]; stack[sp - 1] = newInt(l.payload - r.payload); decref(r); decref(l); break; }
        case ${op.LESS}: { const r = stack[--sp], l = stack[sp - 1]; const b = l.payload < r.payload ? TRUE : FALSE; b.refcnt++; stack[sp - 1] = b; decref(r); decref(l); break; }
        case ${op.JUMP_IF_FALSE}: { const b = stack[--sp]; b.refcnt--; if (b === FALSE) { pc = a; continue; } break; }
        case ${op.JUMP}: pc = a; continue;
        case ${op.CALL}: { frames.push(pc + 2, base); base = sp - 1; sp = base + code.locals; pc = 0; continue; }
        case ${op.RETURN}: { const v = stack[--sp]; for (let i = 0; i < code.locals; i++) if (stack[base + i] !== null) decref(stack[base + i]); sp = base; if (frames.length === 0) return v; stack[sp++] = v; base = frames.pop(); pc = frames.pop(); continue; }
        case ${op.NEW}: stack[sp++] = mk.obj(); break;
        case ${op.LOAD_ATTR}: { const o = stack[sp - 1]; const v = o.payload[a]; v.refcnt++; stack[sp - 1] = v; decref(o); break; }
        case ${op.STORE_ATTR}: { const o = stack[--sp], v = stack[--sp]; const p = o.payload; const old = p[a]; p[a] = v; if (old !== null) decref(old); decref(o); break; }
        case ${op.NEW_LIST}: stack[sp++] = mk.list(); break;
        case ${op.APPEND}: { const v = stack[--sp], l = stack[--sp]; l.payload.push(v); decref(l); break; }
      }
      pc += 2;
    }
  }
  return { make: newInt, value, drop: decref, prepare, run };`;
  const built = new Function("mk", text)(mk);
  // Real programs load and drop many kinds of object: every site that counts has to have seen them.
  const pass = built.prepare({
    consts: [],
    locals: 2,
    stack: 2,
    code: [op.LOAD_FAST, 0, op.STORE_FAST, 1, op.LOAD_FAST, 1, op.RETURN, 0],
  });
  for (let i = 0; i < 200; i++)
    for (const o of isUniform
      ? []
      : [new Func(), new Str(), new List(), new Obj(), new Int(3), new Bool(true)]) {
      o.payload ??= [];
      built.drop(built.run(pass, o));
    }
  return built;
}
