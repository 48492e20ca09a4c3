import sys
if sys.version_info >= (3, 10):
    print(list[int], dict[str, list[int]], tuple[int, ...], list[int].__origin__, list[int].__args__, list[int] == list[int], list[int]((1, 2)))
    print(int | str, int | None, isinstance(1, int | str), (int | str) == (str | int), int | int, (int | list[str]).__args__)
    try: isinstance(1, list[int])
    except TypeError as e: print(e)
else:
    print("older")
