# must: end
def f(): return 1
try:
    f.__code__ = f.__code__.replace(co_code=b"\xff" * 100)
    print("replaced")
except (ValueError, TypeError):
    print("replaced")
