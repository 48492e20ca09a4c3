import types
def f(x):
    def g(): return x + 1
    return g
code = f(3).__code__
for run in eval, exec, lambda c: types.FunctionType(c, {}), lambda c: setattr(f, "__code__", c):
    try: print(run(code))
    except (TypeError, ValueError) as e: print(e)
def h(): return 5
print(eval(h.__code__), exec(h.__code__))
