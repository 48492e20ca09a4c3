# must: answer
def f(a, b=1): return a, b
f.__defaults__ = (1, 2, 3, 4)
try:
    print(f())
except TypeError as e:
    print(e)
f.__defaults__ = None
f.__kwdefaults__ = {"z": 1}
try:
    f.__defaults__ = 5
except TypeError as e:
    print(e)
try:
    f.__closure__ = ()
except AttributeError as e:
    print(type(e).__name__)
