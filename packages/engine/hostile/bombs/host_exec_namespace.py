# must: answer
g = {"__proto__": 1}
exec("x = __proto__\n__proto__ = 2\nconstructor = 3", g)
print(g["x"], g["__proto__"], g["constructor"])
try:
    exec("toString", {})
except NameError as e:
    print(e)
