/** Reading, writing, closing: the methods all streams share.   [mirrors Modules/_io/{iobase,stringio,bytesio,textio}.c] */
import { dropHeld, hold } from "../../memory/native-hold.ts";
import { decref, newRef } from "../../memory/refcount.ts";
import { getIter, iterNext, typeName } from "../../objects/abstract.ts";
import { newBytes } from "../../objects/bytes-object.ts";
import { binaryText, bytesFromText } from "../../objects/bytes-text.ts";
import { bytesOf, isByteslike } from "../../objects/byteslike.ts";
import { raise } from "../../objects/errors.ts";
import { iteratorSelf } from "../../objects/index-iterator.ts";
import { ssizeArgument } from "../../objects/indices.ts";
import { type PyObject, type Runtime, TypeFlag, Unsupported } from "../../objects/object.ts";
import { isStr, newStr, text } from "../../objects/str-object.ts";
import {
  type GetSetSpec,
  getset,
  method,
  type NativeSpec,
  noArgs,
  oneArg,
  type TypeSpec,
} from "../../objects/typespec.ts";
import { readFrom, readLine, truncateAt, writeTo } from "./stream.ts";
import { checkOpen, closeStream, data, flushStream, streamDealloc } from "./stream-object.ts";

type Args = readonly PyObject[];

/** What was read, as str or bytes. */
function made(rt: Runtime, self: PyObject, part: string): PyObject {
  rt.charge(1 + (part.length >> 6), part.length);
  return data(self).isBinary ? newBytes(rt, bytesFromText(part)) : newStr(rt, part);
}

/** `io.UnsupportedOperation` is an OSError and a ValueError; here it is the first. */
function checkMode(rt: Runtime, self: PyObject, allowed: boolean, what: string): boolean {
  if (!checkOpen(rt, self)) return false;
  if (allowed) return true;
  raise(rt, "OSError", `not ${what}`);
  return false;
}

/** A count that may be None or missing; null with an exception. */
function countArgument(rt: Runtime, o: PyObject | undefined): number | null {
  return o === undefined || o === rt.none ? -1 : ssizeArgument(rt, o);
}

function read(rt: Runtime, self: PyObject, args: Args): PyObject | null {
  if (!checkMode(rt, self, data(self).canRead, "readable")) return null;
  const count = countArgument(rt, args[0]);
  return count === null ? null : made(rt, self, readFrom(data(self), count));
}

function readline(rt: Runtime, self: PyObject, args: Args): PyObject | null {
  if (!checkMode(rt, self, data(self).canRead, "readable")) return null;
  const limit = countArgument(rt, args[0]);
  return limit === null ? null : made(rt, self, readLine(data(self), limit));
}

function readlines(rt: Runtime, self: PyObject, args: Args): PyObject | null {
  if (!checkMode(rt, self, data(self).canRead, "readable")) return null;
  const hint = countArgument(rt, args[0]);
  if (hint === null) return null;
  const lines: PyObject[] = [];
  for (let size = 0; hint <= 0 || size < hint; ) {
    const line = readLine(data(self), -1);
    if (line === "") break;
    size += line.length;
    lines.push(made(rt, self, line));
  }
  return rt.newList(lines);
}

/** How much was written; null with an exception. */
function put(rt: Runtime, self: PyObject, o: PyObject): number | null {
  const stream = data(self);
  if (!checkMode(rt, self, stream.canWrite, "writable")) return null;
  let part: string;
  if (stream.isBinary) {
    if (!isByteslike(o))
      return raise(rt, "TypeError", `a bytes-like object is required, not '${typeName(o.type)}'`);
    part = binaryText(bytesOf(o));
  } else {
    if (!isStr(o)) {
      const who =
        stream.path === null ? "string argument expected, got" : "write() argument must be str, not";
      const what = stream.path === null ? `'${typeName(o.type)}'` : typeName(o.type);
      return raise(rt, "TypeError", `${who} ${what}`);
    }
    part = text(o);
  }
  // A gap before the position is filled.
  const gap = Math.max(0, stream.position - stream.content.length);
  rt.charge(1 + Math.floor((part.length + gap) / 64), part.length + gap);
  if (stream.appends) stream.position = stream.content.length;
  writeTo(stream, part);
  stream.hasUnwritten = true;
  if (stream.device !== null) flushStream(rt, self);
  return stream.isBinary ? part.length : Array.from(part).length;
}

function write(rt: Runtime, self: PyObject, o: PyObject): PyObject | null {
  const count = put(rt, self, o);
  return count === null ? null : rt.newInt(count);
}

