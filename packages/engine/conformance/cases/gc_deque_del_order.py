import collections
class A:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)
d = collections.deque(A(i) for i in range(3))
d.clear()
print("cleared")
s = collections.OrderedDict((i, A(i)) for i in range(3))
s.clear()
print("cleared")
d = collections.deque((A(i) for i in range(4)), maxlen=2)
print("bounded")
d.append(A(9))
del d
