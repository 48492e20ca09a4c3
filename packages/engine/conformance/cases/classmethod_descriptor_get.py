d = dict.__dict__["fromkeys"]
print(d.__get__(None, dict)("ab"), d.__get__({})("ab"))
class D(dict): pass
print(type(d.__get__(None, D)("ab")).__name__)
for args in [(None, None), (42,), (None, 42), (None, int), ({}, int), (None,), ()]:
    try: print(d.__get__(*args))
    except TypeError as e: print(e)
for args in [(), (1,), (int, "a"), (dict, "a")]:
    try: print(d(*args))
    except TypeError as e: print(e)
