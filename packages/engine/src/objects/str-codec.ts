/** Encoding and decoding as methods, with their exceptions.   [mirrors PyUnicode_AsEncodedString, PyUnicode_Decode] */

import { decrefAll, newRef } from "../memory/refcount.ts";
import { call, typeName } from "./abstract.ts";
import { newBytes } from "./bytes-object.ts";
import { bytesOf, isByteslike } from "./byteslike.ts";
import { type CodecProblem, decodeBytes, encodeText, encodingNamed } from "./codec.ts";
import { raise, raiseObject } from "./errors.ts";
import { parseArguments } from "./native-arguments.ts";
import type { PyObject, Runtime } from "./object.ts";
import { isStr, newStr, text } from "./str-object.ts";
import { argumentTypeName } from "./type-lookup.ts";

/** `str.encode`: a bytes object, or null with an exception. */
export function encodeStr(rt: Runtime, o: PyObject, encodingName: string, errors: string): PyObject | null {
  const encoding = encodingNamed(encodingName);
  if (encoding === null) return raise(rt, "LookupError", `unknown encoding: ${encodingName}`);
  rt.charge(text(o).length, text(o).length);
  const encoded = encodeText(text(o), encoding, errors);
  return encoded instanceof Uint8Array ? newBytes(rt, encoded) : raiseCodec(rt, encoded, o);
}

/** `bytes.decode`: a str, or null with an exception. `source` is what the exception shows. */
export function decodeObject(
  rt: Runtime,
  source: PyObject,
  bytes: Uint8Array,
  encodingName: string,
  errors: string,
): PyObject | null {
  const encoding = encodingNamed(encodingName);
  if (encoding === null) return raise(rt, "LookupError", `unknown encoding: ${encodingName}`);
  rt.charge(bytes.length, bytes.length);
  const decoded = decodeBytes(bytes, encoding, errors);
  return typeof decoded === "string" ? newStr(rt, decoded) : raiseCodec(rt, decoded, source);
}

function raiseCodec(rt: Runtime, problem: CodecProblem, object: PyObject): null {
  if (problem.kind === "unknown-handler")
    return raise(rt, "LookupError", `unknown error handler name '${problem.encoding}'`);
  const args = [
    rt.newStr(problem.encoding),
    newRef(object),
    rt.newInt(problem.start),
    rt.newInt(problem.end),
    rt.newStr(problem.reason),
  ];
  const { UnicodeEncodeError, UnicodeDecodeError } = rt.types;
  const exception = call(rt, problem.kind === "encode" ? UnicodeEncodeError : UnicodeDecodeError, args);
  decrefAll(rt, args);
  return exception === null ? null : raiseObject(rt, exception);
}

const codecParameters = { names: ["encoding", "errors"], required: 0 };

/** The two arguments of encode and decode; null with TypeError set. */
export function codecArguments(
  rt: Runtime,
  fname: string,
  args: readonly PyObject[],
  names: readonly PyObject[] | null,
): [string, string] | null {
  const places = parseArguments(rt, fname, codecParameters, args, names);
  if (places === null) return null;
  const encoding = codecName(rt, fname, "encoding", places[0] ?? null, "utf-8");
  if (encoding === null) return null;
  const errors = codecName(rt, fname, "errors", places[1] ?? null, "strict");
  return errors === null ? null : [encoding, errors];
}

export function codecName(
  rt: Runtime,
  fname: string,
  parameter: string,
  o: PyObject | null,
  fallback: string,
): string | null {
  if (o === null) return fallback;
  if (isStr(o)) return text(o);
  return raise(rt, "TypeError", `${fname}() argument '${parameter}' must be str, not ${argumentTypeName(o)}`);
}

/** `str(o, encoding, errors)` [PyUnicode_FromEncodedObject] */
export function strFromEncoded(rt: Runtime, o: PyObject, encoding: string, errors: string): PyObject | null {
  if (isByteslike(o)) return decodeObject(rt, o, bytesOf(o), encoding, errors);
  if (isStr(o)) return raise(rt, "TypeError", "decoding str is not supported");
  return raise(rt, "TypeError", `decoding to str: need a bytes-like object, ${typeName(o.type)} found`);
}
