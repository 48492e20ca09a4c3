import weakref
from functools import partial
class Window:
    def close(self): pass
class Button:
    def __init__(self): self.handlers = []
w, b = Window(), Button()
b.handlers.append(partial(Window.close, w))
r = weakref.ref(w)
del w
print(r() is not None)
b.handlers.clear()
print(r() is None)
