def f(): return "a" + "b", "ab" * 3, "abc"[1], "abc"[::-1], "a" "b"
def g(): return "%s" % "x", f"{1}", f"a{'b'}c", b"a" + b"b"
print(f.__code__.co_consts)
print(g.__code__.co_consts)
