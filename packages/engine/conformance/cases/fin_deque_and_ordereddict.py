from collections import deque, OrderedDict
class A:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)
d = deque((A(i) for i in range(4)), maxlen=3)
print("made")
d.rotate(1); d.popleft(); print("popped")
d.clear(); print("cleared")
o = OrderedDict((i, A(10 + i)) for i in range(3))
o.move_to_end(10); del o
print("end")
