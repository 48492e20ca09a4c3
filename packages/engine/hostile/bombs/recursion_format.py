# must: answer or limit
class A:
    def __format__(self, s):
        return f"{self:{s}}"
try:
    format(A(), "x")
except RecursionError as e:
    print(type(e).__name__)
