import sys
for number in (32, 103, 104, 108, 111):
    error = OSError(number, "gone")
    print(repr(error), error.errno, isinstance(error, ConnectionError), sys.getsizeof(type(error)()))
print(BrokenPipeError.__mro__)
