import gc
gc.collect(); gc.disable()
class Node:
    def __init__(self): self.kids = []; self.up = None
a = Node()
for _ in range(3):
    k = Node(); k.up = a; a.kids.append(k)
del a, k
print(gc.collect())
