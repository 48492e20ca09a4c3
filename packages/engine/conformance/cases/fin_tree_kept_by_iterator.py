import operator
class Node:
    def __init__(self, k, l=None, r=None): self.k, self.l, self.r = k, l, r
    def insert(self, k):
        side = "l" if k < self.k else "r"
        child = getattr(self, side)
        if child: child.insert(k)
        else: setattr(self, side, Node(k))
    def __iter__(self):
        if self.l: yield from self.l
        yield self.k
        if self.r: yield from self.r
    def depth(self): return 1 + max((c.depth() for c in (self.l, self.r) if c), default=0)
    def __del__(self): print("~", self.k, end=" ")
t = Node(5)
for k in (3, 8, 1, 4, 9): t.insert(k)
print(list(t), t.depth()); sub = t.l; t = None; print("| kept", list(sub)); it = iter(sub); next(it); sub = None; print("iterating", next(it)); del it; print("| end")
