/**
 * Operators on two exact ints that fit a JS number, without a way through the types' slots.
 * [mirrors BINARY_OP_ADD_INT …, COMPARE_OP_INT in bytecodes.c]
 */
import { newInt } from "../../objects/int-object.ts";
import type { PyObject, Runtime } from "../../objects/object.ts";

/** The result as a new reference; null where the ordinary way must be taken. `operator` is BINARY_OP's argument. */
export function quickInt(rt: Runtime, operator: number, left: PyObject, right: PyObject): PyObject | null {
  const int = rt.types.int;
  if (left.type !== int || right.type !== int) return null;
  const a = left.payload;
  const b = right.payload;
  if (typeof a !== "number" || typeof b !== "number") return null;
  let result: number;
  switch (operator) {
    case /* += */ 13:
    case /* + */ 0:
      result = a + b;
      break;
    case /* -= */ 23:
    case /* - */ 10:
      result = a - b;
      break;
    case /* *= */ 18:
    case /* * */ 5:
      result = a * b;
      break;
    case /* &= */ 14:
    case /* & */ 1:
      if ((a | 0) !== a || (b | 0) !== b) return null;
      result = a & b;
      break;
    case /* |= */ 20:
    case /* | */ 7:
      if ((a | 0) !== a || (b | 0) !== b) return null;
      result = a | b;
      break;
    case /* ^= */ 25:
    case /* ^ */ 12:
      if ((a | 0) !== a || (b | 0) !== b) return null;
      result = a ^ b;
      break;
    case /* %= */ 19:
    case /* % */ 6:
      if (a < 0 || b <= 0) return null;
      result = a % b;
      break;
    case /* //= */ 15:
    case /* // */ 2:
      if (a < 0 || b <= 0) return null;
      // Exact, where a quotient that is no integer might be rounded up to one.
      result = (a - (a % b)) / b;
      break;
    default:
      return null;
  }
  // Mostly the result is small, which is told faster than that it is safe; −0, which is no int, becomes 0 either way.
  if ((result | 0) === result) return newInt(rt, result | 0);
  return Number.isSafeInteger(result) ? newInt(rt, result + 0) : null;
}

/** Whether the comparison holds; null where the ordinary way must be taken. `operator` is COMPARE_OP's argument. */
export function quickCompare(rt: Runtime, operator: number, left: PyObject, right: PyObject): boolean | null {
  const int = rt.types.int;
  if (left.type !== int || right.type !== int) return null;
  const a = left.payload;
  const b = right.payload;
  if (typeof a !== "number" || typeof b !== "number") return null;
  switch (operator) {
    case 0:
      return a < b;
    case 1:
      return a <= b;
    case 2:
      return a === b;
    case 3:
      return a !== b;
    case 4:
      return a > b;
    default:
      return a >= b;
  }
}
