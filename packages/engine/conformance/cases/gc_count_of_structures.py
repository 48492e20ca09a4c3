import gc
gc.collect(); gc.disable()
class N:
    def __init__(self): self.next = None; self.data = {}
def ring(n):
    nodes = [N() for _ in range(n)]
    for a, b in zip(nodes, nodes[1:] + nodes[:1]): a.next = b
ring(3)
print(gc.collect())
ring(1)
print(gc.collect())
t = ([],); t[0].append(t); del t
print(gc.collect())
