import gc
import sys


def says(function, *args, **keywords):
    try:
        print(function(*args, **keywords))
    except TypeError as error:
        print(error)


says(sys.getrefcount)
says(sys.intern, x=1)
says(gc.is_tracked)
says([].append)
says(list.append, [])
says(id, 1, 2)
says(sys.getsizeof, q=1)
says(sys.getsizeof, 1, object=2)
says("a".split, ",", sep=1)
says(sum, [1], q=1)
print(round(-2.75, 2), round(-0.0, 1), round(-2.5), round(-0.04, 1))
