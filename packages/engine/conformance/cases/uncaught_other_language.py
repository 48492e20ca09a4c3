word = "abc"
try:
    (1, 2).append(3)
except AttributeError as e:
    print(e)
word.toUpperCase()
