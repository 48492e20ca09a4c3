# must: answer or limit
class A:
    def __iter__(self):
        return iter(self)
try:
    iter(A())
except RecursionError as e:
    print(type(e).__name__)
