import dataclasses
import gc

gc.disable()


def plain():
    @dataclasses.dataclass
    class A:
        a: int
        b: list = dataclasses.field(default_factory=list)

    A(1)


def ordered():
    @dataclasses.dataclass(order=True)
    class A:
        x: int = 0

    A() < A(1)


for make in plain, ordered:
    make()
    gc.collect()
for make in plain, ordered:
    make()
    gc.set_debug(gc.DEBUG_SAVEALL)
    gc.collect()
    gc.set_debug(0)
    print(sorted(f.__qualname__ for f in gc.garbage if hasattr(f, "__code__") and "annotate" not in f.__qualname__))
    gc.garbage.clear()
