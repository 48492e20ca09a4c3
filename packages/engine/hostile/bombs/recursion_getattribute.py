# must: answer or limit
class A:
    def __getattribute__(self, n):
        return self.x
try:
    A().x
except RecursionError as e:
    print(type(e).__name__)
