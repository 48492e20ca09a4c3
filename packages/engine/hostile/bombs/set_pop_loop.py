# must: answer
s = set(range(50000))
while s:
    s.pop()
print("empty")
