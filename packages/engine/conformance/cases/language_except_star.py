# except*
try:
    raise ExceptionGroup("eg", [ValueError(1), TypeError(2), KeyError(3)])
except* ValueError as e: print("V", e.exceptions)
except* TypeError as e: print("T", e.exceptions)
except* KeyError: print("K")
try:
    try: raise ExceptionGroup("eg", [ValueError(1), TypeError(2)])
    except* ValueError as e: print("V", repr(e))
except ExceptionGroup as r: print("rest", repr(r))
try:
    try: raise ValueError(5)
    except* ValueError as e: print(repr(e)); raise KeyError(1)
except ExceptionGroup as g: print(repr(g))
except KeyError as k: print("key", repr(k), repr(k.__context__))
def f():
    for i in range(2):
        try: raise ExceptionGroup("x", [OSError(i)])
        except* OSError as e: print(i, e.exceptions[0])
        else: print("no")
        finally: print("fin")
f()
try: pass
except* ValueError: pass
else: print("else")
