/**
 * list.sort: runs, binary insertion, stable merges; asks `<` only.   [mirrors list_sort_impl, count_run, binarysort]
 *
 * The order in which items are compared is CPython's for lists shorter than 64.
 * SIMPLIFIED: longer ones merge neighbouring runs without galloping, which asks other pairs but sorts the same.
 */
import { dropHeld, hold } from "../memory/native-hold.ts";
import { decref } from "../memory/refcount.ts";
import { call, isTrue, richCompare } from "./abstract.ts";
import { raise } from "./errors.ts";
import { dropDetached, listAttach, listDetach, type PyList } from "./list-object.ts";
import type { PyObject, Runtime } from "./object.ts";
import { text } from "./str-object.ts";
import { compareText } from "./str-text.ts";

/** Sorts in place. False with an exception set; the list then holds all its items in some order. */
export function listSort(rt: Runtime, list: PyList, key: PyObject | null, reverse: boolean): boolean {
  const detached = listDetach(rt, list);
  const values = detached.items;
  rt.charge(values.length * Math.max(1, Math.ceil(Math.log2(values.length + 1))), 0);
  holdAll(rt, values);
  const done = sortDetached(rt, values, key, reverse);
  releaseAll(rt, values);
  const wasModified = list.payload.items.length > 0 || list.payload.block !== 0;
  const meanwhile = listAttach(rt, list, detached);
  dropDetached(rt, meanwhile);
  if (!done) return false;
  if (!wasModified) return true;
  raise(rt, "ValueError", "list modified during sort");
  return false;
}

function sortDetached(rt: Runtime, values: PyObject[], key: PyObject | null, reverse: boolean): boolean {
  if (key === null) return sortBoth(rt, values, null, reverse);
  const keys: PyObject[] = [];
  let done = true;
  for (const value of values) {
    const computed = call(rt, key, [value]);
    if (computed === null) {
      done = false;
      break;
    }
    keys.push(computed);
    if (rt.recorder !== null) rt.recorder.nativeHold("sort keys", computed);
  }
  if (done) done = sortBoth(rt, keys, values, reverse);
  for (const computed of keys) {
    if (rt.recorder !== null) rt.recorder.nativeRelease("sort keys", computed);
    decref(rt, computed);
  }
  return done;
}

/** Reversing before and after keeps equal items in their order. */
function sortBoth(rt: Runtime, keys: PyObject[], values: PyObject[] | null, reverse: boolean): boolean {
  const sorter = new Sorter(rt, keys, values);
  if (reverse) sorter.reverse(0, keys.length);
  const done = sorter.sort();
  if (reverse) sorter.reverse(0, keys.length);
  return done;
}

function holdAll(rt: Runtime, items: readonly PyObject[]): void {
  if (rt.recorder !== null) for (const item of items) rt.recorder.nativeHold("list being sorted", item);
}

function releaseAll(rt: Runtime, items: readonly PyObject[]): void {
  if (rt.recorder !== null) for (const item of items) rt.recorder.nativeRelease("list being sorted", item);
}

type Less = (a: PyObject, b: PyObject) => boolean;

class Sorter {
  private readonly rt: Runtime;
  private readonly keys: PyObject[];
  private readonly values: PyObject[] | null;
  private readonly less: Less;
  /** A comparison raised; every loop ends. */
  private failed = false;

  constructor(rt: Runtime, keys: PyObject[], values: PyObject[] | null) {
    this.rt = rt;
    this.keys = keys;
    this.values = values;
    this.less = plainLess(rt, keys) ?? ((a, b) => this.askLess(a, b));
  }

  sort(): boolean {
    const n = this.keys.length;
    const runs: number[] = [];
    const minimum = minRun(n);
    for (let low = 0; low < n && !this.failed; ) {
      let length = this.countRun(low, n);
      if (this.failed) break;
      if (length < minimum) {
        const forced = Math.min(minimum, n - low);
        this.insertBinary(low, low + forced, low + length);
        length = forced;
      }
      runs.push(low);
      low += length;
    }
    this.mergeAll(runs, n);
    return !this.failed;
  }

  reverse(from: number, to: number): void {
    reverseRange(this.keys, from, to);
    if (this.values !== null) reverseRange(this.values, from, to);
  }

  private askLess(a: PyObject, b: PyObject): boolean {
    const { rt } = this;
    const answer = richCompare(rt, a, b, "<");
    if (answer !== null) {
      hold(rt, "result in use", answer);
      const truth = isTrue(rt, answer);
      dropHeld(rt, "result in use", answer);
      if (truth !== null) return truth;
    }
    this.failed = true;
    return false;
  }

  /** keys[i] < keys[j] */
  private isLess(i: number, j: number): boolean {
    return !this.failed && this.less(this.keys[i] as PyObject, this.keys[j] as PyObject);
  }

  private countRun(low: number, end: number): number {
    return this.rt.profile.sortSeesEqualRuns
      ? this.countRunWithEquals(low, end)
      : this.countPlainRun(low, end);
  }

