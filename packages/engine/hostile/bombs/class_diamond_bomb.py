# must: answer
X = [object]
class A: pass
prev = [A]
for i in range(12):
    L = type("L", (prev[0],), {})
    R = type("R", (prev[0],), {})
    prev = [type("D", (L, R), {})]
print(len(prev[0].__mro__))
