from collections import defaultdict
seen = defaultdict(list)
for name in ("a", "b", "a"):
    if seen[name + "?"]: print("never")
    seen[name].append(1)
print(len(seen), sorted(seen))
print("x" in seen, seen.get("y"), len(seen))
