# must: answer
class A:
    __slots__ = ["s%d" % i for i in range(2000)]
print(len(A.__slots__))
try:
    class B:
        __slots__ = ("a b",)
except TypeError as e:
    print(e)
