import sys


def show():
    frame, names = sys._getframe(1), []
    while frame:
        names.append(frame.f_code.co_name)
        frame = frame.f_back
    print(names)


def innermost():
    try:
        yield
    finally:
        show()


def middle():
    yield from innermost()


def outermost():
    yield from middle()


class Iterator:
    def __iter__(self):
        return self

    def __next__(self):
        return 1

    def throw(self, *args):
        show()
        raise KeyError("thrown")

    def close(self):
        show()


def delegating():
    yield from Iterator()


for make in [outermost, delegating]:
    g = make()
    next(g)
    try:
        g.throw(ValueError)
    except Exception as e:
        print(repr(e))
    g = make()
    next(g)
    g.close()
