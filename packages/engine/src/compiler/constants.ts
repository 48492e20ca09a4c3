/**
 * Constants of a compile unit, merged by type, value and sign of zero over all of its code objects.
 * [mirrors merge_const_one and _PyCode_ConstantKey]
 */
import type { ConstantValue } from "../parser/ast.ts";
import type { CodeConstant } from "./code.ts";

export const noneConstant: CodeConstant = { kind: "none" };
export const trueConstant: CodeConstant = { kind: "true" };
export const falseConstant: CodeConstant = { kind: "false" };
export const ellipsisConstant: CodeConstant = { kind: "ellipsis" };

export function strConstant(value: string): ConstantValue {
  return { kind: "str", value, prefixU: false };
}

export function intConstant(value: bigint): ConstantValue {
  return { kind: "int", value };
}

export function tupleConstant(items: readonly CodeConstant[]): CodeConstant {
  return { kind: "tuple", items };
}

export function boolConstant(value: boolean): CodeConstant {
  return value ? trueConstant : falseConstant;
}

/** One object per distinct constant: what it returns is identical exactly when CPython's objects would be. */
export class ConstantPool {
  private readonly byKey = new Map<string, CodeConstant>();
  private readonly strings = new Map<string, CodeConstant>();

  intern(constant: CodeConstant): CodeConstant {
    if (constant.kind === "str") return this.internStr(constant);
    if (constant.kind === "none") return noneConstant;
    const key = constantKey(constant);
    if (key === null) return constant;
    const known = this.byKey.get(key);
    if (known !== undefined) return known;
    const merged = this.withMergedItems(constant);
    this.byKey.set(key, merged);
    return merged;
  }

  private internStr(constant: CodeConstant & { readonly kind: "str" }): CodeConstant {
    const known = this.strings.get(constant.value);
    if (known === undefined) this.strings.set(constant.value, constant);
    return known ?? constant;
  }

  private withMergedItems(constant: CodeConstant): CodeConstant {
    if (constant.kind === "tuple" || constant.kind === "frozenset")
      return { kind: constant.kind, items: constant.items.map((item) => this.intern(item)) };
    if (constant.kind === "slice")
      return {
        kind: "slice",
        start: this.intern(constant.start),
        stop: this.intern(constant.stop),
        step: this.intern(constant.step),
      };
    return constant;
  }
}

/** Equal keys, equal constants; null for a code object, which is only equal to itself. */
export function constantKey(constant: CodeConstant): string | null {
  switch (constant.kind) {
    case "none":
    case "true":
    case "false":
    case "ellipsis":
      return constant.kind;
    case "int":
      return `i${constant.value}`;
    case "float":
      return `f${floatKey(constant.value)}`;
    case "complex":
      return `c0,${floatKey(constant.imag)}`;
    case "complex-pair":
      return `c${floatKey(constant.real)},${floatKey(constant.imag)}`;
    case "str":
      return `s${constant.value.length}:${constant.value}`;
    case "bytes":
      return `b${constant.value.join(",")}`;
    case "tuple":
    case "frozenset": {
      const keys = constant.items.map(constantKey);
      if (keys.includes(null)) return null;
      if (constant.kind === "frozenset") keys.sort();
      return `${constant.kind}(${keys.join("|")})`;
    }
    case "slice": {
      const keys = [constant.start, constant.stop, constant.step].map(constantKey);
      return keys.includes(null) ? null : `slice(${keys.join("|")})`;
    }
    case "code":
      return null;
  }
}

function floatKey(value: number): string {
  return Object.is(value, -0) ? "-0" : String(value);
}

/** Truth of a constant, as `if` sees it. */
export function constantTruth(constant: CodeConstant): boolean {
  switch (constant.kind) {
    case "none":
    case "false":
      return false;
    case "true":
    case "ellipsis":
    case "code":
    case "slice":
      return true;
    case "int":
      return constant.value !== 0n;
    case "float":
      return constant.value !== 0;
    case "complex":
      return constant.imag !== 0;
    case "complex-pair":
      return constant.real !== 0 || constant.imag !== 0;
    case "str":
    case "bytes":
      return constant.value.length > 0;
    case "tuple":
    case "frozenset":
      return constant.items.length > 0;
  }
}
