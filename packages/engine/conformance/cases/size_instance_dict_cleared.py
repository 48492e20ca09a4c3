import sys
class C: pass
o = C()
o.self = o
o.__dict__.clear()
print(sys.getsizeof(o.__dict__))
o.d = o.__dict__
print(sys.getsizeof(o.__dict__))
del o.d
print(sys.getsizeof(o.__dict__))
