/** A short text for an object, made without running any Python code. */
import { hasFlag, type PyObject, TypeFlag } from "../objects/object.ts";

const longest = 24;

/** The value of a number, string, bytes, or class and function name; null for containers and instances. */
export function atomText(o: PyObject): string | null {
  const payload = o.payload;
  if (hasFlag(o.type, TypeFlag.TypeSubclass)) return (payload as { name: string }).name;
  if (typeof payload === "bigint" || typeof payload === "number") return numberText(o, payload);
  if (hasFlag(o.type, TypeFlag.StrSubclass)) return quoted((payload as { text: string }).text);
  switch (o.type.payload.name) {
    case "NoneType":
      return "None";
    case "ellipsis":
      return "Ellipsis";
    case "NotImplementedType":
      return "NotImplemented";
    default:
      return null;
  }
}

function numberText(o: PyObject, value: number | bigint): string {
  const typeName = o.type.payload.name;
  if (typeName === "bool") return value === 0 || value === 0n ? "False" : "True";
  if (typeName === "float") return Number.isInteger(value) ? `${value}.0` : String(value);
  const digits = String(value);
  return digits.length > longest ? `${digits.slice(0, longest - 1)}…` : digits;
}

/** A str as repr shows it, shortened. */
export function quoted(value: string): string {
  const short = value.length > longest ? `${value.slice(0, longest - 1)}…` : value;
  const escaped = short.replaceAll("\\", "\\\\").replaceAll("\n", "\\n").replaceAll("\t", "\\t");
  return escaped.includes("'") && !escaped.includes('"')
    ? `"${escaped}"`
    : `'${escaped.replaceAll("'", "\\'")}'`;
}
