/** Wrong ideas of what `=` does. */
import type { OpName } from "../../compiler/opcodes.ts";
import { newRef } from "../../memory/refcount.ts";
import { dictDeleteText, dictGetText, dictSetText, isDict } from "../../objects/dict.ts";
import type { Frame, PyObject, Runtime } from "../../objects/object.ts";
import { closeSlot, push } from "../../vm/frame.ts";
import { sourceOfStore } from "../instructions.ts";
import type { Instruction, WrongRule } from "../points.ts";
import { copySlot } from "../shallow-copy.ts";

/** An expression that names an object somebody holds already. */
const namings: ReadonlySet<OpName> = new Set([
  "LOAD_NAME",
  "LOAD_GLOBAL",
  "LOAD_FAST",
  "LOAD_FAST_BORROW",
  "LOAD_FAST_CHECK",
  "LOAD_DEREF",
  "LOAD_ATTR",
  "BINARY_SUBSCR",
]);

/** M01: `=` makes a second, independent copy of the object on its right. */
export const assignCopies: WrongRule = () => {
  const store: Instruction = (rt, frame, arg, next) => {
    const source = sourceOfStore(frame);
    if (source !== null && namings.has(source.op)) copySlot(rt, frame, frame.sp - 1);
    return next(rt, frame, arg);
  };
  return {
    instructions: {
      STORE_NAME: store,
      STORE_GLOBAL: store,
      STORE_FAST: store,
      STORE_DEREF: store,
      // [value, object]: only a value that lies under a named object was named itself.
      STORE_ATTR: (rt, frame, arg, next) => {
        const value = frame.slots[frame.sp - 2] as PyObject;
        if (frame.borrowed[frame.sp - 2] !== 0 || value.refcnt > 1) copySlot(rt, frame, frame.sp - 2);
        return next(rt, frame, arg);
      },
    },
  };
};

/** M12: after `b = a` the two names stay tied: from the next rebinding on they are one variable. */
export const namesAreLinked: WrongRule = () => {
  const scopes = new Map<Frame | PyObject, TiedNames>();
  const tiedIn = (variables: Variables): TiedNames => {
    const known = scopes.get(variables.scope) ?? new TiedNames();
    scopes.set(variables.scope, known);
    return known;
  };
  const store =
    (of: (frame: Frame) => Variables | null): Instruction =>
    (rt, frame, arg, next) => {
      const variables = of(frame);
      if (variables === null) return next(rt, frame, arg);
      const tied = tiedIn(variables);
      const name = variables.name(arg);
      const one = tied.leaderOf(name);
      for (const other of tied.groupOf(name)) if (other !== one) tied.follow(rt, variables, other, one);
      const source = sourceOfStore(frame);
      const from = source === null ? null : variables.loadedName(source.op, source.arg);
      const done = one === name ? next(rt, frame, arg) : variables.store(rt, frame, one);
      if (done && from !== null) tied.tie(name, from);
      return done;
    };
  const load =
    (of: (frame: Frame) => Variables | null): Instruction =>
    (rt, frame, arg, next) => {
      const variables = of(frame);
      const name = variables?.name(arg);
      if (variables === null || name === undefined) return next(rt, frame, arg);
      const one = tiedIn(variables).leaderOf(name);
      const value = one === name ? null : variables.get(one);
      if (value === null) return next(rt, frame, arg);
      push(frame, newRef(value));
      return true;
    };
  const remove =
    (of: (frame: Frame) => Variables | null): Instruction =>
    (rt, frame, arg, next) => {
      const variables = of(frame);
      if (variables === null) return next(rt, frame, arg);
      return tiedIn(variables).leave(rt, variables, variables.name(arg)) || next(rt, frame, arg);
    };
  return {
    instructions: {
      STORE_NAME: store(localNames),
      STORE_GLOBAL: store(globalNames),
      STORE_FAST: store(fastNames),
      LOAD_NAME: load(localNames),
      LOAD_GLOBAL: load(globalNames),
      LOAD_FAST: load(fastNames),
      LOAD_FAST_CHECK: load(fastNames),
      LOAD_FAST_BORROW: load(fastNames),
      DELETE_NAME: remove(localNames),
      DELETE_GLOBAL: remove(globalNames),
      DELETE_FAST: remove(fastNames),
    },
  };
};

