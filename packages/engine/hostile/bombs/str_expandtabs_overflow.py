# must: answer or limit
try:
    x = '\t\t'.expandtabs(2 ** 62)
except (OverflowError, MemoryError) as e:
    print(type(e).__name__)
