class S(staticmethod):
    def __init__(self, f): pass
class C(classmethod):
    def __init__(self, f): pass
def f(): pass
for m in S(f), C(f), staticmethod.__new__(staticmethod, f):
    print(m.__func__ is f, m.__func__ is None)
    print(repr(m).split("(")[0].split(" at 0x")[0], "NULL" in repr(m), "None" in repr(m))
    try: print(m.__get__(None, int) in (f, None))
    except RuntimeError as e: print(e)
