/** The order in which a class's bases are searched: C3.   [mirrors mro_implementation, pmerge in Objects/typeobject.c] */
import { raise } from "./errors.ts";
import type { PyType, Runtime } from "./object.ts";

/** The MRO of a class with these bases, itself first; null with TypeError. */
export function computeMro(rt: Runtime, type: PyType, bases: readonly PyType[]): PyType[] | null {
  const only = bases[0];
  if (bases.length === 1 && only !== undefined) return [type, ...only.payload.mroTypes];
  for (let i = 0; i < bases.length; i += 1) {
    const base = bases[i] as PyType;
    if (bases.indexOf(base) === i) continue;
    return raise(rt, "TypeError", `duplicate base class ${base.payload.name}`);
  }
  const length = bases.reduce((sum, base) => sum + base.payload.mroTypes.length, 0);
  rt.charge((length * bases.length) >> 3, 0);
  const merged = mergeMros(bases);
  if ("stuck" in merged) return inconsistent(rt, merged.stuck);
  return [type, ...merged.order];
}

/** The MRO of a built-in type; null when its bases contradict each other. */
export function linearize(type: PyType, bases: readonly PyType[]): PyType[] | null {
  const only = bases[0];
  if (bases.length === 1 && only !== undefined) return [type, ...only.payload.mroTypes];
  const merged = mergeMros(bases);
  return "stuck" in merged ? null : [type, ...merged.order];
}

function mergeMros(bases: readonly PyType[]): Merged {
  return merge([...bases.map((base) => [...base.payload.mroTypes]), [...bases]]);
}

type Merged = { readonly order: PyType[] } | { readonly stuck: PyType[][] };

/** Takes the first head that stands in no other list's tail, again and again. [pmerge] */
function merge(lists: PyType[][]): Merged {
  const order: PyType[] = [];
  let rest = lists.filter((list) => list.length > 0);
  while (rest.length > 0) {
    const next = rest
      .map((list) => list[0] as PyType)
      .find((head) => !rest.some((l) => l.indexOf(head, 1) > 0));
    if (next === undefined) return { stuck: rest };
    order.push(next);
    rest = rest.map((list) => (list[0] === next ? list.slice(1) : list)).filter((list) => list.length > 0);
  }
  return { order };
}

/** [set_mro_error] */
function inconsistent(rt: Runtime, stuck: readonly PyType[][]): null {
  const heads = [...new Set(stuck.map((list) => list[0] as PyType))].map((type) => type.payload.name);
  const text = `Cannot create a consistent method resolution\norder (MRO) for bases ${heads.join(", ")}`;
  return raise(rt, "TypeError", rt.profile.mroErrorIsOneLine ? text.replace("\n", " ") : text);
}
