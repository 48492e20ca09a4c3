print(b"a,b".split(b","), b" a ".strip(), b"abc".find(b"c"), b"abc"[1], b"abc"[1:], b"abc"[::-1])
print(b"abc".hex(), b"abc".hex("-"), bytes.fromhex("61 62"), bytes(3), bytes([1, 255]), bytes("\xe9", "utf-8"))
print(b"aXb".replace(b"X", b"--"), b"-".join([b"a", b"b"]), b"abc".upper(), b"abc" + b"d", b"ab" * 2, 97 in b"abc", b"bc" in b"abc")
print(list(b"ab"), b"abc" < b"abd", b"abc".partition(b"b"), b"ab".center(6, b"*"), b"a1".isalnum(), b"x".isalpha())
