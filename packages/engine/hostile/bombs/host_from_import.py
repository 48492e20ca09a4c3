# must: answer
for n in ("constructor", "__proto__", "toString"):
    try:
        exec("from math import " + n)
    except ImportError as e:
        print(type(e).__name__)
