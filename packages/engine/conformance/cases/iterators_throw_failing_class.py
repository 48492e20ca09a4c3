import sys


class Failing(Exception):
    def __init__(self, *args):
        raise KeyError("made badly")


def generator():
    try:
        yield 1
    except KeyError as e:
        print("inside", e)
        yield 2


g = generator()
next(g)
print(g.throw(Failing))
print(list(g))
