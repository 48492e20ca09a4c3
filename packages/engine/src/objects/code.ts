/** Code objects as a program sees them.   [mirrors Objects/codeobject.c] */
import { clearWeakrefs } from "../gc/weakrefs.ts";
import { decref, newRef } from "../memory/refcount.ts";
import { newBytes } from "./bytes-object.ts";
import type { PyCode } from "./code-object.ts";
import { type PyObject, type Runtime, TypeFlag, type Visit } from "./object.ts";
import { text } from "./str-object.ts";
import { getset, member, noArgs, type TypeSpec } from "./typespec.ts";

function data(o: PyObject) {
  return (o as PyCode).payload;
}

function dealloc(rt: Runtime, self: PyObject): void {
  if (self.attrs !== null) clearWeakrefs(rt, self);
  const d = data(self);
  const zombie = d.zombie;
  d.zombie = null;
  if (zombie !== null) rt.heap.free(zombie);
  for (const o of d.consts) decref(rt, o);
  for (const o of d.names) decref(rt, o);
  for (const o of d.localsplusNames) decref(rt, o);
  decref(rt, d.filenameObject);
  decref(rt, d.nameObject);
  decref(rt, d.qualnameObject);
  rt.heap.free(self);
}

/** The collector does not track code objects; these references are counted all the same. */
function holds(self: PyObject, visit: Visit): void {
  const d = data(self);
  d.consts.forEach((o, i) => {
    visit(o, "co_consts", i);
  });
  d.names.forEach((o, i) => {
    visit(o, "co_names", i);
  });
  d.localsplusNames.forEach((o, i) => {
    visit(o, "co_varnames", i);
  });
  visit(d.nameObject, "co_name", null);
  visit(d.qualnameObject, "co_qualname", null);
  visit(d.filenameObject, "co_filename", null);
}

function repr(rt: Runtime, self: PyObject): PyObject {
  const { unit } = data(self);
  const at = `0x${rt.heap.addressOf(self).toString(16)}`;
  return rt.newStr(
    `<code object ${unit.name} at ${at}, file "${unit.filename}", line ${unit.firstLineno - unit.lineOffset}>`,
  );
}

function strings(rt: Runtime, names: readonly string[]): PyObject {
  return rt.newTuple(names.map((name) => rt.intern(name)));
}

function number(name: string, read: (unit: PyCode["payload"]["unit"]) => number) {
  return member(name, (rt, self) => rt.newInt(read(data(self).unit)));
}

/** Line ranges, as the debugger wants them. [code_linesiterator] */
function lines(rt: Runtime, self: PyObject): PyObject | null {
  const { unit } = data(self);
  const rows: PyObject[] = [];
  let start = 0;
  for (let i = 1; i <= unit.positions.length; i += 1) {
    const line = unit.positions[start]?.lineno ?? 0;
    if (i < unit.positions.length && unit.positions[i]?.lineno === line) continue;
    const shown = line === 0 ? newRef(rt.none) : rt.newInt(line - unit.lineOffset);
    rows.push(rt.newTuple([rt.newInt(start * 2), rt.newInt(i * 2), shown]));
    start = i;
  }
  const all = rt.newTuple(rows);
  const iterator = all.type.payload.slots.iter?.(rt, all) ?? null;
  decref(rt, all);
  return iterator;
}

export const codeSpec: TypeSpec = {
  name: "code",
  flags: TypeFlag.HasWeakrefs,
  basicsize: (profile) => profile.codeBytes,
  itemsize: 2,
  slots: { dealloc, holds, repr },
  methods: [noArgs("co_lines", lines)],
  getset: [
    number("co_argcount", (unit) => unit.argcount),
    number("co_posonlyargcount", (unit) => unit.posonlyArgcount),
    number("co_kwonlyargcount", (unit) => unit.kwonlyArgcount),
    number("co_nlocals", (unit) => unit.varnames.length),
    number("co_stacksize", (unit) => unit.stacksize),
    number("co_flags", (unit) => unit.flags),
    number("co_firstlineno", (unit) => unit.firstLineno - unit.lineOffset),
    member("co_name", (_rt, self) => newRef(data(self).nameObject)),
    member("co_qualname", (_rt, self) => newRef(data(self).qualnameObject)),
    member("co_filename", (_rt, self) => newRef(data(self).filenameObject)),
    getset("co_consts", (rt, self) => rt.newTuple(data(self).consts.map(newRef))),
    // SIMPLIFIED: the engine's own opcodes and arguments, cut to a byte each.
    getset("co_code", (rt, self) => newBytes(rt, Uint8Array.from(data(self).unit.ops))),
    getset("co_names", (rt, self) => rt.newTuple(data(self).names.map(newRef))),
    getset("co_varnames", (rt, self) => strings(rt, data(self).unit.varnames)),
    getset("co_cellvars", (rt, self) => strings(rt, data(self).unit.cellvars)),
    getset("co_freevars", (rt, self) => strings(rt, data(self).unit.freevars)),
  ],
};

/** The name for messages. */
export function codeName(code: PyCode): string {
  return text(code.payload.nameObject);
}