/** The names of one scope and what they are bound to. */
interface Variables {
  readonly scope: Frame | PyObject;
  name(arg: number): string;
  /** Borrowed. */
  get(name: string): PyObject | null;
  /** Pops the top of the stack into the name. */
  store(rt: Runtime, frame: Frame, name: string): boolean;
  bind(rt: Runtime, name: string, value: PyObject): void;
  unbind(rt: Runtime, name: string): void;
  /** The name such a load reads from this scope. */
  loadedName(op: OpName, arg: number): string | null;
}

class TiedNames {
  private readonly groups = new Map<string, Set<string>>();
  /** A name that is another name's variable by now. */
  private readonly leaders = new Map<string, string>();

  leaderOf(name: string): string {
    return this.leaders.get(name) ?? name;
  }

  groupOf(name: string): readonly string[] {
    return [...(this.groups.get(name) ?? [])];
  }

  tie(name: string, other: string): void {
    const group = new Set([...this.groupOf(name), ...this.groupOf(other), name, other]);
    for (const member of group) this.groups.set(member, group);
  }

  /** `name` lets go of its own object and reads `leader`'s from now on. */
  follow(rt: Runtime, variables: Variables, name: string, leader: string): void {
    if (this.leaders.get(name) === leader) return;
    this.leaders.set(name, leader);
    variables.unbind(rt, name);
  }

  /** The name goes; true where it had nothing of its own to delete. */
  leave(rt: Runtime, variables: Variables, name: string): boolean {
    this.groups.get(name)?.delete(name);
    this.groups.delete(name);
    if (this.leaders.delete(name)) return true;
    const followers = [...this.leaders].filter(([, leader]) => leader === name).map(([follower]) => follower);
    const [first, ...rest] = followers;
    const value = variables.get(name);
    if (first === undefined || value === null) return false;
    this.leaders.delete(first);
    variables.bind(rt, first, value);
    for (const follower of rest) this.leaders.set(follower, first);
    return false;
  }
}

function namesIn(frame: Frame, dict: PyObject, loads: readonly OpName[]): Variables {
  const name = (arg: number): string => frame.unit.names[arg] ?? "";
  return {
    scope: dict,
    name,
    get: (text) => dictGetText(dict, text),
    store: (rt, running, text) => {
      const done = dictSetText(rt, dict, text, running.slots[running.sp - 1] as PyObject);
      running.sp -= 1;
      closeSlot(rt, running, running.sp);
      return done;
    },
    bind: (rt, text, value) => {
      dictSetText(rt, dict, text, value);
    },
    unbind: (rt, text) => {
      if (dictGetText(dict, text) !== null) dictDeleteText(rt, dict, text);
    },
    loadedName: (op, arg) => (loads.includes(op) ? name(arg) : null),
  };
}

function localNames(frame: Frame): Variables | null {
  const dict = frame.locals ?? frame.globals;
  return isDict(dict) ? namesIn(frame, dict, ["LOAD_NAME"]) : null;
}

function globalNames(frame: Frame): Variables | null {
  return namesIn(frame, frame.globals, ["LOAD_GLOBAL"]);
}

function fastNames(frame: Frame): Variables | null {
  const { localsplus } = frame.unit;
  const slot = (name: string): number => localsplus.indexOf(name);
  return {
    scope: frame,
    name: (arg) => localsplus[arg] ?? "",
    get: (name) => frame.slots[slot(name)] ?? null,
    store: (rt, running, name) => {
      running.sp -= 1;
      const value = running.slots[running.sp] as PyObject;
      const wasBorrowed = running.borrowed[running.sp] !== 0;
      running.slots[running.sp] = null;
      if (wasBorrowed) running.borrowed[running.sp] = 0;
      closeSlot(rt, frame, slot(name));
      frame.slots[slot(name)] = wasBorrowed ? newRef(value) : value;
      return true;
    },
    bind: (_rt, name, value) => {
      frame.slots[slot(name)] = newRef(value);
    },
    unbind: (rt, name) => closeSlot(rt, frame, slot(name)),
    loadedName: (op, arg) => (op.startsWith("LOAD_FAST") ? (localsplus[arg] ?? "") : null),
  };
}
