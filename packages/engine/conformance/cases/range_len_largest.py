import sys
print(range(sys.maxsize).__len__() == sys.maxsize, len(range(sys.maxsize)))
for n in sys.maxsize + 1, 2 ** 100:
    for action in (lambda: len(range(n)), lambda: range(n).__len__()):
        try: print(action())
        except OverflowError as e: print(e)
