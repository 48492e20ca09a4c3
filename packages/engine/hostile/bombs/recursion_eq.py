# must: answer or limit
class A:
    def __eq__(self, o):
        return self == o
try:
    A() == A()
except RecursionError as e:
    print(type(e).__name__)
