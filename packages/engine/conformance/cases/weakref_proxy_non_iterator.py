import sys
import weakref


def f():
    pass


class Iterator:
    def __next__(self):
        return 7


i = Iterator()
print(next(weakref.proxy(i)))
if sys.version_info >= (3, 9):  # 3.8 crashes
    try:
        next(weakref.proxy(f))
    except TypeError as e:
        print(e)
try:
    iter(weakref.proxy(f))
except TypeError as e:
    print(e)
