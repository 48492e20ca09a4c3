# must: answer
for n in ("constructor", "__proto__", "toString", "hasOwnProperty", "prototype"):
    try:
        __import__(n)
    except ImportError as e:
        print(type(e).__name__, e)
