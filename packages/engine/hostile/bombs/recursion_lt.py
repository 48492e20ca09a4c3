# must: answer or limit
class A:
    def __lt__(self, o):
        return sorted([self, o])
try:
    A() < A()
except RecursionError as e:
    print(type(e).__name__)
