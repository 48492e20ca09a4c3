class Box:
    pass
box = Box()
box.inner = Box()
box.inner.size = 3
box.size
