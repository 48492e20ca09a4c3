import sys
def f():
    return sys._getframe().f_lineno
print(f(), f.__code__.co_firstlineno, "stdin" in f.__code__.co_filename)
try:
    x = 1
    1 / 0
except ZeroDivisionError as e:
    print(e.__traceback__.tb_lineno, sys._getframe().f_lineno)
class C:
    pass
print(C.__dict__.get("__firstlineno__"))
@staticmethod
def g(): pass
print(f.__code__.co_filename == g.__func__.__code__.co_filename)
