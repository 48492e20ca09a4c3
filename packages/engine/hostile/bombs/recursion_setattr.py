# must: answer or limit
class A:
    def __setattr__(self, n, v):
        self.x = v
try:
    A().y = 1
except RecursionError as e:
    print(type(e).__name__)
