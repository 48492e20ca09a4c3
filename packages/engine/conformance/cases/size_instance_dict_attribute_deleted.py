import sys
class C: pass
o = C(); o.x = 1; o.y = 2
print(sys.getsizeof(C), sys.getsizeof(o.__dict__))
del o.x
print(sys.getsizeof(C), sys.getsizeof(o.__dict__))
p = C(); p.x = 1
print(sys.getsizeof(C), sys.getsizeof(p.__dict__))
