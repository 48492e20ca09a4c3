import sys
print([sys.getsizeof(c) for c in ("a", "é", "ÿ", "Ā", "é" * 2, chr(233), "éa"[0])])
