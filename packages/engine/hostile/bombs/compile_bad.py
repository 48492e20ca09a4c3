# must: answer
for a in (("1", "f", "bad"), (5, "f", "exec"), ("1", "f", "eval", 10 ** 9)):
    try:
        compile(*a)
    except (ValueError, TypeError, OverflowError) as e:
        print(type(e).__name__)
