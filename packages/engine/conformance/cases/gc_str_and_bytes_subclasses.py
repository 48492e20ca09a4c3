import gc
class S(str): pass
class B(bytes): pass
class A(bytearray): pass
class Slotted(str): __slots__ = ()
for o in S("a"), B(b"a"), A(b"a"), Slotted("a"), S(), B(), A(), S("é").upper():
    print(type(o).__name__, gc.is_tracked(o))
gc.collect()
for cls in S, B, A:
    o = cls()
    o.me = o
    del o
    print(gc.collect())
