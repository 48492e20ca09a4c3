# must: answer
s = {1, 2, 3}
s |= s
s ^= s
s.update(s)
print(s)
