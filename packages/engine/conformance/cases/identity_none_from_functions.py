def f(): pass
def g(): return
print(f() is None, g() is None, f() is g(), print("x") is None)
x = [].sort()
print(x is None, {}.update() is None)
