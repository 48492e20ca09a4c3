# must: end
for n in ("a\0b", 5, "\ud800"):
    try:
        print(ascii(type(n, (), {}).__name__))
    except (TypeError, ValueError, UnicodeEncodeError) as e:
        print(type(e).__name__)
