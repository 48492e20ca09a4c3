/** The numbers of the binary operators in BINARY_OP's argument. */
import type { Operator } from "../../parser/ast.ts";

/** In CPython's order (NB_ADD …); an in-place operator is 13 further on. */
const order: readonly Operator[] = [
  "Add",
  "BitAnd",
  "FloorDiv",
  "LShift",
  "MatMult",
  "Mult",
  "Mod",
  "BitOr",
  "Pow",
  "RShift",
  "Sub",
  "Div",
  "BitXor",
];

export function binaryNumber(operator: Operator): number {
  return order.indexOf(operator);
}

/** The operator of a BINARY_OP that is not in place; null for an in-place one. */
export function operatorOfNumber(number: number): Operator | null {
  return order[number] ?? null;
}
