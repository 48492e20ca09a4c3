import types
def f(x):
    def g(y=0): return x + y
    return g
g = f(3)
code, cells = g.__code__, g.__closure__
def h(): return 5
F = types.FunctionType
for args in [(code, {}, "n", (), ()), (code, {}), (code, {}, "n", (), 5), (code, {}, "n", (), (5,)), (h.__code__, {}, "n", (), cells), (h.__code__, {}, "n", (), 5), (code, {}, "n", 5),
             (code, {}, 5), (code, 5), (5, {}), (code, {}, "n", (1,), cells), (h.__code__, {}), (code,)]:
    try:
        made = F(*args)
        print(made.__name__, made())
    except (TypeError, ValueError) as e: print(e)
made = F(closure=cells, code=code, globals={}, argdefs=(7,))
print(made(), made.__closure__ is cells, made.__defaults__)
