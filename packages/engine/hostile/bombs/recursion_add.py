# must: answer or limit
class A:
    def __add__(self, o):
        return self + o
try:
    A() + 1
except RecursionError as e:
    print(type(e).__name__)
