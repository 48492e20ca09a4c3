for source in ("def f[T, T](): pass", "class A[T: (yield)]: pass", "type X = (y := 1)", "def f[T](x: (a := 1)): pass",
               "class A[T](x := 1): pass", "def f[T: (x := 1)](): pass", "type 5 = 3", "class A[]: pass",
               "def f[T = int, U](): pass", "def f[T = (yield)](): pass", "class A[*T: int]: pass", "type X[T] = 1"):
    try:
        compile(source, "s", "exec")
        print("compiled")
    except SyntaxError as e:
        print(e.msg)
