/** The numbers of the intrinsic functions that make type parameters.   [mirrors Include/internal/pycore_intrinsics.h] */

/** Arguments of CALL_INTRINSIC_1. */
export const Intrinsic1 = {
  TypeVar: 7,
  ParamSpec: 8,
  TypeVarTuple: 9,
  SubscriptGeneric: 10,
  TypeAlias: 11,
} as const;

/** Arguments of CALL_INTRINSIC_2. */
export const Intrinsic2 = {
  TypeVarWithBound: 2,
  TypeVarWithConstraints: 3,
  SetFunctionTypeParams: 4,
  SetTypeParamDefault: 5,
} as const;
