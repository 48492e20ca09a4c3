/**
 * `b"…" % arguments`: as for text, with bytes in the place of str.   [mirrors _PyBytes_FormatEx]
 * Bytes go in and come out as text of U+0000 … U+00FF, so that formatting exists once; `%b` is `%s`.
 */
import { decref, newRef } from "../memory/refcount.ts";
import { binaryText, bytesFromText } from "./bytes-text.ts";
import { bytesOf, isByteslike } from "./byteslike.ts";
import { raise } from "./errors.ts";
import type { PyObject, Runtime } from "./object.ts";
import { percentFormat } from "./percent-format.ts";
import { isStr, newFreshStr, text } from "./str-object.ts";
import { isTuple, newTuple, tupleItems } from "./tuple-object.ts";

/** The formatted bytes, or null with an exception. */
export function bytesPercent(rt: Runtime, template: Uint8Array, args: PyObject): Uint8Array | null {
  const source = binaryText(template);
  const items = isTuple(args) ? tupleItems(args) : [args];
  const wantsText = /%[^%]*?[sb]/.test(source);
  const refused = wantsText ? items.find((item) => isStr(item)) : undefined;
  if (refused !== undefined)
    return raise(
      rt,
      "TypeError",
      "%b requires a bytes-like object, or an object that implements __bytes__, not 'str'",
    );
  const shown = items.map((item) =>
    isByteslike(item) ? newFreshStr(rt, binaryText(bytesOf(item))) : newRef(item),
  );
  const tuple = newTuple(rt, shown);
  const pattern = newFreshStr(rt, source.replace(/(%[-+ #0]*\d*(?:\.\d+)?)b/g, "$1s"));
  const made = percentFormat(rt, pattern, tuple);
  decref(rt, pattern);
  decref(rt, tuple);
  if (made === null) return null;
  const bytes = bytesFromText(text(made));
  decref(rt, made);
  return bytes;
}
