l = [1]
l.append(l)
d = {"l": l}
l.append(d)
t = ([],)
t[0].append(t)
print(l, d, t)
print((1,), (), [[]], {1: (2,)})
