# must: answer or limit
name = "a" * 1000000
g = {}
exec(name + " = 1", g)
print(len(max(g, key=len)))
