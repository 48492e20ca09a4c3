/**
 * The built-in exceptions: a table for those that only differ in name, and the few that carry fields of their own.
 * [mirrors Objects/exceptions.c]
 */
import { newRef } from "../memory/refcount.ts";
import type { Profile } from "../version.ts";
import { repr } from "./abstract.ts";
import {
  baseExceptionSpec,
  exceptionData,
  exceptionInit,
  field,
  fieldMember,
  setField,
} from "./base-exception.ts";
import type { BuiltinTypeName } from "./builtin-types.ts";
import { exceptionGroupSpecs } from "./exception-group.ts";
import { parseArguments } from "./native-arguments.ts";
import { type PyObject, type Runtime, TypeFlag, type TypeSlots } from "./object.ts";
import { osErrorSpec } from "./os-error.ts";
import { syntaxErrorSpec } from "./syntax-error.ts";
import { tupleItems } from "./tuple-object.ts";
import type { TypeSpec } from "./typespec.ts";
import { unicodeErrorSpecs } from "./unicode-error.ts";

type Args = readonly PyObject[];
type Names = Args | null;

/** An exception that adds nothing but its name. */
function plain(name: BuiltinTypeName, base: BuiltinTypeName, exists?: TypeSpec["exists"]): TypeSpec {
  const spec: TypeSpec = { name, base, flags: TypeFlag.BaseType };
  return exists === undefined ? spec : { ...spec, exists };
}

function withFields(
  name: BuiltinTypeName,
  base: BuiltinTypeName,
  fields: readonly string[],
  slots: TypeSlots,
  bytes: NonNullable<TypeSpec["basicsize"]>,
): TypeSpec {
  return { name, base, flags: TypeFlag.BaseType, basicsize: bytes, slots, getset: fields.map(fieldMember) };
}

/** Fields that came with 3.10. */
function sinceNames(spec: TypeSpec): TypeSpec {
  const exists = (profile: Profile): boolean => profile.errorsKnowNames;
  return { ...spec, getset: (spec.getset ?? []).map((field) => ({ ...field, exists })) };
}

function stopIterationInit(rt: Runtime, self: PyObject, args: Args, names: Names): boolean {
  if (!exceptionInit(rt, self, args, names)) return false;
  setField(rt, self, "value", newRef(args[0] ?? rt.none));
  return true;
}

/** No argument: None; one: itself; more: their tuple. */
function systemExitInit(rt: Runtime, self: PyObject, args: Args, names: Names): boolean {
  if (!exceptionInit(rt, self, args, names)) return false;
  if (args.length === 0) return true;
  setField(rt, self, "code", newRef(args.length === 1 ? (args[0] as PyObject) : exceptionData(self).args));
  return true;
}

/** A lone key is shown by its repr, so that `KeyError: ''` says something. [KeyError_str] */
function keyErrorStr(rt: Runtime, self: PyObject): PyObject | null {
  const args = tupleItems(exceptionData(self).args);
  if (args.length === 1) return repr(rt, args[0] as PyObject);
  const base = rt.types.BaseException.payload.slots.str;
  return base === undefined ? null : base(rt, self);
}

/** `AttributeError(..., name=, obj=)` and `NameError(..., name=)` from 3.10; plain before. */
function namedInit(typeLabel: string, fields: readonly string[]) {
  return (rt: Runtime, self: PyObject, args: Args, names: Names): boolean => {
    const count = args.length - (names?.length ?? 0);
    if (!exceptionInit(rt, self, args.slice(0, count), rt.profile.errorsKnowNames ? null : names))
      return false;
    if (!rt.profile.errorsKnowNames) return true;
    const parameters = { names: fields, required: 0, positional: 0 };
    const places = parseArguments(rt, typeLabel, parameters, args.slice(count), names);
    if (places === null) return false;
    storeFields(rt, self, fields, places);
    return true;
  };
}

function storeFields(
  rt: Runtime,
  self: PyObject,
  fields: readonly string[],
  places: readonly (PyObject | null)[],
): void {
  fields.forEach((name, i) => {
    const value = places[i] ?? null;
    if (value !== null) setField(rt, self, name, newRef(value));
  });
}

const importFields = ["name", "path", "name_from"] as const;

function importErrorInit(rt: Runtime, self: PyObject, args: Args, names: Names): boolean {
  const count = args.length - (names?.length ?? 0);
  if (!exceptionInit(rt, self, args.slice(0, count), null)) return false;
  const parameters = { names: importFields, required: 0, positional: 0 };
  const places = parseArguments(rt, "ImportError", parameters, args.slice(count), names);
  if (places === null) return false;
  storeFields(rt, self, importFields, places);
  if (count === 1) setField(rt, self, "msg", newRef(args[0] as PyObject));
  return true;
}

