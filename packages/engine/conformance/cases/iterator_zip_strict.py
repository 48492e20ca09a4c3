for bad in (([1, 2], [1]), ([1], [1, 2]), ([1], [1], []), ([], [], [1])):
    try: print(list(zip(*bad, strict=True)))
    except Exception as e: print(type(e).__name__, e)
print(list(zip([1], [2], strict=False)) if __import__("sys").version_info >= (3, 10) else "none")
