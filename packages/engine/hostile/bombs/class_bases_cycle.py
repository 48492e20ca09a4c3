# must: answer
class A: pass
class B(A): pass
try:
    A.__bases__ = (B,)
except TypeError as e:
    print(e)
