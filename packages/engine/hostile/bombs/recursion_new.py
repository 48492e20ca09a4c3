# must: answer or limit
class A:
    def __new__(cls):
        return cls()
try:
    A()
except RecursionError as e:
    print(type(e).__name__)
