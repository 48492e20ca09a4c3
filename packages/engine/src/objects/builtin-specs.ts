/** Every built-in type, base before derived where the file's order matters to `type.__subclasses__()`. */

import { abcDataSpec } from "../modules/_abc.ts";
import { collectionsTypes } from "../modules/_collections.ts";
import { functoolsTypes } from "../modules/_functools.ts";
import { ioTypes } from "../modules/_io.ts";
import { randomSpec } from "../modules/_random.ts";
import { arrayTypes } from "../modules/array.ts";
import { itertoolsTypes } from "../modules/itertools.ts";
import { operatorTypes } from "../modules/operator.ts";
import { boolSpec } from "./bool.ts";
import { bytearrayIteratorSpec, bytearraySpec } from "./bytearray.ts";
import { bytesIteratorSpec, bytesSpec } from "./bytes.ts";
import { cellSpec } from "./cell.ts";
import { codeSpec } from "./code.ts";
import { complexSpec } from "./complex.ts";
import {
  classMethodDescriptorSpec,
  getSetDescriptorSpec,
  memberDescriptorSpec,
  methodDescriptorSpec,
  methodWrapperSpec,
  wrapperDescriptorSpec,
} from "./descriptors.ts";
import { dictSpec } from "./dict-type.ts";
import { dictViewSpecs } from "./dict-views.ts";
import { enumerateSpec } from "./enumerate.ts";
import { exceptionSpecs } from "./exceptions.ts";
import { filterSpec } from "./filter.ts";
import { floatSpec } from "./float.ts";
import { frameSpec } from "./frame.ts";
import { frameLocalsProxySpec } from "./frame-locals-proxy.ts";
import { functionSpec } from "./function.ts";
import { generatorSpecs } from "./generator.ts";
import { genericAliasSpec } from "./generic-alias.ts";
import { intSpec } from "./int.ts";
import { callableIteratorSpec, reversedSpec, seqIteratorSpec } from "./iterators.ts";
import { lazyImportSpec } from "./lazy-import.ts";
import { listSpec } from "./list.ts";
import { listIteratorSpec, listReverseIteratorSpec } from "./list-iterator.ts";
import { mapSpec } from "./map.ts";
import { mappingProxySpec } from "./mappingproxy.ts";
import { memoryIteratorSpec, memoryviewSpec } from "./memoryview.ts";
import { methodSpec } from "./method.ts";
import { moduleSpec } from "./module.ts";
import { nativeSpec } from "./native.ts";
import { objectSpec } from "./object-type.ts";
import { propertySpec } from "./property.ts";
import { longRangeIteratorSpec, rangeIteratorSpec, rangeSpec } from "./range.ts";
import { frozensetSpec, setSpec } from "./set.ts";
import { setIteratorSpec } from "./set-iterator.ts";
import { simpleNamespaceSpec } from "./simple-namespace.ts";
import { singletonSpecs } from "./singletons.ts";
import { sliceSpec } from "./slice.ts";
import { classMethodSpec, staticMethodSpec } from "./staticmethod.ts";
import { strAsciiIteratorSpec, strIteratorSpec, strSpec } from "./str.ts";
import { structSequenceSpec } from "./struct-sequence.ts";
import { superSpec } from "./super.ts";
import { templateSpecs } from "./template.ts";
import { tracebackSpec } from "./traceback.ts";
import { tupleIteratorSpec, tupleSpec } from "./tuple.ts";
import { typeVarSpecs } from "./type-var.ts";
import { typeSpec as typeTypeSpec } from "./typeobject.ts";
import type { TypeSpec } from "./typespec.ts";
import { unionSpec } from "./union.ts";
import { proxySpecs } from "./weak-proxy.ts";
import { weakrefSpec } from "./weakref.ts";
import { zipSpec } from "./zip.ts";

export const builtinSpecs: readonly TypeSpec[] = [
  objectSpec,
  typeTypeSpec,
  intSpec,
  boolSpec,
  floatSpec,
  complexSpec,
  strSpec,
  bytesSpec,
  bytearraySpec,
  memoryviewSpec,
  listSpec,
  tupleSpec,
  dictSpec,
  ...dictViewSpecs,
  setSpec,
  frozensetSpec,
  structSequenceSpec,
  rangeSpec,
  sliceSpec,
  ...singletonSpecs,
  functionSpec,
  methodSpec,
  nativeSpec,
  methodDescriptorSpec,
  wrapperDescriptorSpec,
  methodWrapperSpec,
  classMethodDescriptorSpec,
  getSetDescriptorSpec,
  memberDescriptorSpec,
  mappingProxySpec,
  propertySpec,
  staticMethodSpec,
  classMethodSpec,
  superSpec,
  simpleNamespaceSpec,
  codeSpec,
  frameSpec,
  frameLocalsProxySpec,
  tracebackSpec,
  ...generatorSpecs,
  cellSpec,
  moduleSpec,
  listIteratorSpec,
  listReverseIteratorSpec,
  tupleIteratorSpec,
  strIteratorSpec,
  strAsciiIteratorSpec,
  bytesIteratorSpec,
  bytearrayIteratorSpec,
  memoryIteratorSpec,
  setIteratorSpec,
  rangeIteratorSpec,
  longRangeIteratorSpec,
  seqIteratorSpec,
  callableIteratorSpec,
  enumerateSpec,
  zipSpec,
  mapSpec,
  filterSpec,
  reversedSpec,
  genericAliasSpec,
  unionSpec,
  ...templateSpecs,
  lazyImportSpec,
  ...typeVarSpecs,
  weakrefSpec,
  ...proxySpecs,
  ...exceptionSpecs,
  ...itertoolsTypes,
  ...functoolsTypes,
  abcDataSpec,
  ...operatorTypes,
  randomSpec,
  ...ioTypes,
  ...arrayTypes,
  ...collectionsTypes,
];
