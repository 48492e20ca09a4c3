# must: answer or limit
class A:
    def __bool__(self):
        return not self
try:
    bool(A())
except RecursionError as e:
    print(type(e).__name__)
