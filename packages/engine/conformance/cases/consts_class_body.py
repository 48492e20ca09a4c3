src = "class A:\n    'doc'\n    x = 100\n    def f(self): return 100\n"
code = compile(src, "x", "exec")
body = [c for c in code.co_consts if hasattr(c, "co_code")][0]
print(code.co_names, [c for c in code.co_consts if not hasattr(c, "co_code")])
print(body.co_names, [c for c in body.co_consts if not hasattr(c, "co_code")])
