# must: answer
for f in (bytes, bytearray):
    try:
        f(-1)
    except ValueError as e:
        print(e)
