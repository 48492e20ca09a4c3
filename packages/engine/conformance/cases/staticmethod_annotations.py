for wrap in classmethod, staticmethod:
    @wrap
    def f(cls) -> int: pass
    print("__annotations__" in f.__dict__, f.__func__.__annotations__)
    for action in (lambda: f.__annotations__, lambda: "__annotations__" in f.__dict__, lambda: setattr(f, "__annotations__", {"a": 1}),
                   lambda: f.__annotations__, lambda: f.__func__.__annotations__, lambda: delattr(f, "__annotations__"), lambda: f.__annotations__,
                   lambda: sorted(n for n in f.__dict__ if "anno" in n), lambda: f.__annotate__ is f.__func__.__annotate__,
                   lambda: setattr(f, "__annotate__", print), lambda: f.__annotate__, lambda: delattr(f, "__annotate__"), lambda: delattr(f, "__annotate__"), lambda: sorted(n for n in f.__dict__ if "anno" in n)):
        try: print(action())
        except AttributeError as e: print(e)
