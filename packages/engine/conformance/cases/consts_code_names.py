def f(a, b=2):
    c = a + b
    def g(): return c
    print(g, len)
    return "done"
c = f.__code__
print(c.co_names, c.co_varnames, c.co_cellvars, c.co_freevars, c.co_argcount, c.co_flags & 0x0f)
print(type(c.co_consts[-1]).__name__, c.co_name, c.co_firstlineno)
