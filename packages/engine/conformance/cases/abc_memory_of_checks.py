import abc
import collections.abc
import gc

gc.disable()


class Shape(abc.ABC):
    @abc.abstractmethod
    def area(self):
        pass


class Square(Shape):
    def area(self):
        return 1


class Other:
    pass


def ask(kind):
    class Local(abc.ABC):
        pass

    class Mapped(collections.abc.Mapping):
        def __getitem__(self, key):
            return key

        def __iter__(self):
            return iter("ab")

        def __len__(self):
            return 2

    if kind == "registered":
        Local.register(Other)
        print(isinstance(Other(), Local), isinstance(3, Local))
    elif kind == "sized":
        print(isinstance(Mapped(), collections.abc.Sized), issubclass(Mapped, Local))


for kind in "nothing", "registered", "sized":
    gc.collect()
    ask(kind)
    print(kind, gc.collect())
print(isinstance(Square(), Shape), issubclass(int, Shape), sorted(Shape.__abstractmethods__))
print(type(Shape._abc_impl).__name__, gc.is_tracked(Shape._abc_impl))
