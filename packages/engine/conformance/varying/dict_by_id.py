seen = {}
x = object()
seen[id(x)] = "x"
print(seen)
