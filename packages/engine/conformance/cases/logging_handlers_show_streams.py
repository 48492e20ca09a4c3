import logging, sys, typing
print(logging.StreamHandler(sys.stdout), logging.lastResort, logging.NullHandler())
@typing.overload
def f(x: int): ...
print(f.__name__)
try:
    f(1)
except NotImplementedError as error:
    print(str(error)[:40])
