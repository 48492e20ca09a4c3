def gen():
    try:
        yield 1
        yield 2
    except ValueError as e: print("caught", e); yield 3
    finally: print("fin")
g = gen(); next(g)
print(g.throw(ValueError("v")))
g.close()
h = gen(); next(h); del h
print("--")
k = gen(); next(k); k = None
try: gen().throw(KeyError("z"))
except KeyError as e: print(e)
