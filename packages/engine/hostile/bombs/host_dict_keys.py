# must: answer
d = {"__proto__": 1, "constructor": 2}
d["__proto__"] = 3
print(d, "toString" in d, d.get("valueOf"), d.pop("__proto__"), d)
