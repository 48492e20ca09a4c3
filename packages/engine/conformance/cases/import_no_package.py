for name in ("math.foo", "gc.foo.bar", "os.foo", "string.nothing", "collections.foo"):
    try: __import__(name)
    except ImportError as e: print(type(e).__name__, e, e.name)
