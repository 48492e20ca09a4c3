# must: answer or limit
class A:
    def __contains__(self, o):
        return o in self
try:
    1 in A()
except RecursionError as e:
    print(type(e).__name__)
