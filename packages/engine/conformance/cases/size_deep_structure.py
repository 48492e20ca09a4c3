import sys
data = {"name": "x", "tags": ["a", "b"], "pos": (1, 2), "nested": {"k": [1, 2, 3]}}
def deep(o, seen):
    if id(o) in seen: return 0
    seen.add(id(o))
    s = sys.getsizeof(o)
    if isinstance(o, dict): s += sum(deep(k, seen) + deep(v, seen) for k, v in o.items())
    elif isinstance(o, (list, tuple)): s += sum(deep(x, seen) for x in o)
    return s
print(sys.getsizeof(data), deep(data, set()))
