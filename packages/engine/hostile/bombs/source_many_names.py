# must: answer or limit
g = {}
exec("\n".join("v%d = %d" % (i, i) for i in range(20000)), g)
print(g["v19999"])
