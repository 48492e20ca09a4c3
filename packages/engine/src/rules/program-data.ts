/** What a learner's program made and names: its namespaces, its frames, its data. */
import { dictGetText, dictValues, isDict } from "../objects/dict.ts";
import { peekModuleDict } from "../objects/module.ts";
import { type Frame, hasFlag, type PyObject, type Runtime, TypeFlag } from "../objects/object.ts";
import { isStr, text } from "../objects/str-object.ts";

export interface Namespace {
  readonly dict: PyObject;
  values(): PyObject[];
}

/** The module the program runs in, and what classes are being made of. */
export function programNamespaces(rt: Runtime): Namespace[] {
  const dicts = new Set<PyObject>();
  const main = dictGetText(rt.modules, "__main__");
  if (main !== null) dicts.add(peekModuleDict(main));
  for (const { locals } of programFrames(rt)) if (locals !== null && isDict(locals)) dicts.add(locals);
  return [...dicts].map((dict) => ({ dict, values: () => dictValues(dict) }));
}

/** The frames that run now, the innermost first. */
export function programFrames(rt: Runtime): Frame[] {
  const frames: Frame[] = [];
  for (let frame = rt.thread.frame; frame !== null; frame = frame.back) frames.push(frame);
  return frames;
}

/** A container or an instance of one of the program's classes; no class, function or module. */
export function isData(rt: Runtime, o: PyObject): boolean {
  if (o.gc === null) return false;
  const { list, dict, set, tuple } = rt.types;
  const { type } = o;
  if (type === list || type === dict || type === set) return !isNamespace(rt, o);
  if (type === tuple) return (o.payload as { items: unknown[] }).items.length > 0;
  return isOwnInstance(o);
}

/** An instance of a class the program itself defines. */
export function isOwnInstance(o: PyObject): boolean {
  const { type } = o;
  if (!hasFlag(type, TypeFlag.HeapType) || hasFlag(type, TypeFlag.TypeSubclass)) return false;
  const { dict } = type.payload;
  const module = dict === null ? null : dictGetText(dict, "__module__");
  return module !== null && isStr(module) && text(module) === "__main__";
}

function isNamespace(rt: Runtime, o: PyObject): boolean {
  return programNamespaces(rt).some((namespace) => namespace.dict === o);
}

/** What a piece of data refers to, once per slot; its class is no part of it. */
export function referents(o: PyObject): PyObject[] {
  const found: PyObject[] = [];
  o.type.payload.slots.traverse?.(o, (referent) => {
    if (referent !== o.type) found.push(referent);
  });
  return found;
}
