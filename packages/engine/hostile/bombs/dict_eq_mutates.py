# must: answer
class A:
    def __init__(self, n): self.n = n
    def __hash__(self): return 1
    def __eq__(self, o):
        if len(d) < 500:
            d[len(d) + 10 ** 6] = 1
        return False
d = {}
for i in range(20):
    d[A(i)] = i
print(len(d) > 20)
