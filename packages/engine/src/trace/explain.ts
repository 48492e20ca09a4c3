/**
 * "Why is it 3?": the holders of an object in words, each with the line that made it.
 *
 * No holder is named by hand: each is a slot write of the trace. What is done here is to say it as a person would, e.g.
 * a value in the dict that a module's frame runs in is the name of a variable.
 */
import type { ObjectId } from "./event.ts";
import type { HeapState } from "./heap-state.ts";
import type { Edge, Explanation, Holder } from "./snapshot-types.ts";

export function explain(state: HeapState, id: ObjectId): Explanation | null {
  const object = state.objects.get(id);
  if (object === undefined) return null;
  const edges = state.edgesTo(id);
  const slots = edges.filter((edge) => edge.isCounted).map((edge) => holderOf(state, edge));
  const counted = object.heldByStartUp > 0 ? [startUp(object.heldByStartUp), ...slots] : slots;
  const borrowed = edges.filter((edge) => !edge.isCounted).map((edge) => holderOf(state, edge));
  return {
    object: id,
    typeName: object.typeName,
    count: object.refcnt === null ? null : slots.length + object.heldByStartUp,
    counted,
    borrowed,
    weak: weakHolders(state, id),
  };
}

/** What the interpreter did before the program began left references that lie in no slot of the model. */
function startUp(times: number): Holder {
  const text = "start-up of the interpreter";
  return {
    text,
    owner: { kind: "native", name: text },
    slot: { kind: "part", name: text },
    line: 0,
    step: 0,
    times,
  };
}

function weakHolders(state: HeapState, id: ObjectId): Holder[] {
  const holders: Holder[] = [];
  for (const [ref, target] of state.weak) {
    if (target !== id) continue;
    const names = state.edgesTo(ref).map((edge) => holderText(state, edge));
    const record = state.objects.get(ref);
    holders.push({
      text: `weak reference ${names[0] ?? `#${ref}`}`,
      owner: { kind: "object", id: ref },
      slot: { kind: "part", name: "referent" },
      line: record?.bornAtLine ?? 0,
      step: record?.bornAtStep ?? 0,
      times: 1,
    });
  }
  return holders;
}

function holderOf(state: HeapState, edge: Edge): Holder {
  return {
    text: holderText(state, edge),
    owner: edge.owner,
    slot: edge.slot,
    line: edge.line,
    step: edge.step,
    times: 1,
  };
}

/** `name b`, `kids[1] of list #4`, `cell of inner`, `evaluation stack`, `frame of f`, `traceback of e` … */
function holderText(state: HeapState, edge: Edge): string {
  const { owner } = edge;
  if (owner.kind === "native") return owner.name;
  if (owner.kind === "frame") return frameSlotText(state, owner.id, edge);
  return objectSlotText(state, owner.id, edge);
}

function frameSlotText(state: HeapState, frame: number, edge: Edge): string {
  const name = state.frames.get(frame)?.name ?? "?";
  const { slot } = edge;
  if (slot.kind === "local")
    return name === "<module>" ? `name ${slot.name}` : `name ${slot.name} in ${name}`;
  if (slot.kind === "stack") return name === "<module>" ? "evaluation stack" : `evaluation stack of ${name}`;
  return slot.kind === "part" && slot.name !== "function"
    ? `${slot.name} of the frame of ${name}`
    : `frame of ${name}`;
}

function objectSlotText(state: HeapState, owner: ObjectId, edge: Edge): string {
  const record = state.objects.get(owner);
  const typeName = record?.typeName ?? "object";
  const { slot } = edge;
  if (typeName === "code" && slot.kind === "part") return codePartText(state, owner, slot.name);
  if (slot.kind === "value" || slot.kind === "key") return dictSlotText(state, owner, edge);
  const who = nameOf(state, owner);
  if (slot.kind === "item")
    return who === null ? `[${slot.index}] of ${typeName} #${owner}` : `${who}[${slot.index}]`;
  if (slot.kind === "attribute") {
    const name = unquoted(slot.name);
    return who === null ? `attribute ${name} of ${typeName} #${owner}` : `${who}.${name}`;
  }
  if (slot.kind === "slot") return `slot ${slot.index} of ${who ?? `${typeName} #${owner}`}`;
  if (typeName === "cell") return cellText(state, owner);
  if (slot.kind === "part") return `${partWord(slot.name)} of ${who ?? `${typeName} #${owner}`}`;
  return `${typeName} #${owner}`;
}

