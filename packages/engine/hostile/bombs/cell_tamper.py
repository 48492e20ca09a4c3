# must: answer
def outer():
    x = 1
    def f(): return x
    return f
f = outer()
c = f.__closure__[0]
c.cell_contents = c
print(f() is c)
del c.cell_contents
try:
    f()
except NameError as e:
    print(e)
