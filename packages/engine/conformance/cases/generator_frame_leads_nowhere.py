import sys


class Loud:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("gone", self.name)


def leave():
    pending = (x for x in [1])
    loud = Loud("last local")
    print(sys.getrefcount(sys._getframe()) < 5)


print(leave())


def gen():
    yield 1


def make():
    it = gen()
    print(it.gi_frame.f_back)
    loud = Loud("second")
    return it


kept = make()
print(kept.gi_frame.f_back, next(kept))
