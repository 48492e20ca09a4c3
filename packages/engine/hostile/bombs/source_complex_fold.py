# must: answer
try:
    x = eval("(((((1 << 100) << 100) << 100) << 100) << 10**7)")
    print(x.bit_length())
except (OverflowError, MemoryError):
    print("refused")
