/** `SyntaxError`: message and place. [mirrors SyntaxError_init, SyntaxError_str] */
import { decref, newRef } from "../memory/refcount.ts";
import { fastSequence, sequenceItems, strText } from "./abstract.ts";
import { exceptionInit, field, fieldMember, setField } from "./base-exception.ts";
import { raise } from "./errors.ts";
import { type PyObject, type Runtime, TypeFlag } from "./object.ts";
import { isStr } from "./str-object.ts";
import type { TypeSpec } from "./typespec.ts";

const places = ["filename", "lineno", "offset", "text", "end_lineno", "end_offset"] as const;

function syntaxErrorInit(
  rt: Runtime,
  self: PyObject,
  args: readonly PyObject[],
  names: readonly PyObject[] | null,
): boolean {
  if (!exceptionInit(rt, self, args, names)) return false;
  if (args[0] !== undefined) setField(rt, self, "msg", newRef(args[0]));
  if (args.length !== 2) return true;
  const details = fastSequence(rt, args[1] as PyObject);
  if (details === null) return false;
  const items = sequenceItems(details);
  const isRight = items.length === 4 || items.length === 6;
  if (isRight) for (const [i, item] of items.entries()) setField(rt, self, places[i] as string, newRef(item));
  else raise(rt, "TypeError", "function takes exactly 4 or 6 arguments");
  decref(rt, details);
  return isRight;
}

/** `message (file, line 3)` */
function syntaxErrorStr(rt: Runtime, self: PyObject): PyObject | null {
  const message = strText(rt, field(self, "msg") ?? rt.none);
  if (message === null) return null;
  const filename = field(self, "filename");
  const lineno = field(self, "lineno");
  const line = lineno === null || lineno === rt.none ? null : strText(rt, lineno);
  const file = filename !== null && isStr(filename) ? filename.payload.text.replace(/^.*\//, "") : null;
  if (file !== null && line !== null) return rt.newStr(`${message} (${file}, line ${line})`);
  if (file !== null) return rt.newStr(`${message} (${file})`);
  return rt.newStr(line === null ? message : `${message} (line ${line})`);
}

export const syntaxErrorSpec: TypeSpec = {
  name: "SyntaxError",
  base: "Exception",
  flags: TypeFlag.BaseType,
  basicsize: (profile) => profile.exceptionBytes + profile.syntaxErrorBytes,
  slots: { init: syntaxErrorInit, str: syntaxErrorStr },
  getset: ["msg", ...places].map(fieldMember),
};
