def f():
    "doc"
    return "doc"
def g():
    "doc only"
def h(): return None
def k(): return 5
print(f.__code__.co_consts, g.__code__.co_consts, h.__code__.co_consts, k.__code__.co_consts)
print(f.__doc__ is f(), f.__doc__ is f.__code__.co_consts[0])
