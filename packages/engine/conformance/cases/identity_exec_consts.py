exec("a = 1000\nb = 1000\nprint(a is b)")
ns = {}
exec("x = 1000", ns); exec("y = 1000", ns)
print(ns["x"] is ns["y"])
print(eval("1000") is eval("1000"), eval("'ab'") is eval("'ab'"), eval("'a b'") is eval("'a b'"))
f = eval("lambda: (1, 2)")
print(f() is f())
