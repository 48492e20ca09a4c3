# must: answer
for f in (lambda k: sorted([1], **{k: 1}), lambda k: print(**{k: 1}), lambda k: int("1", **{k: 1}), lambda k: "a".split(**{k: 1}), lambda k: max([1], **{k: 1}), lambda k: [].sort(**{k: 1}), lambda k: str(**{k: 1}), lambda k: enumerate([], **{k: 1})):
    for k in ("constructor", "__proto__", "toString", "hasOwnProperty"):
        try:
            print(f(k))
        except TypeError as e:
            print(type(e).__name__)