function dictSlotText(state: HeapState, dict: ObjectId, edge: Edge): string {
  const key = edge.slot.kind === "value" || edge.slot.kind === "key" ? edge.slot.text : "";
  const isKey = edge.slot.kind === "key";
  const space = namespaceOf(state, dict);
  if (space !== null && !isKey)
    return space.kind === "module" ? `name ${unquoted(key)}` : `${space.text}.${unquoted(key)}`;
  const who = nameOf(state, dict) ?? `dict #${dict}`;
  return isKey ? `key of ${who}` : `${who}[${key}]`;
}

/** Whether a dict is the namespace of a module, or the `__dict__` of an instance or class. */
function namespaceOf(state: HeapState, dict: ObjectId): { kind: "module" | "object"; text: string } | null {
  for (const frame of state.frames.values()) if (frame.globals === dict) return { kind: "module", text: "" };
  for (const edge of state.edgesTo(dict)) {
    if (edge.owner.kind !== "object" || edge.slot.kind !== "part") continue;
    if (!edge.slot.name.includes("dict")) continue;
    const owner = edge.owner.id;
    const typeName = state.objects.get(owner)?.typeName ?? "object";
    if (typeName === "module") return { kind: "module", text: "" };
    return { kind: "object", text: nameOf(state, owner) ?? `${typeName} #${owner}` };
  }
  return null;
}

/** How the program can reach the object: a variable, or `a.items` through its first holder; null for neither. */
export function nameOf(state: HeapState, id: ObjectId, depth = 3): string | null {
  const name = variableOf(state, id);
  if (name !== null || depth === 0) return name;
  const holder = state.edgesTo(id).find((edge) => edge.isCounted);
  if (holder === undefined || holder.owner.kind !== "object") return null;
  const owner = nameOf(state, holder.owner.id, depth - 1);
  if (owner === null) return null;
  if (holder.slot.kind === "item") return `${owner}[${holder.slot.index}]`;
  if (holder.slot.kind === "attribute") return `${owner}.${unquoted(holder.slot.name)}`;
  if (holder.slot.kind === "value") return `${owner}[${holder.slot.text}]`;
  return null;
}

/** A variable that names the object; a class or function is its own name. */
function variableOf(state: HeapState, id: ObjectId): string | null {
  const record = state.objects.get(id);
  if (record !== undefined && (record.typeName === "type" || record.typeName === "function")) {
    if (!record.text.startsWith("<")) return record.text;
  }
  for (const edge of state.edgesTo(id)) {
    if (edge.owner.kind === "frame" && edge.slot.kind === "local") return edge.slot.name;
    if (edge.owner.kind === "object" && edge.slot.kind === "value" && isModuleNamespace(state, edge.owner.id))
      return unquoted(edge.slot.text);
  }
  return null;
}

function isModuleNamespace(state: HeapState, dict: ObjectId): boolean {
  for (const frame of state.frames.values()) if (frame.globals === dict) return true;
  return false;
}

/** Constants and names that a compiled function or the program keeps. */
function codePartText(state: HeapState, code: ObjectId, part: string): string {
  const word = part.startsWith("co_consts") ? "constants" : part.replace(/^co_/, "").replace(/ \d+$/, "");
  const name = state.target({ kind: "object", id: code }, { kind: "part", name: "co_name" });
  const text = name === null ? undefined : state.objects.get(name)?.text;
  const of = text === undefined ? `code #${code}` : unquoted(text);
  return `${word} of ${of === "<module>" ? "the program" : of}`;
}

/** A cell is named after the function that keeps it. */
function cellText(state: HeapState, cell: ObjectId): string {
  for (const edge of state.edgesTo(cell)) {
    if (edge.owner.kind === "frame" && edge.slot.kind === "local")
      return `cell ${edge.slot.name} of ${state.frames.get(edge.owner.id)?.name ?? "?"}`;
    if (edge.owner.kind !== "object") continue;
    for (const closure of state.edgesTo(edge.owner.id))
      if (closure.owner.kind === "object")
        return `cell of ${nameOf(state, closure.owner.id) ?? "a function"}`;
  }
  return `cell #${cell}`;
}

const partWords: Readonly<Record<string, string>> = {
  __self__: "bound method",
  __func__: "bound method",
  __context__: "context",
  __cause__: "cause",
  __traceback__: "traceback",
  sequence: "iterator",
  __closure__: "closure",
  __defaults__: "default argument",
  type: "instance",
};

function partWord(name: string): string {
  return Object.hasOwn(partWords, name) ? (partWords[name] as string) : name;
}

function unquoted(key: string): string {
  return key.startsWith("'") && key.endsWith("'") ? key.slice(1, -1) : key;
}
