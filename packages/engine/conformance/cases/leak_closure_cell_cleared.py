import weakref
class Big: pass
def make():
    big = Big()
    def get(): return big
    def drop():
        nonlocal big
        big = None
    return get, drop, weakref.ref(big)
get, drop, r = make()
print(r() is None, get() is r())
drop()
print(r() is None, get())
