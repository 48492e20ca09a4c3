# must: answer
try:
    format(1.5, ".10000000000f")
except (ValueError, OverflowError) as e:
    print(e)
