# must: answer
try:
    print(len(format(1e300, ".100000f")))
except ValueError as e:
    print(e)
