# must: answer or limit
class D(dict):
    def __missing__(self, k):
        return self[k]
try:
    D()[0]
except RecursionError as e:
    print(type(e).__name__)
