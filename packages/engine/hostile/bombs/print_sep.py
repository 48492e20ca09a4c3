# must: answer
print(1, 2, sep="\n" * 5)
try:
    print(1, sep=5)
except TypeError as e:
    print(e)
