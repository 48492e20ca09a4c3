def f(i): return (i, i)
a = f(1); i = id(a); del a
b = f(2)
print(id(b) == i)
d = {"k": 1}; i = id(d); del d
e = {"z": 2}
print(id(e) == i)
s = {1}; i = id(s); del s
t = {2}
print(id(t) == i)
