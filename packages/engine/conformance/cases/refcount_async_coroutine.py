import sys
async def inner(o): return sys.getrefcount(o)
async def outer(o):
    a = sys.getrefcount(o)
    return a, await inner(o), await inner([])
def run(c):
    try: c.send(None)
    except StopIteration as e: return e.value
x = object()
print(run(outer(x)), run(outer([])))
c = inner(x)
print(sys.getrefcount(x), sys.getrefcount(c))
c.close()
print(sys.getrefcount(x))
