import copy
t = (1, 2); u = ([1], 2); l = [1, [2]]
print(copy.copy(t) is t, copy.deepcopy(t) is t, copy.copy(u) is u, copy.deepcopy(u) is u)
c = copy.copy(l); d = copy.deepcopy(l)
print(c is l, c[1] is l[1], d[1] is l[1])
def f(): pass
print(copy.copy(f) is f, copy.deepcopy(f) is f, copy.copy(int) is int)
s = {1, 2}; fs = frozenset({1})
print(copy.copy(s) is s, copy.copy(fs) is fs, copy.deepcopy(fs) is fs)
