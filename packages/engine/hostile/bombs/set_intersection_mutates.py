# must: answer
class A:
    def __init__(self, n): self.n = n
    def __hash__(self): return 1
    def __eq__(self, o):
        t.clear()
        return False
s = {A(1), A(2)}
t = {A(3), A(4)}
print(len(s & t))
