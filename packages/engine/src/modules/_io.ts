/** The `io` module: streams in memory and files that exist only during the run.   [mirrors Modules/_io, Lib/io.py] */
import { newRef } from "../memory/refcount.ts";
import { typeName } from "../objects/abstract.ts";
import { binaryText } from "../objects/bytes-text.ts";
import { bytesOf, isByteslike } from "../objects/byteslike.ts";
import { raise } from "../objects/errors.ts";
import { getInstanceDict, setInstanceDict } from "../objects/instance.ts";
import { parseArguments } from "../objects/native-arguments.ts";
import type { PyObject, PyType, Runtime } from "../objects/object.ts";
import { isStr, text } from "../objects/str-object.ts";
import { getset, keywordMethod, type TypeSpec } from "../objects/typespec.ts";
import { builtinOpen } from "./io/open.ts";
import {
  fileGetset,
  memoryMethods,
  streamFlags,
  streamGetset,
  streamMethods,
  streamSlots,
} from "./io/stream-methods.ts";
import { fileRepr, newStream, type StreamData } from "./io/stream-object.ts";
import { bytesByVersion } from "./module-sizes.ts";
import { addTypes } from "./module-types.ts";
import type { ModuleSpec } from "./modulespec.ts";

type Args = readonly PyObject[];
type Names = Args | null;

const dictGetset = getset("__dict__", getInstanceDict, setInstanceDict);

function memoryStream(content: string, isBinary: boolean): StreamData {
  return {
    content,
    position: 0,
    isBinary,
    isClosed: false,
    canRead: true,
    canWrite: true,
    path: null,
    mode: "",
    appends: false,
    hasUnwritten: false,
    device: null,
  };
}

function newStringIO(rt: Runtime, type: PyType, args: Args, names: Names): PyObject | null {
  const parameters = { names: ["initial_value", "newline"], required: 0 };
  const places = parseArguments(rt, "StringIO", parameters, args, names);
  if (places === null) return null;
  const initial = places[0] ?? rt.none;
  if (initial !== rt.none && !isStr(initial))
    return raise(rt, "TypeError", `initial_value must be str or None, not ${typeName(initial.type)}`);
  return newStream(rt, type, memoryStream(initial === rt.none ? "" : text(initial), false));
}

function newBytesIO(rt: Runtime, type: PyType, args: Args, names: Names): PyObject | null {
  const places = parseArguments(rt, "BytesIO", { names: ["initial_bytes"], required: 0 }, args, names);
  if (places === null) return null;
  const initial = places[0] ?? rt.none;
  if (initial !== rt.none && !isByteslike(initial))
    return raise(rt, "TypeError", `a bytes-like object is required, not '${typeName(initial.type)}'`);
  return newStream(rt, type, memoryStream(initial === rt.none ? "" : binaryText(bytesOf(initial)), true));
}

function memorySpec(name: "StringIO" | "BytesIO", make: typeof newStringIO): TypeSpec {
  return {
    name: `_io.${name}`,
    pyName: name,
    module: "_io",
    flags: streamFlags,
    basicsize: name === "StringIO" ? bytesByVersion("_io.StringIO") : 64,
    slots: { ...streamSlots, new: make, init: () => true },
    getset: [...streamGetset, dictGetset],
    methods: [...streamMethods, ...memoryMethods],
  };
}

function fileSpec(
  name: "TextIOWrapper" | "BufferedReader" | "BufferedWriter" | "BufferedRandom",
  basicsize: TypeSpec["basicsize"] & {},
): TypeSpec {
  const isText = name === "TextIOWrapper";
  return {
    name: `_io.${name}`,
    pyName: name,
    module: "_io",
    flags: streamFlags,
    basicsize,
    slots: { ...streamSlots, repr: (rt, self) => rt.newStr(fileRepr(self)) },
    getset: [
      ...streamGetset,
      ...fileGetset,
      dictGetset,
      ...(isText
        ? [
            getset("encoding", (rt) => rt.newStr("UTF-8")),
            getset("errors", (rt) => rt.newStr("strict")),
            getset("newlines", (rt) => newRef(rt.none)),
          ]
        : []),
    ],
    methods: streamMethods,
  };
}

export const ioTypes: readonly TypeSpec[] = [
  memorySpec("StringIO", newStringIO),
  memorySpec("BytesIO", newBytesIO),
  fileSpec("TextIOWrapper", bytesByVersion("_io.TextIOWrapper")),
  fileSpec("BufferedReader", 152),
  fileSpec("BufferedWriter", 152),
  fileSpec("BufferedRandom", 152),
];

export const openFunction = keywordMethod("open", builtinOpen);

function ioModule(name: string): ModuleSpec {
  return {
    name,
    functions: [openFunction],
    populate: (rt, _module, set) => {
      addTypes(rt, ioTypes, set);
      set("UnsupportedOperation", newRef(rt.types.OSError));
      set("SEEK_SET", rt.newInt(0));
      set("SEEK_CUR", rt.newInt(1));
      set("SEEK_END", rt.newInt(2));
      set("DEFAULT_BUFFER_SIZE", rt.newInt(8192));
      return true;
    },
  };
}

export const ioModules: readonly ModuleSpec[] = [ioModule("io"), ioModule("_io")];
