# must: answer or limit
class A:
    def __hash__(self):
        return hash(self)
try:
    hash(A())
except RecursionError as e:
    print(type(e).__name__)
