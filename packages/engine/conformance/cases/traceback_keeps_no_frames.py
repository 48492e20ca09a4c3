import gc, sys, traceback, weakref
gc.disable()
class Node: pass
def fail():
    node = Node()
    refs.append(weakref.ref(node))
    raise ValueError("x")
refs = []
try:
    fail()
except ValueError as error:
    kept = traceback.TracebackException.from_exception(error)
    summary = traceback.extract_tb(error.__traceback__)
    print([(f.name, f.lineno, f.line) for f in summary], len(summary[0]), refs[0]() is None)
    print([(f.f_code.co_name, n) for f, n in traceback.walk_tb(error.__traceback__)])
print(refs[0]() is None, str(kept), kept.exc_type)
try:
    fail()
except ValueError as error:
    print(refs[1]() is None)
    traceback.clear_frames(error.__traceback__)
    print(refs[1]() is None)
def inner():
    return [f.name for f in traceback.extract_stack()], [f.f_code.co_name for f, n in traceback.walk_stack(sys._getframe())]
print(inner())