/** The message where there is one. [ImportError_str] */
function importErrorStr(rt: Runtime, self: PyObject): PyObject | null {
  const message = field(self, "msg");
  if (message !== null && message.type === rt.types.str) return newRef(message);
  const base = rt.types.BaseException.payload.slots.str;
  return base === undefined ? null : base(rt, self);
}

const e = (bytes: number) => (profile: { exceptionBytes: number }) => profile.exceptionBytes + bytes;

const fielded: readonly TypeSpec[] = [
  withFields("StopIteration", "Exception", ["value"], { init: stopIterationInit }, e(8)),
  withFields("SystemExit", "BaseException", ["code"], { init: systemExitInit }, e(8)),
  withFields(
    "ImportError",
    "Exception",
    ["msg", ...importFields],
    { init: importErrorInit, str: importErrorStr },
    (profile) => profile.exceptionBytes + profile.importErrorBytes,
  ),
  sinceNames(
    withFields(
      "AttributeError",
      "Exception",
      ["name", "obj"],
      { init: namedInit("AttributeError", ["name", "obj"]) },
      (p) => p.exceptionBytes + (p.errorsKnowNames ? 16 : 0),
    ),
  ),
  sinceNames(
    withFields(
      "NameError",
      "Exception",
      ["name"],
      { init: namedInit("NameError", ["name"]) },
      (p) => p.exceptionBytes + (p.errorsKnowNames ? 8 : 0),
    ),
  ),
  { name: "KeyError", base: "LookupError", flags: TypeFlag.BaseType, slots: { str: keyErrorStr } },
];

/** All exception types, every base before what derives from it. */
export const exceptionSpecs: readonly TypeSpec[] = [
  baseExceptionSpec,
  plain("Exception", "BaseException"),
  plain("KeyboardInterrupt", "BaseException"),
  plain("GeneratorExit", "BaseException"),
  ...exceptionGroupSpecs,
  plain("StopAsyncIteration", "Exception"),
  plain("ArithmeticError", "Exception"),
  plain("FloatingPointError", "ArithmeticError"),
  plain("OverflowError", "ArithmeticError"),
  plain("ZeroDivisionError", "ArithmeticError"),
  plain("AssertionError", "Exception"),
  plain("BufferError", "Exception"),
  plain("EOFError", "Exception"),
  plain("LookupError", "Exception"),
  plain("IndexError", "LookupError"),
  ...fielded,
  plain("ModuleNotFoundError", "ImportError"),
  plain("ImportCycleError", "ImportError", (profile) => profile.importsCanCycle),
  plain("MemoryError", "Exception"),
  plain("UnboundLocalError", "NameError"),
  osErrorSpec,
  plain("BlockingIOError", "OSError"),
  plain("ChildProcessError", "OSError"),
  plain("ConnectionError", "OSError"),
  plain("BrokenPipeError", "ConnectionError"),
  plain("ConnectionAbortedError", "ConnectionError"),
  plain("ConnectionRefusedError", "ConnectionError"),
  plain("ConnectionResetError", "ConnectionError"),
  plain("FileExistsError", "OSError"),
  plain("FileNotFoundError", "OSError"),
  plain("InterruptedError", "OSError"),
  plain("IsADirectoryError", "OSError"),
  plain("NotADirectoryError", "OSError"),
  plain("PermissionError", "OSError"),
  plain("ProcessLookupError", "OSError"),
  plain("TimeoutError", "OSError"),
  plain("ReferenceError", "Exception"),
  plain("RuntimeError", "Exception"),
  plain("NotImplementedError", "RuntimeError"),
  plain("RecursionError", "RuntimeError"),
  plain("PythonFinalizationError", "RuntimeError", (profile) => profile.hasIsInterned),
  syntaxErrorSpec,
  plain("IndentationError", "SyntaxError"),
  plain("TabError", "IndentationError"),
  plain("SystemError", "Exception"),
  plain("TypeError", "Exception"),
  plain("ValueError", "Exception"),
  plain("UnicodeError", "ValueError"),
  ...unicodeErrorSpecs,
  plain("Warning", "Exception"),
  plain("UserWarning", "Warning"),
  plain("DeprecationWarning", "Warning"),
  plain("PendingDeprecationWarning", "Warning"),
  plain("SyntaxWarning", "Warning"),
  plain("RuntimeWarning", "Warning"),
  plain("FutureWarning", "Warning"),
  plain("ImportWarning", "Warning"),
  plain("UnicodeWarning", "Warning"),
  plain("BytesWarning", "Warning"),
  plain("ResourceWarning", "Warning"),
  plain("EncodingWarning", "Warning", (profile) => profile.errorsKnowNames),
];
