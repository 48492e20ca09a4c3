def bad():
    yield "key"
    raise TypeError("oops")
def worse():
    yield "key"
    raise ValueError("oops")
for pairs in [object()], [(1, 2), 3], [bad()], [worse()], [(1,)], ["abc"], 5, [(1, 2), None]:
    for use in {}.update, dict:
        try: use(pairs)
        except Exception as e:
            text = str(e)
            print(type(e).__name__, text, getattr(e, "__notes__", None))
