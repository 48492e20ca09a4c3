# must: end
class A: pass
class B: x = 1
class C(A): pass
C.__bases__ = (B,)
print(C.x, C.__mro__[1].__name__)
try:
    C.__bases__ = ()
except TypeError as e:
    print(e)
try:
    C.__bases__ = (int,)
except TypeError as e:
    print(e)
