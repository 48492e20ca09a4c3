import gc


def gen(n):
    z = [n]
    yield n


async def co():
    pass


def show(label, o):
    print(label, sorted(set(type(x).__name__ for x in gc.get_referents(o))))


g = gen(1)
show("new", g)
next(g)
show("started", g)
show("code and names", co())