  /** Up to 3.12: not descending, or strictly descending and then turned round. */
  private countPlainRun(low: number, end: number): number {
    let at = low + 1;
    if (at === end) return 1;
    if (this.isLess(at, at - 1)) {
      for (at += 1; at < end && this.isLess(at, at - 1); ) at += 1;
      if (!this.failed) this.reverse(low, at);
    } else {
      for (at += 1; at < end && !this.isLess(at, at - 1) && !this.failed; ) at += 1;
    }
    return at - low;
  }

  /** 3.13+: a descending run may hold equal neighbours, and goes on ascending once it is turned round. */
  private countRunWithEquals(low: number, end: number): number {
    let at = low + 1;
    while (at < end && !this.isLess(at, at - 1) && !this.failed) at += 1;
    if (at === end || this.failed) return at - low;
    if (at > low + 1) {
      if (this.isLess(low, at - 1)) return at - low;
      this.reverse(low, at);
    }
    at += 1;
    let equal = 0;
    for (; at < end && !this.failed; at += 1) {
      if (this.isLess(at, at - 1)) {
        if (equal > 0) this.reverse(at - equal - 1, at);
        equal = 0;
      } else if (this.isLess(at - 1, at)) break;
      else equal += 1;
    }
    if (this.failed) return at - low;
    if (equal > 0) this.reverse(at - equal - 1, at);
    this.reverse(low, at);
    while (at < end && !this.isLess(at, at - 1) && !this.failed) at += 1;
    return at - low;
  }

  /** keys[low, start) is sorted; brings in the rest up to `high`. */
  private insertBinary(low: number, high: number, start: number): void {
    const { keys, values } = this;
    for (let at = start; at < high; at += 1) {
      const pivot = keys[at] as PyObject;
      let left = low;
      let right = at;
      while (left < right) {
        const middle = (left + right) >> 1;
        const isLess = this.less(pivot, keys[middle] as PyObject);
        if (this.failed) return;
        if (isLess) right = middle;
        else left = middle + 1;
      }
      keys.copyWithin(left + 1, left, at);
      keys[left] = pivot;
      if (values === null) continue;
      const value = values[at] as PyObject;
      values.copyWithin(left + 1, left, at);
      values[left] = value;
    }
  }

  private mergeAll(starts: readonly number[], n: number): void {
    let bounds = [...starts, n];
    while (bounds.length > 2 && !this.failed) {
      const next: number[] = [];
      for (let i = 0; i + 1 < bounds.length; i += 2) {
        const low = bounds[i] as number;
        next.push(low);
        const end = bounds[i + 2];
        if (end !== undefined) this.merge(low, bounds[i + 1] as number, end);
      }
      bounds = [...next, n];
    }
  }

  private merge(low: number, middle: number, high: number): void {
    const { keys, values } = this;
    const leftKeys = keys.slice(low, middle);
    const leftValues = values === null ? null : values.slice(low, middle);
    let right = middle;
    let left = 0;
    let to = low;
    while (left < leftKeys.length) {
      const takeRight =
        !this.failed && right < high && this.less(keys[right] as PyObject, leftKeys[left] as PyObject);
      const from = takeRight && !this.failed;
      keys[to] = (from ? keys[right] : leftKeys[left]) as PyObject;
      if (values !== null && leftValues !== null)
        values[to] = (from ? values[right] : leftValues[left]) as PyObject;
      if (from) right += 1;
      else left += 1;
      to += 1;
    }
  }
}

/** When all keys are exact str, int or float, `<` needs nobody's code. [the pre-check of list_sort_impl] */
function plainLess(rt: Runtime, keys: readonly PyObject[]): Less | null {
  const type = keys[0]?.type;
  const { types } = rt;
  if (type !== types.str && type !== types.int && type !== types.float) return null;
  for (const key of keys) if (key.type !== type) return null;
  if (type === types.str) return (a, b) => compareText(text(a), text(b)) < 0;
  return (a, b) => (a as PyObject<number>).payload < (b as PyObject<number>).payload;
}

function minRun(n: number): number {
  let rest = n;
  let dropped = 0;
  while (rest >= 64) {
    dropped |= rest & 1;
    rest >>= 1;
  }
  return rest + dropped;
}

function reverseRange(items: PyObject[], from: number, to: number): void {
  for (let i = from, j = to - 1; i < j; i += 1, j -= 1) {
    const item = items[i] as PyObject;
    items[i] = items[j] as PyObject;
    items[j] = item;
  }
}

/** `sorted(iterable)` after the copy, and the check of list.sort's arguments: a key of None is none. */
export function sortKey(rt: Runtime, key: PyObject | null): PyObject | null {
  return key === null || key === rt.none ? null : key;
}

/** A list's items in reverse order, in place. */
export function listReverse(rt: Runtime, list: PyList): void {
  rt.charge(list.payload.items.length >> 6, 0);
  list.payload.items.reverse();
  if (rt.recorder === null) return;
  const { items } = list.payload;
  for (let i = 0; i < items.length; i += 1)
    rt.recorder.slotWrite(list, "item", i, null, items[i] as PyObject);
}
