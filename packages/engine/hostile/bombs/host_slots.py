# must: answer
class A:
    __slots__ = ("__proto__", "constructor", "toString")
a = A()
a.__proto__ = 1
a.constructor = 2
print(a.__proto__, a.constructor)
try:
    a.toString
except AttributeError as e:
    print(type(e).__name__)
