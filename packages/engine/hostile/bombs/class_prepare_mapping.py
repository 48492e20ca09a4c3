# must: answer
class N(dict):
    def __getitem__(self, k):
        if k == "boom": return N
        raise KeyError(k)
    def __setitem__(self, k, v):
        dict.__setitem__(self, k, v)
        dict.__setitem__(self, k + "2", v)
class M(type):
    @classmethod
    def __prepare__(m, n, b):
        return N()
class A(metaclass=M):
    x = boom
print(A.x2 is N)
