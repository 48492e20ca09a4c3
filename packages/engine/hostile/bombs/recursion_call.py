# must: answer or limit
class A:
    def __call__(self):
        return self()
try:
    A()()
except RecursionError as e:
    print(type(e).__name__)
