class P(property):
    """of the class"""
class Q(property): pass
class S(property): __slots__ = ()
class D(property): __slots__ = ("__doc__",)
def documented(self):
    """of the getter"""
def plain(self): pass
for cls in property, P, Q, S, D:
    for args, doc in [((documented,), None), ((plain,), None), ((plain,), "given"), ((documented,), "given"), ((), "given"), ((), None)]:
        try:
            p = cls(*args, doc=doc)
            print(cls.__name__, p.__doc__, sorted(getattr(p, "__dict__", ())), p.getter(documented).__doc__)
        except AttributeError as e:
            print(cls.__name__, e)