function writelines(rt: Runtime, self: PyObject, lines: PyObject): PyObject | null {
  const iterator = getIter(rt, lines);
  if (iterator === null) return null;
  hold(rt, "iterator drawn from", iterator);
  let done = true;
  while (done) {
    const line = iterNext(rt, iterator);
    if (line === null) break;
    done = put(rt, self, line) !== null;
    decref(rt, line);
  }
  dropHeld(rt, "iterator drawn from", iterator);
  return done && rt.thread.exception === null ? newRef(rt.none) : null;
}

function seek(rt: Runtime, self: PyObject, args: Args): PyObject | null {
  if (!checkOpen(rt, self)) return null;
  const offset = ssizeArgument(rt, args[0] as PyObject);
  const whence = args[1] === undefined ? 0 : ssizeArgument(rt, args[1]);
  if (offset === null || whence === null) return null;
  const stream = data(self);
  if (whence === 0 && offset < 0) return raise(rt, "ValueError", `negative seek value ${offset}`);
  const start = whence === 0 ? 0 : whence === 1 ? stream.position : stream.content.length;
  stream.position = Math.max(0, start + offset);
  return rt.newInt(stream.position);
}

function truncate(rt: Runtime, self: PyObject, args: Args): PyObject | null {
  if (!checkMode(rt, self, data(self).canWrite, "writable")) return null;
  const size =
    args[0] === undefined || args[0] === rt.none ? data(self).position : ssizeArgument(rt, args[0]);
  if (size === null) return null;
  truncateAt(data(self), size);
  data(self).hasUnwritten = true;
  return rt.newInt(size);
}

function getvalue(rt: Runtime, self: PyObject): PyObject | null {
  return checkOpen(rt, self) ? made(rt, self, data(self).content) : null;
}

function flag(name: string, is: (self: PyObject) => boolean): NativeSpec {
  return noArgs(name, (rt, self) => (checkOpen(rt, self) ? newRef(is(self) ? rt.true : rt.false) : null));
}

export const streamMethods: readonly NativeSpec[] = [
  method("read", read, { min: 0, max: 1 }),
  method("readline", readline, { min: 0, max: 1 }),
  method("readlines", readlines, { min: 0, max: 1 }),
  oneArg("write", write),
  oneArg("writelines", writelines),
  method("seek", seek, { min: 1, max: 2 }),
  noArgs("tell", (rt, self) => (checkOpen(rt, self) ? rt.newInt(data(self).position) : null)),
  method("truncate", truncate, { min: 0, max: 1 }),
  noArgs("flush", (rt, self) => {
    if (!checkOpen(rt, self)) return null;
    flushStream(rt, self);
    return newRef(rt.none);
  }),
  noArgs("close", (rt, self) => {
    closeStream(rt, self);
    return newRef(rt.none);
  }),
  flag("readable", (self) => data(self).canRead),
  flag("writable", (self) => data(self).canWrite),
  flag("seekable", () => true),
  flag("isatty", () => false),
  noArgs("__enter__", (rt, self) => (checkOpen(rt, self) ? newRef(self) : null)),
  method("__exit__", (rt, self) => {
    closeStream(rt, self);
    return newRef(rt.none);
  }),
];

export const memoryMethods: readonly NativeSpec[] = [noArgs("getvalue", getvalue)];

export const streamGetset: readonly GetSetSpec[] = [
  getset("closed", (rt, self) => newRef(data(self).isClosed ? rt.true : rt.false)),
];

export const fileGetset: readonly GetSetSpec[] = [
  getset("name", (rt, self) => rt.newStr(data(self).path ?? "")),
  getset("mode", (rt, self) => rt.newStr(data(self).mode)),
  ...["buffer", "raw"].map((name) =>
    getset(name, () => {
      throw new Unsupported(`the attribute ${name} of a file`);
    }),
  ),
];

export const streamFlags = TypeFlag.HaveGc | TypeFlag.BaseType | TypeFlag.HasDict | TypeFlag.HasWeakrefs;

export const streamSlots: NonNullable<TypeSpec["slots"]> = {
  dealloc: streamDealloc,
  traverse: (self, visit) => {
    const dict = self.attrs?.dict ?? null;
    if (dict !== null) visit(dict, "__dict__", null);
  },
  iter: iteratorSelf,
  iternext: (rt, self) => {
    if (!checkMode(rt, self, data(self).canRead, "readable")) return null;
    const line = readLine(data(self), -1);
    return line === "" ? null : made(rt, self, line);
  },
};
