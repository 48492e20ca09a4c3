# must: answer or limit
class D:
    def __get__(self, o, t):
        return o.x
class A:
    x = D()
try:
    A().x
except RecursionError as e:
    print(type(e).__name__)
