/** `open`.   [mirrors _io_open_impl in Modules/_io/_iomodule.c] */
import { decref } from "../../memory/refcount.ts";
import { call, callMethod, indexValue, typeName } from "../../objects/abstract.ts";
import type { BuiltinTypeName } from "../../objects/builtin-types.ts";
import { raise, raiseObject } from "../../objects/errors.ts";
import { parseArguments } from "../../objects/native-arguments.ts";
import { hasFlag, type PyObject, type Runtime, TypeFlag } from "../../objects/object.ts";
import { isStr, text } from "../../objects/str-object.ts";
import { files } from "./files.ts";
import { loadText, newStream, type StreamData } from "./stream-object.ts";

const parameters = {
  names: ["file", "mode", "buffering", "encoding", "errors", "newline", "closefd", "opener"],
  required: 1,
};

export function builtinOpen(
  rt: Runtime,
  _self: PyObject,
  args: readonly PyObject[],
  names: readonly PyObject[] | null,
): PyObject | null {
  const places = parseArguments(rt, "open", parameters, args, names);
  if (places === null) return null;
  const path = pathOf(rt, places[0] as PyObject);
  if (path === null) return null;
  const modeObject = places[1] ?? null;
  if (modeObject !== null && !isStr(modeObject))
    return raise(rt, "TypeError", `open() argument 'mode' must be str, not ${typeName(modeObject.type)}`);
  const mode = modeObject === null ? "r" : text(modeObject);
  const kind = readMode(rt, mode);
  return kind === null ? null : openFile(rt, path, mode, kind);
}

/** A path as text: a str, or what `__fspath__` gives. */
function pathOf(rt: Runtime, o: PyObject): string | null {
  if (isStr(o)) return text(o);
  if (hasFlag(o.type, TypeFlag.IntSubclass)) {
    const descriptor = indexValue(rt, o);
    return descriptor === null ? null : raise(rt, "OSError", "Bad file descriptor");
  }
  const made = callMethod(rt, o, "__fspath__");
  if (made === null)
    return raise(rt, "TypeError", `expected str, bytes or os.PathLike object, not ${typeName(o.type)}`);
  const path = isStr(made) ? text(made) : null;
  decref(rt, made);
  return path;
}

interface Kind {
  readonly action: "r" | "w" | "a" | "x";
  readonly isBinary: boolean;
  readonly isUpdating: boolean;
}

function readMode(rt: Runtime, mode: string): Kind | null {
  const letters = [...mode];
  const isKnown = letters.every((c) => "rwaxbt+".includes(c)) && new Set(letters).size === letters.length;
  if (!isKnown) return raise(rt, "ValueError", `invalid mode: '${mode}'`);
  const actions = letters.filter((c) => "rwax".includes(c));
  if (mode.includes("b") && mode.includes("t"))
    return raise(rt, "ValueError", "can't have text and binary mode at once");
  if (actions.length !== 1)
    return raise(
      rt,
      "ValueError",
      actions.length === 0
        ? "Must have exactly one of create/read/write/append mode and at most one plus"
        : "must have exactly one of create/read/write/append mode",
    );
  return {
    action: actions[0] as Kind["action"],
    isBinary: mode.includes("b"),
    isUpdating: mode.includes("+"),
  };
}

function openFile(rt: Runtime, path: string, mode: string, kind: Kind): PyObject | null {
  const known = files(rt).has(path);
  const { action, isBinary, isUpdating } = kind;
  if (action === "r" && !known)
    return raiseFile(rt, "FileNotFoundError", 2, "No such file or directory", path);
  if (action === "x" && known) return raiseFile(rt, "FileExistsError", 17, "File exists", path);
  if (action === "w" || action === "x" || !known) files(rt).set(path, "");
  const content = action === "w" || action === "x" ? "" : loadText(rt, path, isBinary);
  const payload: StreamData = {
    content,
    position: action === "a" ? content.length : 0,
    isBinary,
    isClosed: false,
    canRead: action === "r" || isUpdating,
    canWrite: action !== "r" || isUpdating,
    path,
    mode: isBinary ? binaryMode(mode, kind) : mode,
    appends: action === "a",
    hasUnwritten: false,
    device: null,
  };
  const { types } = rt;
  const type = !isBinary
    ? types["_io.TextIOWrapper"]
    : isUpdating
      ? types["_io.BufferedRandom"]
      : action === "r"
        ? types["_io.BufferedReader"]
        : types["_io.BufferedWriter"];
  return newStream(rt, type, payload);
}

/** What the raw file behind a binary one calls its mode. */
function binaryMode(_mode: string, { action, isUpdating }: Kind): string {
  if (isUpdating) return action === "a" ? "ab+" : action === "x" ? "xb+" : "rb+";
  return `${action}b`;
}

/** An OSError with errno, text and file name. */
export function raiseFile(
  rt: Runtime,
  name: BuiltinTypeName,
  errno: number,
  message: string,
  path: string,
): null {
  const args = [rt.newInt(errno), rt.newStr(message), rt.newStr(path)];
  const exception = call(rt, rt.types[name], args);
  for (const each of args) decref(rt, each);
  return exception === null ? null : raiseObject(rt, exception);
}
