print([hash(s) for s in ("", "a", "abc", "hello world", "x" * 23)])
print([hash(s) for s in ("\xe9", "\u20acuro", "\U0001f600", b"bytes!!", b"12345678")])
