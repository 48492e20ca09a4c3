/** The objects of `io`: a stream, whether it is open, and the file behind it.   [mirrors Modules/_io] */
import { clearWeakrefs } from "../../gc/weakrefs.ts";
import { decref } from "../../memory/refcount.ts";
import { call } from "../../objects/abstract.ts";
import { binaryText, bytesFromText } from "../../objects/bytes-text.ts";
import { decodeBytes, encodeText } from "../../objects/codec.ts";
import { dictGetText } from "../../objects/dict.ts";
import { clearException, raise } from "../../objects/errors.ts";
import type { PyObject, PyType, Runtime } from "../../objects/object.ts";
import { files } from "./files.ts";
import type { Stream } from "./stream.ts";

export interface StreamData extends Stream {
  readonly isBinary: boolean;
  isClosed: boolean;
  readonly canRead: boolean;
  readonly canWrite: boolean;
  /** The file behind it; null for StringIO and BytesIO. */
  readonly path: string | null;
  readonly mode: string;
  readonly appends: boolean;
  hasUnwritten: boolean;
  /** The interpreter's own output, where what is written goes at once; null for files. */
  readonly device: "stdin" | "stdout" | "stderr" | null;
}

export type PyStream = PyObject<StreamData>;

export const data = (o: PyObject): StreamData => (o as PyStream).payload;

export function newStream(rt: Runtime, type: PyType, payload: StreamData): PyStream {
  const stream = rt.heap.create<StreamData>(type, payload);
  rt.heap.track(stream);
  if (payload.path !== null && rt.recorder !== null) rt.recorder.open(stream, payload.path);
  return stream;
}

/** False with ValueError set when it is closed. */
export function checkOpen(rt: Runtime, self: PyObject): boolean {
  if (!data(self).isClosed) return true;
  const isStringIo = data(self).path === null && !data(self).isBinary;
  raise(rt, "ValueError", `I/O operation on closed file${isStringIo ? "" : "."}`);
  return false;
}

/** The file's content in a stream's terms. */
export function loadText(rt: Runtime, path: string, isBinary: boolean): string {
  const stored = files(rt).get(path) ?? "";
  if (isBinary) return stored;
  const decoded = decodeBytes(bytesFromText(stored), "utf-8", "replace");
  return typeof decoded === "string" ? decoded.replace(/\r\n?/g, "\n") : stored;
}

/** Puts what was written into the file. */
export function flushStream(rt: Runtime, self: PyObject): void {
  const stream = data(self);
  if (stream.path === null || !stream.hasUnwritten) return;
  stream.hasUnwritten = false;
  if (stream.device !== null) {
    if (stream.device === "stderr") rt.writeStderr(stream.content);
    else rt.writeStdout(stream.content);
    stream.content = "";
    stream.position = 0;
    return;
  }
  if (stream.isBinary) {
    files(rt).set(stream.path, stream.content);
    return;
  }
  const encoded = encodeText(stream.content, "utf-8", "surrogateescape");
  if (encoded instanceof Uint8Array) files(rt).set(stream.path, binaryText(encoded));
}

export function closeStream(rt: Runtime, self: PyObject): void {
  const stream = data(self);
  if (stream.isClosed) return;
  flushStream(rt, self);
  stream.isClosed = true;
  if (stream.path !== null && rt.recorder !== null) rt.recorder.close(self, stream.path);
}

/** How a file shows itself. */
export function fileRepr(self: PyObject): string {
  const { path, mode, isBinary } = data(self);
  const { name } = self.type.payload;
  const quoted = `'${(path ?? "").replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
  return isBinary
    ? `<_io.${name} name=${quoted}>`
    : `<_io.${name} name=${quoted} mode='${mode}' encoding='UTF-8'>`;
}

/** A file nobody closed says so when it dies, if somebody listens. [fileio_dealloc_warn] */
function warnUnclosed(rt: Runtime, self: PyObject): void {
  const warnings = dictGetText(rt.modules, "warnings");
  const dict = warnings === null ? null : (warnings.attrs?.dict ?? null);
  const warn = dict === null ? null : dictGetText(dict, "_warn_unclosed");
  if (warn === null) return;
  const saved = rt.thread.exception;
  rt.thread.exception = null;
  const message = rt.newStr(`unclosed file ${fileRepr(self)}`);
  const result = call(rt, warn, [message]);
  decref(rt, message);
  if (result === null) clearException(rt);
  else decref(rt, result);
  rt.thread.exception = saved;
}

export function streamDealloc(rt: Runtime, self: PyObject): void {
  const stream = data(self);
  rt.heap.untrack(self);
  if (!stream.isClosed) {
    if (stream.path !== null && stream.device === null) warnUnclosed(rt, self);
    closeStream(rt, self);
  }
  if (self.attrs !== null) {
    clearWeakrefs(rt, self);
    const { dict } = self.attrs;
    self.attrs.dict = null;
    if (rt.recorder !== null) rt.recorder.slotWrite(self, "__dict__", null, dict, null);
    if (dict !== null) decref(rt, dict);
  }
  rt.heap.free(self);
}
