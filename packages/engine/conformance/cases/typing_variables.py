import typing
from typing import TypeVar, Generic, List
T = TypeVar("T")
S = TypeVar("S", covariant=True)
N = TypeVar("N", bound=int)
C = TypeVar("C", int, str)
print(T, S, N.__bound__, C.__constraints__, T.__name__)
class A(Generic[T]): pass
class B(A[int]): pass
print(A.__parameters__, B.__mro__[1] is A, A[int], List[T], List[T][int])
print(typing.ParamSpec("P") if hasattr(typing, "ParamSpec") else "~P")
