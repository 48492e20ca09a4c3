for source in ("def f(): await g()", "async def f(): await g()", "async def f():\n def h(): await g()", "lambda: await x", "async def f(): return lambda: await x",
               "def f():\n async for a in b: pass", "def f():\n async with a: pass", "async for a in b: pass", "async with a: pass", "class A:\n async with a: pass",
               "def f(): [await a for a in b]", "def f(): (await a for a in b)", "async def f(): [await a for a in b]", "def f(): [a async for a in b]", "def f(): (a async for a in b)",
               "async def f(): return [[a async for a in b] for c in d]", "def f(): [[a async for a in b] for c in d]", "[await a for a in b]", "(await a for a in b)", "[a async for a in b]", "(a async for a in b)",
               "class A: x = [a async for a in b]", "await f()", "class A: await f()", "async def f(): yield 1; return 2", "async def f(): yield from a", "def f():\n yield 1\n await g()"):
    try: compile(source, "main.py", "exec"); print("compiled")
    except SyntaxError as e: print(e.msg)
