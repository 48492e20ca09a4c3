# must: answer
class A:
    def __str__(self): return 5
try:
    print(A())
except TypeError as e:
    print(e)
