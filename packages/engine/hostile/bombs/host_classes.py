# must: answer
class constructor: pass
class __proto__(constructor): pass
class Object: pass
class toString(Exception): pass
try:
    raise toString("x")
except toString as e:
    print(type(e), __proto__.__mro__)
