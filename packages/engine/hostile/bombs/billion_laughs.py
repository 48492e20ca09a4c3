# must: limit
a = ["lol"]
for i in range(30):
    a = [a] * 10
print("made")
repr(a)
