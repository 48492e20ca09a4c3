import type { AnyProcedure } from "@trpc/server";
import { PERMISSIONS, type Permission } from "../permissions.ts";
import { appRouter } from "../root.ts";
import type { Caller } from "./school.ts";

export interface ListedProcedure {
  readonly path: string;
  /** Undefined for a procedure that declares none, which no procedure may. */
  readonly permission: Permission | undefined;
  readonly takesInput: boolean;
}

/** Every procedure of the router, with what it declares. */
export function listProcedures(): ListedProcedure[] {
  // At run time this is a flat table of paths; its type follows the nesting of the routers.
  return Object.entries(appRouter._def.procedures).map(([path, procedure]: [string, unknown]) => {
    if (!isProcedure(procedure)) throw new Error(`${path} is not a procedure`);
    return {
      path,
      permission: permissionIn(procedure._def.meta),
      takesInput:
        "inputs" in procedure._def &&
        Array.isArray(procedure._def.inputs) &&
        procedure._def.inputs.length > 0,
    };
  });
}

/** Calls `noun.verb` with an input that nothing has checked. */
export async function callByPath(caller: Caller, path: string, input: unknown): Promise<unknown> {
  let target: unknown = caller;
  for (const name of path.split(".")) {
    if ((typeof target !== "object" && typeof target !== "function") || target === null)
      throw new Error(path);
    target = Reflect.get(target, name);
  }
  if (typeof target !== "function") throw new Error(`${path} cannot be called`);
  return Reflect.apply(target, undefined, [input]);
}

function isProcedure(value: unknown): value is AnyProcedure {
  return typeof value === "function" && "_def" in value;
}

function permissionIn(meta: unknown): Permission | undefined {
  if (typeof meta !== "object" || meta === null || !("permission" in meta)) return undefined;
  return PERMISSIONS.find((permission) => permission === meta.permission);
}
