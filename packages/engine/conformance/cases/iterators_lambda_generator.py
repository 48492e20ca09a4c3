def ends(generator, value):
    print(next(generator))
    try:
        generator.send(value)
    except StopIteration as stop:
        print("returned", stop.value)


def inner():
    return (yield 1)


ends((lambda: (yield 1))(), 2)
ends((lambda: (yield from inner()))(), 3)
ends((lambda: (yield (yield 1), 5))(), 4) if False else None
