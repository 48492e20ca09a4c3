# must: answer
for o in (5, "a", None, (), [], print):
    try:
        o.__class__ = int
    except (TypeError, AttributeError) as e:
        print(type(e).__name__)
