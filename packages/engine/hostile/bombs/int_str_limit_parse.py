# must: answer
try:
    print(int("1" * 5000) > 0)
except ValueError as e:
    print(e)
