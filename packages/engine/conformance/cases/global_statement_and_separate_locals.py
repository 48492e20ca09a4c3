source = """
x = 7
y = 1
def f():
    x = 1
    def g():
        global x
        return x
    return g()
print(f(), x)
"""
names, local = {}, {}
exec(source, names, local)
print("x" in names, "x" in local, "y" in names, "y" in local)
print(sorted(local))
