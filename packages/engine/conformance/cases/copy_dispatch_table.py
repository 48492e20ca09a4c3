import copy
import copyreg


class Pair:
    def __new__(cls, left, right):
        self = object.__new__(cls)
        self.left, self.right = left, right
        return self


def reduce_pair(pair):
    print("taking apart")
    return Pair, (pair.left, pair.right)


p = Pair([1], [2])
copyreg.pickle(Pair, reduce_pair)
q = copy.copy(p)
print(q is p, q.left is p.left)
r = copy.deepcopy(p)
print(r.left == p.left, r.left is p.left)
code = reduce_pair.__code__
print(copy.copy(code) is code, copy.deepcopy(code) is code)
