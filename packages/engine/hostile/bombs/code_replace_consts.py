# must: end
def f(): return "a"
try:
    f.__code__ = f.__code__.replace(co_consts=())
    print("replaced")
except (ValueError, TypeError):
    print("replaced")
