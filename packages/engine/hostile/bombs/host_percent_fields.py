# must: answer
for k in ("constructor", "__proto__"):
    try:
        print("%(" + k + ")s" % {})
    except (KeyError, TypeError) as e:
        print(type(e).__name__, e)
print("%(__proto__)s" % {"__proto__": 5})
