# must: answer or limit
class A:
    def __getitem__(self, i):
        return self[i]
try:
    A()[0]
except RecursionError as e:
    print(type(e).__name__)
