def f():
    if 1: return "yes"
    return "no"
def g():
    return "a" if True else "b"
def h():
    while 0: return "never"
    return __debug__
print(f.__code__.co_consts, g.__code__.co_consts, h.__code__.co_consts)
