# must: answer or limit
class A:
    def __str__(self):
        return "%s" % self
try:
    str(A())
except RecursionError as e:
    print(type(e).__name__)
