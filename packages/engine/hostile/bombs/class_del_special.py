# must: answer
class A:
    def __add__(self, o): return 1
a = A()
print(a + 1)
del A.__add__
try:
    a + 1
except TypeError as e:
    print(e)
