import sys
d = {1: 2}
print([sys.getsizeof(x) for x in (iter([]), iter(()), iter({}), iter(set()), iter(""), iter(range(3)), d.keys(), d.items(), enumerate([]), zip(), map(str, []), reversed([]), slice(1), range(5), (i for i in []))])
