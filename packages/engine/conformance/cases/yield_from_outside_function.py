for source in "yield 1", "yield from [1]", "class A: yield from [1]", "class A: yield", "x = [(yield from a) for a in b]":
    try: compile(source, "main.py", "exec")
    except SyntaxError as e: print(e.msg)
