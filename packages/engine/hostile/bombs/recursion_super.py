# must: answer or limit
class A:
    def f(self):
        return super().__getattribute__("f")()
try:
    A().f()
except RecursionError as e:
    print(type(e).__name__)
