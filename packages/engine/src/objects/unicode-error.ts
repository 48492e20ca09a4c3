/** The three Unicode errors: encoding, object, range and reason. [mirrors UnicodeError_init and the str functions] */
import { newRef } from "../memory/refcount.ts";
import { strText } from "./abstract.ts";
import { indexValue } from "./abstract-number.ts";
import { exceptionInit, field, fieldMember, setField } from "./base-exception.ts";
import type { BuiltinTypeName } from "./builtin-types.ts";
import { checkPositional } from "./native-arguments.ts";
import { type PyObject, type Runtime, TypeFlag } from "./object.ts";
import { isStr } from "./str-object.ts";
import type { TypeSpec } from "./typespec.ts";

function spec(name: BuiltinTypeName, fields: readonly string[]): TypeSpec {
  return {
    name,
    base: "UnicodeError",
    flags: TypeFlag.BaseType,
    basicsize: (profile) => profile.exceptionBytes + 40,
    slots: {
      init: (rt, self, args, names) => {
        if (!exceptionInit(rt, self, args, names)) return false;
        if (!checkPositional(rt, "function", args.length, fields.length, fields.length)) return false;
        for (const [i, field] of fields.entries()) setField(rt, self, field, newRef(args[i] as PyObject));
        return true;
      },
      str: (rt, self) => unicodeErrorStr(rt, self, name),
    },
    getset: fields.map(fieldMember),
  };
}

function unicodeErrorStr(rt: Runtime, self: PyObject, name: BuiltinTypeName): PyObject | null {
  const object = field(self, "object");
  if (object === null) return rt.newStr("");
  const start = Number(indexValue(rt, field(self, "start") ?? rt.none) ?? 0);
  const end = Number(indexValue(rt, field(self, "end") ?? rt.none) ?? 0);
  const reason = strText(rt, field(self, "reason") ?? rt.none);
  if (reason === null) return null;
  const codec = name === "UnicodeTranslateError" ? null : strText(rt, field(self, "encoding") ?? rt.none);
  const verb =
    name === "UnicodeDecodeError" ? "decode" : name === "UnicodeEncodeError" ? "encode" : "translate";
  const who = codec === null ? "can't" : `'${codec}' codec can't`;
  const where = end === start + 1 ? ` in position ${start}` : `s in position ${start}-${end - 1}`;
  const unit = verb === "decode" ? "byte" : "character";
  const shown = end === start + 1 ? ` ${unitText(object, start)}` : "";
  return rt.newStr(`${who} ${verb} ${unit}${shown}${where}: ${reason}`);
}

/** `0x62`, or the character escaped in quotes. */
function unitText(object: PyObject, at: number): string {
  if (isStr(object)) {
    const code = [...object.payload.text][at]?.codePointAt(0) ?? 0;
    if (code < 0x100) return `'\\x${code.toString(16).padStart(2, "0")}'`;
    if (code < 0x10000) return `'\\u${code.toString(16).padStart(4, "0")}'`;
    return `'\\U${code.toString(16).padStart(8, "0")}'`;
  }
  const bytes = (object as PyObject<{ bytes: Uint8Array }>).payload.bytes;
  return `0x${(bytes[at] ?? 0).toString(16).padStart(2, "0")}`;
}

export const unicodeErrorSpecs: readonly TypeSpec[] = [
  spec("UnicodeEncodeError", ["encoding", "object", "start", "end", "reason"]),
  spec("UnicodeDecodeError", ["encoding", "object", "start", "end", "reason"]),
  spec("UnicodeTranslateError", ["object", "start", "end", "reason"]),
];
