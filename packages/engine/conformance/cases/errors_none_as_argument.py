for make in (lambda: type("T", (), None), lambda: type("T", None, {}), lambda: "a".replace(None, "b"),
             lambda: "a".split(3), lambda: int("1", None), lambda: sorted([1], None), lambda: getattr(1, None)):
    try:
        make()
    except TypeError as e:
        print(e)
