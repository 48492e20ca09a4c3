import sys, weakref
from typing import Callable, Dict, Generic, List, Optional, TypeVar
T = TypeVar("T")
class Stack(Generic[T]): pass
print(Stack[int] is Stack[int], List[int] is List[int], Optional[int] is Optional[int], Callable[[int], str] is Callable[[int], str])
print(List[int] is List[bool], Dict[str, int] == Dict[str, int], Stack[int]().__orig_class__ is Stack[int])
class Held: pass
r = weakref.ref(Held)
List[Held]
del Held
print(r() is not None)
