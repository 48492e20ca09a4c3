# must: answer or limit
class A:
    def __len__(self):
        return len(self)
try:
    len(A())
except RecursionError as e:
    print(type(e).__name__)
