import weakref
from collections import deque
class Frame: pass
recent = deque(maxlen=2)
refs = []
for _ in range(4):
    f = Frame()
    refs.append(weakref.ref(f))
    recent.append(f)
print([r() is not None for r in refs])
del f
recent.clear()
print([r() is not None for r in refs])
