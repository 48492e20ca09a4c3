import copy
x = []
l = [x, x, (x,)]
d = copy.deepcopy(l)
print(d[0] is d[1], d[2][0] is d[0], d[0] is x)
class N: pass
n = N(); n.me = n
m = copy.deepcopy(n)
print(m is n, m.me is m)
