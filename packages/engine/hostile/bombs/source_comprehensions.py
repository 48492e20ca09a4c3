# must: answer
try:
    eval("[" * 60 + "x" + " for x in [1]]" * 60)
    print("ran")
except (SyntaxError, MemoryError, RecursionError, NameError) as e:
    print("refused")
