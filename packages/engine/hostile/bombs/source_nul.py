# must: end
for mode in ("exec", "eval"):
    try:
        compile("a\0b", "n", mode)
    except (SyntaxError, ValueError) as e:
        print(type(e).__name__)
