import sys
for s in ("", "a", "a b", "a b c d e f g h i j k l m n o"):
    print(sys.getsizeof(s.split()), sys.getsizeof(s.split(" ")), sys.getsizeof(s.split(None, 1)), sys.getsizeof(s.rsplit()), sys.getsizeof(s.splitlines()))
print(sys.getsizeof(b"a b".split()))
