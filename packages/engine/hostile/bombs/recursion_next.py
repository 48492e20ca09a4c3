# must: answer or limit
class A:
    def __iter__(self): return self
    def __next__(self):
        return next(self)
try:
    list(A())
except RecursionError as e:
    print(type(e).__name__)
