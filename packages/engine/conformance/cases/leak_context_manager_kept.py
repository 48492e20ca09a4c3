import contextlib, weakref
class Big: pass
@contextlib.contextmanager
def cm():
    b = Big()
    yield b
    print("exit")
with cm() as b: r = weakref.ref(b)
print(r() is None)
del b
print(r() is None)
s = contextlib.ExitStack()
x = Big(); q = weakref.ref(x)
s.callback(print, x.__class__.__name__); s.push(lambda *a, x=x: None)
del x
print(q() is None)
s.close()
print(q() is None)
