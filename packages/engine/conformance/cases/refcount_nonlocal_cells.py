import sys
def outer():
    x = []
    def a(): return sys.getrefcount(x)
    def b():
        nonlocal x
        y = x
        x = None
        return sys.getrefcount(y)
    return a(), sys.getrefcount(x), b(), x
print(outer())
