# A call that ended leaves nothing behind for the next call of the same function.
import sys


class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("gone", self.name, depth(0))


def depth(n, extra=None):
    unset = None
    if n > 0:
        kept = Noisy(n)
        return depth(n - 1) + 1
    try:
        kept
    except UnboundLocalError as error:
        unset = str(error) != ""
    return 0 if unset else -1


def frame():
    local = 1
    return sys._getframe()


def numbers(n):
    while n:
        yield n
        n -= 1


print(depth(3), depth(2))
held = [frame() for _ in range(3)]
print([f.f_locals for f in held], held[0] is held[1])
print([list(numbers(k)) for k in range(4)])
print(sys.getrefcount(depth), sys.getrefcount(depth.__code__))
