# must: limit
x = list(range(200000))
while x:
    x.pop(0)
print("end")
