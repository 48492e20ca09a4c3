import weakref
class S: __slots__ = ("a",)
class T: __slots__ = ("a", "__weakref__")
for o in (S(), T(), 1, "s", [], (), {}, set(), len, print, int, lambda: 0, object(), 1.5):
    try: print(type(o).__name__, weakref.ref(o)() is o)
    except TypeError as e: print(e)
