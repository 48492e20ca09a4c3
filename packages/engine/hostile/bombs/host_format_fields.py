# must: answer
for s in ("{constructor}", "{0.constructor}", "{0[constructor]}", "{__proto__}", "{0.__proto__}"):
    try:
        print(s.format({}))
    except (KeyError, AttributeError, IndexError) as e:
        print(type(e).__name__, e)
