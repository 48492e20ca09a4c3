# must: answer
try:
    10.0 ** 1000
except OverflowError as e:
    print(e)
