# must: answer or limit
class A:
    def __getattr__(self, n):
        return self.other
try:
    A().x
except RecursionError as e:
    print(type(e).__name__)
