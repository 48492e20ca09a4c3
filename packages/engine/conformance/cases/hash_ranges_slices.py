print(hash(range(0)) == hash(range(5, 2)), hash(range(3)), hash(range(0, 10, 3)), range(0, 10, 3) == range(0, 12, 3))
try: print(hash(slice(1, 2, 3)))
except TypeError as e: print(e)
