/** From the machine's slot names to the trace's. */
import type { PyObject, SlotKey } from "../objects/object.ts";
import { isStr, text } from "../objects/str-object.ts";
import type { ObjectId, SlotName } from "./event.ts";
import { atomText, quoted } from "./text.ts";

/**
 * `item` 3, `value` under a key, `attribute` by name, `slot` by index; anything else is a fixed part of a built-in type.
 * Keys of no simple text are told apart by their object's id.
 */
export function slotName(slot: string, key: SlotKey, idOf: (o: PyObject) => ObjectId): SlotName {
  if (typeof key === "number")
    return slot === "slot" || slot === "item"
      ? { kind: slot, index: key }
      : { kind: "part", name: `${slot} ${key}` };
  if (slot === "attribute")
    return { kind: "attribute", name: typeof key === "string" ? key : keyText(key, idOf) };
  if (slot === "key" || slot === "value") return { kind: slot, text: keyText(key, idOf) };
  return { kind: "part", name: key === null ? slot : `${slot} ${keyText(key, idOf)}` };
}

function keyText(key: string | PyObject | null, idOf: (o: PyObject) => ObjectId): string {
  if (key === null) return "";
  if (typeof key === "string") return quoted(key);
  if (isStr(key)) return quotedWhole(text(key));
  return atomText(key) ?? `<${key.type.payload.name} #${idOf(key)}>`;
}

/** Not shortened: two long keys must stay two. */
function quotedWhole(value: string): string {
  return `'${value.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
}
