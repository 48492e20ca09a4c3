# must: answer
src = "def f(" + ",".join("a%d" % i for i in range(3000)) + "): return a2999\n"
g = {}
exec(src, g)
print(g["f"](*range(3000)))
