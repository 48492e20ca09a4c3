/** Names of methods in other languages and what Python has instead (3.15). [Lib/traceback.py] */
type BuiltinName = "list" | "str" | "dict" | "tuple" | "frozenset" | "float";

const useSet = "Did you mean to use a 'set' object?";
const useList = "Did you mean to use a 'list' object?";
const useInt = "Did you mean to use an 'int' object? Bitwise operators are not supported by 'float'.";

/** A hint that begins with a point is a method; any other stands as it is. */
export const otherLanguages: Readonly<Record<string, readonly (readonly [BuiltinName, string])[]>> = {
  push: [["list", ".append"]],
  concat: [["list", ".extend"]],
  addAll: [["list", ".extend"]],
  contains: [["list", "Use 'x in list'."]],
  add: [
    ["list", useSet],
    ["frozenset", useSet],
  ],
  toUpperCase: [["str", ".upper"]],
  toLowerCase: [["str", ".lower"]],
  trimStart: [["str", ".lstrip"]],
  trimEnd: [["str", ".rstrip"]],
  keySet: [["dict", ".keys"]],
  entrySet: [["dict", ".items"]],
  entries: [["dict", ".items"]],
  putAll: [["dict", ".update"]],
  put: [["dict", "Use d[k] = v."]],
  append: [["tuple", useList]],
  extend: [["tuple", useList]],
  insert: [["tuple", useList]],
  remove: [
    ["tuple", useList],
    ["frozenset", useSet],
  ],
  discard: [["frozenset", useSet]],
  update: [["frozenset", useSet]],
  __or__: [["float", useInt]],
  __and__: [["float", useInt]],
  __xor__: [["float", useInt]],
  __lshift__: [["float", useInt]],
  __rshift__: [["float", useInt]],
};
