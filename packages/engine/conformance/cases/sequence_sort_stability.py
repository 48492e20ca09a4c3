words = ["bb", "a", "cc", "ddd", "e"]
print(sorted(words, key=len), sorted(words, key=len, reverse=True), sorted(words, reverse=True))
l = [3, 1, 2]
try: l.sort(key=lambda x: l.append(1) or x)
except ValueError as e: print(e, l)
print(sorted([1.5, 1, True, 0]), sorted("hello"), sorted({"b": 1, "a": 2}))
