# must: answer
print(len(hex(1 << 400000)), int("f" * 100000, 16).bit_length())
