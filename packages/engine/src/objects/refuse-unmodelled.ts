/**
 * A name that CPython's module or type has and ours has not is refused: an AttributeError would be a wrong answer.
 *
 * SIMPLIFIED: nothing of the kind is in CPython; the list is made by comparing both.
 */
import { unmodelledNames } from "../modules/unmodelled-names.generated.ts";
import { type PyObject, type PyType, type Runtime, Unsupported } from "./object.ts";

/** Throws when CPython's `owner` (a module, or `module.Type`) has `name` in this version. */
export function refuseUnmodelled(rt: Runtime, owner: string, name: string): void {
  const list = Object.hasOwn(unmodelledNames, owner) ? unmodelledNames[owner] : undefined;
  if (list === undefined || !list.includes(name)) return;
  for (const word of list.split(" ")) {
    const [known, versions = "8-15"] = word.split(":");
    if (known !== name) continue;
    const [first = 8, last = 15] = versions.split("-").map(Number);
    const minor = Number(rt.profile.version.split(".")[1]);
    if (minor >= first && minor <= last) throw new Unsupported(`${owner}.${name}`);
  }
}

/** The same for an attribute of an object or, if it is one, of a type. */
export function refuseUnmodelledAttribute(rt: Runtime, o: PyObject, name: string): void {
  const isType = o.type.payload.mroTypes.includes(rt.types.type);
  const types = isType
    ? [...(o as PyType).payload.mroTypes, ...o.type.payload.mroTypes]
    : o.type.payload.mroTypes;
  for (const { payload } of types) refuseUnmodelled(rt, `${payload.module}.${payload.name}`, name);
}
