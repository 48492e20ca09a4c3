class Base: pass
class Box[T](Base):
    item: T
    def map[U](self, to: U) -> U:
        return T, U, __class__
print(Box.__mro__, Box.__orig_bases__, Box.__parameters__, Box.__type_params__)
print(Box.__qualname__, Box.map.__qualname__, Box().map(1), Box[int], Box[int]().__orig_class__)
class Pair[K, *V](Box[K]):
    alias = K
print(Pair.alias, Pair.__mro__[1] is Box, Pair.__parameters__)
def make():
    local = 5
    class Inner[T]:
        def get(self): return T, local
    return Inner
print(make().__qualname__, make()().get())
class Outer:
    Kind = int
    def use[T: Kind](self): return T.__bound__
    class Nested[Q](list[Q]): pass
print(Outer().use(), Outer.Nested.__mro__)
