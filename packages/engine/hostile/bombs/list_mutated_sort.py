# must: answer
class A:
    def __init__(self, v): self.v = v
    def __lt__(self, o):
        x.append(1)
        return self.v < o.v
x = [A(3), A(1), A(2)]
try:
    x.sort()
except ValueError as e:
    print(e)
