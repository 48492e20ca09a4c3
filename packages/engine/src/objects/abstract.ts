/**
 * What can be done with any object, whatever its type, under one name.   [mirrors Include/abstract.h]
 * The layers below the types' own files import the abstract-*.ts file they need.
 */
export { isInstance, isSubclass, recursiveIsInstance, recursiveIsSubclass } from "./abstract-class.ts";
export {
  contains,
  deleteItem,
  exactLength,
  getItem,
  getItemAt,
  length,
  lengthHint,
  setItem,
} from "./abstract-container.ts";
export {
  asIndex,
  type BinaryOperator,
  binaryOp,
  binaryOp1,
  index,
  indexValue,
  inplaceOp,
  inplacePower,
  powerOp,
  unaryOp,
} from "./abstract-number.ts";
export {
  call,
  callHolding,
  callMethod,
  callSpecialBound,
  callSpecialMethod,
  callUnpacked,
  collectItems,
  deleteAttr,
  equals,
  fastSequence,
  getAttr,
  getAttrText,
  getIter,
  getOptionalAttr,
  hash,
  hashNotImplemented,
  isCallable,
  isIterator,
  isSequence,
  isTrue,
  iterNext,
  repr,
  reprText,
  richCompare,
  richCompareBool,
  sequenceItems,
  setAttr,
  setAttrText,
  str,
  strText,
  takesVector,
  unpacked,
} from "./abstract-object.ts";
export { lookupMethod, lookupSpecial, typeLookup, typeName } from "./type-lookup.ts";
