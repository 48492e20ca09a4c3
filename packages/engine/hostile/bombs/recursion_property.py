# must: answer or limit
class A:
    @property
    def x(self):
        return self.x
try:
    A().x
except RecursionError as e:
    print(type(e).__name__)
