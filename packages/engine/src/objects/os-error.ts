/** `OSError`: errno, strerror, filename, and the subclass that belongs to an errno. [mirrors OSError_new] */
import { newRef } from "../memory/refcount.ts";
import { reprText, strText } from "./abstract.ts";
import { exceptionNew, field, fieldMember, setArgs, setField } from "./base-exception.ts";
import type { BuiltinTypeName } from "./builtin-types.ts";
import { raise } from "./errors.ts";
import { type PyObject, type PyType, type Runtime, TypeFlag } from "./object.ts";
import { typeName } from "./type-lookup.ts";
import type { TypeSpec } from "./typespec.ts";

type Args = readonly PyObject[];
type Names = Args | null;

/** Linux's numbers. */
const subclassByErrno: Readonly<Record<number, BuiltinTypeName>> = {
  1: "PermissionError",
  2: "FileNotFoundError",
  3: "ProcessLookupError",
  4: "InterruptedError",
  10: "ChildProcessError",
  11: "BlockingIOError",
  13: "PermissionError",
  17: "FileExistsError",
  20: "NotADirectoryError",
  21: "IsADirectoryError",
  32: "BrokenPipeError",
  103: "ConnectionAbortedError",
  104: "ConnectionResetError",
  108: "BrokenPipeError",
  110: "TimeoutError",
  111: "ConnectionRefusedError",
};

function osErrorNew(rt: Runtime, type: PyType, args: Args, names: Names): PyObject | null {
  if (names !== null && names.length > 0)
    return raise(rt, "TypeError", `${typeName(type)}() takes no keyword arguments`);
  const errno = args[0]?.payload;
  const isDetailed = args.length >= 2 && args.length <= 5;
  const subclass = type === rt.types.OSError && isDetailed ? subclassByErrno[Number(errno)] : undefined;
  const self = exceptionNew(rt, subclass === undefined ? type : rt.types[subclass], args, null);
  if (self === null || !isDetailed) return self;
  setField(rt, self, "errno", newRef(args[0] as PyObject));
  setField(rt, self, "strerror", newRef(args[1] as PyObject));
  if (args[2] !== undefined && args[2] !== rt.none) {
    setField(rt, self, "filename", newRef(args[2]));
    if (args[4] !== undefined) setField(rt, self, "filename2", newRef(args[4]));
    // The file name is an attribute, not one of `args`.
    setArgs(rt, self, args.slice(0, 2));
  }
  return self;
}

function osErrorStr(rt: Runtime, self: PyObject): PyObject | null {
  const errno = field(self, "errno");
  const strerror = field(self, "strerror");
  const filename = field(self, "filename");
  if (errno === null || strerror === null) {
    const base = rt.types.BaseException.payload.slots.str;
    return base === undefined ? null : base(rt, self);
  }
  const number = strText(rt, errno);
  const reason = strText(rt, strerror);
  if (number === null || reason === null) return null;
  if (filename === null) return rt.newStr(`[Errno ${number}] ${reason}`);
  const file = reprText(rt, filename);
  return file === null ? null : rt.newStr(`[Errno ${number}] ${reason}: ${file}`);
}

export const osErrorSpec: TypeSpec = {
  name: "OSError",
  base: "Exception",
  flags: TypeFlag.BaseType,
  basicsize: (profile) => profile.exceptionBytes + 40,
  slots: {
    new: osErrorNew,
    // Everything is done in __new__, so that a subclass may take other arguments in its __init__.
    init: () => true,
    str: osErrorStr,
  },
  getset: ["errno", "strerror", "filename", "filename2"].map(fieldMember),
};
