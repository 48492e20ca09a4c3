# must: answer or limit
class P:
    def __init__(self): self.me = self
    def __repr__(self): return "P(%r)" % self.__dict__
try:
    repr(P())
    print("guarded")
except RecursionError as e:
    print(type(e).__name__)
